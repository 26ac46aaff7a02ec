/** Lists of people who keep one: what they call their columns, sheets and files, and what they write below. */
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { daysInHeading } from './days-in-heading.ts';
import { bring } from './fixture.ts';
import { delimited } from './fixture-layouts.ts';
import { FEATURES, THREE, zipOf } from './readers/fixture.ts';
import type { ImportSession } from './session.ts';

const rowsOf = (more: readonly (readonly string[])[] = []): string[][] =>
	THREE.map(({ name, postcode }, at) => [name, postcode, ...(more[at] ?? [])]);
const list = (headings: readonly string[], rows: readonly (readonly string[])[]) =>
	bring(delimited([headings, ...rows]));
const fieldOf = (session: ImportSession, heading: string) =>
	session.readings[session.table.headings.indexOf(heading)]?.field;
const assetsOf = (session: ImportSession) => session.result().map(({ asset }) => asset);
const remarksOf = (session: ImportSession, row: number) =>
	session
		.view(row)
		.remarks.map(({ text }) => text)
		.join();

describe('the kind of a list of which no column says it', () => {
	it.each([
		['GP Practice', 'gp-practice'],
		['Warm space name', 'community-venue'],
		['Food bank', 'food-bank'],
		['Baby bank', 'other-service'],
		['Activity name', 'other-service']
	])('is what the heading over its names says: %s', async (heading, kind) => {
		const session = await list([heading, 'Postcode'], rowsOf());
		expect(assetsOf(session).map((asset) => asset.kind)).toEqual([kind, kind, kind]);
		expect(session.summary().asksKind).toBe(0);
	});

	it('is what the file is called, and else asked; a venue may be anything', async () => {
		const text = delimited([['Venue', 'Postcode'], ...rowsOf()]);
		const kinds = async (name: string) =>
			assetsOf(await bring(text, name)).map((asset) => asset.kind);
		expect(await kinds('Food-banks_2025.csv')).toContain('food-bank');
		const asked = await bring(text, 'final list v2.csv');
		expect(asked.summary().asksKind).toBe(3);
		const chosen = { kind: 'community-venue', subkind: null } as const;
		const undo = await asked.apply({ do: 'default-kind', kind: chosen });
		expect(asked.summary().asksKind).toBe(0);
		expect(assetsOf(asked).map((asset) => asset.kind)).toEqual(Array(3).fill('community-venue'));
		await asked.apply(undo);
		expect(asked.summary().asksKind).toBe(3);
		expect((await bring(text, 'Food-banks_2025.csv')).summary().asksKind).toBe(0);
	});

	it('is asked of the rows alone that a column leaves empty', async () => {
		const session = await list(['Name', 'Postcode', 'Type'], rowsOf([['Library'], [''], ['-']]));
		expect(session.summary().asksKind).toBe(2);
	});

	it('is what a more specific kind says', async () => {
		const session = await list(
			['Name', 'Postcode', 'Sub_type'],
			rowsOf([['Library'], ['Food bank'], ['Village hall']])
		);
		expect(assetsOf(session).map(({ kind }) => kind)).toEqual([
			'library',
			'food-bank',
			'community-venue'
		]);
	});

	it('is what files of one shape are called; numbers that begin again in each tell nothing apart', async () => {
		const file = (from: number, to: number) =>
			delimited([
				['Ref', 'Name', 'Postcode'],
				...rowsOf()
					.slice(from, to)
					.map((cells, at) => [String(at + 1), ...cells])
			]);
		const session = await bring(
			zipOf({ 'a/libraries.csv': file(0, 1), 'a/food banks 2025.csv': file(1, 3) }),
			'a.zip'
		);
		expect(assetsOf(session).map(({ name, kind }) => [name, kind])).toEqual([
			[THREE[0]?.name, 'library'],
			[THREE[1]?.name, 'food-bank'],
			[THREE[2]?.name, 'food-bank']
		]);
		expect(session.table.notes.join(' ')).toContain('“Ref” counts anew in each file');
		expect(session.table.sheets?.what).toBe('file');
	});
});

describe('sheets of one shape', () => {
	const workbook = (sheets: Record<string, string[][]>) => {
		const book = utils.book_new();
		for (const [name, rows] of Object.entries(sheets)) {
			utils.book_append_sheet(
				book,
				utils.aoa_to_sheet([['Ref', 'Name', 'Postcode'], ...rows]),
				name
			);
		}
		return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
	};
	const [one = [], two = [], three = []] = rowsOf();

	it('of which one is of closed places has those looked at', async () => {
		const session = await bring(
			workbook({ Open: [['1', ...one]], 'Closed 2024': [['2', ...two]] }),
			'a.xlsx'
		);
		expect(session.view(0).outcome).toBe('accepted');
		expect(remarksOf(session, 1)).toContain('“Closed 2024”');
		expect(session.view(1).outcome).toBe('look');
	});

	it('that name one place by one number say so of it', async () => {
		const session = await bring(
			workbook({
				North: [
					['1', ...one],
					['2', ...two]
				],
				South: [
					['1', ...one],
					['3', ...three]
				]
			}),
			'a.xlsx'
		);
		expect(fieldOf(session, 'Ref')).toBe('id');
		expect(session.view(2).outcome).toBe('look');
		expect(session.summary().counts.accepted).toBe(3);
	});
});

describe('what is somebody’s own', () => {
	it('is not kept under the initials of a post, or beside the name of whoever holds it', async () => {
		const session = await list(
			[
				'Practice name',
				'Postcode',
				'Practice Manager',
				'PM Email',
				'Key Contact',
				'Key Contact: Email',
				'Email'
			],
			rowsOf(
				['Ann Grey', 'Bob White', 'Sue Brown'].map((name, at) => [
					name,
					`manager${at}@example.org`,
					name,
					`key${at}@example.org`,
					`hello${at}@example.org`
				])
			)
		);
		const kept = JSON.stringify(session.result());
		expect(kept).toContain('hello0@example.org');
		expect(kept).not.toMatch(/manager|key\d|Grey|White|Brown/);
	});

	it('is not told from a group by two words alone: that is asked', async () => {
		const organised = (names: readonly string[]) =>
			list(['Name', 'Postcode', 'Organiser'], rowsOf(names.map((name) => [name])));
		const people = await organised(['Ann Grey', 'Bob White', 'Mrs Brown']);
		expect(fieldOf(people, 'Organiser')).toBeNull();
		expect(people.questions()).toEqual([]);
		const groups = await organised(['Knit Natter', 'Happy Feet', 'Green Fingers']);
		expect(groups.questions().map(({ field, alternatives }) => [field, alternatives])).toEqual([
			['organisation', [null]]
		]);
	});

	it('may be the address that is billed, where there is no other', async () => {
		const headings = [
			'Account Name',
			'Billing Street',
			'Billing Zip/Postal Code',
			'Charity number'
		];
		const session = await list(headings, [['A Group', '12 Acacia Road', 'NR3 1AA', '1100000']]);
		expect(session.view(0).remarks.map(({ topic }) => topic)).toContain('home');
		const other = await list(
			[...headings, 'Postcode'],
			[['A Group', '12 Acacia Road', 'NR3 1AA', '1100000', 'NR3 2AD']]
		);
		expect(assetsOf(other).map(({ address, postcode }) => [address, postcode])).toEqual([
			[null, 'NR3 2AD']
		]);
	});
});

it.each([
	['Sat/Sun', 'Saturday and Sunday'],
	['Mon-Fri', 'Monday to Friday'],
	['Mon to Thurs hours', 'Monday to Thursday'],
	['Mon, Wed & Fri', 'Monday, Wednesday and Friday'],
	['Weekend', 'Saturday and Sunday'],
	['Weekday opening', 'Monday to Friday'],
	['opening_hours_weds', 'Wednesday'],
	['Sunderland', null],
	['Month', null]
])('a heading “%s” names the days %s', (heading, days) => {
	expect(daysInHeading(heading)).toBe(days);
});

it('what is written below a list to its readers is no place, and is named', async () => {
	const session = await list(
		['Hall', 'Address', 'Postcode', 'Notes'],
		[
			...THREE.map(({ name, postcode }) => [name, 'Market Place', postcode, '']),
			['Total: 3 halls', '', '', ''],
			['If you would like your hall added, e-mail halls@example.org', '', '', '']
		]
	);
	expect(session.summary().rows).toBe(3);
	expect(session.table.notes.join(' ')).toMatch(/Two rows.*“Total: 3 halls”.*“If you would like/);
});

it('properties in web mercator are compared with the geometry', async () => {
	const [first, ...others] = FEATURES;
	const withMetres = (feature: (typeof FEATURES)[number] | undefined, x: number, y: number) => ({
		...feature,
		properties: { ...feature?.properties, POINT_X: x, POINT_Y: y }
	});
	const session = await bring(
		JSON.stringify({
			type: 'FeatureCollection',
			features: [
				withMetres(first, 134696.58, 6911181.79),
				withMetres(others[0], 142488.95, 6914849.05)
			]
		}),
		'a.geojson'
	);
	expect(session.view(0).outcome).toBe('accepted');
	expect(remarksOf(session, 1)).toMatch(/is \d.*km from where/);
});

it('marks of uMap are taken out of descriptions, and what My Maps says twice is said once', async () => {
	const [feature] = FEATURES;
	const umap = await bring(
		JSON.stringify({
			type: 'umap',
			layers: [
				{
					type: 'FeatureCollection',
					_umap_options: { name: 'A' },
					features: [
						{
							...feature,
							properties: {
								name: 'A Hall',
								description:
									'**Open** daily\n[[https://a.example|more]] {{https://a.example/b.png}}'
							}
						}
					]
				}
			]
		}),
		'a.umap'
	);
	expect(assetsOf(umap)[0]?.note).toBe('Open daily more: https://a.example');
	const mark = `<Placemark><name>A Hall</name><description><![CDATA[Post Code: NR3 1AA<br>Phone: 01632 960001]]></description><ExtendedData><Data name="Post Code"><value>NR3 1AA</value></Data><Data name="Phone"><value>01632 960001</value></Data></ExtendedData><Point><coordinates>1.21,52.61,0</coordinates></Point></Placemark>`;
	const kml = await bring(
		`<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${mark}</Document></kml>`,
		'a.kml'
	);
	expect(assetsOf(kml).map(({ note, phone }) => [note, phone])).toEqual([[null, '01632 960001']]);
});
