/** Invented files of mapping programs, for tests: three places in each. */
import { strToU8, zipSync, type Zippable } from 'fflate';

export interface InventedPlace {
	name: string;
	longitude: number;
	latitude: number;
	postcode: string;
}

export const THREE: readonly InventedPlace[] = [
	{ name: 'Exampleton Village Hall', longitude: 1.21, latitude: 52.61, postcode: 'NR3 1AA' },
	{ name: 'Invented Church Hall', longitude: 1.2211, latitude: 52.6215, postcode: 'NR3 1AB' },
	{ name: 'Madeup Library', longitude: 1.28, latitude: 52.63, postcode: 'NR3 2AD' }
];

/** The same places on the British National Grid, worked out by Ordnance Survey's formulae. */
export const ON_GRID: readonly (readonly [easting: number, northing: number])[] = [
	[617434, 306196],
	[618126, 307509],
	[622071, 308634]
];

export const FEATURES = THREE.map(({ name, postcode, longitude, latitude }) => ({
	type: 'Feature',
	properties: { name, postcode },
	geometry: { type: 'Point', coordinates: [longitude, latitude] }
}));

/** A zip of texts and bytes by name. */
export const zipOf = (files: Record<string, string | Uint8Array>): Uint8Array =>
	zipSync(
		Object.fromEntries(
			Object.entries(files).map(([name, content]) => [
				name,
				typeof content === 'string' ? strToU8(content) : content
			])
		) as Zippable
	);

/** Points as a shapefile has them (.shp). */
export function shp(points: readonly (readonly number[])[]): Uint8Array {
	const view = new DataView(new ArrayBuffer(100 + points.length * 28));
	view.setInt32(0, 9994);
	view.setInt32(24, view.byteLength / 2);
	view.setInt32(28, 1000, true);
	view.setInt32(32, 1, true);
	points.forEach(([x = 0, y = 0], i) => {
		const at = 100 + i * 28;
		view.setInt32(at, i + 1);
		view.setInt32(at + 4, 10);
		view.setInt32(at + 8, 1, true);
		view.setFloat64(at + 12, x, true);
		view.setFloat64(at + 20, y, true);
	});
	return new Uint8Array(view.buffer);
}

/** A table of texts as a shapefile has it (.dbf). */
export function dbf(
	fields: readonly (readonly [name: string, length: number])[],
	rows: readonly (readonly string[])[]
): Uint8Array {
	const length = 1 + fields.reduce((sum, [, width]) => sum + width, 0);
	const head = 33 + fields.length * 32;
	const bytes = new Uint8Array(head + length * rows.length);
	const view = new DataView(bytes.buffer);
	bytes[0] = 3;
	view.setUint32(4, rows.length, true);
	view.setUint16(8, head, true);
	view.setUint16(10, length, true);
	fields.forEach(([name, width], i) => {
		bytes.set(strToU8(name), 32 + i * 32);
		bytes[32 + i * 32 + 11] = 'C'.charCodeAt(0);
		bytes[32 + i * 32 + 16] = width;
	});
	bytes[head - 1] = 13;
	rows.forEach((cells, row) => {
		let at = head + row * length;
		bytes[at++] = 32;
		cells.forEach((cell, i) => {
			const width = fields[i]?.[1] ?? 0;
			bytes.set(strToU8(cell.padEnd(width), true).subarray(0, width), at);
			at += width;
		});
	});
	return bytes;
}

export const WGS84 =
	'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
export const BRITISH_GRID =
	'PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]]';

/** The table of the three places for a shapefile. */
export const TABLE = (): Uint8Array =>
	dbf(
		[
			['NAME', 30],
			['POSTCODE', 10]
		],
		THREE.map(({ name, postcode }) => [name, postcode])
	);

/** KML with the three places in two folders. */
export function kml(description = '<b>Open</b> daily<br>All welcome'): string {
	const marks = THREE.map(
		({ name, postcode, longitude, latitude }) =>
			`<Placemark><name>${name}</name><description><![CDATA[${description}]]></description><styleUrl>#s</styleUrl><ExtendedData><Data name="Postcode"><value>${postcode}</value></Data></ExtendedData><Point><coordinates>${longitude},${latitude},0</coordinates></Point></Placemark>`
	);
	return `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Places</name><Style id="s"/><Folder><name>Village halls</name>${marks.slice(0, 2).join('')}</Folder><Folder><name>Library</name>${marks.slice(2).join('')}</Folder></Document></kml>`;
}

export const gpx = (waypoints: readonly InventedPlace[] = THREE): string =>
	`<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">${waypoints
		.map(
			({ name, longitude, latitude }) =>
				`<wpt lat="${latitude}" lon="${longitude}"><name>${name}</name><desc>A place</desc></wpt>`
		)
		.join(
			''
		)}<trk><name>Walk</name><trkseg><trkpt lat="52.6" lon="1.2"/><trkpt lat="52.61" lon="1.21"/></trkseg></trk></gpx>`;

/** CSV of the three places with another sign than the comma, if need be. */
export const csv = (sign = ','): string =>
	[
		['Name', 'Postcode', 'Phone'],
		...THREE.map(({ name, postcode }, i) => [name, postcode, `01632 96000${i}`])
	]
		.map((cells) => cells.join(sign))
		.join('\n');
