/** A small invented region for tests of imports: two squares side by side, and some postcodes. */
import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { makePiece } from '../../postcodes/piece.ts';
import type { BasemapPart, BoundariesPart } from '../../geometry/parts.ts';
import { makePlaces, type Places } from './places.ts';
import { ImportSession, type SessionContext } from './session.ts';
import { readTable } from './formats.ts';

const square = (id: string, west: number, south: number, size: number) => ({
	type: 'Feature' as const,
	id,
	properties: { name: id },
	geometry: {
		type: 'Polygon' as const,
		coordinates: [
			[
				[west, south],
				[west + size, south],
				[west + size, south + size],
				[west, south + size],
				[west, south]
			]
		]
	}
});
const shapes = (object: string, features: ReturnType<typeof square>[]) =>
	topology({ [object]: { type: 'FeatureCollection', features } as FeatureCollection }, 1e6);

/** A neighbourhood of the invented region: a square, with its code of either vintage. */
interface Square {
	lsoa21: string;
	lsoa11: string;
	west: number;
	south: number;
	size: number;
}

/** A region of squares. Postcodes are given with longitude and latitude, and the square they are in. */
export function placesOf(
	regionName: string,
	squares: readonly Square[],
	postcodes: Readonly<
		Record<string, readonly [longitude: number, latitude: number, square: number]>
	>,
	land: readonly [west: number, south: number, size: number]
): Places {
	const group = { codes: ['X1'], names: ['X'], of: squares.map(() => 0) };
	const boundaries = (vintage: '2021' | '2011') =>
		({
			kind: 'boundaries',
			part: `lsoa${vintage.slice(2)}-boundaries`,
			vintage,
			datasets: [],
			topology: shapes(
				'lsoa',
				squares.map(({ lsoa21, lsoa11, west, south, size }) =>
					square(vintage === '2021' ? lsoa21 : lsoa11, west, south, size)
				)
			)
		}) as unknown as BoundariesPart;
	const outwards = new Map<string, string[]>();
	for (const code of Object.keys(postcodes)) {
		const [outward = ''] = code.split(' ');
		outwards.set(outward, [...(outwards.get(outward) ?? []), code]);
	}
	const older = new Map(squares.map(({ lsoa21, lsoa11 }) => [lsoa21, lsoa11]));
	return makePlaces({
		regionName,
		pieces: [...outwards].map(([outward, codes]) =>
			makePiece(
				outward,
				'October 2025',
				codes.map((code) => {
					const [longitude = 0, latitude = 0, at = 0] = postcodes[code] ?? [];
					const inward = code.split(' ')[1] ?? '';
					return { inward, lsoa21: squares[at]?.lsoa21 ?? '', longitude, latitude };
				}),
				(code) => older.get(code) ?? code
			)
		),
		areas: {
			kind: 'areas',
			part: 'areas-2021',
			vintage: '2021',
			datasets: [],
			lsoa: {
				codes: squares.map(({ lsoa21 }) => lsoa21),
				names: squares.map((_, i) => `Exampleton 001${'ABCDEFGH'.charAt(i)}`),
				residents: squares.map((_, i) => 1500 + 100 * i),
				longitude: squares.map(({ west, size }) => Number((west + 0.4 * size).toFixed(6))),
				latitude: squares.map(({ south, size }) => Number((south + 0.4 * size).toFixed(6)))
			},
			msoa: group,
			district: { ...group, partOf: [null], notes: [null] },
			place: group
		},
		boundaries21: boundaries('2021'),
		boundaries11: boundaries('2011'),
		basemap: {
			kind: 'basemap',
			part: 'basemap',
			datasets: [],
			window: [land[0] - 0.6, land[1] - 0.5, land[0] + 1.4, land[1] + 0.5],
			topology: shapes('districts', [square(regionName, ...land)]),
			towns: {}
		} as unknown as BasemapPart
	});
}

export const PLACES = placesOf(
	'Exampleshire',
	[
		{ lsoa21: 'E01000001', lsoa11: 'E01000001', west: 1.2, south: 52.6, size: 0.05 },
		{ lsoa21: 'E01000002', lsoa11: 'E01009992', west: 1.25, south: 52.6, size: 0.05 }
	],
	{
		'NR3 1AA': [1.21, 52.61, 0],
		'NR3 1AB': [1.2211, 52.6215, 0],
		'NR3 2AD': [1.28, 52.63, 1]
	},
	[1.1, 52.5, 0.21]
);

export const CONTEXT: SessionContext = {
	places: PLACES,
	fileName: 'places.csv',
	today: '2026-11-27',
	register: () => null
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file brought and checked. */
export async function bring(
	content: string | Uint8Array,
	name = 'places.csv',
	context: Partial<SessionContext> = {}
): Promise<ImportSession> {
	const bytes = typeof content === 'string' ? bytesOf(content) : content;
	const { table } = await readTable({ name, bytes });
	const session = new ImportSession(table, { ...CONTEXT, fileName: name, ...context });
	await session.check();
	return session;
}
