/** Layouts that nobody wrote down: columns renamed, reordered, prefixed; encodings; separators. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeSeveral, type Target } from './columns.ts';
import { bring } from './fixture.ts';
import {
	delimited,
	ENCODINGS,
	LAID_OUT as PLACES,
	STYLES,
	type Invented
} from './fixture-layouts.ts';
import { readColumns } from './recognise.ts';

interface Column {
	/** Words of the heading, to be written in some manner. */
	words: string;
	cell: (place: Invented, at: number) => string;
}
const column = (words: string, cell: Column['cell']): Column => ({ words, cell });

const NAMES = [
	'name',
	'venue name',
	'practice name',
	'establishment name',
	'facility',
	'hall',
	'store name',
	'location text',
	'site title',
	'name of venue',
	'asset name',
	'club'
].map((words) => column(words, ({ name }) => name));

const geojson = ({ longitude, latitude }: Invented) =>
	JSON.stringify({ type: 'Point', coordinates: [longitude, latitude] });

const POSITIONS: readonly (readonly Column[])[] = [
	[column('latitude', (p) => String(p.latitude)), column('longitude', (p) => String(p.longitude))],
	[column('geo lat', (p) => String(p.latitude)), column('geo lng', (p) => String(p.longitude))],
	[
		column('long wgs84', (p) => String(p.longitude)),
		column('lat wgs84', (p) => String(p.latitude))
	],
	[column('easting', (p) => String(p.easting)), column('northing', (p) => String(p.northing))],
	[column('geo x', (p) => String(p.easting)), column('geo y', (p) => String(p.northing))],
	[
		column('easting bng', (p) => String(p.easting)),
		column('northing bng', (p) => String(p.northing))
	],
	[column('x coord', (p) => String(p.easting)), column('y coord', (p) => String(p.northing))],
	[
		column('x epsg 3857', (p) => String(p.mercator[0])),
		column('y epsg 3857', (p) => String(p.mercator[1]))
	],
	[column('location 1', (p) => `(${p.latitude}, ${p.longitude})`)],
	[column('coordinates', (p) => `${p.longitude}, ${p.latitude}`)],
	[column('lat lng', (p) => `${p.latitude},${p.longitude}`)],
	[column('wkt', (p) => `POINT (${p.longitude} ${p.latitude})`)],
	[column('the geom', (p) => `SRID=4326;POINT(${p.longitude} ${p.latitude})`)],
	[column('geometry', geojson)],
	[column('grid reference', (p) => p.gridReference)],
	[column('gps position', (p) => p.dms)],
	[column('location', (p) => `${p.street}, Exampleton\n(${p.latitude}, ${p.longitude})`)]
];

/** Columns that say nothing of the place, and must not be taken for anything that does. */
const OTHERS: readonly Column[] = [
	column('icb name', () => 'Exampleshire Integrated Care Board'),
	column('region', () => 'East of England'),
	column('ward name', (_, at) => ['North', 'South', 'East'][at] ?? ''),
	column('la name', () => 'Exampleshire'),
	column('country', () => 'England'),
	column('contract', (_, at) => `C-${at}`),
	column('object id', (_, at) => String(at + 1)),
	column('contact name', (_, at) => ['A Person', 'B Person', 'C Person'][at] ?? ''),
	column('parish', (_, at) => ['Otherby', 'Thirdham', 'Fourthorpe'][at] ?? ''),
	column('network', () => 'Invented Network')
];

const layout = fc.record({
	name: fc.constantFrom(...NAMES),
	position: fc.constantFrom(...POSITIONS),
	others: fc.subarray([...OTHERS], { maxLength: 5 }),
	hasAddress: fc.boolean(),
	style: fc.constantFrom(...STYLES),
	separator: fc.constantFrom(',', ';', '\t', '|'),
	encode: fc.constantFrom(...ENCODINGS),
	line: fc.constantFrom('\n', '\r\n'),
	order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 })
});

describe('whatever its layout, a list', () => {
	it('keeps its names and positions, and asks nothing where its headings say them', async () => {
		await fc.assert(
			fc.asyncProperty(layout, async (made) => {
				const address = made.hasAddress ? [column('street', (p) => p.street)] : [];
				const columns = [made.name, ...made.position, ...address, ...made.others]
					.map((one, at) => ({ one, at: made.order[at] ?? 0 }))
					.sort((a, b) => a.at - b.at)
					.map(({ one }) => one);
				const rows = [
					columns.map(({ words }) => made.style(words.split(' '))),
					...PLACES.map((place, at) => columns.map(({ cell }) => cell(place, at)))
				];
				const text = delimited(rows, made.separator, made.line);
				const session = await bring(made.encode(text));
				const said = JSON.stringify([
					text,
					session.readings.map(({ column: at, field, confidence, why }) => [
						session.table.headings[at],
						field,
						confidence,
						why
					])
				]);
				expect(session.questions(), said).toEqual([]);
				const assets = session.result().map(({ asset }) => asset);
				expect(
					assets.map(({ name }) => name),
					said
				).toEqual(PLACES.map(({ name }) => name));
				PLACES.forEach(({ latitude, longitude, street }, at) => {
					expect(assets[at]?.latitude, said).toBeCloseTo(latitude, 3);
					expect(assets[at]?.longitude, said).toBeCloseTo(longitude, 3);
					if (made.hasAddress) expect(assets[at]?.address, said).toContain(street);
				});
			}),
			{ numRuns: 150 }
		);
	});

	it('keeps them under headings in two rows, with a title above, a total below and a person beside', async () => {
		const two = fc.record({
			name: fc.constantFrom('Name', 'Title', 'Venue name', 'Hall'),
			person: fc.constantFrom('Contact', 'Organiser', 'Secretary', 'Key holder'),
			over: fc.constantFrom('Venue', ''),
			title: fc.boolean(),
			total: fc.boolean(),
			gap: fc.boolean(),
			separator: fc.constantFrom(',', ';', '\t', '|'),
			encode: fc.constantFrom(...ENCODINGS)
		});
		await fc.assert(
			fc.asyncProperty(two, async (made) => {
				const rows = [
					...(made.title ? [['Halls and where they are'], []] : []),
					[made.over, '', '', made.person, '', made.over && 'Position', ''],
					[made.name, 'Address', 'Use', 'Name', 'Notes', 'Latitude', 'Longitude'],
					...(made.gap ? [[]] : []),
					...PLACES.map((one, at) => [
						one.name,
						one.street,
						'Village hall; Lunch club',
						['Ann Person', 'Bob Person', 'Cat Person'][at] ?? '',
						'',
						String(one.latitude),
						String(one.longitude)
					]),
					...(made.total ? [['Total', '3']] : [])
				];
				const text = delimited(rows, made.separator);
				const session = await bring(made.encode(text));
				const said = JSON.stringify([text, session.table.headings, session.mapping]);
				expect(session.questions(), said).toEqual([]);
				const assets = session.result().map(({ asset }) => asset);
				expect(
					assets.map(({ name, address, kind }) => [name, address, kind]),
					said
				).toEqual(PLACES.map(({ name, street }) => [name, street, 'community-venue']));
				PLACES.forEach(({ latitude, longitude }, at) => {
					expect(assets[at]?.latitude, said).toBeCloseTo(latitude, 5);
					expect(assets[at]?.longitude, said).toBeCloseTo(longitude, 5);
				});
				expect(JSON.stringify(assets), said).not.toContain('Person');
				// What is no place is named, and the rest is all there.
				expect(session.summary().rows, said).toBe(PLACES.length);
				if (made.total) expect(session.table.notes.join(' '), said).toContain('“Total”');
			}),
			{ numRuns: 40 }
		);
	});

	it('is the same in every format that can hold it, whatever its properties are called', async () => {
		const properties = fc.record({
			name: fc.constantFrom('name', 'VENUE_NAME', 'Facility', 'SiteTitle'),
			postcode: fc.constantFrom('postcode', 'POST_CODE', 'PCode', 'addr:postcode'),
			format: fc.constantFrom(
				'geojson',
				'lines',
				'bare',
				'esri',
				'records',
				'kml',
				'gpx',
				'overpass'
			),
			grid: fc.boolean()
		});
		await fc.assert(
			fc.asyncProperty(properties, async ({ name, postcode, format, grid }) => {
				const said = PLACES.map((one, at) => ({
					[name]: one.name,
					[postcode]: at === 0 ? 'NR3 1AA' : ''
				}));
				const onGrid = grid && ['geojson', 'esri'].includes(format);
				const at = (one: Invented) =>
					onGrid ? [one.easting, one.northing] : [one.longitude, one.latitude];
				const features = PLACES.map((one, i) => ({
					type: 'Feature',
					properties: said[i],
					geometry: { type: 'Point', coordinates: at(one) }
				}));
				const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } };
				const text = {
					geojson: () =>
						JSON.stringify({ type: 'FeatureCollection', ...(onGrid && { crs }), features }),
					lines: () => features.map((one) => JSON.stringify(one)).join('\n'),
					bare: () => JSON.stringify(features),
					esri: () =>
						JSON.stringify({
							spatialReference: { wkid: onGrid ? 27700 : 4326 },
							features: PLACES.map((one, i) => {
								const [x, y] = at(one);
								return { attributes: said[i], geometry: { x, y } };
							})
						}),
					records: () =>
						JSON.stringify({
							data: PLACES.map(({ latitude, longitude }, i) => ({
								...said[i],
								latitude,
								longitude
							}))
						}),
					kml: () =>
						`<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${PLACES.map((one) => `<Placemark><name>${one.name}</name><Point><coordinates>${at(one).join()}</coordinates></Point></Placemark>`).join('')}</Document></kml>`,
					gpx: () =>
						`<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">${PLACES.map((one) => `<wpt lat="${one.latitude}" lon="${one.longitude}"><name>${one.name}</name></wpt>`).join('')}</gpx>`,
					overpass: () =>
						JSON.stringify({
							version: 0.6,
							elements: PLACES.map(({ name: called, latitude, longitude }, id) => ({
								type: 'node',
								id,
								lat: latitude,
								lon: longitude,
								tags: { name: called, amenity: 'community_centre' }
							}))
						})
				}[format]();
				const session = await bring(
					text,
					`a.${format === 'kml' || format === 'gpx' ? format : 'json'}`
				);
				const context = JSON.stringify([text, session.table.headings, session.mapping]);
				expect(session.questions(), context).toEqual([]);
				const assets = session.result().map(({ asset }) => asset);
				expect(
					assets.map((one) => one.name),
					context
				).toEqual(PLACES.map((one) => one.name));
				PLACES.forEach(({ latitude, longitude }, i) => {
					expect(assets[i]?.latitude, context).toBeCloseTo(latitude, 3);
					expect(assets[i]?.longitude, context).toBeCloseTo(longitude, 3);
				});
			}),
			{ numRuns: 60 }
		);
	});

	it('never has a column of areas or of one text alone as its names without asking', () => {
		const alike = fc.constantFrom('Lunch club', 'Norfolk and Waveney', 'Exampleshire Council');
		const heading = fc.constantFrom(
			'Name',
			'Practice',
			'Service',
			'Venue name',
			'Title',
			'Wombles'
		);
		fc.assert(
			fc.property(heading, alike, fc.integer({ min: 2, max: 30 }), (words, text, rows) => {
				const readings = readColumns(
					[words, 'Postcode'],
					Array.from({ length: rows }, () => [text, 'NR3 1AA'])
				);
				const name = readings.find(({ field }) => field === 'name');
				expect(name?.confidence ?? 'ask').toBe('ask');
			})
		);
	});

	it('is read without a fault, each column once, and each single field at most once', () => {
		const cell = fc.oneof(
			fc.string({ maxLength: 30 }),
			fc.constantFrom(
				'NR3 1AA',
				'52.61, 1.21',
				'617434',
				'Monday',
				'01603 000000',
				'a@b.example',
				''
			)
		);
		const heading = fc.oneof(
			fc.string({ maxLength: 30 }),
			fc.constantFrom(...[...NAMES, ...OTHERS, ...POSITIONS.flat()].map(({ words }) => words))
		);
		fc.assert(
			fc.property(
				fc.array(heading, { minLength: 1, maxLength: 8 }),
				fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
				(headings, rows) => {
					const readings = readColumns(headings, rows);
					expect(readings.map(({ column: at }) => at)).toEqual(headings.map((_, at) => at));
					const fields = readings.flatMap(({ field }) => field ?? []);
					const single = fields.filter((field: Target) => !mayBeSeveral(field));
					expect(new Set(single).size).toBe(single.length);
					for (const { why, confidence, alternatives } of readings) {
						expect(why).toMatch(/\.$|\?$/);
						if (confidence === 'ask') expect(alternatives.length).toBeGreaterThan(0);
					}
				}
			)
		);
	});
});
