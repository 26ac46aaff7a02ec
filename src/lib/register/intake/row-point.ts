/** The point of a row, out of the cells that may say it: what they mean is decided by what fits Britain. */
import { toWgs84 } from '@turf/projection';
import { fromGrid } from '../../geometry/grid.ts';
import { formatDecimal } from '../../text/format.ts';
import type { Cells } from './cells.ts';
import {
	readAngle,
	readPair,
	systemOf,
	type PairRead,
	type ReferenceSystem
} from './coordinates.ts';
import { locatorProblem } from './locators.ts';
import { kmBetween, type Placed, type Places } from './places.ts';
import type { Remark } from './remark.ts';
import { readCoordinate } from './values.ts';

export interface Point {
	longitude: number;
	latitude: number;
	/** How it was found, where that is not simply as given. */
	source: string | null;
}

/** As far as this from its postcode's middle, a position needs a look. */
export const FAR_FROM_POSTCODE_KM = 2;

/** Said of a point that was found for a line or an area. */
export const POINT_OF_SHAPE = 'a point on its line or in its area';
export const OF_SHAPE_REMARK =
	'It is a line or an area, not a point. We took a point on it or in it.';

/** Britain and Northern Ireland with their isles, in degrees. */
const BRITAIN = { west: -8.7, south: 49.8, east: 2.2, north: 61 };
const EASTINGS = [1_000, 700_000] as const;
const NORTHINGS = [1_000, 1_300_000] as const;
const FROM_GRID = 'National Grid reference';
/** A square of this many metres says no more than a village. */
const WIDE_SQUARE = 1_000;

/** One way in which a row says where it is. */
interface Given {
	/** As it is quoted. */
	text: string;
	pair: PairRead | null;
	/** Why there is no pair, where something can be said of it. */
	problem?: string;
	from: 'degrees' | 'grid' | 'cell' | 'link';
}

interface Meant {
	point: Point;
	remarks: Remark[];
}

/** The position that a row gives; null where it gives none that can be meant. */
export function readPoint(
	cells: Cells,
	found: Placed | null,
	places: Places,
	remarks: Remark[]
): Point | null {
	const system = systemOf(cells.crs ?? '');
	const givens = givensOf(cells);
	const meant = givens.flatMap((given) => {
		const one = given.pair ? meaningOf(given, given.pair, system, found, places) : null;
		return one ? [{ given, ...one }] : [];
	});
	const [first, ...others] = meant;
	if (!first) {
		const [given] = givens;
		if (given) return unusable(problemOf(given), found, remarks);
		if (cells.locator !== undefined) {
			remarks.push({
				kind: found ? 'note' : 'look',
				field: found ? 'latitude' : 'postcode',
				text: locatorProblem(cells.locator, found !== null)
			});
		}
		return null;
	}
	remarks.push(...first.remarks);
	for (const { given, point } of others) {
		const km = kmBetween(
			point.longitude,
			point.latitude,
			first.point.longitude,
			first.point.latitude
		);
		if (km < FAR_FROM_POSTCODE_KM) continue;
		remarks.push({
			kind: 'look',
			field: 'latitude',
			text: `It has two positions, ${formatDecimal(km)} km apart: “${first.given.text}” and “${given.text}”. The first was taken: correct it, or clear the one that is wrong.`
		});
	}
	return first.point;
}

function givensOf(cells: Cells): Given[] {
	const givens: Given[] = [];
	const two = (a: string | undefined, b: string | undefined, from: 'degrees' | 'grid') => {
		const [first, second] = [a ?? '', b ?? ''];
		if (first === '' && second === '') return;
		// Some write the whole of it in one of the two.
		const whole = first === '' || second === '' ? readPair(first || second) : null;
		if (whole) {
			givens.push({ text: short(first || second), pair: whole, from: 'cell' });
			return;
		}
		const [one, other] = [first, second].map((text) => numberOf(text, from === 'grid'));
		const isPair = Number.isFinite(one) && Number.isFinite(other);
		givens.push({
			text: `${short(first)}, ${short(second)}`,
			from,
			pair: isPair
				? {
						first: one ?? NaN,
						second: other ?? NaN,
						order: from === 'grid' ? 'x first' : 'y first',
						system: null,
						ofShape: false,
						square: null,
						rest: ''
					}
				: null,
			...(!isPair &&
				(first === '' || second === '') && {
					problem:
						from === 'grid'
							? `Its position has ${first === '' ? 'a northing and no easting' : 'an easting and no northing'}.`
							: `Its position has a ${first === '' ? 'longitude and no latitude' : 'latitude and no longitude'}.`
				})
		});
	};
	two(cells.latitude, cells.longitude, 'degrees');
	two(cells.easting, cells.northing, 'grid');
	const { position } = cells;
	if (position !== undefined && position !== '') {
		givens.push({ text: short(position), pair: readPair(position), from: 'cell' });
	}
	if (givens.length === 0 && cells.url !== undefined) {
		const pair = readPair(cells.url);
		if (pair) givens.push({ text: short(cells.url), pair, from: 'link' });
	}
	return givens;
}

/** A number of a coordinate, with commas between thousands where it is one of the grid. */
function numberOf(text: string, isGrid: boolean): number {
	const plain = readCoordinate(isGrid ? text.replaceAll(',', '') : text);
	return Number.isNaN(plain) ? readAngle(text) : plain;
}

function problemOf({ text, pair, problem, from }: Given): string {
	if (problem !== undefined) return problem;
	const quoted = `“${text}”`;
	if (pair === null) {
		return from === 'grid'
			? `Easting and northing ${quoted} are not two numbers.`
			: from === 'degrees'
				? `Its position ${quoted} is not two numbers such as 52.6281, 1.2993.`
				: `Its position ${quoted} is not one that can be read, such as 52.6281, 1.2993 or TG 231 085.`;
	}
	if (Math.abs(pair.first) < 0.01 && Math.abs(pair.second) < 0.01) {
		return 'Its position is 0, 0, in the sea off Africa. Programs write that when they have no position.';
	}
	return from === 'grid'
		? `Easting and northing ${quoted} are not a position in Britain.`
		: `Its position ${quoted} is not in Britain.`;
}

/** The point that two numbers mean; null where they are none in Britain. */
function meaningOf(
	given: Given,
	pair: PairRead,
	declared: ReferenceSystem | null,
	found: Placed | null,
	places: Places
): Meant | null {
	const remarks: Remark[] = [];
	const say = (kind: 'fixed' | 'note' | 'look', text: string) =>
		remarks.push({ kind, field: 'latitude', text });
	const { first, second, order, square } = pair;
	if (Math.abs(first) < 0.01 && Math.abs(second) < 0.01) return null;
	const [x, y] = order === 'y first' ? [second, first] : [first, second];
	const system = pair.system ?? declared;
	const withShape = (point: Point): Meant => {
		if (!pair.ofShape) return { point, remarks };
		say('fixed', OF_SHAPE_REMARK);
		return { point: { ...point, source: POINT_OF_SHAPE }, remarks };
	};

	if (system !== 'grid' && system !== 'mercator') {
		const [longitude, latitude] = order === null ? [second, first] : [x, y];
		if (isInBritain(longitude, latitude)) {
			if (given.from === 'link') say('fixed', 'Its position was read from its link to a map.');
			const point = { longitude, latitude, source: null };
			return withShape(withoutMinus(point, found, places, (text) => say('fixed', text)));
		}
		if (isInBritain(latitude, longitude)) {
			if (order === null) {
				say('note', `“${given.text}” was read as longitude and then latitude, as it fits England.`);
			} else say('fixed', 'Latitude and longitude were the wrong way round.');
			return withShape({ longitude: latitude, latitude: longitude, source: null });
		}
	}
	if (system !== 'mercator') {
		const onGrid = nearest([gridPoint(x, y), gridPoint(y, x)], places);
		if (onGrid) {
			if (square !== null) {
				say(
					square >= WIDE_SQUARE ? 'look' : 'fixed',
					square >= WIDE_SQUARE
						? `Its National Grid reference names a square of ${square / 1_000} km, and its middle was taken. Give it more digits or a postcode, or say that it is near enough.`
						: 'Its position was worked out from its National Grid reference.'
				);
			} else {
				say(
					'fixed',
					given.from === 'grid'
						? 'Its position was worked out from easting and northing.'
						: 'Its position was given as easting and northing.'
				);
			}
			return withShape(onGrid);
		}
	}
	if (system !== 'grid') {
		const point = nearest([mercatorPoint(x, y), mercatorPoint(y, x)], places);
		if (point) {
			const agrees =
				found !== null &&
				kmBetween(point.longitude, point.latitude, found.longitude, found.latitude) <
					FAR_FROM_POSTCODE_KM;
			if (system === 'mercator') say('fixed', 'Its position was worked out from Web Mercator.');
			else if (agrees)
				say(
					'fixed',
					'Its position was read as Web Mercator (EPSG:3857): the file does not say so, but its postcode is there.'
				);
			else
				say(
					'look',
					'Its position reads like Web Mercator (EPSG:3857), though the file does not say so. Say that it is right, or give latitude and longitude.'
				);
			return withShape(point);
		}
	}
	return null;
}

/** The first of two readings, unless only the second is near the region. */
function nearest([first, second]: readonly (Point | null)[], places: Places): Point | null {
	if (!first || !second) return first ?? second ?? null;
	const isNear = ({ longitude, latitude }: Point) =>
		places.kmAway(longitude, latitude) <= places.reachKm;
	return !isNear(first) && isNear(second) ? second : first;
}

/** Where a row has a postcode that is known, a useless position does no harm. */
function unusable(problem: string, found: Placed | null, remarks: Remark[]): null {
	remarks.push(
		found
			? { kind: 'fixed', field: 'latitude', text: `${problem} Its postcode was used instead.` }
			: {
					kind: 'look',
					field: 'latitude',
					text: `${problem} Correct it, or clear it and give a postcode.`
				}
	);
	return null;
}

/** West of Greenwich is negative; where that was forgotten, the postcode or the region tells. */
function withoutMinus(
	point: Point,
	found: Placed | null,
	places: Places,
	fixed: (text: string) => void
): Point {
	const other = { ...point, longitude: -point.longitude };
	const { longitude: x, latitude: y } = point;
	const isHere = found
		? kmBetween(x, y, found.longitude, found.latitude) < FAR_FROM_POSTCODE_KM
		: places.areas(x, y).lsoa21 !== null || places.kmAway(x, y) <= places.reachKm;
	if (isHere) return point;
	const isThere = found
		? kmBetween(-x, y, found.longitude, found.latitude) < FAR_FROM_POSTCODE_KM
		: places.areas(-x, y).lsoa21 !== null;
	if (!isThere) return point;
	fixed(
		x > 0
			? 'The minus sign of its longitude was missing: it is west of Greenwich.'
			: 'Its longitude had a minus sign that does not belong there: it is east of Greenwich.'
	);
	return other;
}

/** Whether a position in degrees is in Britain or Northern Ireland, roughly. */
export const isInBritain = (longitude: number, latitude: number): boolean =>
	longitude >= BRITAIN.west &&
	longitude <= BRITAIN.east &&
	latitude >= BRITAIN.south &&
	latitude <= BRITAIN.north;

function gridPoint(easting: number, northing: number): Point | null {
	if (!(easting >= EASTINGS[0] && easting <= EASTINGS[1])) return null;
	if (!(northing >= NORTHINGS[0] && northing <= NORTHINGS[1])) return null;
	return rounded(fromGrid(easting, northing), FROM_GRID);
}

function mercatorPoint(x: number, y: number): Point | null {
	// England is some six million metres north of the equator.
	if (!(y > 6_000_000 && y < 9_000_000 && Math.abs(x) < 1_000_000)) return null;
	return rounded(toWgs84([x, y]), null);
}

function rounded(position: readonly number[], source: string | null): Point | null {
	const [longitude, latitude] = position.map((degrees) => Math.round(degrees * 1e6) / 1e6);
	return longitude !== undefined && latitude !== undefined && isInBritain(longitude, latitude)
		? { longitude, latitude, source }
		: null;
}

/**
 * Cells with a position apart from the address that it stands below or beside, whichever column
 * they share. What is left of either is the address.
 */
export function withPositionApart(cells: Cells, remarks: Remark[]): Cells {
	const apart = { ...cells };
	const { position, address } = cells;
	const isPlaced = [position, cells.latitude, cells.longitude, cells.easting, cells.northing].some(
		(cell) => cell !== undefined
	);
	const beside = position === undefined ? null : readPair(position);
	if (beside && beside.rest !== '' && !(address ?? '').includes(beside.rest)) {
		apart.address = [address, beside.rest].filter(Boolean).join(', ');
	}
	const inside = address === undefined ? null : readPair(address);
	const isPosition =
		inside !== null &&
		(inside.system !== null ||
			isInBritain(inside.first, inside.second) ||
			isInBritain(inside.second, inside.first));
	if (!inside || !isPosition || (isPlaced && inside.square !== null)) return apart;
	if (inside.rest === '') delete apart.address;
	else apart.address = inside.rest;
	if (!isPlaced && address !== undefined) {
		apart.position = address;
		remarks.push({
			kind: 'fixed',
			field: 'address',
			text: 'A position stood in its address, and was taken from there.'
		});
	}
	return apart;
}

const short = (text: string) => text.slice(0, 30);
