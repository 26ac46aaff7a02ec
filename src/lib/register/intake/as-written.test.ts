/** Lists as people write and divide them, and what each of them must become. */
import { describe, expect, test } from 'vitest';
import { bring } from './fixture.ts';
import { readTable } from './formats.ts';
import { bytesOf } from './fixture.ts';
import { spreadsheet } from './fixture-spreadsheet.ts';

const tableOf = async (text: string | Uint8Array, name = 'list.txt') =>
	(await readTable({ name, bytes: typeof text === 'string' ? bytesOf(text) : text })).table;
const broughtOf = async (text: string, name?: string) => {
	const session = await bring(text, name);
	return session
		.result()
		.map(({ asset: { name: called, postcode, phone } }) => [called, postcode, phone]);
};
const TWO = [
	['Bell Hall', 'NR3 1AA', null],
	['Fair Hall', 'NR3 2AD', null]
];

describe('columns that say one thing together', () => {
	test.each(['Postcode 1,Postcode 2', 'Outcode,Incode', 'PC A,PC B'])(
		'the halves of a postcode: %s',
		async (headings) => {
			const text = `Venue,${headings}\nBell Hall,NR3,1AA\nFair Hall,NR3,2AD\n`;
			expect(await broughtOf(text, 'halls.csv')).toEqual(TWO);
		}
	);

	test('two columns of codes are no postcode', async () => {
		const { headings } = await tableOf('Venue,Area,Room\nBell Hall,NR3,1AX9\nFair Hall,NR3,2\n');
		expect(headings).toEqual(['Venue', 'Area', 'Room']);
	});

	test('ticks under the days of the week', async () => {
		const { headings, rows } = await tableOf(
			'Club,Postcode,M,T,W,Th,F,Times\nBell Club,NR3 1AA,,x,,x,,6-8pm\nFair Club,NR3 2AD,x,,,,,noon\n'
		);
		expect(headings).toEqual(['Club', 'Postcode', 'Days', 'Times']);
		expect(rows.map((row) => row[2])).toEqual(['Tuesday and Thursday', 'Monday']);
	});

	test('hours under the days of the week stay as they are', async () => {
		const text = 'Club,Postcode,Mon,Tue,Wed\nBell Club,NR3 1AA,x,9-5,\n';
		expect((await tableOf(text)).headings).toEqual(['Club', 'Postcode', 'Mon', 'Tue', 'Wed']);
	});
});

describe('a row that names several places', () => {
	const TEXT =
		'Provider,Site 1,Site 1 postcode,Site 2,Site 2 postcode\nBell Trust,North Hall,NR3 1AA,West Hall,NR3 2AD\nFair Trust,Quay Hall,NR3 1AB,,\n';

	test('is a row for each of them, and says so', async () => {
		const { headings, rows, lineNames, notes } = await tableOf(TEXT);
		expect(headings).toEqual(['Provider', 'Site', 'Site postcode']);
		expect(rows).toEqual([
			['Bell Trust', 'North Hall', 'NR3 1AA'],
			['Bell Trust', 'West Hall', 'NR3 2AD'],
			['Fair Trust', 'Quay Hall', 'NR3 1AB']
		]);
		expect(lineNames).toEqual(['line 2, place 1', 'line 2, place 2', 'line 3']);
		expect(notes.join(' ')).toContain('names up to 2 places');
	});

	test('is held back for one of them, and not for the other', async () => {
		const session = await bring(
			`${TEXT.replace('West Hall', 'Women’s refuge')}`.replace('Site 1', 'Site 1 name')
		);
		expect(session.summary().counts.held).toBe(1);
		expect(JSON.stringify(session.result())).not.toContain('NR3 2AD');
	});

	test('lines of one address are no places', async () => {
		const { headings } = await tableOf('Name,Address 1,Address 2,Postcode\nA Hall,x,y,NR3 1AA\n');
		expect(headings).toEqual(['Name', 'Address 1', 'Address 2', 'Postcode']);
	});
});

describe('texts that are no table of cells', () => {
	test.each([
		[
			'columns kept apart by spaces',
			'NAME          ADDRESS      POSTCODE\n------------  -----------  --------\nBell Hall     2 Bell Road  NR3 1AA\nFair Hall     Fair Green   NR3 2AD\n'
		],
		[
			'a list with bullets',
			'Hi all,\n\nHere they are:\n- Bell Hall, 2 Bell Road NR3 1AA\n- Fair Hall, Fair Green,\n  Norwich NR3 2AD\n\nBest wishes\nAnn\n'
		],
		['a paragraph for each', 'Bell Hall\n2 Bell Road\nNR3 1AA\n\nFair Hall\nFair Green\nNR3 2AD\n'],
		[
			'a table on its side',
			'Name,Bell Hall,Fair Hall\nAddress,2 Bell Road,Fair Green\nPostcode,NR3 1AA,NR3 2AD\n'
		]
	])('%s', async (_, text) => {
		expect(await broughtOf(text)).toEqual(TWO);
	});

	test('what is said after the address is kept apart, and of others than places it is told', async () => {
		const text =
			'Dear Ann\n\n1. Bell Hall: 2 Bell Road, NR3 1AA - 01603 100001 - bell@bellhall.org.uk\n2. Fair Hall, NR3 2AD (Fridays)\n';
		const { headings, rows, notes } = await tableOf(text);
		expect(headings).toEqual(['Name', 'Address', 'Telephone', 'E-mail', 'Notes']);
		expect(rows[0]?.slice(2)).toEqual(['01603 100001', 'bell@bellhall.org.uk', '']);
		expect(rows[1]).toEqual(['Fair Hall', 'NR3 2AD', '', '', 'Fridays']);
		expect(notes[0]).toContain('“Dear Ann”');
	});

	test('what must not be found is held back in them as well', async () => {
		const session = await bring(
			'Bell Hall\n2 Bell Road\nNR3 1AA\n\nHarbour House\n7 Quay\nNR3 2AD\nRefuge: address not to be given out\n'
		);
		expect(session.summary().counts.held).toBe(1);
		expect(session.result().map(({ asset }) => asset.name)).toEqual(['Bell Hall']);
	});
});

test('cells that are merged below the headings stand in each of their rows', async () => {
	const plain = spreadsheet([
		['Venue', 'Postcode', 'Activity'],
		['Bell Hall', 'NR3 1AA', 'Bingo'],
		['', '', 'Tea dance'],
		['Fair Hall', 'NR3 2AD', 'Choir'],
		['', '', 'Yoga']
	]);
	expect((await tableOf(plain, 'list.xlsx')).rows[1]).toEqual(['', '', 'Tea dance']);
	const merged = spreadsheet(
		[
			['Venue', 'Postcode', 'Activity'],
			['Bell Hall', 'NR3 1AA', 'Bingo'],
			['', '', 'Tea dance'],
			['Fair Hall', 'NR3 2AD', 'Choir'],
			['', '', 'Yoga']
		],
		{},
		['A2:A3', 'B2:B3', 'A4:A4000000']
	);
	expect((await tableOf(merged, 'list.xlsx')).rows).toEqual([
		['Bell Hall', 'NR3 1AA', 'Bingo'],
		['Bell Hall', 'NR3 1AA', 'Tea dance'],
		['Fair Hall', 'NR3 2AD', 'Choir'],
		['Fair Hall', '', 'Yoga']
	]);
});

describe('JSON of other programs', () => {
	test('objects under a name of their own each', async () => {
		const json = {
			v1: { name: 'Bell Hall', postcode: 'NR3 1AA' },
			v2: { name: 'Fair Hall', postcode: 'NR3 2AD' }
		};
		expect(await broughtOf(JSON.stringify(json), 'halls.json')).toEqual(TWO);
	});

	test('titles as WordPress renders them', async () => {
		const json = [
			{
				slug: 'bell',
				title: { rendered: 'Bell &#8217;n&#8217; Hall' },
				acf: { postcode: 'NR3 1AA' }
			}
		];
		expect(await broughtOf(JSON.stringify(json), 'halls.json')).toEqual([
			['Bell ’n’ Hall', 'NR3 1AA', null]
		]);
	});

	test('Open Referral: locations that stand at the service itself', async () => {
		const place = (postal_code: string) => [
			{ addresses: [{ address_type: 'physical', postal_code }] }
		];
		const json = {
			contents: [
				{ id: 's1', name: 'Bell Hall', status: 'active', locations: place('NR3 1AA') },
				{ id: 's2', name: 'Fair Hall', status: 'active', locations: place('NR3 2AD') }
			]
		};
		expect(await broughtOf(JSON.stringify(json), 'halls.json')).toEqual(TWO);
	});

	test('numbers of sorts of places are no identifiers', async () => {
		const json = ['NR3 1AA', 'NR3 2AD'].map((PostCode, at) => ({
			Name: at === 0 ? 'Bell Hall' : 'Fair Hall',
			PostCode,
			PrimaryRoleId: 'RO177',
			BusinessTypeID: 5
		}));
		expect(await broughtOf(JSON.stringify(json), 'halls.json')).toEqual(TWO);
	});
});

describe('the kind of all places of a list', () => {
	test('follows the column that the reader says is the name', async () => {
		const session = await bring(
			'Group name,Venue name,Postcode\nBumps,Bell Hall,NR3 1AA\nTots,Fair Hall,NR3 2AD\n'
		);
		expect(session.questions()).toHaveLength(1);
		const service = { kind: 'other-service', subkind: null };
		expect(session.defaultKind).toEqual(service);
		const undo = await session.apply({
			do: 'map',
			mapping: [null, 'name', 'postcode', 'kind'],
			settled: [0]
		});
		expect(session.defaultKind).toBeNull();
		await session.apply(undo);
		expect(session.defaultKind).toEqual(service);
	});

	test('is said by the heading where no word of the kinds is known', async () => {
		const text = 'Library name,Library type,Postcode\nBell Road,LAL,NR3 1AA\nQuay,CL,NR3 2AD\n';
		const session = await bring(text);
		expect(session.summary().kindWords).toEqual([]);
		expect(session.result().map(({ asset }) => asset.kind)).toEqual(['library', 'library']);
	});
});

test('the register of the Charity Commission asks once, whether addresses are homes', async () => {
	const session = await bring(
		'registered_charity_number,charity_name,charity_type,charity_registration_status,charity_contact_address1,charity_contact_postcode\n1100001,BELL PROJECT,Charitable company,Registered,12 Rose Row,NR3 1AA\n1100002,FAIR PROJECT,CIO,Registered,4 Fair Row,NR3 2AD\n'
	);
	expect(session.questions()).toEqual([]);
	const { homes, asksKind, kindWords } = session.summary();
	expect({ homes, asksKind, kindWords }).toEqual({ homes: 2, asksKind: 0, kindWords: [] });
	await session.apply(session.decisionsFor('confirm-homes'));
	expect(
		session.result().map(({ asset: { name, kind, postcode } }) => [name, kind, postcode])
	).toEqual([
		['BELL PROJECT', 'charity', 'NR3 1AA'],
		['FAIR PROJECT', 'charity', 'NR3 2AD']
	]);
});

test('a contact that is a number in one row and an e-mail address in the next', async () => {
	const session = await bring(
		'Venue,Postcode,Contact\nBell Hall,NR3 1AA,01603 100001\nFair Hall,NR3 2AD,fair@fairhall.org.uk\nQuay Hall,NR3 1AB,01603 100002 quay@quayhall.org.uk\n',
		'halls.csv'
	);
	expect(session.result().map(({ asset: { phone, email } }) => [phone, email])).toEqual([
		['01603 100001', null],
		[null, 'fair@fairhall.org.uk'],
		['01603 100002', 'quay@quayhall.org.uk']
	]);
});

test('headings in Welsh', async () => {
	const session = await bring(
		'Enw,Cyfeiriad,Cod post,Ffôn,Math\nBell,Bell Rd,NR3 1AA,01603 100001,Neuadd bentref\n'
	);
	expect(session.questions()).toEqual([]);
	expect(session.result()[0]?.asset).toMatchObject({
		name: 'Bell',
		address: 'Bell Rd',
		postcode: 'NR3 1AA',
		phone: '01603 100001',
		subkind: 'village-hall'
	});
});

test.each([
	['BEGIN:VCARD\nFN:Bell\nEND:VCARD\n', 'vCard'],
	['BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'iCalendar']
])('what is no list is named: %s', async (text, what) => {
	await expect(readTable({ name: 'a.txt', bytes: bytesOf(text) })).rejects.toThrow(what);
});

test('of a whole database the places are read, and not its users', async () => {
	const json = {
		venues: { a: { name: 'Bell Hall', pc: 'NR3 1AA' }, b: { name: 'Fair Hall', pc: 'NR3 2AD' } },
		users: ['Ann', 'Bob', 'Cat'].map((name) => ({ name, email: `${name}@example.org` }))
	};
	expect(await broughtOf(JSON.stringify(json), 'halls.json')).toEqual(TWO);
});

test('a list of one column has name and address in each cell', async () => {
	const text =
		'Where they meet\n"Bell Hall, 2 Bell Road, NR3 1AA"\n"Fair Hall, Fair Green, NR3 2AD"\n';
	expect(await broughtOf(text, 'halls.csv')).toEqual(TWO);
});

test.each(['At Jenny’s house, ring first', "Jenny's front room", 'Round at Sue’s flat'])(
	'a group that meets in somebody’s home is held back: %s',
	async (where) => {
		const session = await bring(`Name,Where we meet,Postcode\nBell Feeders,"${where}",NR3 1AA\n`);
		expect(session.summary().counts.held).toBe(1);
	}
);

test('the telephone number of a secretary is not kept', async () => {
	const session = await bring(
		'Hall,Postcode,Booking secretary,Sec. phone\nBell Hall,NR3 1AA,Mrs J Sample,01362 100008\n'
	);
	expect(JSON.stringify(session.result())).not.toContain('100008');
});

test('how to reach a person who is named is not kept', async () => {
	const text =
		'• Bell Hall: 2 Bell Road, NR3 1AA. Contact Jane Example 07700 900005\n• Fair Hall: NR3 2AD. Contact Bob Sample, bob.sample@gmail.com\n';
	const paragraphs =
		'Bell Hall\nNR3 1AA\nJane Example\n07700 900005\n\nFair Hall\nNR3 2AD\nContact: Bob Sample\nEmail: bob.sample@gmail.com\n';
	for (const one of [text, paragraphs]) {
		const brought = JSON.stringify((await bring(one, 'halls.txt')).result());
		expect(brought).toContain('Fair Hall');
		expect(brought).not.toMatch(/900005|bob\.sample|Jane|Sample/);
	}
});

test('a name within something else is the name of that', async () => {
	const json = ['NR3 1AA', 'NR3 2AD'].map((postal_code, at) => ({
		name: { text: at === 0 ? 'Yoga' : 'Choir', html: '<p>…</p>' },
		venue: { name: at === 0 ? 'Bell Hall' : 'Fair Hall', address: { postal_code } },
		organizer: { name: 'Ann Example', email: 'ann@example.org' }
	}));
	const session = await bring(JSON.stringify(json), 'events.json');
	expect(session.questions().length).toBeLessThan(2);
	const brought = session.result().map(({ asset }) => asset);
	expect(brought.map(({ name }) => name)).toEqual(['Yoga', 'Choir']);
	expect(JSON.stringify(brought)).not.toMatch(/ann@example|Ann Example/);
});
