/**
 * Residents around a region, who share what stands near its border (E2SFCA). The nearer to where
 * the region's residents live, the finer: how far a place across the border is matters where
 * people walk, and a community's middle will do where they drive for an hour.
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

/** Up to how many kilometres from the region's residents others are there, and how finely. */
export interface Extent {
	/** Neighbourhoods with an output area up to here by output area. */
	byOutputArea: number;
	/** Up to here by neighbourhood; further ones by community. */
	byNeighbourhood: number;
	/** Up to here at all. */
	km: number;
}

/**
 * A place that residents share with others is within a catchment of both. Twice the catchment of 20
 * minutes on foot is 4.9 km: to there nobody's home is rounded. Twice that of an hour on foot is
 * 14.8 km. Places are known up to 10 km from the region, and the catchment of an hour's drive is
 * 85 km.
 */
export const EXTENT: Extent = { byOutputArea: 5, byNeighbourhood: 16, km: 100 };

/** No output area of England is further from the middle of its neighbourhood than this, in km. */
const WIDEST = 20;

/** Cells of this many degrees, and no two points of one are further apart than this, in km. */
const CELL = 0.05;
const CELL_KM = 7;

/** Steps of a degree that coordinates are rounded to: about ten metres. */
const PLACES = 1e4;

export const residentsBeyondPart: PartBuilder<ResidentsBeyondPart> = {
	part: 'residents-beyond',
	build: (context) => buildResidentsBeyond(context, EXTENT)
};

type Place = readonly [longitude: number, latitude: number];

interface Point {
	longitude: number;
	latitude: number;
	settlement: number;
	now: number;
	before: number;
}

/** The part, up to an extent. */
export async function buildResidentsBeyond(
	{ geodata, selection }: PartContext,
	extent: Extent
): Promise<ResidentsBeyondPart> {
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
	const farthest = extent.km + CELL_KM;
	const near = extent.byNeighbourhood + CELL_KM;
	/** How far it is to where somebody of the region lives; Infinity beyond the extent. */
	const kmTo = (x: number, y: number): number => {
		const km = toCell(x, y, farthest);
		return km <= near ? toOwn(x, y, near) : km;
	};

	const codes = strings(areas, 'lsoa21');
	const [longitude, latitude] = [numbers(areas, 'longitude'), numbers(areas, 'latitude')];
	const [communities, classes] = [strings(areas, 'msoa21'), strings(areas, 'ruc21')];
	const now = numbersAlong(spine, await geodata.table(RESIDENTS), 'total');
	const before = await geodata.once(residentsBefore);
	const fine: Point[] = [];
	const far = new Map<string, Point[]>();
	codes.forEach((code, at) => {
		if (isHere.has(code)) return;
		const [x, y] = [longitude[at] ?? NaN, latitude[at] ?? NaN];
		const km = kmTo(x, y);
		if (km > farthest) return;
		const point: Point = {
			longitude: x,
			latitude: y,
			settlement: SETTLEMENTS.indexOf(settlementOf(classes[at] ?? '')),
			now: now[at] ?? NaN,
			before: before.get(code) ?? NaN
		};
		const points = ofArea.get(code) ?? [[x, y]];
		if (
			km <= extent.byOutputArea + WIDEST &&
			points.some(([ownX, ownY]) => kmTo(ownX, ownY) <= extent.byOutputArea)
		) {
			for (const [ownX, ownY] of points) {
				fine.push({
					...point,
					longitude: ownX,
					latitude: ownY,
					now: point.now / points.length,
					before: point.before / points.length
				});
			}
		} else if (km <= extent.byNeighbourhood) {
			fine.push(point);
		} else {
			const community = communities[at] ?? '';
			far.set(community, [...(far.get(community) ?? []), point]);
		}
	});
	const points = [...fine, ...[...far.values()].map(together)];
	const column = (read: (point: Point) => number, scale = 1) => toSteps(points.map(read), scale);
	return {
		kind: 'residents-beyond',
		part: 'residents-beyond',
		datasets: [POINTS, AREAS, RESIDENTS, RESIDENTS_BEFORE, LINKS],
		km: extent.km,
		longitude: column((point) => point.longitude, PLACES),
		latitude: column((point) => point.latitude, PLACES),
		settlement: column((point) => point.settlement),
		residents: {
			'2025': column((point) => point.now, 10),
			'2019': column((point) => point.before, 10)
		}
	};
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
