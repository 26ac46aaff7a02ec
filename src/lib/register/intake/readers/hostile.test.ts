/** Files of other programs made to take memory or time; each gets one clear answer, and soon. */
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { unpack } from '../archive.ts';
import { bytesOf } from '../fixture.ts';
import { readTable } from '../formats.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { dbf, kml, WGS84, zipOf } from './fixture.ts';

const rows = (count: number, row: (at: number) => string, between = ',') =>
	Array.from({ length: count }, (_, at) => row(at)).join(between);
const LINES = 3;
const AREAS = 5;
const POINTS = 1;

/** Shapes that begin their parts where they say, all of so many positions. */
function shapes(
	{ kind, own = kind }: { kind: number; own?: number },
	starts: readonly number[],
	positions: number,
	records = 1
): Uint8Array {
	const length = 44 + 4 * starts.length + 16 * positions;
	const view = new DataView(new ArrayBuffer(100 + records * (8 + length)));
	view.setInt32(0, 9994);
	view.setInt32(32, kind, true);
	for (let record = 0; record < records; record++) {
		const at = 100 + record * (8 + length);
		view.setInt32(at + 4, length / 2);
		view.setInt32(at + 8, own, true);
		view.setInt32(at + 44, starts.length, true);
		view.setInt32(at + 48, positions, true);
		starts.forEach((start, part) => view.setInt32(at + 52 + 4 * part, start, true));
	}
	return new Uint8Array(view.buffer);
}
const layer = (shp: Uint8Array, table = 1) =>
	zipOf({
		'a.shp': shp,
		'a.dbf': dbf(
			[['NAME', 1]],
			Array.from({ length: table }, () => ['a'])
		),
		'a.prj': WGS84
	});
const quads = Array.from({ length: LIMITS.shapeParts }, (_, part) => 4 * part);

/** So many parts that hold nothing, without the list at the end that most programs go by. */
function emptyParts(count: number): Uint8Array {
	const bytes = new Uint8Array(40 * count + 22);
	const view = new DataView(bytes.buffer);
	for (let part = 0; part < count; part++) {
		const at = 40 * part;
		view.setUint32(at, 0x04034b50, true);
		view.setUint16(at + 26, 10, true);
		bytes.set(strToU8(`${100_000 + part}.csv`), at + 30);
	}
	return bytes;
}

const letter = (at: number) => String.fromCharCode(97 + at);
const TABLES = Array.from(
	{ length: 50 },
	(_, at) => `table${letter(Math.floor(at / 10))}${letter(at % 10)}`
);
/** Tables each of which names a row of every other. */
const knot = () =>
	zipOf(
		Object.fromEntries(
			TABLES.map((own, at) => {
				const others = TABLES.filter((name) => name !== own);
				const isMain = at === 0;
				const headings = ['id', ...(isMain ? ['name'] : []), ...others.map((name) => `${name} id`)];
				const cells = ['1', ...(isMain ? ['Hall'] : []), ...others.map(() => '1')];
				return [
					`${own}.csv`,
					`${headings.join(',')}\n${rows(isMain ? 2_500 : 1, () => cells.join(','), '\n')}`
				];
			})
		)
	);

const CASES: readonly (readonly [string, string, string | Uint8Array, string])[] = [
	[
		'a shape whose parts go back and forth',
		'a.zip',
		layer(
			shapes(
				{ kind: LINES },
				Array.from({ length: 5_000 }, (_, part) => (part % 2 ? 9_000 : 0)),
				9_000
			)
		),
		'The .shp of this shapefile is damaged'
	],
	[
		'a shape of more positions than it has room for',
		'a.zip',
		layer(shapes({ kind: LINES }, [0, 1e9], 4)),
		'The .shp of this shapefile is damaged'
	],
	[
		'a shape that calls itself a point among areas',
		'a.zip',
		layer(shapes({ kind: AREAS, own: POINTS }, quads, 20_000)),
		'The .shp of this shapefile is damaged'
	],
	[
		'shapes of as many parts as one may have, each',
		'a.zip',
		layer(shapes({ kind: AREAS }, quads, 20_000, 3), 3),
		'of more parts than places have'
	],
	[
		'layers with a place each, and many rows about it',
		'a.zip',
		zipOf(
			Object.fromEntries(
				['a', 'b', 'c'].flatMap((name) => [
					[`${name}.shp`, shapes({ kind: LINES }, [0, 2], 4)],
					[
						`${name}.dbf`,
						dbf(
							[['NAME', 1]],
							Array.from({ length: 50_000 }, () => ['a'])
						)
					],
					[`${name}.prj`, WGS84]
				])
			)
		),
		'more than 100,000 rows'
	],
	[
		'ArcGIS JSON of more fields than a table has columns',
		'a.json',
		`{"geometryType":"esriGeometryPoint","fields":[${rows(500_000, () => '0')}],"features":[${rows(90_000, () => '{"attributes":{}}')}]}`,
		'500,000 columns; at most 200'
	],
	[
		'a portal’s JSON of more columns',
		'a.json',
		`{"meta":{"view":{"columns":[${rows(1_000_000, () => '0')}]}},"data":[${rows(99_000, () => '[1]')}]}`,
		'1,000,000 columns; at most 200'
	],
	[
		'tables of which one’s texts stand in every row of the other',
		'a.zip',
		zipOf({
			'venues.csv': `venue id,name\n${rows(9_000, (at) => `1,Hall ${at}`, '\n')}`,
			'offers.csv': `id,venue id,text\n${rows(5, (at) => `${at},1,${String(at).repeat(19_000)}`, '\n')}`
		}),
		'120 million characters'
	],
	[
		'placemarks within placemarks',
		'a.kml',
		`<kml>${'<Placemark>'.repeat(60)}${'<name>a</name>'.repeat(20_000)}${'</Placemark>'.repeat(60)}</kml>`,
		'a placemark stands within another'
	],
	[
		'a service of thousands of times at thousands of places',
		'a.json',
		JSON.stringify([
			{
				id: '1',
				name: 'A',
				schedules: Array.from({ length: 10_000 }, (_, at) => ({ description: `Time ${at}` })),
				service_at_locations: Array.from({ length: 10_000 }, () => ({ location: { name: 'B' } }))
			}
		]),
		'120 million characters'
	],
	['tables that all name one another', 'a.zip', knot(), 'more often than can be followed'],
	['parts without end', 'a.zip', emptyParts(600_000), 'holds more than'],
	['parts without end, called a spreadsheet', 'a.xlsx', emptyParts(600_000), 'holds more than']
];

it.each(CASES)('%s', async (_, name, content, problem) => {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const error: unknown = await readTable({ name, bytes }).catch((one: unknown) => one);
	expect(error).toBeInstanceOf(ImportError);
	expect((error as ImportError).message).toContain(problem);
	expect((error as ImportError).advice).toMatch(/\.$/);
});

it('packed files in one have the room of one', async () => {
	const errors = { bomb: (what: string) => new Error(what), broken: () => new Error('broken') };
	const packed = zipOf({ 'a.txt': new Uint8Array(600) });
	const room = { bytes: 1_000 };
	expect(unpack(packed, () => true, errors, room).size).toBe(1);
	expect(() => unpack(packed, () => true, errors, room)).toThrow('unpacks to more than');
	const inside = readTable({ name: 'a.kmz', bytes: zipOf({ 'doc.kml': kml() }) }, { room });
	await expect(inside).rejects.toThrow('unpacks to more than');
});

it('members with names that mean something to a program are text', async () => {
	const properties = '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":"x"},"name":"A"}';
	const feature = `{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[1,52]}}`;
	const files: Record<string, string> = {
		'a.umap': `{"type":"umap","layers":[{"_umap_options":{"name":"__proto__"},"features":[${feature}]}]}`,
		'a.geojson': `{"type":"FeatureCollection","features":[${feature}]}`,
		'a.topojson': `{"type":"Topology","arcs":[],"objects":{"__proto__":{"type":"Point","coordinates":[1,52],"properties":${properties}}}}`,
		'a.json': `[${properties}]`,
		'a.kml':
			'<kml><Placemark><name>A</name><ExtendedData><Data name="__proto__"><value>yes</value></Data></ExtendedData><Point><coordinates>1,52</coordinates></Point></Placemark></kml>'
	};
	for (const [name, text] of Object.entries(files)) {
		const { table } = await readTable({ name, bytes: bytesOf(text) });
		expect(table.rows[0], name).toContain('A');
	}
	expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

it.each([
	['as they are', ' '],
	['as entities', '&#32;']
])('a KML whose positions are divided by many spaces, %s, is read in no time', async (_, space) => {
	const line = `1.29,52.6${space.repeat(LIMITS.mapTags)}1.29,52.8`;
	const { table } = await readTable({
		name: 'a.kml',
		bytes: bytesOf(
			`<kml><Placemark><name>A</name><LineString><coordinates>${line}</coordinates></LineString></Placemark></kml>`
		)
	});
	const [row = []] = table.rows;
	expect(row[table.headings.indexOf('longitude')]).toBe('1.290000');
	expect(Number(row[table.headings.indexOf('latitude')])).toBeCloseTo(52.7, 0);
});

it.each([
	[
		'texts of their own',
		'<LineString><coordinates>1,2',
		' <![CDATA[ ]]>',
		'</coordinates></LineString>'
	],
	['tags', '<LineString><coordinates>1,2', ' <a/>', '</coordinates></LineString>'],
	['comments', '<description>', '<!---->', '</description>'],
	['commas', '<Point><coordinates>1,2', ',,,,,,,,', '</coordinates></Point>'],
	['signs of one position', '<gx:Track xmlns:gx="g"><gx:coord>1 2', ' ', '</gx:coord></gx:Track>']
])('a KML that holds many %s where it should not is refused', async (_, before, piece, after) => {
	const placemark = `<name>A</name>${before}${piece.repeat(LIMITS.mapTags - 10)}${after}`;
	const bytes = bytesOf(`<kml><Placemark>${placemark}</Placemark></kml>`);
	await expect(readTable({ name: 'a.kml', bytes })).rejects.toThrow('This KML is broken');
});

it('comments count as tags do', async () => {
	const bytes = bytesOf(`<kml>${'<!----><a/>'.repeat(LIMITS.mapTags / 2)}</kml>`);
	await expect(readTable({ name: 'a.kml', bytes })).rejects.toThrow('more than 300,000 tags');
});
