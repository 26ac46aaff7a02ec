/** Where a row is: from coordinates however they were written, and from its postcode. */
import { fromGrid } from '../../geometry/grid.ts';
import { readPostcode, type Postcode } from '../../postcodes/postcode.ts';
import { formatCount, formatDecimal } from '../../text/format.ts';
import type { Cells } from './cells.ts';
import { kmBetween, type Placed, type Places } from './places.ts';
import type { Remark } from './remark.ts';
import { readCoordinate } from './values.ts';

export interface Position {
	/** The postcode as it is written, or what was given if it is none. */
	postcode: string | null;
	place: Placed | null;
	/** How the point was found; why there is none. */
	pointSource: string | null;
	remarks: Remark[];
}

/** Britain and Northern Ireland with their isles, in degrees. */
const BRITAIN = { west: -8.7, south: 49.8, east: 2.2, north: 61 };
/** A postcode's points are rarely farther from its middle. */
const FAR_FROM_POSTCODE_KM = 3;
/** What makes two positions one: postcodes are kept to a ten-thousandth of a degree. */
const SAME = 0.00006;
const EASTINGS = [1_000, 700_000] as const;
const NORTHINGS = [1_000, 1_300_000] as const;

interface Point {
	longitude: number;
	latitude: number;
	/** How it was found, where that is not simply as given. */
	source: string | null;
}

export const POSTCODE_CENTROID = 'postcode centroid';
const GIVEN = 'given';
const FROM_GRID = 'National Grid reference';

/** Said of a point that was found for a line or an area. */
export const POINT_OF_SHAPE = 'a point on its line or in its area';

/** Place a row. `pointSource` is what the row itself says of how its point was found. */
export function placeRow(cells: Cells, places: Places): Position {
	const remarks: Remark[] = [];
	const { postcode, found } = readRowPostcode(cells, places, remarks);
	const point = readPoint(cells, found, places, remarks);
	const said = cells.pointSource ?? null;
	const result = (place: Placed | null, pointSource: string | null): Position => ({
		postcode,
		place,
		pointSource,
		remarks
	});

	if (point === null) {
		if (found) return result(found, said ?? POSTCODE_CENTROID);
		if (!remarks.some(({ kind }) => kind === 'look' || kind === 'refused')) {
			remarks.push({
				kind: 'look',
				field: 'postcode',
				text: 'It has neither a postcode nor a position, so it cannot be shown on the map. Give it a postcode.'
			});
		}
		return result(null, null);
	}

	const source = point.source ?? said ?? GIVEN;
	const { longitude, latitude } = point;
	if (found && isSame(point, found)) return result({ ...found, longitude, latitude }, source);
	const areas = places.areas(longitude, latitude);
	const km = found ? kmBetween(longitude, latitude, found.longitude, found.latitude) : 0;
	const here = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
	const away = areas.lsoa21 === null ? places.kmAway(longitude, latitude) : 0;
	if (found && away > places.reachKm) {
		remarks.push({
			kind: 'fixed',
			field: 'latitude',
			text: `Its position (${here}) is ${formatCount(km)} km from its postcode, outside the region: the postcode was used instead.`
		});
		return result(found, POSTCODE_CENTROID);
	}
	if (away > places.reachKm) {
		drop(remarks, 'postcode');
		remarks.push({
			kind: 'refused',
			field: 'latitude',
			text: `Its position (${here}) is ${formatCount(away)} km from the nearest neighbourhood of ${places.regionName}, elsewhere or at sea. Correct it, or bring the row on the map of its own region.`
		});
		return result(null, null);
	}
	if (found && km > FAR_FROM_POSTCODE_KM) {
		remarks.push({
			kind: 'look',
			field: 'latitude',
			text: `Its position is ${formatDecimal(km)} km from its postcode ${postcode ?? ''}. One of the two may be wrong: correct it, or clear the one that is.`
		});
	} else if (away > 0 && !found && places.isAtSea(longitude, latitude)) {
		remarks.push({
			kind: 'look',
			field: 'latitude',
			text: `Its position (${here}) seems to be in the sea. Correct it, or clear it and give a postcode.`
		});
	} else {
		// A point in the region makes up for a postcode that is not known there.
		soften(remarks, 'postcode');
		if (away > 0 && !found) {
			remarks.push({
				kind: 'note',
				field: 'latitude',
				text: `It is outside ${places.regionName}, ${formatDecimal(away)} km from its nearest neighbourhood: shown on the map, not counted.`
			});
		}
	}
	return result(
		{
			longitude,
			latitude,
			lsoa21: areas.lsoa21 ?? found?.lsoa21 ?? null,
			lsoa11: areas.lsoa11 ?? (areas.lsoa21 === null ? (found?.lsoa11 ?? null) : null)
		},
		source
	);
}

const isSame = (a: Point, b: Placed) =>
	Math.abs(a.longitude - b.longitude) < SAME && Math.abs(a.latitude - b.latitude) < SAME;

function soften(remarks: Remark[], field: Remark['field']): void {
	remarks.forEach((remark, i) => {
		if (remark.field === field && (remark.kind === 'look' || remark.kind === 'refused')) {
			remarks[i] = { ...remark, kind: 'note' };
		}
	});
}

function drop(remarks: Remark[], field: Remark['field']): void {
	remarks.splice(0, remarks.length, ...remarks.filter((remark) => remark.field !== field));
}

function readRowPostcode(
	cells: Cells,
	places: Places,
	remarks: Remark[]
): { postcode: string | null; found: Placed | null } {
	const given = cells.postcode ?? '';
	const reading = given === '' ? null : readPostcode(given);
	const unusable = (text: string) => {
		remarks.push({ kind: 'look', field: 'postcode', text });
		return { postcode: given, found: null };
	};
	if (reading === null) {
		const inAddress = readPostcode(cells.address ?? '');
		if (cells.address === undefined || inAddress.kind !== 'postcode') {
			return { postcode: null, found: null };
		}
		remarks.push({
			kind: 'fixed',
			field: 'postcode',
			text: `The postcode ${inAddress.postcode.text} was taken from the address.`
		});
		return {
			postcode: inAddress.postcode.text,
			found: lookUp(inAddress.postcode, places, remarks)
		};
	}
	if (reading.kind === 'beginning') {
		return unusable(reading.problem.replace('Type all of it;', 'Give all of it;'));
	}
	if (reading.kind === 'other') {
		return unusable(
			`“${given.slice(0, 30)}” is not a postcode. A postcode looks like ${places.postcode(NOWHERE).found ? '' : example(places)}.`
		);
	}
	if (reading.kind === 'mistake') {
		const inUse = reading.suggestions.filter((one) => places.postcode(one).found);
		const [only] = inUse;
		if (inUse.length !== 1 || only === undefined) return unusable(reading.problem);
		remarks.push({
			kind: 'fixed',
			field: 'postcode',
			text: `“${given}” was read as ${only.text}, which is in use here.`
		});
		return { postcode: only.text, found: lookUp(only, places, remarks) };
	}
	const { postcode } = reading;
	if (postcode.text !== given) {
		remarks.push({
			kind: 'fixed',
			field: 'postcode',
			text: `The postcode “${given}” is written ${postcode.text}.`
		});
	}
	return { postcode: postcode.text, found: lookUp(postcode, places, remarks) };
}

const NOWHERE: Postcode = { text: '', outward: '', inward: '' };
function example(places: Places): string {
	const answer = places.postcode(NOWHERE);
	return answer.found ? '' : answer.example;
}

function lookUp(postcode: Postcode, places: Places, remarks: Remark[]): Placed | null {
	const answer = places.postcode(postcode);
	if (answer.found) return answer.place;
	remarks.push(
		answer.elsewhere
			? {
					kind: 'refused',
					field: 'postcode',
					text: `${postcode.text} is not in ${places.regionName}: no postcode there begins with ${postcode.outward}. Correct it, or bring the row on the map of its own region.`
				}
			: {
					kind: 'look',
					field: 'postcode',
					text: `${postcode.text} is not a postcode of ${places.regionName} that is in use (as of ${answer.period}). It may be mistyped, new, or across the border: correct it, or give a position.`
				}
	);
	return null;
}

/** The position that a row gives; null where it gives none that can be meant. */
function readPoint(
	cells: Cells,
	found: Placed | null,
	places: Places,
	remarks: Remark[]
): Point | null {
	const fixed = (text: string) => remarks.push({ kind: 'fixed', field: 'latitude', text });
	const [first = '', second = ''] = (cells.position ?? '')
		.replace(/^[([]|[)\]]$/g, '')
		.split(/\s+(?:[,;]\s*)?|[,;]\s*/);
	const latitudeText = cells.latitude ?? first;
	const longitudeText = cells.longitude ?? second;
	const gridText = [cells.easting ?? '', cells.northing ?? ''];
	if (latitudeText === '' && longitudeText === '') {
		const [easting = NaN, northing = NaN] = gridText.map((text) =>
			readCoordinate(text.replaceAll(',', ''))
		);
		if (gridText.every((text) => text === '')) return null;
		const point = gridPoint(easting, northing);
		if (point === null) {
			return unusable(
				`Easting “${short(gridText[0])}” and northing “${short(gridText[1])}” are not a position in Britain.`,
				found,
				remarks
			);
		}
		fixed('Its position was worked out from easting and northing.');
		return point;
	}
	const [latitude, longitude] = [readCoordinate(latitudeText), readCoordinate(longitudeText)];
	const given = `“${short(latitudeText)}, ${short(longitudeText)}”`;
	if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) {
		return unusable(
			latitudeText === '' || longitudeText === ''
				? `Its position has a ${latitudeText === '' ? 'longitude and no latitude' : 'latitude and no longitude'}.`
				: `Its position ${given} is not two numbers such as 52.6281, 1.2993.`,
			found,
			remarks
		);
	}
	if (Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01) {
		return unusable(
			'Its position is 0, 0, in the sea off Africa. Programs write that when they have no position.',
			found,
			remarks
		);
	}
	if (isInBritain(longitude, latitude)) {
		return withoutMinus({ longitude, latitude, source: null }, found, places, fixed);
	}
	if (isInBritain(latitude, longitude)) {
		fixed('Latitude and longitude were the wrong way round.');
		return { longitude: latitude, latitude: longitude, source: null };
	}
	const point = gridPoint(longitude, latitude) ?? gridPoint(latitude, longitude);
	if (point) {
		fixed('Its position was given as easting and northing.');
		return point;
	}
	return unusable(`Its position ${given} is not in Britain.`, found, remarks);
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
		? kmBetween(x, y, found.longitude, found.latitude) <= FAR_FROM_POSTCODE_KM
		: places.areas(x, y).lsoa21 !== null || places.kmAway(x, y) <= places.reachKm;
	if (isHere) return point;
	const isThere = found
		? kmBetween(-x, y, found.longitude, found.latitude) <= FAR_FROM_POSTCODE_KM
		: places.areas(-x, y).lsoa21 !== null;
	if (!isThere) return point;
	fixed(
		x > 0
			? 'The minus sign of its longitude was missing: it is west of Greenwich.'
			: 'Its longitude had a minus sign that does not belong there: it is east of Greenwich.'
	);
	return other;
}

const isInBritain = (longitude: number, latitude: number): boolean =>
	longitude >= BRITAIN.west &&
	longitude <= BRITAIN.east &&
	latitude >= BRITAIN.south &&
	latitude <= BRITAIN.north;

function gridPoint(easting: number, northing: number): Point | null {
	if (!(easting >= EASTINGS[0] && easting <= EASTINGS[1])) return null;
	if (!(northing >= NORTHINGS[0] && northing <= NORTHINGS[1])) return null;
	const [longitude, latitude] = fromGrid(easting, northing).map(
		(degrees) => Math.round(degrees * 1e6) / 1e6
	);
	return longitude !== undefined && latitude !== undefined && isInBritain(longitude, latitude)
		? { longitude, latitude, source: FROM_GRID }
		: null;
}

const short = (text: string | undefined) => (text ?? '').slice(0, 20);
