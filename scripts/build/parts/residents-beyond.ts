/**
 * Residents around a region, who share what stands near its border (E2SFCA). The nearer to where
 * the region's residents live, the finer: how far somebody across the border has to go matters where
 * people walk, and the middle of a few kilometres will do where they drive for an hour.
 */
import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';
import { settlementOf, SETTLEMENTS } from '../../../src/lib/access/travel.ts';
import { crosswalk, type Change } from '../../../src/lib/areas/crosswalk.ts';
import type { ResidentsBeyondPart } from '../../../src/lib/facts/parts.ts';
import { numbersAlong } from '../../../src/lib/facts/along.ts';
import { numbers, numbersBy, strings } from '../../../src/lib/facts/table.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import { toSteps } from '../../../src/lib/stats/steps.ts';
import type { PartBuilder, PartContext } from '../part.ts';

const POINTS = 'centroids-oa21';
const AREAS = 'areas-lsoa21';
const LINKS = 'lsoa11-lsoa21';
const RESIDENTS = 'residents-2021-age';
const RESIDENTS_BEFORE = 'residents-2020-lsoa11';

/** Residents up to some kilometres from the region's, and how finely. */
export interface Band {
	/** Up to how many kilometres from where somebody of the region lives. */
	km: number;
	/** Each output area, each neighbourhood, or all in a square of so many kilometres, as one point. */
	by: 'output area' | 'neighbourhood' | number;
}

/**
 * Who shares a place with the region is within a catchment of it, as somebody of the region is; a
 * catchment is twice the reach. Two catchments of half an hour on foot are 7.4 km, of an hour
 * 14.8 km, of a quarter of an hour by car 44 km. Places are known up to 10 km from the region, and
 * the catchment of an hour by car is 130 km: nobody further off shares anything. How fine each is was
 * tried: finer changes no share by 1% (tests/data/residents-beyond.test.ts).
 */
export const BANDS: readonly Band[] = [
	{ km: 8, by: 'output area' },
	{ km: 16, by: 0.3 },
	{ km: 32, by: 0.7 },
	{ km: 48, by: 'neighbourhood' },
	{ km: 140, by: 10 }
];

/**
 * For regions beside large cities. Where so many share a place, a few hundred metres more or less of
 * some of them change little (`npm run build:check -- --all` tries it for each such region). They reach
 * as far as the finer ones.
 */
export const COARSER_BANDS: readonly Band[] = [
	{ km: 8, by: 'output area' },
	{ km: 16, by: 0.5 },
	{ km: 32, by: 2 },
	{ km: 48, by: 4 },
	{ km: 140, by: 10 }
];

/** More points than this are too many for a pack: then the coarser bands are taken. */
const MOST_POINTS = 15_000;

/** No output area of England is further from the middle of its neighbourhood than this, in km. */
const WIDEST = 20;

/** Cells of this many degrees, and no two points of one are further apart than this, in km. */
const CELL = 0.05;
const CELL_KM = 7;

/** A degree of latitude, in kilometres. */
const KM_PER_DEGREE = 111.2;

/** Points of squares of so many kilometres, and of neighbourhoods, are rounded. */
const ROUNDED_FROM = 0.5;

/** Steps of a degree that coordinates are rounded to: about ten metres. */
const PLACES = 1e4;

/** Units of residents: tenths of one, or whole ones where there are many points. */
const [TENTHS, WHOLE] = [10, 1];

export const residentsBeyondPart: PartBuilder<ResidentsBeyondPart> = {
	part: 'residents-beyond',
	async build(context) {
		const around = await residentsAround(context, BANDS);
		const part = partOf(around, BANDS, TENTHS);
		return part.longitude.steps.length > MOST_POINTS ? partOf(around, COARSER_BANDS, WHOLE) : part;
	}
};

/** Whether the points of a part stand in the coarser bands, whose residents alone are whole. */
export const isCoarser = ({ residents }: ResidentsBeyondPart): boolean =>
	residents['2025'].scale === WHOLE;

type Place = readonly [longitude: number, latitude: number];

interface Point {
	longitude: number;
	latitude: number;
	settlement: number;
	now: number;
	before: number;
}

/** Some residents beyond the border: those of an output area, or of a neighbourhood far off. */
interface Beyond {
	point: Point;
	/** From the nearest of the region's residents; far off, about. */
	km: number;
	/** Neighbourhood, and which of its output areas. */
	code: string;
	at: number;
}

/** The part, in bands that ascend. */
export const buildResidentsBeyond = async (
	context: PartContext,
	bands: readonly Band[]
): Promise<ResidentsBeyondPart> => partOf(await residentsAround(context, bands), bands, TENTHS);

/** Residents around a region as far as the last of some bands. */
async function residentsAround(
	{ geodata, selection }: PartContext,
	bands: readonly Band[]
): Promise<Beyond[]> {
	const { areas, spine, ...here } = selection['2021'];
	const isHere = new Set(here.codes);
	const ofArea = await geodata.once(outputAreas);
	const own = here.codes.flatMap((code) => ofArea.get(code) ?? []);
	// Far off, a few kilometres are neither here nor there: one point of the region a cell will do.
	const cells = new Map(
		own.map(([x, y]) => [`${Math.round(x / CELL)} ${Math.round(y / CELL)}`, [x, y] as Place])
	);
	const toOwn = finder(own);
	const toCell = finder([...cells.values()]);
	const farthest = bands.at(-1)?.km ?? 0;
	const near = (bands.at(-2)?.km ?? 0) + WIDEST;

	const codes = strings(areas, 'lsoa21');
	const [longitude, latitude] = [numbers(areas, 'longitude'), numbers(areas, 'latitude')];
	const classes = strings(areas, 'ruc21');
	const now = numbersAlong(spine, await geodata.table(RESIDENTS), 'total');
	const before = await geodata.once(residentsBefore);
	const found: Beyond[] = [];
	codes.forEach((code, at) => {
		if (isHere.has(code)) return;
		const [x, y] = [longitude[at] ?? NaN, latitude[at] ?? NaN];
		const km = toCell(x, y, farthest + CELL_KM);
		if (km === Infinity) return;
		const whole: Point = {
			longitude: x,
			latitude: y,
			settlement: SETTLEMENTS.indexOf(settlementOf(classes[at] ?? '')),
			now: now[at] ?? NaN,
			before: before.get(code) ?? NaN
		};
		const points = ofArea.get(code) ?? [];
		if (km > near + CELL_KM || points.length === 0) {
			found.push({ point: whole, km: Math.min(km, farthest), code, at: 0 });
			return;
		}
		points.forEach(([ownX, ownY], one) => {
			const point = {
				...whole,
				longitude: ownX,
				latitude: ownY,
				now: whole.now / points.length,
				before: whole.before / points.length
			};
			found.push({ point, km: Math.min(toOwn(ownX, ownY, near), farthest), code, at: one });
		});
	});
	return found;
}

/**
 * Those around a region as the points of bands, their residents in units of 1/scale: an output area has
 * an equal share of its neighbourhood, which is seldom whole.
 */
function partOf(
	around: readonly Beyond[],
	bands: readonly Band[],
	scale: number
): ResidentsBeyondPart {
	const squares = new Map<string, Point[]>();
	/** Keys of points that are not rounded. */
	const exact = new Set<string>();
	for (const { point, km, code, at } of around) {
		const band = bands.find((one) => km <= one.km);
		if (!band) continue;
		const { by } = band;
		const key =
			by === 'neighbourhood' ? code : by === 'output area' ? `${code} ${at}` : squareOf(point, by);
		if (by === 'output area' || (by !== 'neighbourhood' && by < ROUNDED_FROM)) exact.add(key);
		const those = squares.get(key);
		if (those) those.push(point);
		else squares.set(key, [point]);
	}
	const points = [...squares].map(([key, those]) =>
		exact.has(key) ? together(those) : rounded(together(those))
	);
	const column = (read: (point: Point) => number, scale = 1) => toSteps(points.map(read), scale);
	return {
		kind: 'residents-beyond',
		part: 'residents-beyond',
		datasets: [POINTS, AREAS, RESIDENTS, RESIDENTS_BEFORE, LINKS],
		km: bands.at(-1)?.km ?? 0,
		longitude: column((point) => point.longitude, PLACES),
		latitude: column((point) => point.latitude, PLACES),
		settlement: column((point) => point.settlement),
		residents: {
			'2025': column((point) => point.now, scale),
			'2019': column((point) => point.before, scale)
		}
	};
}

/** A point far off, to some hundred metres and whole residents: a quarter fewer bytes. */
const rounded = ({ longitude, latitude, settlement, now, before }: Point): Point => ({
	longitude: Number(longitude.toFixed(3)),
	latitude: Number(latitude.toFixed(3)),
	settlement,
	now: Math.round(now),
	before: Math.round(before)
});

/** The square of a grid that a point is in; squares are apart by how settled they are. */
function squareOf({ longitude, latitude, settlement }: Point, km: number): string {
	const high = km / KM_PER_DEGREE;
	const row = Math.floor(latitude / high);
	const wide = high / Math.cos(((row + 0.5) * high * Math.PI) / 180);
	return `${km} ${settlement} ${row} ${Math.floor(longitude / wide)}`;
}

/** Finds how far it is to the nearest of some places, in km, up to a limit; else Infinity. */
function finder(places: readonly Place[]) {
	const index = new KDBush(places.length);
	for (const [x, y] of places) index.add(x, y);
	index.finish();
	return (x: number, y: number, limit: number): number => {
		const [nearest] = around(index, x, y, 1, limit);
		const to = places[nearest ?? -1];
		return to ? distance(x, y, ...to) : Infinity;
	};
}

/** Several points as one, in the middle of their residents, as settled as most of them. */
function together(points: readonly Point[]): Point {
	const sum = (read: (point: Point) => number) =>
		points.reduce((total, point) => total + read(point), 0);
	const now = sum((point) => point.now);
	const most = SETTLEMENTS.map((_, settlement) =>
		sum((point) => (point.settlement === settlement ? point.now : 0))
	);
	return {
		longitude: sum((point) => point.now * point.longitude) / now,
		latitude: sum((point) => point.now * point.latitude) / now,
		settlement: most.indexOf(Math.max(...most)),
		now,
		before: sum((point) => point.before)
	};
}

/** The centres of the output areas of each LSOA of England. */
async function outputAreas(geodata: Geodata): Promise<Map<string, Place[]>> {
	const table = await geodata.table(POINTS);
	const [x, y] = [numbers(table, 'longitude'), numbers(table, 'latitude')];
	const found = new Map<string, Place[]>();
	strings(table, 'lsoa21').forEach((code, row) => {
		const point: Place = [x[row] ?? NaN, y[row] ?? NaN];
		const known = found.get(code);
		if (known) known.push(point);
		else found.set(code, [point]);
	});
	return found;
}

/** Residents of mid-2020 by LSOA of 2021, taken across by residents of 2021. */
async function residentsBefore(geodata: Geodata): Promise<Map<string, number>> {
	const links = await geodata.table(LINKS);
	const [from, to, change] = ['lsoa11', 'lsoa21', 'change'].map((name) => strings(links, name));
	const crossed = crosswalk(
		(from ?? []).map((code, row) => ({
			from: code,
			to: to?.[row] ?? '',
			change: (change?.[row] ?? '') as Change
		})),
		numbersBy(await geodata.table(RESIDENTS_BEFORE), 'lsoa11', 'total'),
		numbersBy(await geodata.table(RESIDENTS), 'lsoa21', 'total')
	);
	return new Map([...crossed].map(([code, { value }]) => [code, value]));
}
