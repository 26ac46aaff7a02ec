/** What went out, read back by other libraries than wrote it, and by the rules of the formats. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { attached, detached } from '../document/detached.ts';
import { documentOf, type Document, type Table } from '../document/document.ts';
import type { Picture } from '../document/picture.ts';
import { FORMAT_IDS, formatOf, type Content, type FormatId } from './formats.ts';
import { nodesOf, parseXml, partsOf, problemsOf, type XmlNode } from './office-package.fixture.ts';

const HOSTILE = `=cmd()|'/C calc'!A1 & <b>"quoted"</b>\nnew line 😀`;

/** A map of one area, whose legend has a figure. */
const pictureWith = (figure: number): Picture => ({
	alt: `The map shows two places, with ${figure} residents.`,
	keys: [
		{
			title: 'Residents',
			strip: null,
			rows: [{ symbol: { kind: 'fill', colour: '#32235f' }, label: 'Many', count: String(figure) }],
			grid: null,
			note: null
		}
	],
	draw: ({ width, height }) => ({
		width,
		height,
		sea: '#dbe7ee',
		marks: [
			{
				kind: 'area',
				name: HOSTILE,
				rings: [
					[
						[10, 10],
						[90, 10],
						[50, 90]
					]
				],
				fill: { colour: '#32235f' },
				stroke: null
			}
		],
		scale: { length: 40, words: '1 km' },
		attribution: 'Boundaries: ONS.'
	})
});

/** A document with all that a document can have, and one figure to be changed. */
const documentWith = (figure: number, name = HOSTILE): Document => {
	const table: Table = {
		title: 'Places: all of them',
		notes: ['Read this table with care.'],
		columns: [
			{ label: 'Name', about: 'What it is called' },
			{ label: 'Residents', unit: 'people' },
			{ label: 'Open' },
			{ label: 'Life expectancy', unit: 'years' }
		],
		rows: [
			[name, figure, true, 81.25],
			['Café', null, undefined, 79.1]
		],
		geometry: (row) => ({ type: 'Point', coordinates: [1 + row, 52] })
	};
	return documentOf('Places & hubs', table, {
		sentences: [`There are two places, with ${figure} residents.`],
		asked: [{ label: 'Within', value: '15 minutes' }],
		sources: [{ title: 'A list', publisher: 'ONS', period: '2021' }],
		notes: ['To be listed is a claim.'],
		owner: 'Nobody looks after the listings.',
		address: 'https://example.org/?a=1&b=2',
		made: '2026-11-30',
		picture: pictureWith(figure)
	});
};

/** In place of pixels, after what every image begins with: the drawing itself. */
const pixels = (svg: string) =>
	Promise.resolve(
		Uint8Array.from([
			...Uint8Array.from(atob(DOT), (sign) => sign.charCodeAt(0)).subarray(0, 33),
			...strToU8(svg)
		])
	);
const making = () => ({ signal: new AbortController().signal, progress: () => undefined, pixels });
async function written(format: FormatId, document: Document): Promise<Content> {
	const write = await formatOf(format).writer();
	return write(document, making());
}
const bytesOf = (content: Content): Uint8Array => {
	if (!(content instanceof Uint8Array)) throw new Error('no bytes');
	return content;
};

const textIn = (node: XmlNode): string =>
	nodesOf(node)
		.filter(({ name }) => name === 'w:t')
		.map(({ text }) => text)
		.join('');
const wordTree = (content: Content) =>
	parseXml(strFromU8(partsOf(bytesOf(content)).get('word/document.xml') ?? new Uint8Array()));
const sheetsOf = (content: Content) => {
	const { SheetNames, Sheets } = read(bytesOf(content), { type: 'array' });
	return SheetNames.map((name) => ({
		name,
		cells: Sheets[name] ?? {},
		rows: utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1, defval: null })
	}));
};

let sqlite: Awaited<ReturnType<typeof initSqlJs>>;
beforeAll(async () => {
	sqlite = await initSqlJs();
});
/** A GeoPackage as a database to ask. */
function geoPackage(bytes: Uint8Array) {
	const database = new sqlite.Database(bytes);
	const all = (query: string) => database.exec(query)[0]?.values ?? [];
	const tables = () => all('SELECT table_name FROM gpkg_contents').map(([name]) => String(name));
	return { all, tables };
}

/** All that a file says, in one text. */
const drawing = (content: Content) => {
	const text = typeof content === 'string' ? content : strFromU8(bytesOf(content));
	return textOf(parseXml(text.slice(text.indexOf('<svg'), text.indexOf('</svg>') + 6)));
};
const textOf = (node: XmlNode): string =>
	nodesOf(node)
		.map(({ text }) => text)
		.join(' ');
/** What stands on the slides and in their notes. */
const deckText = (content: Content) =>
	[...partsOf(bytesOf(content))]
		.filter(([path]) => /^ppt\/(slides|notesSlides)\/[^/]+\.xml$/.test(path))
		.flatMap(([, part]) => nodesOf(parseXml(strFromU8(part))))
		.filter(({ name }) => name === 'a:t')
		.map(({ text }) => text)
		.join(' ');
const SAYS = {
	pptx: deckText,
	'pptx-images': deckText,
	'png-wide': drawing,
	'png-square': drawing,
	'png-a4': drawing,
	svg: drawing,
	'alt-text': (content) => String(content),
	citation: (content) => String(content),
	csv: (content) => String(content),
	geojson: (content) => JSON.stringify(JSON.parse(String(content))),
	xlsx: (content) => JSON.stringify(sheetsOf(content).map(({ rows }) => rows)),
	docx: (content) => textIn(wordTree(content)).replaceAll(',', ''),
	csvw: (content) =>
		Object.values(unzipSync(bytesOf(content)))
			.map((file) => strFromU8(file))
			.join('\n'),
	gpkg: (content) => {
		const { all, tables } = geoPackage(bytesOf(content));
		return JSON.stringify(tables().map((name) => all(`SELECT * FROM "${name}"`)));
	}
} as const satisfies Readonly<Record<FormatId, (content: Content) => string>>;

describe('every writer', () => {
	// A citation holds titles and dates alone.
	it.each(FORMAT_IDS.filter((id) => id !== 'citation'))(
		'%s: a figure that is changed in the document is changed in the file',
		async (id) => {
			const [before, after] = [
				await written(id, documentWith(12345)),
				await written(id, documentWith(54321))
			];
			expect(SAYS[id](before)).toContain('12345');
			expect(SAYS[id](before)).not.toContain('54321');
			expect(SAYS[id](after)).toContain('54321');
			expect(SAYS[id](after)).not.toContain('12345');
		}
	);

	it.each(FORMAT_IDS)(
		'%s: holds a hostile name and title whole, and stays well-formed',
		async (id) => {
			const picture = { ...pictureWith(1), alt: HOSTILE };
			const hostile = { ...documentWith(1, HOSTILE), title: HOSTILE, picture };
			const said = SAYS[id](await written(id, hostile));
			for (const piece of ['=cmd()', 'quoted', 'new line', '😀']) expect(said).toContain(piece);
		}
	);

	it.each(FORMAT_IDS)('%s: says where it is from and who looks after it', async (id) => {
		const said = SAYS[id](await written(id, documentWith(1)));
		expect(said).toContain('A list');
		expect(said).toContain('Nobody looks after the listings.');
	});

	it.each(['xlsx', 'docx', 'pptx', 'pptx-images'] as const)(
		'%s: opens without repair',
		async (id) => {
			expect(problemsOf(bytesOf(await written(id, documentWith(1))))).toEqual([]);
		}
	);
});

it('a paper keeps the caption of a table with what follows it, and that of a figure not', async () => {
	const xml = strFromU8(
		partsOf(bytesOf(await written('docx', documentWith(1)))).get('word/document.xml') ??
			new Uint8Array()
	);
	const kept = (kind: string) =>
		xml
			.split('<w:p>')
			.filter((paragraph) => paragraph.includes(`SEQ ${kind} `))
			.map((paragraph) => /<w:keepNext( w:val="false")?\/>/.exec(paragraph)?.[1] === undefined);
	expect([kept('Table'), kept('Figure')]).toEqual([[true], [false]]);
});

it('slides with images have one for each map, with its words beside it, and no shapes of a map', async () => {
	const parts = partsOf(bytesOf(await written('pptx-images', documentWith(1))));
	const images = [...parts].filter(([path]) => path.startsWith('ppt/media/'));
	expect(images.map(([, bytes]) => drawing(bytes as Uint8Array<ArrayBuffer>))).toEqual([
		expect.stringContaining('1')
	]);
	const slides = [...parts]
		.filter(([path]) => /^ppt\/slides\/[^/]+\.xml$/.test(path))
		.map(([, bytes]) => strFromU8(bytes));
	expect(slides.filter((xml) => xml.includes('<p:pic>'))).toHaveLength(1);
	expect(slides.join('')).not.toContain('<a:custGeom>');
	expect(slides.find((xml) => xml.includes('<p:pic>'))).toMatch(/descr="[^"]{5,}/);
});

it('a citation gives title, owner, dates of the data, the day and the address', async () => {
	expect(await written('citation', documentWith(1))).toBe(
		'Asset Gap Map: Places & hubs. Data: A list, ONS (2021). Nobody looks after the listings. Taken on 30 November 2026. https://example.org/?a=1&b=2\n'
	);
});

describe('CSV', () => {
	it('has its header in the first line, and hostile names as they are, guarded', async () => {
		const rows = parse(String(await written('csv', documentWith(7))), { columns: true });
		expect(rows).toMatchObject([
			{ Name: `'${HOSTILE}`, Residents: '7', Sources: 'A list (2021)' },
			{ Name: 'Café', Residents: '' }
		]);
	});
});

describe('XLSX', () => {
	it('has a cover, notes, a dictionary, and a table a sheet', async () => {
		const [cover, notes, dictionary, table] = sheetsOf(await written('xlsx', documentWith(1234)));
		expect(cover?.rows.flat()).toEqual(
			expect.arrayContaining([
				'Places & hubs',
				'There are two places, with 1234 residents.',
				'Within: 15 minutes'
			])
		);
		expect(cover?.rows.flat()).toContain('Places all of them: Places: all of them');
		expect(notes?.rows.flat()).toEqual(
			expect.arrayContaining(['To be listed is a claim.', 'Read this table with care.'])
		);
		expect(dictionary?.rows.slice(2)).toEqual([
			['Table', 'Column', 'What it holds', 'Unit', 'Kind', 'Empty cells'],
			['Places: all of them', 'Name', 'What it is called', 'None', 'Text', 0],
			['Places: all of them', 'Residents', 'As the heading says', 'people', 'Number', 1],
			['Places: all of them', 'Open', 'As the heading says', 'None', 'Yes or no', 1],
			['Places: all of them', 'Life expectancy', 'As the heading says', 'years', 'Number', 0]
		]);
		expect(table?.name).toBe('Places all of them');
		expect(table?.rows.slice(2)).toEqual([
			['Name', 'Residents', 'Open', 'Life expectancy'],
			[HOSTILE, 1234, 'Yes', 81.25],
			['Café', '[x]', '[z]', 79.1]
		]);
	});

	it('shows headings whole, and prints them again on every page', async () => {
		const parts = unzipSync(bytesOf(await written('xlsx', documentWith(1))));
		const textOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
		expect(textOf('xl/workbook.xml')).toContain(
			`<definedName name="_xlnm.Print_Titles" localSheetId="3">'Places all of them'!$3:$3</definedName>`
		);
		// "Life expectancy" takes two lines in a column as wide as its longer word.
		expect(textOf('xl/worksheets/sheet4.xml')).toMatch(/<row r="3"[^>]* ht="30"/);
	});

	it('has texts that stay texts, whatever they begin with', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(fc.constantFrom('=1+1', '@x', '+44', '\t=1'), fc.string({ maxLength: 12 })),
				async (name) => {
					const file = await written('xlsx', documentWith(1, `${name}.`));
					expect(problemsOf(bytesOf(file))).toEqual([]);
					const cell = sheetsOf(file)[3]?.cells.A4 as { t: string; f?: string };
					expect(cell).toMatchObject({ t: 's' });
					expect(cell.f).toBeUndefined();
				}
			),
			{ numRuns: 25 }
		);
	});

	it('has names of sheets that programs take, no two the same', async () => {
		const titles = [
			"'a'",
			'a',
			'A',
			'History',
			'[x]/y:z?',
			'l'.repeat(40),
			`${'l'.repeat(40)}m`,
			''
		];
		const tables = titles.map((title): Table => ({ title, columns: [{ label: 'a' }], rows: [] }));
		const sheets = sheetsOf(await written('xlsx', { ...documentWith(1), tables })).slice(3);
		const names = sheets.map(({ name }) => name);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
		for (const name of names) expect(name).toMatch(/^(?!')[^\\/?*:[\]]{1,31}(?<!')$/);
	});
});

describe('DOCX', () => {
	it('has a title, headings in order, a caption, and tables whose heading row repeats', async () => {
		const nodes = nodesOf(wordTree(await written('docx', documentWith(1))));
		const styled = nodes
			.filter(({ name }) => name === 'w:p')
			.flatMap((node) => {
				const style = nodesOf(node).find(({ name }) => name === 'w:pStyle')?.attributes['w:val'];
				return style && style !== 'ListParagraph' ? [[style, textIn(node)]] : [];
			});
		expect(styled).toEqual([
			['Title', 'Places & hubs'],
			['Heading1', 'Summary'],
			['Heading1', 'What was asked'],
			['Heading1', 'The map'],
			['Caption', 'Figure 1. Places & hubs'],
			['Heading1', 'The figures'],
			['Caption', 'Table 1. Places: all of them'],
			['Heading1', 'How to read this'],
			['Heading1', 'Sources']
		]);
		const [first, ...rest] = nodes.filter(({ name }) => name === 'w:tr');
		const isHeader = (row: XmlNode) => nodesOf(row).some(({ name }) => name === 'w:tblHeader');
		expect(first && isHeader(first)).toBe(true);
		expect(rest.map(isHeader)).toEqual([false, false]);
	});

	it('says what is not known, and leaves cells empty where people write', async () => {
		const [table] = documentWith(1).tables;
		const toFill: Table = { columns: [{ label: 'Action' }], rows: [['']], toFill: true };
		const tables = table ? [table, toFill] : [];
		const cells = nodesOf(wordTree(await written('docx', { ...documentWith(1), tables })))
			.filter(({ name }) => name === 'w:tc')
			.map(textIn);
		expect(cells).toEqual([
			...['Name', 'Residents', 'Open', 'Life expectancy'],
			...[HOSTILE, '1', 'Yes', '81.25'],
			...['Café', 'Not known', '–', '79.1'],
			...['Action', '']
		]);
	});

	it('has a text in place of a picture, and its caption', async () => {
		const file = bytesOf(await written('docx', documentWith(1)));
		expect(problemsOf(file)).toEqual([]);
		expect(strFromU8(partsOf(file).get('word/document.xml') ?? new Uint8Array())).toContain(
			'descr="The map shows two places, with 1 residents."'
		);
	});
});

describe('the ZIP of CSV files', () => {
	it('has a file a table, header in line 1, with what each column is beside it', async () => {
		const files = unzipSync(bytesOf(await written('csvw', documentWith(7))));
		expect(Object.keys(files)).toEqual([
			'places-all-of-them.csv',
			'csv-metadata.json',
			'README.txt'
		]);
		const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
		const [header, first] = parse(text('places-all-of-them.csv')) as string[][];
		expect([header?.length, first?.[0]]).toEqual([4, `'${HOSTILE}`]);
		const { tables } = JSON.parse(text('csv-metadata.json')) as {
			tables: { url: string; tableSchema: { columns: Record<string, unknown>[] } }[];
		};
		expect(tables.map(({ url }) => url)).toEqual(['places-all-of-them.csv']);
		const columns = tables[0]?.tableSchema.columns ?? [];
		expect(columns.map(({ titles }) => titles)).toEqual(header);
		expect(columns.map(({ name, datatype }) => [name, datatype])).toEqual([
			['name', 'string'],
			['residents', 'integer'],
			['open', 'boolean'],
			['life_expectancy', 'number']
		]);
		expect(text('README.txt')).toContain('What it is called');
	});

	it('is the same each time', async () => {
		expect(await written('csvw', documentWith(7))).toEqual(await written('csvw', documentWith(7)));
	});
});

describe('GeoPackage', () => {
	/** A document with areas, and a table without places. */
	const withAreas = (): Document => {
		const document = documentWith(7);
		const ring = [
			[0, 51],
			[1, 51],
			[1, 52],
			[0, 51]
		];
		const areas: Table = {
			title: 'Places: all of them',
			columns: [{ label: 'fid' }, { label: 'Name' }, { label: 'name' }],
			rows: [
				['a', 'A', 'a'],
				['b', 'B', 'b'],
				['c', 'C', 'c']
			],
			geometry: (row) =>
				row === 0
					? { type: 'Polygon', coordinates: [ring] }
					: row === 1
						? { type: 'MultiPolygon', coordinates: [[ring]] }
						: null
		};
		return {
			...document,
			tables: [
				...document.tables,
				areas,
				{ title: 'Places: all of them', columns: areas.columns, rows: areas.rows }
			]
		};
	};
	const made = async (document: Document) => geoPackage(bytesOf(await written('gpkg', document)));

	it('is one by the requirements of the standard', async () => {
		const { all } = await made(withAreas());
		expect(all('PRAGMA application_id')).toEqual([[0x47504b47]]);
		expect(all('PRAGMA user_version')).toEqual([[10300]]);
		expect(all('PRAGMA integrity_check')).toEqual([['ok']]);
		expect(all('PRAGMA foreign_key_check')).toEqual([]);
		expect(all('SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1')).toEqual([[-1], [0], [4326]]);
		expect(
			all(
				'SELECT c.table_name, c.data_type, c.srs_id, g.column_name, g.geometry_type_name FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g USING (table_name)'
			)
		).toEqual([
			['places_all_of_them', 'features', 4326, 'geom', 'POINT'],
			['places_all_of_them_2', 'features', 4326, 'geom', 'MULTIPOLYGON'],
			['places_all_of_them_3', 'attributes', null, null, null],
			['data_dictionary', 'attributes', null, null, null],
			['about_these_data', 'attributes', null, null, null]
		]);
		expect(all('SELECT COUNT(DISTINCT identifier) FROM gpkg_contents')).toEqual([[5]]);
		expect(
			all("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name LIKE '%_2'")
		).toEqual([[0, 51, 1, 52]]);
		// Every table of features has an integer primary key; no two columns have one name.
		expect(
			all('PRAGMA table_info(places_all_of_them_2)').map(([, name, type, , , key]) => [
				name,
				type,
				key
			])
		).toEqual([
			['fid', 'INTEGER', 1],
			['geom', 'MULTIPOLYGON', 0],
			['fid_2', 'TEXT', 0],
			['Name', 'TEXT', 0],
			['name_2', 'TEXT', 0]
		]);
	});

	it('holds places as the standard writes them, and null where nobody knows one', async () => {
		const { all } = await made(withAreas());
		const blobs = all('SELECT geom FROM places_all_of_them_2').map(([blob]) => blob);
		expect(blobs[2]).toBeNull();
		const bytes = blobs[0] as Uint8Array;
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		expect(strFromU8(bytes.slice(0, 2))).toBe('GP');
		// Version, envelope of four numbers and byte order, reference system.
		expect([bytes[2], bytes[3], view.getInt32(4, true)]).toEqual([0, 3, 4326]);
		expect([8, 16, 24, 32].map((at) => view.getFloat64(at, true))).toEqual([0, 1, 51, 52]);
		// Well-known binary: a MultiPolygon of one Polygon of one ring of four positions.
		expect([bytes[40], view.getUint32(41, true), view.getUint32(45, true)]).toEqual([1, 6, 1]);
		expect([
			bytes[49],
			view.getUint32(50, true),
			view.getUint32(54, true),
			view.getUint32(58, true)
		]).toEqual([1, 3, 1, 4]);
		expect(bytes.length).toBe(62 + 4 * 16);
		const [[point]] = all('SELECT geom FROM places_all_of_them') as [[Uint8Array]];
		expect(point.length).toBe(8 + 5 + 16);
	});

	it('has the cells as they are, missing as null', async () => {
		const { all } = await made(documentWith(7));
		expect(all('SELECT Name, Residents, Open, "Life expectancy" FROM places_all_of_them')).toEqual([
			[HOSTILE, 7, 1, 81.25],
			['Café', null, null, 79.1]
		]);
	});

	it('is the same from a worker, where a document has no functions', async () => {
		const document = withAreas();
		const travelled = attached(structuredClone(detached(document)));
		expect(await written('gpkg', travelled)).toEqual(await written('gpkg', document));
	});

	it.skipIf(!hasGdal())('is read by GDAL (skipped where ogrinfo is not installed)', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'gpkg-'));
		try {
			const path = join(folder, 'a.gpkg');
			writeFileSync(path, bytesOf(await written('gpkg', withAreas())));
			const said = execFileSync('ogrinfo', ['-ro', '-al', path], {
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe']
			});
			expect(said).toContain('Geometry: Multi Polygon');
			expect(said).toContain('MULTIPOLYGON (((0 51,1 51,1 52,0 51)))');
			expect(said).toContain('POINT (1 52)');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

function hasGdal(): boolean {
	try {
		execFileSync('ogrinfo', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** A picture of one dot. */
const DOT =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
