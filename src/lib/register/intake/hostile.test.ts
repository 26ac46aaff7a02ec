/** Files made to take memory or time, or to be understood in two ways; each gets one clear answer. */
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { bring, bytesOf } from './fixture.ts';
import { sharedText, spreadsheet } from './fixture-spreadsheet.ts';
import { readTable } from './formats.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { shownHeading } from './table.ts';
import { harmless } from './workbook-guard.ts';

const filled = (address: string) => `<c r="${address}" t="inlineStr"><is><t>x</t></is></c>`;
const sheetOf = (rows: string) =>
	spreadsheet([], {
		'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`
	});
/** The same, packed without compression. */
const stored = (rows: string) => zipSync(unzipSync(sheetOf(rows)), { level: 0 });
/** Rows of cells that hold a number. */
const block = (rows: number, columns: number) => {
	const letters = Array.from({ length: columns }, (_, at) =>
		at < 26
			? String.fromCharCode(65 + at)
			: String.fromCharCode(64 + Math.floor(at / 26), 65 + (at % 26))
	);
	return Array.from(
		{ length: rows },
		(_, y) =>
			`<row r="${y + 1}">${letters.map((one) => `<c r="${one}${y + 1}"><v>1</v></c>`).join('')}</row>`
	).join('');
};
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...parts: [type: string, target: string][]) => ({
	'xl/_rels/workbook.xml.rels': `<Relationships>${parts
		.map(
			([type, target], i) =>
				`<Relationship Id="rId${i + 1}" Type="${TYPE}/${type}" Target="${target}"/>`
		)
		.join('')}</Relationships>`
});
const SHEET = ['worksheet', 'worksheets/sheet1.xml'] as [string, string];

async function answer(name: string, content: string | Uint8Array): Promise<ImportError> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const error: unknown = await readTable({ name, bytes }).catch((one: unknown) => one);
	expect(error).toBeInstanceOf(ImportError);
	return error as ImportError;
}

describe('a spreadsheet that says it is endless', () => {
	const cases: [string, Uint8Array, string][] = [
		['a row of 1e12', sheetOf(`<row r="1e12">${filled('A1')}</row>`), 'a row “1e12”'],
		['a row past the last', sheetOf('<row r="1048577"/>'), 'a row “1048577”'],
		['a row below the first', sheetOf('<row r="-5"/>'), 'a row “-5”'],
		['a row that is no number', sheetOf('<row r="NaN"/>'), 'a row “NaN”'],
		['a row 0', sheetOf('<row r="0"/>'), 'a row “0”'],
		['a row under a prefix', sheetOf('<row r="1" a:r="1e12"/>'), 'a row “1e12”'],
		['a row in entities', sheetOf('<row r="1&#101;12"/>'), 'a row “1&#101;12”'],
		['a row in a longer tag', sheetOf(`<row a="> r='1e12' ">${filled('A1')}</row>`), 'damaged'],
		['an empty cell far down', sheetOf('<row><c r="A9999999"/></row>'), 'a row “9999999”'],
		['a cell of no sheet', sheetOf(`<row>${filled('a1')}</row>`), 'a cell “a1”'],
		['a cell past the last', sheetOf(`<row>${filled('XFD1048577')}</row>`), 'a row “1048577”'],
		[
			'two cells far apart',
			sheetOf(`<row r="1">${filled('A1')}</row><row r="1048576">${filled('GR1048576')}</row>`),
			'more than 2,000,000 cells'
		],
		[
			'a cell that is said again and again',
			sheetOf(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(LIMITS.cells + 1)}</row>`),
			'more than 2,000,000 cells'
		],
		[
			'a row that is said again and again',
			sheetOf('<row r="1"></row>'.repeat(LIMITS.sheetRows + 1)),
			'more than 1,048,576 rows'
		],
		['a block of many cells', sheetOf(block(10_001, 200)), 'more than 2,000,000 cells'],
		[
			'nothing but quotation marks',
			stored('"'.repeat(LIMITS.quotes + 1)),
			'more than 1,000,000 characters'
		],
		[
			'a sheet in another place',
			spreadsheet([], {
				...relations(['worksheet', '/odd/place.xml']),
				'odd/place.xml': `<worksheet><sheetData><row r="1e12">${filled('A1')}</row></sheetData></worksheet>`
			}),
			'a row “1e12”'
		],
		[
			'many sheets',
			spreadsheet([['Name'], ['A']], {
				'xl/workbook.xml': `<workbook><sheets>${'<sheet name="P" r:id="rId1"/>'.repeat(51)}</sheets></workbook>`
			}),
			'has 51 sheets'
		],
		[
			'many texts',
			spreadsheet([['Name'], ['A']], {
				...relations(SHEET, ['sharedStrings', 'sharedStrings.xml']),
				'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(LIMITS.strings + 1)}</sst>`
			}),
			'more than 2,000,000 different texts'
		],
		[
			'many looks of cells',
			spreadsheet([['Name'], ['A']], {
				...relations(SHEET, ['styles', 'styles.xml']),
				'xl/styles.xml': `<styleSheet><cellXfs>${'<xf/>'.repeat(LIMITS.styles + 1)}</cellXfs></styleSheet>`
			}),
			'more than 100,000 looks'
		],
		['one text in many cells', sharedText('x'.repeat(900_000), 20, 20), '120 million characters'],
		['many empty rows', sheetOf('<row/>'.repeat(LIMITS.sheetRows + 1)), 'more than 1,048,576 rows'],
		['tags in tags', sheetOf('<a>'.repeat(1_000)), 'damaged'],
		['a tag that nobody closes', sheetOf('<row'), 'damaged'],
		['a comment that nobody closes', sheetOf('<!-- '), 'damaged'],
		[
			'a tag of many attributes',
			sheetOf(`<row ${Array.from({ length: 50_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
			'damaged'
		],
		[
			'many tags of many attributes',
			sheetOf(
				`<row ${Array.from({ length: 17 }, (_, i) => `a${i}=""`).join(' ')}/>`.repeat(
					LIMITS.wideTags + 1
				)
			),
			'damaged'
		],
		[
			'a row under signs that nobody sees',
			sheetOf('<row r="\u202e1\u3164"/>'),
			'a row “1”, which no sheet has'
		],
		['a text without end', sheetOf('x'.repeat(LIMITS.token + 1)), 'more than 1,000,000 characters'],
		[
			'a text that is not there',
			sheetOf('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
			'could not be read'
		],
		['an entity', sheetOf('<!ENTITY a "b">'), 'entities of its own'],
		[
			'many parts',
			zipSync(
				Object.fromEntries(
					Array.from({ length: LIMITS.archiveParts + 1 }, (_, i) => [`${i}.xml`, new Uint8Array(0)])
				)
			),
			'more than 2,000 parts'
		]
	];
	it.each(cases)('%s', async (_, bytes, problem) => {
		const { message, advice } = await answer('a.xlsx', bytes);
		expect(message).toContain(problem);
		expect(advice).toMatch(/\.$/);
	});

	it('in its size and its columns alone is read as far as it is filled', async () => {
		const { table } = await readTable({
			name: 'a.xlsx',
			bytes: spreadsheet([], {
				'xl/worksheets/sheet1.xml': `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384"/></cols><sheetData><row r="1">${filled('A1')}</row><row r="2">${filled('A2')}<c r="XFD2" s="1"/></row><row r="1048576"/></sheetData></worksheet>`
			})
		});
		expect(table.rows).toEqual([['x']]);
	});

	it('leaves out what is never read', () => {
		const plain = spreadsheet([['Name'], ['A']]);
		const more = spreadsheet([['Name'], ['A']], {
			'xl/drawings/drawing1.xml': '<a>'.repeat(1_000)
		});
		expect(harmless(more).packed.length).toBe(harmless(plain).packed.length);
	});
});

describe('a text that says it is endless', () => {
	const cases: [string, string, string, string][] = [
		['a line of commas', 'a.csv', ','.repeat(LIMITS.lineCells + 1), 'Line 1 of this file'],
		['a hundred thousand columns', 'a.csv', `${'Postkode,'.repeat(99_000)}\n1,2`, '99,001 columns'],
		['many lines', 'a.csv', '\n'.repeat(LIMITS.lines), 'more than 5,000,000 lines'],
		['many lines of old', 'a.csv', '\r'.repeat(LIMITS.lines), 'more than 5,000,000 lines'],
		['many lines of programs', 'a.csv', '\u2028'.repeat(LIMITS.lines), 'more than 5,000,000 lines'],
		[
			'many cells',
			'a.csv',
			`${'a,'.repeat(199)}b\n`.repeat(LIMITS.cells / 200 + 1),
			'more than 2,000,000 cells'
		],
		[
			'quotation marks',
			'a.csv',
			'"a'.repeat(LIMITS.cells + 1),
			'more than 2,000,000 quotation marks'
		],
		[
			'nothing but quotation marks',
			'a.csv',
			'"'.repeat(LIMITS.quotes + 1),
			'more than 12,000,000 quotation marks'
		],
		['lists in JSON', 'a.json', `[${'0,'.repeat(LIMITS.values + 1)}0]`, '10,000,000 values'],
		[
			'a place in a million places',
			'a.json',
			`[{"id":"1","name":"A","organization":{},"service_at_locations":[${'{},'.repeat(200_000)}{}]}]`,
			'more than 100,000 rows'
		],
		[
			'a text in every row',
			'a.json',
			`[{"id":"1","name":"A","organization":{},"description":"${'x'.repeat(LIMITS.cell)}","service_at_locations":[${'{},'.repeat(7_000)}{}]}]`,
			'120 million characters'
		],
		[
			'a property of every name',
			'a.geojson',
			`{"type":"Feature","geometry":null,"properties":{${Array.from({ length: 300 }, (_, i) => `"k${i}":1`).join()}}}`,
			'300 columns'
		]
	];
	it.each(cases)('%s', async (_, name, content, problem) => {
		expect((await answer(name, content)).message).toContain(problem);
	});

	it('in cells of a spreadsheet is cut, and freed of its guards, wherever it stands', async () => {
		const bytes = sharedText(`'=a;`.repeat(10_000), 50, 20);
		const { table } = await readTable({ name: 'a.xlsx', bytes });
		expect(new Set(table.rows.flat())).toEqual(
			new Set(['=a;'.repeat(7_000).slice(0, LIMITS.cell)])
		);
		expect(table.notes.join()).toContain('1,000 cells hold more than 20,000 characters');
	});

	it('in one quotation mark that nobody closes is a row, and that is said', async () => {
		const { table } = await readTable({
			name: 'a.csv',
			bytes: bytesOf(`Name,Postcode\n"${'x'.repeat(1_000_000)}`)
		});
		expect(table.rows).toHaveLength(1);
		expect(table.notes.join()).toContain('opened but not closed, or is inside a cell, in line 2');
	});

	it('in the outline of one area leaves that area without a point', async () => {
		const ring = `[1.2,52.6],${'[1.2,52.7],'.repeat(LIMITS.positions)}[1.2,52.6]`;
		const { table } = await readTable({
			name: 'a.geojson',
			bytes: bytesOf(
				`{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Polygon","coordinates":[[${ring}]]}}`
			)
		});
		expect(table.rows).toEqual([['A']]);
		expect(table.notes.join()).toContain(
			'One feature has a shape that no point could be found for'
		);
	});

	it('is counted in lines of every kind, the pair of two signs as one', async () => {
		for (const end of ['\n', '\r', '\r\n', '\u2028'])
			expect(
				(await answer('a.csv', `Name${end}${','.repeat(LIMITS.lineCells + 1)}`)).message
			).toMatch(/^Line 2 of/);
	});

	it('by names that mean something to a program is text', async () => {
		const session = await bring(
			'{"type":"FeatureCollection","__proto__":{"features":[]},"features":[{"geometry":{"type":"Point","coordinates":[1.21,52.61]},"properties":{"name":"A","__proto__":"b","constructor":"c"}}]}',
			'a.geojson'
		);
		expect(session.result().map(({ asset }) => asset.name)).toEqual(['A']);
		expect(Object.hasOwn(Object.prototype, 'features')).toBe(false);
	});
});

describe('signs that nobody sees', () => {
	const feature = (properties: object) =>
		JSON.stringify({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [1.21, 52.61] },
			properties
		});

	it.each(['\u3164', '\u115f\u1160', '\u202e', '\ud800', '\u034f', '\u0000'])(
		'are no name: %j',
		async (name) => {
			const session = await bring(feature({ name }), 'a.geojson');
			expect(session.summary().counts.refused).toBe(1);
		}
	);

	it('stand neither in names and ids nor in headings', async () => {
		const odd = '\u202eHall\ud800\u3164\u0000';
		const session = await bring(feature({ name: odd, id: odd, [odd]: 'x' }), 'a.geojson');
		expect(session.result().map(({ asset }) => [asset.name, asset.id])).toEqual([['Hall', 'Hall']]);
		expect(session.table.headings.map(shownHeading)).toContain('Hall');
		const { message } = await answer('a.json', JSON.stringify({ [odd]: 1 }));
		expect(message).toContain('“Hall”');
	});

	it('pile up over nothing', async () => {
		const session = await bring(feature({ name: `A${'\u0336'.repeat(250)}` }), 'a.geojson');
		expect(session.result()[0]?.asset.name).toBe(`A${'\u0336'.repeat(4)}`);
	});
});

describe('rows that share an identifier', () => {
	it('each get one of their own, as they come', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom('a', 'a-2', 'a-3', 'b', 'a-2-2'), { minLength: 1, maxLength: 12 }),
				async (given) => {
					const session = await bring(
						`id,Name,Postcode\n${given.map((id, i) => `${id},Place ${i},NR3 1AA`).join('\n')}`
					);
					await session.apply(session.decisionsFor('confirm-looks'));
					// As it was done before: the next number that is free, from 2 on.
					const taken = new Set<string>();
					const expected = given.map((id) => {
						let own: string = id;
						for (let n = 2; taken.has(own); n++) own = `${id}-${n}`;
						taken.add(own);
						return own;
					});
					expect(session.result().map(({ asset }) => asset.id)).toEqual(expected);
				}
			)
		);
	});
});

describe('JSON of very many names', () => {
	const members = (from: number, count: number) =>
		Array.from({ length: count }, (_, at) => `"k${from + at}":1`).join(',');
	it.each([
		['in one object', `{${members(0, LIMITS.names + 1)}}`],
		['in many', `[${[0, 80_000].map((from) => `{${members(from, 80_000)}}`).join(',')}]`]
	])('is refused before it is made: %s', async (_, text) => {
		await expect(readTable({ name: 'a.json', bytes: bytesOf(text) })).rejects.toThrow(
			'different names'
		);
	});

	it('is read where many objects have the same names, and texts have colons', async () => {
		const rows = Array.from({ length: 300 }, (_, at) => ({
			name: `Hall: ${at}`,
			postcode: 'NR3 1AA'
		}));
		const { table } = await readTable({ name: 'a.json', bytes: bytesOf(JSON.stringify(rows)) });
		expect(table.rows).toHaveLength(300);
	});
});
