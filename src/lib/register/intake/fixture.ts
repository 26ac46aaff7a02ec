/** A small invented region for tests of imports: two squares side by side, and some postcodes. */
import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { makePiece } from '../../postcodes/piece.ts';
import type { BasemapPart, BoundariesPart } from '../../geometry/parts.ts';
import { makePlaces } from './places.ts';
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

const boundaries = (vintage: '2021' | '2011', codes: [string, string]) =>
	({
		kind: 'boundaries',
		part: `lsoa${vintage.slice(2)}-boundaries`,
		vintage,
		datasets: [],
		topology: shapes('lsoa', [
			square(codes[0], 1.2, 52.6, 0.05),
			square(codes[1], 1.25, 52.6, 0.05)
		])
	}) as unknown as BoundariesPart;

const group = { codes: ['X1'], names: ['X'], of: [0, 0] };

export const PLACES = makePlaces({
	regionName: 'Exampleshire',
	pieces: [
		makePiece(
			'NR3',
			'October 2025',
			[
				{ inward: '1AA', lsoa21: 'E01000001', longitude: 1.21, latitude: 52.61 },
				{ inward: '1AB', lsoa21: 'E01000001', longitude: 1.2211, latitude: 52.6215 },
				{ inward: '2AD', lsoa21: 'E01000002', longitude: 1.28, latitude: 52.63 }
			],
			(code) => (code === 'E01000002' ? 'E01009992' : code)
		)
	],
	areas: {
		kind: 'areas',
		part: 'areas-2021',
		vintage: '2021',
		datasets: [],
		lsoa: {
			codes: ['E01000001', 'E01000002'],
			names: ['Exampleton 001A', 'Exampleton 001B'],
			residents: [1500, 1600],
			longitude: [1.22, 1.27],
			latitude: [52.62, 52.62]
		},
		msoa: group,
		district: { ...group, partOf: [null], notes: [null] },
		place: group
	},
	boundaries21: boundaries('2021', ['E01000001', 'E01000002']),
	boundaries11: boundaries('2011', ['E01000001', 'E01009992']),
	basemap: {
		kind: 'basemap',
		part: 'basemap',
		datasets: [],
		window: [0.5, 52, 2.5, 53],
		topology: shapes('districts', [square('Exampleshire', 1.1, 52.5, 0.21)]),
		towns: {}
	} as unknown as BasemapPart
});

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
