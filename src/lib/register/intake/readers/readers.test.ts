/** Files of every format that is read: the three places of each come in at the first try, in the right spot. */
import { utils, write, type BookType } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { bring, bytesOf } from '../fixture.ts';
import { readTable } from '../formats.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import {
	BRITISH_GRID,
	csv,
	dbf,
	FEATURES,
	gpx,
	kml,
	ON_GRID,
	shp,
	TABLE,
	THREE,
	WGS84,
	zipOf
} from './fixture.ts';

const COLLECTION = { type: 'FeatureCollection', features: FEATURES };
const json = (value: unknown) => JSON.stringify(value);
const workbook = (
	sheets: readonly (readonly [string, readonly (readonly unknown[])[]])[],
	bookType: BookType
) => {
	const book = utils.book_new();
	for (const [name, rows] of sheets)
		utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => [...cells])), name);
	return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
};
const HEADINGS = ['Name', 'Postcode', 'Last checked'];
const rowOf = ({ name, postcode }: (typeof THREE)[number]) => [name, postcode, '2026-01-31'];

const mercator = (x: number, y: number) => ({
	x: (x * 20037508.34) / 180,
	y: (Math.log(Math.tan(((90 + y) * Math.PI) / 360)) * 20037508.34) / Math.PI
});
const esri = (wkid: number, at: (i: number) => { x: number; y: number }) => ({
	geometryType: 'esriGeometryPoint',
	spatialReference: { wkid },
	fields: [{ name: 'CHECKED', type: 'esriFieldTypeDate', alias: 'Last checked' }],
	features: THREE.map(({ name }, i) => ({
		attributes: { OBJECTID: i, NAME: name, CHECKED: 1_700_000_000_000 },
		geometry: at(i)
	}))
});
const OVERPASS = {
	version: 0.6,
	osm3s: {},
	elements: [
		{
			type: 'node',
			id: 1,
			lat: 52.61,
			lon: 1.21,
			tags: { name: THREE[0]?.name, amenity: 'community_centre', 'addr:postcode': 'NR3 1AA' }
		},
		{
			type: 'way',
			id: 2,
			center: { lat: 52.6215, lon: 1.2211 },
			tags: { name: THREE[1]?.name, amenity: 'place_of_worship', religion: 'christian' }
		},
		{ type: 'way', id: 3, nodes: [7, 8, 9, 7], tags: { name: THREE[2]?.name, amenity: 'library' } },
		{ type: 'node', id: 7, lat: 52.629, lon: 1.279 },
		{ type: 'node', id: 8, lat: 52.631, lon: 1.279 },
		{ type: 'node', id: 9, lat: 52.63, lon: 1.282 }
	]
};

const FILES: readonly (readonly [string, string, string | Uint8Array])[] = [
	['KML', 'a.kml', kml()],
	['KMZ', 'a.kmz', zipOf({ 'doc.kml': kml(), 'images/a.png': new Uint8Array([1, 2]) })],
	['GPX', 'a.gpx', gpx()],
	[
		'a zipped shapefile in degrees',
		'a.zip',
		zipOf({
			'halls.shp': shp(THREE.map(({ longitude, latitude }) => [longitude, latitude])),
			'halls.dbf': TABLE(),
			'halls.prj': WGS84
		})
	],
	[
		'a zipped shapefile on the National Grid, in a folder',
		'a.zip',
		zipOf({
			'out/HALLS.SHP': shp(ON_GRID),
			'out/HALLS.DBF': TABLE(),
			'out/HALLS.PRJ': BRITISH_GRID,
			'__MACOSX/out/._HALLS.SHP': new Uint8Array([0])
		})
	],
	[
		'uMap',
		'a.umap',
		json({
			type: 'umap',
			layers: [
				{ ...COLLECTION, features: FEATURES.slice(0, 2), _umap_options: { name: 'Village halls' } },
				{ ...COLLECTION, features: FEATURES.slice(2), _umap_options: { name: 'Library' } }
			]
		})
	],
	['GeoJSON, a feature a line', 'a.geojsonl', FEATURES.map(json).join('\n')],
	[
		'GeoJSON, a feature a record',
		'a.geojsons',
		FEATURES.map((one) => `\u001e${json(one)}`).join('\n')
	],
	['a bare list of features', 'a.json', json(FEATURES)],
	[
		'a bare list of objects',
		'a.json',
		json(THREE.map(({ name, longitude, latitude }) => ({ name, lat: latitude, lng: longitude })))
	],
	[
		'a list of objects inside others',
		'a.json',
		json({
			count: 3,
			result: {
				records: THREE.map(({ name, longitude, latitude, postcode }) => ({
					fields: { name, geo: { lat: latitude, lon: longitude }, address: { postcode } }
				}))
			}
		})
	],
	[
		'an object a line',
		'a.jsonl',
		THREE.map(({ name, longitude, latitude }) => json({ name, latitude, longitude })).join('\r\n')
	],
	[
		'TopoJSON',
		'a.json',
		json(topology({ halls: COLLECTION as unknown as GeoJSON.FeatureCollection }, 1e6))
	],
	[
		'ArcGIS JSON on the National Grid',
		'a.json',
		json(esri(27700, (i) => ({ x: ON_GRID[i]?.[0] ?? 0, y: ON_GRID[i]?.[1] ?? 0 })))
	],
	[
		'ArcGIS JSON in web mercator',
		'a.json',
		json(esri(102100, (i) => mercator(THREE[i]?.longitude ?? 0, THREE[i]?.latitude ?? 0)))
	],
	['Overpass JSON', 'a.json', json(OVERPASS)],
	['CSV in a zip', 'a.zip', zipOf({ 'list.csv': csv(), 'README.txt': 'About the list' })],
	['GeoJSON in a zip', 'a.zip', zipOf({ 'list.geojson': json(COLLECTION) })],
	[
		'CSV files of one shape in a zip',
		'a.zip',
		zipOf(
			Object.fromEntries(
				THREE.map((one, i) => [`${i}.csv`, `${HEADINGS.join()}\n${rowOf(one).join()}`])
			)
		)
	],
	['an old spreadsheet', 'a.xls', workbook([['Places', [HEADINGS, ...THREE.map(rowOf)]]], 'biff8')],
	[
		'a spreadsheet with a sheet for each district',
		'a.xlsx',
		workbook(
			[
				['Read me', [['About this list'], ['By the communities team']]],
				...THREE.map(
					(one) => [one.name, [[`Places in ${one.name}`], HEADINGS, rowOf(one)]] as const
				),
				['Lists', [['Type'], ['Village hall']]]
			],
			'xlsx'
		)
	]
];

describe('a file that is read', () => {
	it.each(FILES)('%s', async (_, name, content) => {
		const assets = (await bring(content, name)).result().map(({ asset }) => asset);
		expect(assets.map((asset) => asset.name)).toEqual(THREE.map((one) => one.name));
		assets.forEach(({ longitude, latitude }, i) => {
			expect(longitude).toBeCloseTo(THREE[i]?.longitude ?? NaN, 2);
			expect(latitude).toBeCloseTo(THREE[i]?.latitude ?? NaN, 2);
		});
	});

	it('takes kinds from its layers where these are kinds', async () => {
		const kinds = (await bring(kml(), 'a.kml')).result().map(({ asset }) => asset.subkind);
		expect(kinds).toEqual(['village-hall', 'village-hall', null]);
	});
	it('gives OpenStreetMap’s tags the names that the register has for them', async () => {
		const [hall, church, library] = (await bring(json(OVERPASS), 'a.json'))
			.result()
			.map(({ asset }) => asset);
		expect(hall).toMatchObject({ subkind: 'community-centre', postcode: 'NR3 1AA' });
		expect(church).toMatchObject({ subkind: 'place-of-worship', longitude: 1.2211 });
		expect(library).toMatchObject({ kind: 'library' });
	});
	it('says what a description in a table says, and without its markup', async () => {
		const table =
			'<table><tr><td>Address</td><td>1 High Street</td></tr><tr><td>Email</td><td>a@example.org</td></tr></table>';
		const [one] = (await bring(kml(table), 'a.kml')).result();
		expect(one?.asset).toMatchObject({ address: '1 High Street', email: 'a@example.org' });
		const [other] = (await bring(kml(), 'a.kml')).result();
		expect(other?.asset.note).toBe('Open daily All welcome');
	});
	it('reads days of ArcGIS and of old spreadsheets as days', async () => {
		const arcgis = await readTable({
			name: 'a.json',
			bytes: bytesOf(json(esri(4326, (i) => ({ x: THREE[i]?.longitude ?? 0, y: 52.6 }))))
		});
		expect(arcgis.table.rows[0]).toContain('2023-11-14');
		const old = workbook([['A', [HEADINGS, ['A', 'NR3 1AA', new Date(2026, 0, 31)]]]], 'biff8');
		const { table } = await readTable({ name: 'a.xls', bytes: old });
		expect(table.rows[0]).toEqual(['A', 'NR3 1AA', '2026-01-31']);
	});
	it('says which sheets were read together, and where a row stands', async () => {
		const bytes = workbook(
			[
				['North', [HEADINGS, ['Hall', 'NR3 1AA', '']]],
				['South', [HEADINGS, ['Hall', 'NR3 1AA', '']]]
			],
			'xlsx'
		);
		const session = await bring(bytes, 'a.xlsx');
		expect(session.table.notes[0]).toBe(
			'2 sheets have the same columns and were read together: “North” and “South”.'
		);
		expect(
			session
				.view(1)
				.remarks.map(({ text }) => text)
				.join()
		).toContain('the same as line 2 of “North”');
		const { table } = await readTable({ name: 'a.xlsx', bytes }, { sheet: 1 });
		expect(table.notes[0]).toBe('The sheet “South” was read, one of 2.');
		expect(table.rows).toHaveLength(1);
	});
	it('places a feature by its geometry, whatever its properties say', async () => {
		const feature = (properties: object, geometry: unknown) => ({
			type: 'Feature',
			properties,
			geometry
		});
		const point = { type: 'Point', coordinates: ['1.21', '52.61'] };
		const session = await bring(
			json([
				feature({ name: 'A', X: 622071, Y: 308634, Latitude: '', Longitude: '' }, point),
				feature({ name: 'B', Latitude: 52.63, Longitude: 1.28 }, point),
				feature({ name: 'C', Latitude: 52.63, Longitude: 1.28 }, null)
			]),
			'a.json'
		);
		const looks = session.page('look', 0, 9).rows.map(({ remarks }) => remarks[0]?.text);
		expect(looks).toEqual([
			expect.stringMatching(
				/^Its geometry is 5\.\d km from where its properties “X” and “Y” say it is/
			),
			expect.stringContaining('“Longitude” and “Latitude”')
		]);
		await session.apply(session.decisionsFor('confirm-looks'));
		expect(session.result().map(({ asset }) => [asset.longitude, asset.latitude])).toEqual([
			[1.21, 52.61],
			[1.21, 52.61],
			[1.28, 52.63]
		]);
	});
	it('finds a point in an area on the National Grid, whether or not it names the grid', async () => {
		const [x, y] = ON_GRID[0] ?? [0, 0];
		const ring = [
			[x - 50, y - 50],
			[x + 50, y - 50],
			[x + 50, y + 50],
			[x - 50, y + 50],
			[x - 50, y - 50]
		];
		const park = {
			type: 'Feature',
			properties: { name: 'Park' },
			geometry: { type: 'Polygon', coordinates: [ring] }
		};
		const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } };
		for (const more of [{}, { crs }]) {
			const session = await bring(
				json({ type: 'FeatureCollection', ...more, features: [park] }),
				'a.json'
			);
			const [one] = session.result();
			expect(one?.asset.longitude).toBeCloseTo(1.21, 3);
			expect(one?.asset.latitude).toBeCloseTo(52.61, 3);
		}
	});
	it('puts tables together that name each other’s rows', async () => {
		const zip = zipOf({
			'venues.csv': `venue_id,venue_name,postcode\nv1,Village Hall,NR3 1AA\nv2,Library,NR3 2AD\n`,
			'activities.csv':
				'activity_id,activity_name,venue_id\n1,Baby group,v1\n2,Choir,v2\n3,Lego club,v2\n'
		});
		const session = await bring(zip, 'a.zip');
		expect(
			session.result().map(({ asset }) => [asset.name, asset.address, asset.postcode])
		).toEqual([
			['Baby group', 'Village Hall', 'NR3 1AA'],
			['Choir', 'Library', 'NR3 2AD'],
			['Lego club', 'Library', 'NR3 2AD']
		]);
		expect(session.table.notes[0]).toBe(
			'The tables “activities.csv” and “venues.csv” name each other’s rows and were put together: a row for each activity.'
		);
	});
	it('follows a table between services and their locations', async () => {
		const zip = zipOf({
			'organization.csv': 'id,name\no1,Invented Trust\n',
			'service.csv': 'id,organization_id,name\ns1,o1,Baby group\ns2,o1,Choir\n',
			'location.csv': 'id,name,latitude,longitude\nl1,Hall,52.61,1.21\nl2,Library,52.63,1.28\n',
			'service_at_location.csv': 'id,service_id,location_id\n1,s1,l1\n2,s1,l2\n3,s2,l2\n',
			'physical_address.csv': 'id,location_id,address_1,postal_code\n1,l1,1 Road,NR3 1AA\n',
			'phone.csv': 'id,service_id,number\n1,s1,01632 960001\n'
		});
		const { table } = await readTable({ name: 'a.zip', bytes: zip });
		const at = (heading: string) => table.headings.indexOf(heading);
		expect(
			table.rows.map((cells) =>
				['name', 'latitude', 'postal_code', 'organization name', 'number'].map(
					(heading) => cells[at(heading)]
				)
			)
		).toEqual([
			['Baby group', '52.61', 'NR3 1AA', 'Invented Trust', '01632 960001'],
			['Baby group', '52.63', '', 'Invented Trust', '01632 960001'],
			['Choir', '52.63', '', 'Invented Trust', '']
		]);
	});
	it('keeps what members inside members say', async () => {
		const { table } = await readTable({
			name: 'a.json',
			bytes: bytesOf(
				json([
					{
						name: 'A',
						address: { street: '1 Road', postcode: 'NR3 1AA' },
						kinds: ['hall', 'café']
					},
					{ name: 'B', owner: { name: 'C' }, things: [{ a: [1] }] }
				])
			)
		});
		expect(table.headings).toEqual(['name', 'street', 'postcode', 'kinds', 'owner name']);
		expect(table.rows[0]).toEqual(['A', '1 Road', 'NR3 1AA', 'hall; café', '']);
		expect(table.notes.join()).toContain('were passed over');
	});
});

const old = (name: string) =>
	new Uint8Array([
		...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(504).fill(0)],
		...[...name].flatMap((sign) => [sign.charCodeAt(0), 0])
	]);
const point = shp([[1.2, 52.6]]);
const lying = (at: number, words: number) => {
	const bytes = point.slice();
	new DataView(bytes.buffer).setInt32(at, words);
	return bytes;
};
const oneRow = () => dbf([['NAME', 5]], [['A']]);
const manyRows = () => {
	const bytes = oneRow();
	new DataView(bytes.buffer).setUint32(4, 4_000_000_000, true);
	return bytes;
};
const noWidth = () => {
	const bytes = oneRow();
	new DataView(bytes.buffer).setUint16(10, 0, true);
	return bytes;
};

const NAMED: readonly (readonly [string, string, string | Uint8Array, string])[] = [
	[
		'a shapefile without its .dbf',
		'a.zip',
		zipOf({ 'a.shp': point }),
		'a zipped shapefile without its .dbf'
	],
	[
		'a shapefile without its .shp',
		'a.zip',
		zipOf({ 'a.dbf': oneRow(), 'a.shx': point, 'a.prj': WGS84 }),
		'a zipped shapefile without its .shp'
	],
	['a .shp alone', 'a.shp', point, 'one part of a shapefile'],
	['a .dbf alone', 'a.dbf', oneRow(), 'its table (.dbf), without the shapes'],
	[
		'a shapefile of another grid',
		'a.zip',
		zipOf({ 'a.shp': point, 'a.dbf': oneRow(), 'a.prj': 'PROJCS["Lambert_93"]' }),
		'“PROJCS["Lambert_93"]”, which we do not know'
	],
	[
		'HTML named .xls',
		'a.xls',
		'<html><table><tr><td>Name</td></tr></table>',
		'a web page (HTML) named .xls'
	],
	['a spreadsheet in XML', 'a.xml', '<?xml version="1.0"?><Workbook/>', 'in the XML of Excel 2003'],
	['other XML', 'a.xml', '<?xml version="1.0"?><places/>', 'outermost tag is “places”'],
	[
		'an OpenDocument text',
		'a.odt',
		zipOf({ mimetype: 'x', 'content.xml': '<a><b><text/></b></a>' }),
		'an OpenDocument text, drawing or presentation'
	],
	['a Word document', 'a.docx', zipOf({ 'word/document.xml': '<x/>' }), 'a Word document'],
	['a binary spreadsheet', 'a.zip', zipOf({ 'xl/workbook.bin': 'x' }), '(.xlsb)'],
	['a file geodatabase', 'a.zip', zipOf({ 'a.gdb/a.gdbtable': 'x' }), 'a file geodatabase'],
	['a GeoPackage', 'a.gpkg', 'SQLite format 3\u0000', 'a database (GeoPackage or SQLite)'],
	['Parquet', 'a.parquet', 'PAR1\u0000', 'a Parquet file'],
	[
		'a zip of zips',
		'a.zip',
		zipOf({ 'b.zip': zipOf({ 'c.csv': csv() }) }),
		'holds other packed files'
	],
	['a zip of pictures', 'a.zip', zipOf({ 'b.png': 'x', 'c.jpg': 'y' }), 'only .png and .jpg'],
	[
		'an old spreadsheet with a password',
		'a.xls',
		old('EncryptedPackage'),
		'is protected by a password'
	],
	['an old Word document', 'a.doc', old('WordDocument'), 'is a Word document'],
	['GPX of a track alone', 'a.gpx', gpx([]), 'tracks or routes and no waypoints'],
	[
		'KML that is elsewhere',
		'a.kml',
		'<kml><NetworkLink><Link><href>https://example.org</href></Link></NetworkLink></kml>',
		'a network link'
	],
	['broken KML', 'a.kml', kml().slice(0, 400), 'This KML is broken'],
	[
		'KML with entities',
		'a.kml',
		`<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>`,
		'entities of its own'
	],
	[
		'KML of endless tags',
		'a.kml',
		`<kml>${'<Placemark/>'.repeat(LIMITS.mapTags + 1)}</kml>`,
		'more than 300,000 tags'
	],
	[
		'GeoJSON lines with a broken one',
		'a.geojsonl',
		`${FEATURES.map(json).join('\n')}\n{"type":`,
		'line 4 is broken'
	],
	[
		'a shape that goes back to itself',
		'a.zip',
		zipOf({ 'a.shp': lying(104, -4), 'a.dbf': oneRow() }),
		'The .shp of this shapefile is damaged'
	],
	[
		'a table that says it has four billion rows',
		'a.zip',
		zipOf({ 'a.shp': point, 'a.dbf': manyRows() }),
		'more than 100,000 rows'
	],
	[
		'a table whose rows have no length',
		'a.zip',
		zipOf({ 'a.shp': point, 'a.dbf': noWidth() }),
		'The .dbf of this shapefile is damaged'
	],
	[
		'TopoJSON whose lines are used without end',
		'a.json',
		json({
			type: 'Topology',
			arcs: [Array.from({ length: 10_000 }, () => [0, 0])],
			objects: { a: { type: 'MultiLineString', arcs: [Array.from({ length: 2_000 }, () => 0)] } }
		}),
		'more than 10,000,000 positions'
	],
	[
		'a packed bomb',
		'a.zip',
		zipOf({ 'a.csv': new Uint8Array(LIMITS.unpackedBytes + 1) }),
		'unpacks to more than 200 MB'
	]
];

describe('a file that is not read is named rightly', () => {
	it.each(NAMED)('%s', async (_, name, content, problem) => {
		const bytes = typeof content === 'string' ? strToU8(content) : content;
		const error: unknown = await readTable({ name, bytes }).catch((one: unknown) => one);
		expect(error).toBeInstanceOf(ImportError);
		expect((error as ImportError).message).toContain(problem);
		expect((error as ImportError).advice).toMatch(/\.$/);
	});
	it('whatever stands in a shapefile', async () => {
		const start = point.length;
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat(start - 1), fc.nat(255)), { maxLength: 6 }),
				fc.array(fc.tuple(fc.nat(71), fc.nat(255)), { maxLength: 6 }),
				async (inShapes, inTable) => {
					const [shapes, table] = [point.slice(), oneRow()];
					for (const [at, byte] of inShapes) shapes[at] = byte;
					for (const [at, byte] of inTable) table[at] = byte;
					const result: unknown = await readTable({
						name: 'a.zip',
						bytes: zipOf({ 'a.shp': shapes, 'a.dbf': table })
					}).catch((error: unknown) => error);
					if (result instanceof Error) expect(result).toBeInstanceOf(ImportError);
				}
			),
			{ numRuns: 200 }
		);
	});
});
