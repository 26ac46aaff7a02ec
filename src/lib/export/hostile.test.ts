/** Files to take away of texts that were meant to break them: each is as its format has to be. */
import { strFromU8 } from 'fflate';
import initSqlJs from 'sql.js';
import { describe, expect, it } from 'vitest';
import { documentOf, type Document } from '../document/document.ts';
import { filesOf, type FormatId } from './formats.ts';
import { nodesOf, parseXml, partsOf } from './office-package.fixture.ts';

const CONTROLS = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
const TEXTS = [
	`a${CONTROLS}\u007f\u0085\ufffe\uffffb`,
	'half a pair \ud800 and \udc00, and a whole one 😀',
	'\u202eturned round\u202c \u2028 \u2029 \u200b',
	'</a:t></w:t></t><script>alert(1)</script>',
	']]>&lt;&amp;&#0;<!-- --><?xml ?>',
	'_x0000_ _x000D_',
	'=1+1',
	'"); DROP TABLE gpkg_contents; --',
	'',
	'x'.repeat(4_000)
];
const TITLES = [
	"History'[]:*?/\\",
	"'quoted'",
	'gpkg_contents',
	'sqlite_master',
	'rtree_a_geom',
	'"); DROP TABLE gpkg_contents; --',
	'\u0000\u001f',
	'='.repeat(60),
	'='.repeat(61)
];

function hostile(): Document {
	const tables = TITLES.map((title) => ({
		title,
		notes: TEXTS,
		columns: [...TEXTS.slice(0, 8), '__proto__', 'fid', 'FID', 'geom', ''].map((label) => ({
			label,
			about: label
		})),
		rows: TEXTS.map((text) => [text, NaN, Infinity, -Infinity, true, text, text, text]),
		geometry: (row: number) => ({ type: 'Point' as const, coordinates: [1 + row, 52] })
	}));
	const [first] = tables;
	if (!first) throw new Error('no table');
	const title = TEXTS.join(' ');
	return {
		...documentOf(title.slice(0, 200), first, {
			sentences: TEXTS,
			asked: TEXTS.map((text) => ({ label: text, value: text })),
			sources: TEXTS.map((text) => ({ title: text, publisher: text, period: text })),
			notes: TEXTS,
			owner: TEXTS.join(' '),
			address: 'https://example.org/?a="><script>&b=\u0001',
			made: '2026-11-30',
			picture: {
				alt: title,
				keys: [
					{
						title,
						strip: null,
						rows: TEXTS.map((label) => ({
							symbol: { kind: 'fill' as const, colour: '#32235f' },
							label,
							count: label
						})),
						grid: null,
						note: title
					}
				],
				draw: ({ width, height }) => ({
					width,
					height,
					sea: '#dbe7ee',
					marks: TEXTS.map((name) => ({
						kind: 'area' as const,
						name,
						rings: [
							[
								[10, 10],
								[90, 10],
								[50, 90]
							] as [number, number][]
						],
						fill: { colour: '#32235f' },
						stroke: null
					})),
					scale: { length: 40, words: '1 km' },
					attribution: title
				})
			}
		}),
		tables
	};
}

/** As the dialog makes it. */
async function written(id: FormatId) {
	const files = filesOf({
		name: 'a',
		about: 'a',
		has: ['table', 'shapes', 'paper', 'picture', 'slides'],
		document: () => Promise.resolve(hostile())
	});
	const content = await files
		.find(({ format }) => format === id)
		?.make?.({
			signal: new AbortController().signal,
			progress: () => undefined,
			pixels: () => Promise.resolve(new Uint8Array(40))
		});
	if (content === undefined) throw new Error(`no ${id}`);
	return content;
}

/** Characters that XML 1.0 cannot hold, as they are and written out. */
const NO_XML =
	/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|&#(?:x0*1?[0-8bcef]|0*(?:[0-8]|1[124-9]|2\d|3[01]));/iu;

/** Holds that a part is well-formed XML, of characters that XML may hold. */
function expectXml(path: string, text: string): void {
	expect(NO_XML.exec(text)?.[0], path).toBeUndefined();
	const tree = parseXml(text);
	expect(
		nodesOf(tree).some(({ name }) => /^script$/i.test(name)),
		path
	).toBe(false);
}

describe('texts that were meant to break a file', () => {
	it.each(['docx', 'pptx', 'xlsx'] as const)('are text in %s', async (id) => {
		const parts = partsOf((await written(id)) as Uint8Array);
		for (const [path, part] of parts) {
			if (/\.(xml|rels)$/.test(path)) expectXml(path, strFromU8(part));
		}
	});
	it('are text in SVG', async () => {
		expectXml('svg', (await written('svg')) as string);
	});
	it('are names and values in a GeoPackage', async () => {
		const { Database } = await initSqlJs();
		const database = new Database((await written('gpkg')) as Uint8Array);
		const all = (query: string) => database.exec(query)[0]?.values ?? [];
		const tables = all('SELECT table_name, data_type FROM gpkg_contents');
		expect(tables).toHaveLength(TITLES.length + 2);
		for (const [name] of tables) {
			expect(all(`SELECT count(*) FROM "${String(name)}"`)[0]?.[0]).toBeGreaterThan(0);
		}
		expect(all('PRAGMA integrity_check')).toEqual([['ok']]);
	});
});
