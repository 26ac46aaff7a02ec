import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bring } from './fixture.ts';
import { mayBeAHome } from './privacy.ts';

/** A list with one more column, which nothing is made of, and a cell in it. */
const withColumn = (heading: string, cell: string) =>
	`Name,Postcode,Type,${heading}\nThe Willows,NR3 1AA,Hall,"${cell}"\n`;
const outcomeWith = async (heading: string, cell: string) =>
	(await bring(withColumn(heading, cell))).view(0).outcome;

describe('a column that is not used', () => {
	it.each([
		['Internal remarks', 'CONFIDENTIAL'],
		['Confidential', 'Y'],
		['Do not publish?', 'x'],
		['OK to publish', 'No'],
		['Show on map', 'N'],
		['Refuge', 'TRUE'],
		['Sector', 'Domestic Abuse'],
		['tags', 'SafeAccommodation'],
		['Ofsted provision', 'Children’s Home'],
		['Home address', '2 Hidden Way'],
		['social_facility:for', 'abused'],
		['social_facility', 'group_home'],
		['amenity', 'refugee_site'],
		['Meets', 'at a member’s home in turn'],
		['X', 'Sаfе hоusе']
	])('“%s” that says “%s” holds a row back', async (heading, cell) => {
		expect(await outcomeWith(heading, cell)).toBe('held');
	});

	it.each([
		['Internal remarks', 'Refugee drop-in'],
		['Confidential', 'No'],
		['OK to publish', 'Yes'],
		['Refuge', 'N/A'],
		['Hire', 'private hire'],
		['Next to', 'Wildlife refuge'],
		['Street', 'Privet Lane'],
		['social_facility', 'food_bank'],
		['amenity', 'shelter'],
		['Public toilet', 'No'],
		['Home address', '-']
	])('“%s” that says “%s” does not', async (heading, cell) => {
		expect(await outcomeWith(heading, cell)).toBe('accepted');
	});

	it('holds a row back wherever it stands, and whatever else is in the file', async () => {
		const column = fc.record({
			heading: fc.constantFrom('Zone', 'Ward', 'Remarks', 'Colour', 'Notes', 'Source'),
			cell: fc.constantFrom('', 'North', '7', 'Refugee drop-in', 'private hire', 'blue')
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(column, { maxLength: 5 }),
				fc.nat(8),
				fc.constantFrom('refuge', 'do not publish', 'Asylum accommodation', 'Women’s shelter'),
				async (others, at, said) => {
					const columns = [
						{ heading: 'Name', cell: 'The Willows' },
						{ heading: 'Postcode', cell: 'NR3 1AA' },
						{ heading: 'Type', cell: 'Hall' },
						...others
					];
					const csv = (list: typeof columns) =>
						`${list.map(({ heading }) => heading).join()}\n${list.map(({ cell }) => cell).join()}\n`;
					expect((await bring(csv(columns))).summary().counts.held).toBe(0);
					const more = columns.toSpliced(at, 0, { heading: 'Zzyzx', cell: said });
					const session = await bring(csv(more));
					expect(session.heldLines()).toEqual(['2']);
					expect(session.result()).toEqual([]);
				}
			),
			{ numRuns: 60 }
		);
	});
});

describe('an address', () => {
	it.each([
		['PO Box 12, Exampleton', 'only one for post'],
		['1 Sea Road (postal address only)', 'only one for post']
	])('“%s” is no position', async (address, words) => {
		const session = await bring(`name,kind,address,postcode\nA,hall,"${address}",NR3 1AA\n`);
		expect(session.view(0).outcome).toBe('look');
		expect(
			session
				.view(0)
				.remarks.map(({ text }) => text)
				.join()
		).toContain(words);
		await session.apply(session.decisionsFor('confirm-looks'));
		expect(session.result()[0]?.asset).toMatchObject({ longitude: null, postcode: null });
	});

	it('whose kind is said in another column is no position', async () => {
		const session = await bring(
			'name,kind,address,postcode,address type\nA,hall,1 Sea Road,NR3 1AA,postal\nB,hall,1 Sea Road,NR3 1AA,physical\n'
		);
		expect([session.view(0).outcome, session.view(1).outcome]).toEqual(['look', 'accepted']);
	});

	it('of a charity that may be a home needs a look', async () => {
		const session = await bring(
			'name,kind,address,postcode\nA,Charity,12 Rosemary Close,NR3 1AA\nB,Charity,"Village Hall, 12 Rosemary Close",NR3 1AB\nC,Hall,12 Rosemary Close,NR3 2AD\n'
		);
		expect([0, 1, 2].map((row) => session.view(row).outcome)).toEqual([
			'look',
			'accepted',
			'accepted'
		]);
	});

	it.each(['12 Rosemary Close', 'Flat 3, 12a Sea View Road', '7 The Street, Exampleton'])(
		'%s may be a home',
		(address) => {
			expect(mayBeAHome(address)).toBe(true);
		}
	);

	it.each(['12 High Street', 'Unit 4, 12 Sea Road', 'Sea Church, Sea Road', 'Sea Road'])(
		'%s is none',
		(address) => {
			expect(mayBeAHome(address)).toBe(false);
		}
	);
});

it('takes no person’s name, e-mail address or telephone number out of columns that are not used', async () => {
	const session = await bring(
		'Name,Postcode,Type,E-mail,Booking person,Colour,Treasurer’s own e-mail\nA,nowhere,Hall,,Ann Example,blue,a@example.org\nB,nowhere,Hall,,Bo Example,b@example.org,\nC,nowhere,Hall,,Cy Example,red,\nD,nowhere,Hall,,Di Example,red,d@example.org\n'
	);
	const { headings, rows } = session.leftovers();
	expect(headings).toEqual(['Name', 'Postcode', 'Type', 'E-mail', 'Colour', 'What is wrong']);
	expect(rows.map((cells) => cells[4])).toEqual(['blue', '', 'red', 'red']);
	expect(JSON.stringify([session.result(), rows])).not.toContain('xample');
});

describe('a question with its answer', () => {
	it.each([
		['Women’s aid? No: WI members', false],
		['Is it a refuge? no', false],
		['Refuge? no one may know', true],
		['Refuge? yes', true]
	])('%s', async (cell, isHeld) => {
		const session = await bring(`Name,Postcode,Remarks\nComfrey Hall,NR3 1AA,${cell}\n`);
		expect(session.summary().counts.held).toBe(isHeld ? 1 : 0);
	});
});

describe('whoever organises something', () => {
	it('is not kept where it is a person, and never the name', async () => {
		const persons = await bring(
			'Venue,Organiser,Postcode\nComfrey Hall,Ann Person,NR3 1AA\n,Mrs Bob Person,NR3 2AD\n'
		);
		expect(JSON.stringify(persons.result())).not.toContain('Person');
		const groups = await bring(
			'Venue,Organiser,Postcode\nComfrey Hall,Tansy Knitting Group,NR3 1AA\nTansy Hall,Mallow Club,NR3 2AD\n'
		);
		expect(groups.result()[0]?.asset.organisation).toBe('Tansy Knitting Group');
	});
});

describe('addresses of charities', () => {
	it('are asked about once for all of them', async () => {
		const session = await bring(
			'Charity name,Charity number,Address,Postcode\nComfrey Friends,1234567,1 Low Road,NR3 1AA\nTansy Friends,1234568,2 Low Road,NR3 2AD\nMallow Friends,1234569,3 Low Road,\n'
		);
		expect(session.summary()).toMatchObject({ homes: 2, counts: { look: 3 } });
		await session.apply(session.decisionsFor('confirm-homes'));
		expect(session.result().map(({ asset }) => asset.name)).toEqual([
			'Comfrey Friends',
			'Tansy Friends'
		]);
	});
});
