/** The bytes of files: readers have programs that read them, so a change here is one that they see. */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
	documentOf,
	placeColumns,
	withOwner,
	type Document,
	type Table
} from '../document/document.ts';
import { toCsv } from './csv.ts';
import { toGeoJson } from './geojson.ts';
import { guarded, withoutGuard } from '../text/cells.ts';

const table: Table = {
	columns: [
		{ label: 'Name' },
		...placeColumns('Longitude', 'Latitude'),
		{ label: 'Open' },
		{ label: 'Note' }
	],
	rows: [
		['Café, “The Hub”', -2.5, 51.25, true, undefined],
		['=HYPERLINK("x")', null, null, null, '-1.5'],
		["'=1", -1e-7, 0, false, '']
	],
	ids: ['a', 'b', 'c'],
	geometry: (row) => (row === 0 ? { type: 'Point', coordinates: [-2.5, 51.25] } : null)
};
const told: Document = documentOf('Places', table, {
	sentences: ['Places of Zzyzx', '@first'],
	asked: [{ label: 'Within', value: '20 minutes' }],
	sources: [
		{ title: 'A list', publisher: 'ONS', period: 'mid-2020' },
		{
			title: 'Another',
			publisher: 'NHS',
			period: '2026',
			terms: {
				official: 'https://example.org/',
				licence: { name: 'OGL', url: 'https://example.org/ogl' },
				attribution: 'Crown copyright.'
			}
		}
	],
	notes: ['Read with care'],
	owner: 'Listings looked after by @nobody.',
	address: 'https://example.org/?a=1,2'
});

const LINES = [
	'Places of Zzyzx',
	'@first',
	'Within: 20 minutes',
	'Source: A list, ONS; mid-2020',
	'Source: Another, NHS; 2026. https://example.org/ Licence: OGL (https://example.org/ogl). Crown copyright.',
	'Note: Read with care',
	'Note: Listings looked after by @nobody.',
	'Link: https://example.org/?a=1,2'
];
const TABLE = [
	'Name,Longitude,Latitude,Open,Note',
	'"Café, “The Hub”",-2.5,51.25,true,',
	`"'=HYPERLINK(""x"")",,,,-1.5`,
	"''=1,-1e-7,0,false,",
	''
];
describe('CSV', () => {
	it('has the table alone where nothing is said of it', () => {
		expect(toCsv(documentOf('Places', table))).toBe(TABLE.join('\n'));
	});

	it('has its header in line 1, and sources with their terms, what every row says, and owner in columns', () => {
		const document = { ...told, everyRow: [{ label: 'Link', value: '=1' }] };
		const [header = '', ...rows] = parse(toCsv(document)) as string[][];
		expect(header).toEqual([
			...table.columns.map(({ label }) => label),
			'Sources',
			'Link',
			'looked_after_by'
		]);
		for (const row of rows)
			expect(row.slice(-3)).toEqual([
				'A list (mid-2020); Another (2026; OGL)',
				"'=1",
				'Listings looked after by @nobody.'
			]);
	});

	it('for a spreadsheet has a byte order mark, and nothing else is other', () => {
		expect(toCsv(told, { spreadsheet: true })).toBe(`\ufeff${toCsv(told)}`);
	});

	it('has the words of a column where it has its own', () => {
		const columns = [{ label: 'Open', inText: (cell: unknown) => (cell === true ? 'yes' : null) }];
		expect(toCsv(documentOf('x', { columns, rows: [[true], [false]] }))).toBe('Open\nyes\n\n');
	});

	it('says who looks after its rows in a last column, where it has no lines', () => {
		const owned = withOwner({ columns: [{ label: 'Name' }], rows: [['a'], ['b']] }, '=me, I');
		expect(toCsv(documentOf('x', owned))).toBe(`Name,looked_after_by\na,"'=me, I"\nb,"'=me, I"\n`);
	});

	it('quotes the texts of a row that begins with a signed number, which is no formula then', () => {
		const columns = ['-2', '5+WEBSERVICE(A4)', 'c'].map((label) => ({ label }));
		const rows = [
			['-2', '5+WEBSERVICE(A4)', 1],
			[-2, 'E5+A4', ''],
			['\0+2', '*A4', null],
			['2', '5+A4', -1],
			['a', '5+A4', null]
		];
		expect(toCsv(documentOf('x', { columns, rows }))).toBe(
			'-2,"5+WEBSERVICE(A4)","c"\n-2,"5+WEBSERVICE(A4)",1\n-2,"E5+A4",\n\0+2,"*A4",\n2,5+A4,-1\na,5+A4,\n'
		);
	});

	it('is what another library writes of the same cells', () => {
		const text = fc
			.array(fc.oneof(fc.constantFrom(',', '"', '\n', '\r', "'"), fc.string({ maxLength: 3 })), {
				maxLength: 5
			})
			.map((pieces) => pieces.join(''));
		const cell = fc.oneof(text, fc.double(), fc.constantFrom(true, false, null, undefined));
		const columns = ['a', 'b', 'c'].map((label) => ({ label }));
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { maxLength: 4 }), (rows) => {
				const cast = { string: guarded, boolean: String };
				const theirs = stringify([['a', 'b', 'c'], ...rows], { cast, quoted_match: /[;|\t]/ });
				expect(toCsv(documentOf('x', { columns, rows }))).toBe(theirs);
			})
		);
	});

	it('has the first table alone, and is refused to a document without one', () => {
		const second: Table = { columns: [{ label: 'Second' }], rows: [['2']] };
		expect(toCsv({ ...told, tables: [table, second] })).toBe(toCsv(told));
		expect(() => toCsv({ ...told, tables: [] })).toThrow('"Places" has no table');
	});
});

/** How a program that divides by another sign reads a file: quotation marks hold where a cell begins with one. */
const readBy = (delimiter: string, text: string): string[] =>
	Papa.parse<string[]>(text, { delimiter }).data.flat();

const piece = fc.oneof(
	fc.constantFrom('=1+1', '-2', '+44 1', '@x', '＝1', "'", '"', ' ', ...';\t|,\n\r\v'),
	fc.string({ maxLength: 4 })
);
const hostile = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

describe('formulas', () => {
	const csvOf = (rows: readonly (readonly string[])[]) =>
		toCsv(documentOf('x', { columns: [{ label: 'a' }, { label: 'b' }], rows }));

	it('begin in no cell, whatever sign divides the cells where the file is opened', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }), (rows) => {
				const text = csvOf(rows);
				for (const delimiter of [',', ';', '\t', '|']) {
					for (const cell of readBy(delimiter, text)) {
						// A plain number, and perhaps the rest of a row of ours, which divides nothing.
						if (/^\s*[-+]?\d+(\.\d+)?\s*($|"|,"|,$)/.test(cell)) continue;
						expect(cell).not.toMatch(/^\s*[=+\-@＝]/);
					}
				}
			}),
			{ numRuns: 2000 }
		);
	});

	it('come back as they were from our own reader', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 4 }), (rows) => {
				const { data } = Papa.parse<string[]>(csvOf(rows), { delimiter: ',', newline: '\n' });
				expect(data.slice(1, -1).map((cells) => cells.map(withoutGuard))).toEqual(rows);
			})
		);
	});

	it('begin in no cell that the end of a row opens', () => {
		const text = csvOf([
			['q', 'a;'],
			['-3', '5+7;'],
			['q', 'a|"'],
			['-3', '5+7|']
		]);
		expect(text).toBe(`a,b\nq,"a;'"\n-3,"5+7;'"\nq,"a|""'"\n-3,"5+7|'"\n`);
		for (const delimiter of [';', '|']) {
			for (const cell of readBy(delimiter, text)) expect(cell).not.toMatch(/^\s*-3,5/);
		}
	});

	it('stay text in the file of the hostile test', () => {
		expect(csvOf([['x;=1+1', 'y;=2+2;']])).toBe('a,b\n"x;\'=1+1","y;\'=2+2;\'"\n');
	});
});

describe('GeoJSON', () => {
	const features = [
		'{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[-2.5,51.25]},"properties":{"Name":"Café, “The Hub”","Open":true}}',
		'{"type":"Feature","id":"b","geometry":null,"properties":{"Name":"=HYPERLINK(\\"x\\")","Open":null,"Note":"-1.5"}}',
		`{"type":"Feature","id":"c","geometry":null,"properties":{"Name":"'=1","Open":false,"Note":""}}`
	].join(',');

	it('has what is said beside the features', () => {
		expect(toGeoJson(told)).toBe(
			`{"type":"FeatureCollection","notes":${JSON.stringify(LINES)},"features":[${features}]}`
		);
	});

	it('has other members where they are told, and lines for people', () => {
		expect(toGeoJson(told, { members: {} })).toBe(
			`{"type":"FeatureCollection","features":[${features}]}`
		);
		const indented = toGeoJson(told, { members: { about: 1 }, indented: true });
		expect(indented.slice(0, 60)).toBe(
			'{\n\t"type": "FeatureCollection",\n\t"about": 1,\n\t"features": [\n'
		);
	});

	it('has the rows of every table, in their order', () => {
		const more: Table = { columns: [{ label: 'hub' }], rows: [[1]] };
		const text = toGeoJson({ ...told, tables: [table, more] }, { members: {} });
		expect(text).toBe(
			`{"type":"FeatureCollection","features":[${features},{"type":"Feature","geometry":null,"properties":{"hub":1}}]}`
		);
	});
});
