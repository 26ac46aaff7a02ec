/** Every format: what is written comes back, and hostile files get a clear answer. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../asset.ts';
import {
	ASSET_KINDS,
	ASSET_SUBKINDS,
	VERIFIER_ROLES,
	type AssetKind,
	type VerifierRole
} from '../kinds.ts';
import { assetsCsv, assetsGeojson, templateCsv } from '../export.ts';
import { bring, bytesOf } from './fixture.ts';
import { spreadsheet } from './fixture-spreadsheet.ts';
import { readTable } from './formats.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { writeOwnFile } from './own-file.ts';
import { isSensitive } from '../sensitive.ts';
import { saysNothing, tidy } from './values.ts';
import { NO_OWNER } from '../../catalogue/owner.ts';

/** Texts as a check leaves them, formulas and markup among them. */
const text = fc
	.oneof(
		fc.string({ unit: 'grapheme', maxLength: 40 }),
		fc.constantFrom(
			'=HYPERLINK("http://example.org")',
			'+44 1632 960001',
			'@sum',
			'-5',
			"'=1",
			"''-x",
			'a,"b";c',
			'<b>x</b>',
			'Éire’s café'
		)
	)
	.map((made) => tidy(made).text)
	.filter((made) => made !== '' && !saysNothing(made));
const name = text.filter((made) => /[\p{L}\p{N}]/u.test(made));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const kind = fc.constantFrom(...(Object.keys(ASSET_KINDS) as AssetKind[])).chain((kind) => {
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	return fc.record({
		kind: fc.constant(kind),
		subkind: fc.constantFrom(null, ...Object.keys(subkinds[kind] ?? {}))
	});
});
const place = fc.constantFrom(
	{
		postcode: 'NR3 1AA',
		longitude: 1.21,
		latitude: 52.61,
		pointSource: 'postcode centroid',
		lsoa21: 'E01000001'
	},
	{
		postcode: null,
		longitude: 1.2603,
		latitude: 52.6101,
		pointSource: 'given',
		lsoa21: 'E01000002'
	},
	{
		postcode: 'NR3 1AB',
		longitude: 1.22,
		latitude: 52.62,
		pointSource: 'a survey',
		lsoa21: 'E01000001'
	},
	{
		postcode: null,
		longitude: null,
		latitude: null,
		pointSource: 'none: kept without a position',
		lsoa21: null
	}
);
const status = fc.oneof(
	fc.record({
		verified: fc.constantFrom('2026-08-17', '2026-08', '2025'),
		verifiedBy: fc.constantFrom(...(Object.keys(VERIFIER_ROLES) as VerifierRole[])),
		status: fc.constantFrom('verified' as const, 'closed' as const, 'stale' as const)
	}),
	fc.record({
		verified: fc.constant(null),
		verifiedBy: fc.constant(null),
		status: fc.constantFrom('unverified' as const, 'closed' as const, 'stale' as const)
	})
);
const asset: fc.Arbitrary<Asset> = fc
	.record({
		said: fc.record({
			serves: maybe(text),
			address: maybe(text),
			registeredAddress: maybe(text),
			registeredPostcode: maybe(text),
			areaOfOperation: maybe(text),
			openingTimes: maybe(text),
			organisation: maybe(text),
			charityNumber: maybe(text),
			companyNumber: maybe(text),
			phone: maybe(text),
			email: maybe(text),
			licence: maybe(text),
			note: maybe(text)
		}),
		name,
		kind,
		place,
		status,
		rest: fc.record({
			capacity: maybe(fc.nat(5000)),
			url: maybe(fc.constantFrom('https://example.org/a?b=c', 'http://example.org')),
			collected: fc.constantFrom('2026-08-17', '2026-08', '2026'),
			firstSeen: maybe(fc.constant('2024')),
			lastSeen: maybe(fc.constant('2026-01-31')),
			consent: maybe(fc.boolean())
		})
	})
	.map(({ said, name, kind, place, status, rest }) => ({
		id: '',
		name,
		...kind,
		...said,
		...place,
		...rest,
		...status,
		source: 'yours',
		sourceDetail: 'a list.csv'
	}))
	// A postcode in the address would place what has none, and refuges have no place.
	.filter((made) => !isSensitive(made) && !/\d[A-Za-z]{2}\W*$/.test(made.address ?? ''));
const assets = fc
	.array(asset, { minLength: 1, maxLength: 6 })
	.map((made) =>
		made.map((one, i) => ({ ...one, id: `x-${i}`, name: `${one.name} ${'abcdef'[i] ?? ''}` }))
	);

const assetsOf = async (content: string, name: string) =>
	(await bring(content, name)).result().map(({ asset }) => asset);

describe('what is exported', () => {
	it('comes back as it was from the file to share', async () => {
		await fc.assert(
			fc.asyncProperty(assets, async (made) => {
				expect(
					await assetsOf(writeOwnFile(made, 'X', '2026-11-27', NO_OWNER), 'a list.json')
				).toEqual(made);
			}),
			{ numRuns: 100 }
		);
	});
	it('comes back as it was from CSV', async () => {
		await fc.assert(
			fc.asyncProperty(assets, async (made) => {
				expect(await assetsOf(assetsCsv(made, NO_OWNER), 'a list.csv')).toEqual(made);
			}),
			{ numRuns: 100 }
		);
	});
	it('comes back as it was from GeoJSON, where it has a point', async () => {
		await fc.assert(
			fc.asyncProperty(assets, async (made) => {
				const placed = made.filter(({ longitude }) => longitude !== null);
				fc.pre(placed.length > 0);
				expect(await assetsOf(assetsGeojson(made, NO_OWNER), 'a list.geojson')).toEqual(placed);
			}),
			{ numRuns: 100 }
		);
	});
	it('gives a line or an area a point of its own, and says so', async () => {
		const ring = (x: number) => [
			[x, 52.61],
			[x + 0.01, 52.61],
			[x + 0.01, 52.62],
			[x, 52.61]
		];
		const feature = (name: string, geometry: unknown) => ({
			type: 'Feature',
			properties: { name },
			geometry
		});
		const session = await bring(
			JSON.stringify({
				type: 'FeatureCollection',
				features: [
					feature('Park', { type: 'Polygon', coordinates: [ring(1.21)] }),
					feature('Path', {
						type: 'LineString',
						coordinates: [
							[1.21, 52.61],
							[1.22, 52.62]
						]
					}),
					feature('Hall', { type: 'Point', coordinates: [1.21, 52.61] }),
					feature('Broken', { type: 'Polygon', coordinates: 'everywhere' })
				]
			}),
			'shapes.geojson'
		);
		const rows = [0, 1, 2, 3].map((row) => session.view(row));
		expect(rows.map(({ outcome }) => outcome)).toEqual(['fixed', 'fixed', 'accepted', 'look']);
		expect(rows[0]?.remarks.map(({ text }) => text).join()).toContain('a line or an area');
		const [park, path, hall] = session.result().map(({ asset }) => asset);
		const { longitude = null, latitude = null } = park ?? {};
		// Inside the triangle: right of its left corner, and below its slope.
		expect(longitude).toBeGreaterThan(1.21);
		expect((latitude ?? NaN) - 52.61).toBeLessThanOrEqual((longitude ?? NaN) - 1.21 + 1e-9);
		expect(path?.pointSource).toBe('a point on its line or in its area');
		expect(hall).toMatchObject({ longitude: 1.21, pointSource: 'given' });
		expect(session.table.notes.join()).toContain('no point could be found');
	});
	it('has a template that its own import understands', async () => {
		const { table } = await readTable({
			name: 'template.csv',
			bytes: bytesOf(`${templateCsv()}x,y\n`)
		});
		expect(table.headings.slice(0, 3)).toEqual(['id', 'name', 'kind']);
	});
});

describe('a spreadsheet', () => {
	it('is read from the row of its headings on', async () => {
		const session = await bring(
			spreadsheet([
				['Our warm spaces, winter'],
				['Venue name', 'Post code', 'Capacity', 'Category'],
				['Invented Hall', 'NR3 1AA', 60, 'Church hall']
			]),
			'places.xlsx'
		);
		expect(session.result()[0]?.asset).toMatchObject({
			name: 'Invented Hall',
			capacity: 60,
			subkind: 'place-of-worship'
		});
		expect(session.view(0).line).toBe(3);
	});
	it('keeps formulas and markup as text', async () => {
		const session = await bring(
			spreadsheet([
				['Name', 'Postcode', 'Notes'],
				['=HYPERLINK("http://example.org")', 'NR3 1AA', '<img src=x onerror=alert(1)>']
			]),
			'places.xlsx'
		);
		const [one] = session.result();
		expect(one?.asset.name).toBe('=HYPERLINK("http://example.org")');
		expect(one?.asset.note).toBe('<img src=x onerror=alert(1)>');
		expect(assetsCsv(one ? [one.asset] : [], NO_OWNER)).toContain(`'=HYPERLINK`);
	});
	it('has sheets that are chosen by their place: two may have one name', async () => {
		const cell = (text: string) =>
			`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
		const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
		const bytes = spreadsheet([], {
			'xl/workbook.xml':
				'<workbook><sheets><sheet name="Places" sheetId="1" r:id="rId1"/><sheet name="Places" sheetId="2" r:id="rId2"/><sheet name="Empty" sheetId="3" r:id="rId3"/></sheets></workbook>',
			'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2, 3].map((n) => `<Relationship Id="rId${n}" Type="${type}" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
			'xl/worksheets/sheet1.xml': cell('First Hall'),
			'xl/worksheets/sheet2.xml': cell('Second Hall'),
			'xl/worksheets/sheet3.xml': '<worksheet><sheetData/></worksheet>'
		});
		for (const [sheet, name] of [
			[0, 'First Hall'],
			[1, 'Second Hall']
		] as const) {
			const { table } = await readTable({ name: 'a.xlsx', bytes }, { sheet });
			expect(table.rows).toEqual([[name]]);
			expect(table.sheets).toEqual({
				names: ['Places (1 of 2)', 'Places (2 of 2)', 'All 2 with the same columns'],
				read: sheet
			});
		}
		const { table } = await readTable({ name: 'a.xlsx', bytes });
		expect(table.sheets?.read).toBe(2);
		expect(table.rows.map(([, name]) => name)).toEqual(['First Hall', 'Second Hall']);
	});
	it('of every size of names and numbers comes back', async () => {
		const cell = fc
			.string({ unit: fc.constantFrom(...'abc &<=é'), minLength: 1, maxLength: 8 })
			.filter((made) => /[abc]/.test(made));
		await fc.assert(
			fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (names) => {
				const { table } = await readTable({
					name: 'x.xlsx',
					bytes: spreadsheet([['Name', 'Postcode'], ...names.map((one) => [one, 'NR3 1AA'])])
				});
				expect(table.rows.map(([first]) => first?.trim())).toEqual(names.map((one) => one.trim()));
			}),
			{ numRuns: 40 }
		);
	});
});

describe('Open Referral UK', () => {
	it('of version 3 gives a row a service and location', async () => {
		const service = {
			id: 'ac1',
			name: 'Invented Counselling',
			status: 'active',
			description: '<p>Talk to somebody.</p>',
			last_modified: '2026-03-15T10:30:45.123Z',
			organization: {
				id: 'o',
				name: 'Invented Trust',
				organization_identifiers: [{ identifier_scheme: 'GB-CHC', identifier: '0000000' }]
			},
			schedules: [{ byday: 'TH,FR', opens_at: '10:00:00', closes_at: '18:00:00' }],
			attributes: [{ taxonomy_term: { name: 'Community centre' } }],
			service_at_locations: [
				{
					id: 'a',
					location: {
						id: 'l1',
						latitude: 52.61,
						longitude: 1.21,
						addresses: [
							{ address_1: '1 Invented Street', city: 'Exampleton', postal_code: 'NR3 1AA' }
						]
					}
				},
				{
					id: 'b',
					location: {
						id: 'l2',
						addresses: [{ address_1: '2 Invented Street', postal_code: 'NR3 1AB' }]
					}
				}
			]
		};
		const session = await bring(
			JSON.stringify({ total_items: 9, contents: [service] }),
			'feed.json'
		);
		expect(session.table.notes.join()).toContain('It has 1 of 9 services'.toLowerCase().slice(3));
		const [one, two] = session.result();
		expect(one?.asset).toMatchObject({
			id: 'ac1-l1',
			name: 'Invented Counselling',
			kind: 'community-venue',
			subkind: 'community-centre',
			organisation: 'Invented Trust',
			charityNumber: '0000000',
			openingTimes: 'Thursday, Friday 10:00–18:00',
			address: '1 Invented Street, Exampleton',
			note: 'Talk to somebody.',
			lastSeen: '2026-03-15'
		});
		expect(two?.asset).toMatchObject({ id: 'ac1-l2', postcode: 'NR3 1AB', latitude: 52.6215 });
	});
	it('of versions 1 and 2 is read too', async () => {
		const page = {
			totalElements: 1,
			content: [
				{
					id: '7',
					name: 'Invented Walks',
					organization: { name: 'Invented Walkers' },
					service_taxonomys: [{ taxonomy: { name: 'Charity' } }],
					regular_schedules: [{ weekday: 'MO', opens_at: '09:30', closes_at: '11:00' }],
					eligibilitys: [{ eligibility: 'Adults' }],
					service_at_locations: [
						{
							location: {
								name: 'Invented Park',
								latitude: '52.61',
								longitude: '1.21',
								physical_addresses: [{ postal_code: 'NR3 1AA' }]
							}
						}
					]
				}
			]
		};
		const [one] = (await bring(JSON.stringify(page), 'feed.json')).result();
		expect(one?.asset).toMatchObject({
			name: 'Invented Walks',
			kind: 'charity',
			serves: 'Adults',
			address: 'Invented Park',
			openingTimes: 'Monday 09:30–11:00'
		});
	});
});

describe('columns', () => {
	it.each([
		['Venue Name;POST-CODE;Opening Hours', 'Invented Hall;nr3 1aa;Mon'],
		['name\tpostal_code\topeningTimes', 'Invented Hall\tNR3 1AA\tMon'],
		['Nmae of venue,Postcde,Openning times', 'Invented Hall,NR3 1AA,Mon']
	])('are recognised in “%s”', async (headings, row) => {
		const session = await bring(`${headings}\n${row}`);
		expect(session.mapping).toEqual(['name', 'postcode', 'openingTimes', 'kind']);
	});
	it('are guessed from what stands in them where there are no headings', async () => {
		const session = await bring(
			'Invented Hall\tNR3 1AA\t01632 960001\nInvented Barn\tNR3 1AB\t01632 960002\n'
		);
		expect(session.mapping).toEqual(['name', 'postcode', 'phone', 'kind']);
		expect(session.result()).toHaveLength(2);
	});
	it('of an address are put together', async () => {
		const session = await bring(
			'Name,Address 1,Address 2,Town,Postcode\nA,1 Road,,Exampleton,NR3 1AA'
		);
		expect(session.result()[0]?.asset.address).toBe('1 Road, Exampleton');
	});
	it('with one heading twice are told apart', async () => {
		const session = await bring('Name,Postcode,Name\nA,NR3 1AA,B');
		expect(session.table.headings).toEqual(['Name', 'Postcode', 'Name (2)', 'Kind (added)']);
		expect(session.mapping).toEqual(['name', 'postcode', null, 'kind']);
		expect(session.table.notes.join()).toContain('More than one column is called “Name”');
	});
	it('keep their lines through line breaks of every kind', async () => {
		const session = await bring(
			'Name,Address,Postcode\r\nA,"1 Road\r\nTown",NR3 1AA\nB,2 Road,NR3 1AB\rC,3 Road,NR3 2AD\r\n'
		);
		expect(session.result().map(({ asset }) => [asset.name, asset.address])).toEqual([
			['A', '1 Road, Town'],
			['B', '2 Road'],
			['C', '3 Road']
		]);
		expect([0, 1, 2].map((row) => session.view(row).line)).toEqual([2, 4, 5]);
	});
});

const utf16 = (content: string, mark: boolean): Uint8Array => {
	const units = [...(mark ? '\ufeff' : ''), ...content].map((one) => one.charCodeAt(0));
	return new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]));
};

describe('text in other encodings', () => {
	const csv = 'Name,Postcode\nCafé Invented,NR3 1AA\n';
	it.each([
		['UTF-16 with a mark', utf16(csv, true)],
		['UTF-16 without one', utf16(csv, false)],
		['Windows-1252', new Uint8Array([...csv].map((one) => one.charCodeAt(0)))],
		['UTF-8 with a mark', bytesOf(`\ufeff${csv}`)]
	])('%s is read as it was meant', async (encoding, bytes) => {
		const session = await bring(bytes);
		expect(session.result()[0]?.asset.name).toBe('Café Invented');
		if (!encoding.startsWith('UTF-8'))
			expect(session.table.notes[0]).toContain(encoding.slice(0, 6));
	});
});

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lol2;</t></is></c></row></sheetData></worksheet>`;
const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * 37) % 256);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...noise]);

describe('a hostile or mistaken file gets a clear answer', () => {
	const cases: [string, string, string | Uint8Array, string][] = [
		['nothing', 'a.csv', '', 'This file is empty'],
		['blank lines', 'a.csv', '\n\n , \n', 'There is nothing in this file'],
		['headings alone', 'a.csv', 'Name,Postcode\n', 'headings and no rows'],
		['a picture', 'a.csv', png, 'it is a picture'],
		['noise', 'a.csv', noise, 'This file is not text'],
		['a PDF', 'a.csv', '%PDF-1.7 …', 'it is a PDF'],
		[
			'an old spreadsheet',
			'a.xls',
			new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
			'before 2007'
		],
		[
			'a web page',
			'a.csv',
			'<!DOCTYPE html><html><body>Log in</body></html>',
			'This is a web page'
		],
		['JSON of another kind', 'a.json', '{"hello":[1,2]}', 'Its members are “hello”'],
		['a bare list', 'a.json', '[1,2,3]', 'no list of places'],
		['broken JSON', 'a.geojson', '{"type":"FeatureCollection","features":[', 'is broken'],
		['JSON without end', 'a.json', `${'['.repeat(100_000)}`, 'levels deep'],
		[
			'GeoJSON without features',
			'a.geojson',
			'{"type":"FeatureCollection","features":[]}',
			'no features'
		],
		[
			'GeoJSON of another grid',
			'a.geojson',
			'{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[{}]}',
			'which we do not know'
		],
		[
			'a list of a newer version',
			'a.json',
			'{"format":"asset-gap-map/assets","version":99,"assets":[{}]}',
			'newer version'
		],
		[
			'a list without assets',
			'a.json',
			'{"format":"asset-gap-map/assets","version":1}',
			'not complete'
		],
		[
			'billion laughs',
			'a.xlsx',
			spreadsheet([], { 'xl/worksheets/sheet1.xml': LAUGHS }),
			'entities of its own'
		],
		[
			'a bomb',
			'a.xlsx',
			spreadsheet([], { 'xl/worksheets/sheet1.xml': ' '.repeat(LIMITS.unpackedBytes + 1) }),
			'unpacks to more than 200 MB'
		],
		[
			'a cell far out',
			'a.xlsx',
			spreadsheet([], {
				'xl/worksheets/sheet1.xml':
					'<worksheet><sheetData><row r="1"><c r="ZZZ1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
			}),
			'columns; at most 200'
		],
		[
			'an archive of other things',
			'a.xlsx',
			zipSync({ 'a/b.xml': strToU8('<a/>') }),
			'no sheets in it'
		],
		['a damaged spreadsheet', 'a.xlsx', spreadsheet([['Name'], ['A']]).subarray(0, 300), 'damaged'],
		['an empty spreadsheet', 'a.xlsx', spreadsheet([]), 'There is nothing in this spreadsheet'],
		[
			'a million rows',
			'a.csv',
			`Name,Postcode\n${'A,NR3 1AA\n'.repeat(1_000_000)}`,
			'more than 100,000 rows'
		],
		[
			'too many columns',
			'a.csv',
			`${Array.from({ length: 300 }, (_, i) => `c${i}`).join()}\n1,2`,
			'300 columns'
		]
	];
	it.each(cases)('%s', async (_, name, content, problem) => {
		const bytes = typeof content === 'string' ? bytesOf(content) : content;
		const error: unknown = await readTable({ name, bytes }).catch((one: unknown) => one);
		expect(error).toBeInstanceOf(ImportError);
		expect((error as ImportError).message).toContain(problem);
		expect((error as ImportError).advice).toMatch(/\.$/);
	});

	it('of 200 MB, before it is read', async () => {
		const { checkSize } = await import('./formats.ts');
		expect(() => checkSize('a.csv', 200e6)).toThrow('This file has 200 MB; at most 60 MB are read');
		expect(() => checkSize('a.xlsx', 30e6)).toThrow('at most 25 MB');
	});

	it('whatever its bytes', async () => {
		const start = fc.constantFrom(
			'',
			'PK\u0003\u0004',
			'{',
			'[',
			'{"type":"FeatureCollection","features":[',
			'Name,Postcode\n',
			'"'
		);
		await fc.assert(
			fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (begin, rest) => {
				const bytes = new Uint8Array([...[...begin].map((one) => one.charCodeAt(0)), ...rest]);
				const result: unknown = await readTable({ name: 'x', bytes }).catch(
					(error: unknown) => error
				);
				if (result instanceof Error) expect(result).toBeInstanceOf(ImportError);
			}),
			{ numRuns: 300 }
		);
	});

	it('whatever JSON it is', async () => {
		const values = fc.oneof(
			fc.jsonValue(),
			fc.record({
				type: fc.constantFrom('FeatureCollection', 'Feature'),
				features: fc.jsonValue(),
				crs: fc.jsonValue(),
				geometry: fc.jsonValue(),
				properties: fc.jsonValue()
			}),
			fc.record({
				contents: fc.array(
					fc.record({
						id: fc.jsonValue(),
						name: fc.jsonValue(),
						organization: fc.jsonValue(),
						service_at_locations: fc.jsonValue(),
						schedules: fc.jsonValue()
					})
				)
			}),
			fc.record({
				format: fc.constant('asset-gap-map/assets'),
				version: fc.constant(1),
				assets: fc.jsonValue()
			})
		);
		await fc.assert(
			fc.asyncProperty(values, async (value) => {
				const result: unknown = await bring(JSON.stringify(value), 'x.json').catch(
					(error: unknown) => error
				);
				if (result instanceof Error) expect(result).toBeInstanceOf(ImportError);
			}),
			{ numRuns: 300 }
		);
	});
});
