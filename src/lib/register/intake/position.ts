/** Where a row is: from coordinates however they were written, and from its postcode. */
import { readPostcode, type Postcode } from '../../postcodes/postcode.ts';
import { postcodesIn } from '../../postcodes/postcodes-in.ts';
import { formatCount, formatDecimal } from '../../text/format.ts';
import type { Cells } from './cells.ts';
import { kmBetween, type Placed, type Places } from './places.ts';
import type { Remark } from './remark.ts';
import { readYesNo } from './values.ts';
import { FAR_FROM_POSTCODE_KM, readPoint, type Point } from './row-point.ts';

export interface Position {
	/** The postcode as it is written, or what was given if it is none. */
	postcode: string | null;
	place: Placed | null;
	/** How the point was found; why there is none. */
	pointSource: string | null;
	remarks: Remark[];
}

/** What makes two positions one: postcodes are kept to a ten-thousandth of a degree. */
const SAME = 0.00006;
export const POSTCODE_CENTROID = 'postcode centroid';
const GIVEN = 'given';

/** Place a row. `pointSource` is what the row itself says of how its point was found. */
export function placeRow(cells: Cells, places: Places): Position {
	const remarks: Remark[] = [];
	const { postcode, found } = readRowPostcode(cells, places, remarks);
	const isArea = readYesNo(cells.isArea ?? '') === true;
	const point = isArea ? null : readPoint(cells, found, places, remarks);
	const said = cells.pointSource ?? null;
	const result = (place: Placed | null, pointSource: string | null): Position => ({
		postcode,
		place,
		pointSource,
		remarks
	});

	if (isArea) {
		remarks.push({
			kind: 'look',
			field: 'postcode',
			text: 'The file says that it is an area and not a place, so it gets no point. Say that it is right to list it without one.'
		});
		return result(null, null);
	}
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
			kind: 'look',
			field: 'latitude',
			text: `Its position (${here}) is ${formatCount(km)} km from its postcode ${postcode ?? ''}, outside the region. Say that the row is right and the postcode is used; or correct one of the two.`
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
	if (found && km >= FAR_FROM_POSTCODE_KM) {
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
	const unusable = (text: string) => {
		remarks.push({ kind: 'look', field: 'postcode', text, isWrong: true });
		return { postcode: given, found: null };
	};
	const fixed = (postcode: Postcode, text: string) => {
		remarks.push({ kind: 'fixed', field: 'postcode', text });
		return { postcode: postcode.text, found: lookUp(postcode, places, remarks) };
	};
	const all = postcodesIn(given === '' ? (cells.address ?? '') : given);
	const [one, other] = all;
	if (one && other) {
		const list = all.map(({ text }) => text);
		remarks.push({
			kind: 'look',
			field: 'postcode',
			isWrong: given !== '',
			text: `${given === '' ? 'Its address has' : 'It has'} ${list.length === 2 ? 'two' : list.length} postcodes, ${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}. Leave the one where people go.`
		});
		return { postcode: given === '' ? null : given, found: null };
	}
	if (given === '') {
		return one
			? fixed(one, `The postcode ${one.text} was taken from the address.`)
			: { postcode: null, found: null };
	}
	if (NO_PLACE.test(given)) {
		remarks.push({
			kind: 'look',
			field: 'postcode',
			text: `“${given.slice(0, 30)}” is no postcode: the NHS writes ZZ99 where an address is not known, abroad or there is none. Give its postcode or a position, or say that it is right to list it without one.`
		});
		return { postcode: null, found: null };
	}
	const reading = readPostcode(given);
	if (one && (reading.kind !== 'postcode' || reading.postcode.text !== one.text)) {
		return fixed(one, `The postcode ${one.text} was read out of “${given.slice(0, 40)}”.`);
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
		return fixed(only, `“${given}” was read as ${only.text}, which is in use here.`);
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

/** What stands for a postcode where there is none. */
const NO_PLACE = /^\s*ZZ\s?99/i;
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
					text: `${postcode.text} is not a postcode of ${places.regionName} that is in use (as of ${answer.period}). It may be mistyped, new, no longer in use, or across the border: correct it, or give a position.`
				}
	);
	return null;
}
