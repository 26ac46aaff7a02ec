/** Lists as councils’ sites and mapping programs keep them: what came in wrong at the first try. */
import { describe, expect, it } from 'vitest';
import { bring, bytesOf } from './fixture.ts';
import { explained, ImportError, loaded } from './import-error.ts';
import { readFiles } from './together.ts';

const remarksOf = (session: Awaited<ReturnType<typeof bring>>, row = 0) =>
	session
		.view(row)
		.remarks.map(({ text }) => text)
		.join(' ');

describe('a yes or no that is not about being listed', () => {
	it.each([
		'Open to the public',
		'Wheelchair accessible',
		'Public transport nearby',
		'Online',
		'Public toilets'
	])('such as “%s” holds nothing back', async (heading) => {
		const session = await bring(
			`Title,Postcode,Type,${heading}\nMill Hall,NR3 1AA,Village hall,Yes\nQuay Hall,NR3 1AB,Village hall,No\n`
		);
		expect(session.summary().counts.held).toBe(0);
	});
});

describe('JSON that is written over many lines', () => {
	const HALL = {
		type: 'Feature',
		properties: { name: 'Mill Hall', type: 'Village hall' },
		geometry: { type: 'Point', coordinates: [1.21, 52.61] }
	};
	const RECORD = { name: 'Mill Hall', type: 'Village hall', lat: 52.61, lon: 1.21 };
	it.each([
		['features', [HALL], 'geojson'],
		['objects', [RECORD], 'records'],
		['lists', { data: [RECORD] }, 'records']
	])('is read as %s', async (_, value, id) => {
		for (const space of [0, 1, 2, '\t']) {
			for (const end of ['\n', '\r\n']) {
				const text = JSON.stringify(value, null, space).replaceAll('\n', end);
				const session = await bring(`${end} ${text}`, 'places.json');
				expect(session.result()[0]?.asset, `${id} ${text}`).toMatchObject({
					name: 'Mill Hall',
					longitude: 1.21,
					latitude: 52.61,
					subkind: 'village-hall'
				});
			}
		}
	});
	it('and a heading in brackets is none', async () => {
		const session = await bring('[Name],[Postcode]\nMill Hall,NR3 1AA\nQuay Hall,NR3 1AB\n');
		expect(session.result()).toHaveLength(2);
	});
});

describe('a page that is not with readers', () => {
	it.each([
		['Published', 'On', 'Off'],
		['Published', '1', '0'],
		['Published status', 'Published', 'Unpublished'],
		['Visible on website', 'Yes', 'No'],
		['Visible?', 'TRUE', 'FALSE'],
		['Included in directory', 'Y', 'N'],
		['Show postcode on map', 'Yes', 'No'],
		['Are you happy to be listed?', 'No objection', 'No thanks'],
		['Do you consent to your details being published?', 'Yes, I consent', 'I do not consent'],
		['Privacy level', 'Public', 'Internal only'],
		['Hidden', '', 'Yes'],
		['Hide from search', 'No', '1'],
		['Status', 'Published', 'Draft'],
		['Status', 'Live', 'Unpublished'],
		['Moderation status', 'published', 'draft']
	])('is held back by “%s”, and the others are not', async (heading, shown, hidden) => {
		const session = await bring(
			`Title,Postcode,Type,${heading}\nMill Hall,NR3 1AA,Village hall,${shown}\nQuay Hall,NR3 1AB,Village hall,${hidden}\n`
		);
		expect(session.summary().counts.held).toBe(1);
		expect(session.heldLines()).toEqual(['3']);
		expect(session.view(0).outcome).not.toBe('held');
	});
});

it('a building that is only called so in a tag of OpenStreetMap is no part of its address', async () => {
	const element = (id: number, tags: object) => ({
		type: 'node',
		id,
		lat: 52.61,
		lon: 1.21 + id / 1e3,
		tags
	});
	const session = await bring(
		JSON.stringify({
			version: 0.6,
			elements: [
				element(1, {
					amenity: 'community_centre',
					name: 'Mill Hall',
					building: 'yes',
					'addr:street': 'High Street'
				}),
				element(2, {
					amenity: 'community_centre',
					name: 'Quay Hall',
					building: 'church',
					'addr:street': 'Low Street'
				})
			]
		}),
		'places.json'
	);
	expect(session.result().map(({ asset }) => asset.address)).toEqual(['High Street', 'Low Street']);
});

it('the only words of a list may stand under “Building”: that is asked', async () => {
	const session = await bring(
		'FID,BUILDING,POINT_X,POINT_Y\n1,Mill Hall,1.21,52.61\n2,Quay House,1.22,52.61\n3,Old Forge,1.23,52.61\n'
	);
	expect(session.questions()).toMatchObject([{ column: 1, field: 'name' }]);
	const streets = await bring(
		'Name,Building,Postcode\nMill Hall,The Old Mill,NR3 1AA\nQuay Hall,Quay House,NR3 1AB\n'
	);
	expect(streets.questions()).toEqual([]);
	expect(streets.result()[0]?.asset.name).toBe('Mill Hall');
});

it('an e-mail address ends where a link says what the letter is about', async () => {
	const session = await bring(
		'Name,Postcode,E-mail\nMill Hall,NR3 1AA,info@hall.org.uk?subject=Booking\nQuay Hall,NR3 1AB,mailto:a@b.org?subject=x\n'
	);
	expect(session.result().map(({ asset }) => asset.email)).toEqual(['info@hall.org.uk', 'a@b.org']);
});

it('the number of a person by name is not that of a service', async () => {
	const service = (contact: string) => ({
		id: contact,
		name: `Lunch of ${contact}`,
		contacts: [{ name: contact, phones: [{ number: '07700 900123' }] }],
		service_at_locations: [
			{ location: { latitude: 52.61, longitude: 1.21, physical_addresses: [] } }
		]
	});
	const session = await bring(
		JSON.stringify({ totalElements: 2, content: [service('Jane Doe'), service('Front desk')] }),
		'services.json'
	);
	expect(session.result().map(({ asset }) => asset.phone)).toEqual([null, '07700 900123']);
});

it('a table between services and their places is one of those that were read', async () => {
	const files = {
		'organizations.csv': 'id,name,description\no1,Quay Trust,All that the trust does\n',
		'services.csv': 'id,organization_id,name\ns1,o1,Lunch\ns2,o1,Tea\n',
		'locations.csv':
			'id,name,latitude,longitude\nl1,Mill Hall,52.61,1.21\nl2,Quay Hall,52.62,1.22\n',
		'services_at_location.csv': 'id,service_id,location_id\nx1,s1,l2\nx2,s2,l1\n'
	};
	const { table } = await readFiles(
		Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) })),
		{}
	);
	expect(table.notes.join(' ')).toContain('services_at_location.csv');
	expect(table.notes.join(' ')).not.toContain('was not read');
	const latitude = table.headings.indexOf('latitude');
	expect(table.rows.map((row) => row[latitude])).toEqual(['52.62', '52.61']);
	// What a trust does is not what each of its services does.
	expect(table.headings).not.toContain('description');
});

describe('a postcode that is none', () => {
	it.each(['NR3 1', 'NR3 1AC2', 'ask', 'NR3 1AA or NR3 1AB'])(
		'“%s” cannot be right as it is, for one row or for all',
		async (postcode) => {
			const session = await bring(
				`Name,Postcode,Type\nMill Hall,${postcode},Village hall\nQuay Hall,NR3 1AB,Village hall\n`
			);
			expect(session.view(0).outcome).toBe('look');
			await session.apply(session.decisionsFor('confirm-looks'));
			expect(session.view(0).outcome).toBe('look');
			await session.apply({ do: 'decide', decisions: [[0, { confirmed: true, accepted: null }]] });
			expect(session.view(0).outcome).toBe('look');
			// Without it, somebody may know the place all the same.
			await session.apply({ do: 'edit', row: 0, column: 1, text: '' });
			expect(session.result()[0]?.asset).toMatchObject({ name: 'Mill Hall', postcode: null });
		}
	);
	it('that stands for an address that is not known is said to be that', async () => {
		const session = await bring('Name,Postcode,Type\nMill Hall,ZZ99 3VZ,Village hall\n');
		expect(remarksOf(session)).toContain('the NHS writes ZZ99 where an address is not known');
		await session.apply({ do: 'decide', decisions: [[0, { confirmed: true, accepted: null }]] });
		expect(session.result()[0]?.asset).toMatchObject({ postcode: null, longitude: null });
	});
});

describe('what is said of an error', () => {
	it('is the file’s fault only where that is known', () => {
		expect(explained(new ImportError('It is torn.', 'Mend it.'))).toEqual({
			problem: 'It is torn.',
			advice: 'Mend it.'
		});
		expect(explained(new DOMException('gone', 'NotReadableError')).advice).toContain('moved');
		expect(explained(new RangeError('Invalid array length')).problem).toContain('memory');
		for (const own of [new TypeError('x is undefined'), new Error('no'), 'no']) {
			const { problem, advice } = explained(own);
			expect(problem).toContain('Something went wrong here');
			expect(advice).toContain('The fault is ours');
			expect(problem + advice).not.toMatch(/online|moved/);
		}
	});
	it('is about the connection where a reader did not load', async () => {
		await expect(loaded(Promise.reject(new TypeError('Failed to fetch')))).rejects.toMatchObject({
			advice: expect.stringContaining('online') as string
		});
	});
});

it('a children’s home is held back however a register of care calls it', async () => {
	const session = await bring(
		'Name,Service type,Postcode\nHill House,Residential care home (children),NR3 1AA\nElm House,Care homes for children,NR3 1AB\n'
	);
	expect(session.summary().counts.held).toBe(2);
});

it('an organisation and a venue may each be the name: that is asked', async () => {
	const session = await bring(
		'Organisation,Head office postcode,Delivery venue,Venue postcode\nQuay Trust,SW1A 1AA,Mill Hall,NR3 1AA\nOld Trust,SW1A 1AA,Quay House,NR3 1AB\nForge Trust,SW1A 1AA,The Forge,NR3 2AD\n'
	);
	expect(session.questions()).toMatchObject([{ column: 2, field: 'name' }]);
	expect(session.view(0).cells[3]).toBe('NR3 1AA');
});

it('a kind over names is the name, beside a location that is an address', async () => {
	const session = await bring(
		'Warm Welcome Space,Opening hours,Location\nMill Hall,Tues 10am-1pm,"High Street, Mill. NR3 1AA"\nQuay Hall,Tues 10am-1pm,"Low Street, Mill. NR3 1AB"\nOld Hall,Wed 10am-1pm,"Old Road, Mill. NR3 2AD"\n'
	);
	expect(session.questions()).toEqual([]);
	expect(session.result().map(({ asset }) => asset.name)).toEqual([
		'Mill Hall',
		'Quay Hall',
		'Old Hall'
	]);
	expect(session.result()[0]?.asset.postcode).toBe('NR3 1AA');
});

it('a second place of a row is not read, and that is said', async () => {
	const session = await bring(
		'Group,Type,Site 1 postcode,Site 2 postcode\nMill Group,Playgroup,NR3 1AA,NR3 2AD\nQuay Group,Playgroup,NR3 1AB,NR3 2AD\n'
	);
	expect(session.mapping).toEqual(['name', 'kind', 'postcode', null]);
	expect(session.readings[3]).toMatchObject({
		confidence: 'guessed',
		why: expect.stringContaining('give that a row of its own') as string
	});
});

describe('an address that is only given to some', () => {
	const heldOf = async (note: string) =>
		(
			await bring(`Name,Postcode,Type,Remarks\nMill Group,NR3 1AA,Support group,"${note}"\n`)
		).summary().counts.held;
	it.each([
		'Venue disclosed on referral only',
		'Address given out on booking',
		'The location will be shared once booked',
		'Do not add to website',
		'HMO for unaccompanied asylum seeking children'
	])('holds a row back: “%s”', async (note) => {
		expect(await heldOf(note)).toBe(1);
	});
	it.each([
		'Lunch is given out on Mondays',
		'Referral needed',
		'Booking at the venue',
		'Add to your calendar'
	])('and not “%s”', async (note) => {
		expect(await heldOf(note)).toBe(0);
	});
});

it('a name or note that says that a place has closed needs a look', async () => {
	const session = await bring(
		'Name,Postcode,Type,Remarks\nMill Hall (CLOSED),NR3 1AA,Library,\nQuay Hall,NR3 1AB,Library,Closed down March 2025\nOld Hall,NR3 2AD,Library,Closed on Mondays\nThe Closed Shop,NR3 2AD,Library,\n'
	);
	expect([0, 1, 2, 3].map((row) => session.view(row).outcome === 'look')).toEqual([
		true,
		true,
		false,
		false
	]);
});

it('a sub-category says the kind where the category is not one', async () => {
	const session = await bring(
		'Name,Category,Sub-category,Postcode\nMill,Health,GP surgery,NR3 1AA\nQuay,Community,Village hall,NR3 1AB\nForge,Food,Food bank,NR3 2AD\n'
	);
	expect(session.questions()).toEqual([]);
	expect(session.result().map(({ asset }) => asset.kind)).toEqual([
		'gp-practice',
		'community-venue',
		'food-bank'
	]);
});

describe('somebody’s house', () => {
	const heldOf = async (note: string) =>
		(await bring(`Name,Postcode,Type,Comments\nMill Group,NR3 1AA,Social club,${note}\n`)).summary()
			.counts.held;
	it.each([
		'Runs in Sue’s house',
		"held at Jane's home on Mondays",
		'Meets in Priya Patel’s living room'
	])('“%s” holds a row back', async (note) => {
		expect(await heldOf(note)).toBe(1);
	});
	it.each([
		'Held at St Mary’s House',
		'Peter’s House is open to all',
		'Meets in the Queen’s House',
		'in Norwich’s kitchen'
	])('“%s” does not', async (note) => {
		expect(await heldOf(note)).toBe(0);
	});
});

it('rows whose cells have words of headings are no headings', async () => {
	const session = await bring(
		'Warm spaces 2026\n\nWhere\tAddress\tWhen\nMill Hall\tHigh Street NR3 1AA\tMon 10-12\nWells Family Hub\tStation Road, NR3 1AB\tMon 10-12\nQuay House\tLow Street NR3 2AD\tTue 10-12\n',
		'pasted.txt'
	);
	expect(session.table.headings.slice(0, 3)).toEqual(['Where', 'Address', 'When']);
	expect(session.table.rows).toHaveLength(3);
	expect(session.questions()).toMatchObject([{ column: 0, field: 'name' }]);
	const bare = await bring(
		'Where\tAddress\tWhen\nMill Hall\tHigh Street\tMon 10-12\nWells Family Hub\tStation Road\tMon 10-12\n'
	);
	expect(bare.table.rows).toHaveLength(2);
	const example = await bring(
		'Directory 2026,,\nName,Postcode (such as NR3 1AA),Type\nMill Hall,NR3 1AA,Village hall\nFamily Hub,NR3 1AB,Family hub\n'
	);
	expect(example.result().map(({ asset }) => asset.name)).toEqual(['Mill Hall', 'Family Hub']);
});

it('a formula for its own text is that text', async () => {
	const session = await bring(
		'Name,Postcode,Type,Phone\n="Mill Hall",="NR3 1AA",Village hall,"=""01603 400100"""\n'
	);
	expect(session.result()[0]?.asset).toMatchObject({
		name: 'Mill Hall',
		postcode: 'NR3 1AA',
		phone: '01603 400100'
	});
});

it('names in the markup of a page are names', async () => {
	const session = await bring(
		'Name,Postcode,Type\n<strong>Mill Hall</strong>,NR3 1AA,Village hall\n<strong>Quay Hall</strong>,NR3 1AB,Village hall\n<p>Old Hall</p>,NR3 2AD,Village hall\n'
	);
	expect(session.questions()).toEqual([]);
	expect(session.result().map(({ asset }) => asset.name)).toEqual([
		'Mill Hall',
		'Quay Hall',
		'Old Hall'
	]);
});

it('the opening and closing of two days are put together', async () => {
	const session = await bring(
		'Name,Postcode,Type,Monday opening,Monday closing,Tuesday opening,Tuesday closing,Wed\nMill Hall,NR3 1AA,Library,9.00,17.00,9.00,19.00,Closed\n'
	);
	expect(session.result()[0]?.asset.openingTimes).toBe(
		'Monday 9.00–17.00; Tuesday 9.00–19.00; Wednesday Closed'
	);
});

describe('a position in one cell', () => {
	const hex = (littleEndian: boolean, system: number | null, x: number, y: number) => {
		const view = new DataView(new ArrayBuffer(system === null ? 21 : 25));
		view.setUint8(0, littleEndian ? 1 : 0);
		view.setUint32(1, system === null ? 1 : 0x20000001, littleEndian);
		if (system !== null) view.setUint32(5, system, littleEndian);
		const at = system === null ? 5 : 9;
		view.setFloat64(at, x, littleEndian);
		view.setFloat64(at + 8, y, littleEndian);
		return Buffer.from(view.buffer).toString('hex');
	};
	it.each([
		['a database of maps', hex(true, 4326, 1.21, 52.61)],
		['one in capitals', hex(false, null, 1.21, 52.61).toUpperCase()],
		['one on the grid', hex(true, 27700, 617442, 306243)],
		[
			'a portal of data',
			JSON.stringify({
				latitude: '52.61',
				longitude: '1.21',
				human_address: '{"address":"High Street","zip":""}'
			})
		]
	])('of %s is read', async (_, cell) => {
		const session = await bring(
			`name,type,location\nMill Hall,Village hall,"${cell.replaceAll('"', '""')}"\n`
		);
		const { asset } = session.result()[0] ?? {};
		expect(asset?.longitude).toBeCloseTo(1.21, 2);
		expect(asset?.latitude).toBeCloseTo(52.61, 2);
	});
	it('of another shape, or cut, is shown with the reason', async () => {
		for (const cell of [
			'0103000020E6100000010000000500000000000000',
			'0101000020E61000005C8FC2F528'
		]) {
			const session = await bring(`name,type,geom\nMill Hall,Village hall,${cell}\n`);
			expect(session.view(0).outcome).toBe('look');
		}
	});
});

it('quotation marks with a backslash are the cell’s own where they stand twice', async () => {
	const twice = await bring(
		'Name,Postcode,Note\nMill Hall,NR3 1AA,"{\\""a\\"":\\""b\\"",\\""c\\"":1}"\n'
	);
	expect(twice.result()[0]?.asset.note).toContain('c');
	expect(twice.ownColumns).toBe(3);
	const once = await bring('Name,Postcode,Note\nMill Hall,NR3 1AA,"the \\"old\\" mill"\n');
	expect(once.result()[0]?.asset.note).toBe('the "old" mill');
});

describe('kinds as registers of schools and councils name them', () => {
	it.each([
		['Community school', 'school'],
		['Academy converter', 'school'],
		['Voluntary aided school', 'school'],
		['Local authority nursery school', 'school'],
		['Community special school', 'school'],
		['CAB', 'community-venue'],
		["Sure Start Children's Centre", 'family-hub'],
		['Sports pitch', 'community-venue'],
		['Health visiting clinic', 'hospital'],
		['Social group', 'community-venue'],
		// Of any of the three, so none of them.
		['Hospitals/Childcare/Caring Premises', 'other-service']
	])('%s', async (word, kind) => {
		const session = await bring(`Name,Postcode,Type\nMill,NR3 1AA,${word}\n`);
		expect(session.result()[0]?.asset.kind).toBe(kind);
	});
});
