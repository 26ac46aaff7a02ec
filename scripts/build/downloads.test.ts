import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { DOMAINS } from '../../src/lib/indicators/deprivation-measures.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import { documentOf, sourceLine } from '../../src/lib/document/document.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { toGeoJson } from '../../src/lib/export/geojson.ts';
import { besideCsv, deprivationSheet, placesSheet, sourceOf, type Sheet } from './downloads.ts';

const parent = { codes: ['P1'], names: ['Parent'], of: [0, 0] };
const areas: AreasPart = {
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['residents', 'areas'],
	lsoa: {
		codes: ['E01000001', 'E01000002'],
		names: ['North 001A', 'North 001B'],
		residents: [1500, 1600],
		longitude: [1, 1],
		latitude: [52, 52]
	},
	msoa: parent,
	district: { ...parent, partOf: [null], notes: [null] },
	place: parent
};
const facts = {
	kind: 'facts',
	part: 'deprivation-2025',
	vintage: '2021',
	level: 'lsoa',
	datasets: ['deprivation', 'residents'],
	columns: {
		imd_rank: { values: [10, 30_000] },
		imd_decile: { values: [1, 9] },
		imd_score: { values: [70.5, 4.25] }
	},
	england: {}
} satisfies FactsPart;
const domains: FactsPart = {
	...facts,
	kind: 'facts',
	part: 'deprivation-domains-2025',
	columns: Object.fromEntries(
		DOMAINS.flatMap(({ column }) => [
			[`${column}_rank`, { values: [5, 6] }],
			[`${column}_decile`, { values: [1, 10] }]
		])
	)
};
const venues: AssetsPart = {
	kind: 'assets',
	part: 'community-venues',
	datasets: ['venues'],
	collected: '2026-08-17',
	reachKm: 10,
	ids: ['v1', 'v2'],
	names: ['=HYPERLINK("http://example.org")', 'Café, “The Hub”'],
	kindOf: [0, 0],
	kinds: [{ id: 'community-venue', label: 'Community venue' }],
	status: [0, 0],
	statuses: ['unverified'],
	longitude: [-2.36, 1.29],
	latitude: [51.38, 52.63],
	lsoa21: ['E01000001', null],
	lsoa11: [null, null],
	addresses: ['@1 High Street', null],
	postcodes: ['NR1 1AA', null],
	lastSeen: ['2026-08-17', null],
	claims: [[0, 1], [1]],
	sources: [
		{ id: 'a', title: 'Directory A' },
		{ id: 'b', title: 'Directory B' }
	]
};
const headerOf = ({ table }: Sheet) => table.columns.map(({ label }) => label);
const lines = (csv: string) =>
	parse(csv, { bom: true, relax_column_count: true }) as unknown as string[][];

describe('deprivation to take away', () => {
	const sheet = deprivationSheet('2025', areas, facts, domains);

	it('has a row a neighbourhood, with Core20 said in words', () => {
		expect(sheet.table.rows.map((row) => row.slice(0, 11))).toEqual([
			['E01000001', 'North 001A', 'P1', 'Parent', 'Parent', 'Parent', 1500, 10, 1, 70.5, 'Yes'],
			['E01000002', 'North 001B', 'P1', 'Parent', 'Parent', 'Parent', 1600, 30_000, 9, 4.25, 'No']
		]);
		expect(sheet.table.rows[1]?.[headerOf(sheet).indexOf('Income: decile')]).toBe(10);
		for (const row of sheet.table.rows) expect(row).toHaveLength(headerOf(sheet).length);
		expect(sheet.datasets).toEqual(['deprivation', 'residents', 'areas']);
	});

	it('says that the scores of 2019 are not official', () => {
		const before = deprivationSheet('2019', areas, facts, domains);
		expect(headerOf(before)).toContain('IMD score (recomputed, not official)');
		expect(before.notes.join(' ')).toContain('not official');
		expect(headerOf(sheet)).toContain('IMD score');
	});

	it('stops where a column is missing', () => {
		expect(() => deprivationSheet('2025', areas, { ...facts, columns: {} }, domains)).toThrow(
			'imd_rank'
		);
	});
});

describe('places to take away', () => {
	const reached = new Map([
		['v1', { openingTimes: 'Mo 10:00-12:00', phone: '01603 000000', email: null, url: null }]
	]);
	const sheet = placesSheet('Community venues', venues, areas, reached, ['A caveat.']);
	const document = documentOf('Venues', sheet.table, {
		sentences: ['Title'],
		sources: [{ title: 'A', publisher: 'B', period: '2026' }],
		notes: ['…']
	});
	const notes = ['Title', 'Source: A, B; 2026', 'Note: …'];

	it('has its headings in line 1, and what is said of it in a file beside', () => {
		const rows = lines(toCsv(document, { spreadsheet: true }));
		expect(rows[0]).toEqual([...headerOf(sheet), 'Sources']);
		expect(rows).toHaveLength(1 + 2);
		const about = JSON.parse(besideCsv(document, 'venues.csv')) as {
			'rdfs:comment': string[];
			tables: { url: string; tableSchema: { columns: { titles: string }[] } }[];
		};
		expect(about['rdfs:comment']).toEqual(['…']);
		expect(about.tables[0]?.url).toBe('venues.csv');
		expect(about.tables[0]?.tableSchema.columns.map(({ titles }) => titles)).toEqual(rows[0]);
	});

	it('keeps texts from being read as formulas, and numbers as numbers', () => {
		const row = lines(toCsv(document, { spreadsheet: true }))[1] ?? [];
		expect(row).toContain(`'=HYPERLINK("http://example.org")`);
		expect(row).toContain(`'@1 High Street`);
		expect(row).toContain('-2.36');
		expect(row).toContain('Directory A; Directory B');
	});

	it('says how a place is reached, where its listing does', () => {
		const of = (row: number) =>
			['Opening times', 'Telephone', 'E-mail', 'Web address'].map(
				(label) => sheet.table.rows[row]?.[headerOf(sheet).indexOf(label)]
			);
		expect(of(0)).toEqual(['Mo 10:00-12:00', '01603 000000', null, null]);
		expect(of(1)).toEqual([null, null, null, null]);
	});

	it('leaves out a date that no source has', () => {
		const undated = placesSheet('x', { ...venues, lastSeen: [null, null] }, areas, reached, []);
		expect(headerOf(undated)).not.toContain('Last listed');
		for (const row of undated.table.rows) expect(row).toHaveLength(headerOf(undated).length);
	});

	it('gives the same places as GeoJSON', () => {
		const made = JSON.parse(toGeoJson(document)) as {
			notes: string[];
			features: { geometry: unknown; properties: Record<string, unknown> }[];
		};
		expect(made.notes).toEqual(notes);
		expect(made.features[0]?.geometry).toEqual({ type: 'Point', coordinates: [-2.36, 51.38] });
		expect(made.features[1]?.properties).toMatchObject({
			Name: 'Café, “The Hub”',
			'LSOA code (2021)': null,
			District: null
		});
	});
});

it('names source, licence and attribution in one line', () => {
	const note = sourceLine(
		sourceOf({
			title: 'A table',
			publisher: 'ONS',
			period: 'mid-2020',
			licence: 'OGL-3.0',
			attribution: 'Source: ONS',
			official: 'https://example.org/'
		})
	);
	expect(note).toBe(
		'Source: A table, ONS; mid-2020. https://example.org/ Licence: Open Government Licence v3.0 (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). Source: ONS'
	);
});
