/**
 * Where residents are, as origins of journeys: the output areas of each neighbourhood, each
 * with an equal share of its residents.
 */
import type { ResidentPointsPart } from '../facts/parts.ts';
import { fromSteps } from '../stats/steps.ts';
import type { RegionAreas } from '../areas/region.ts';
import type { Origins } from './costs.ts';
import type { Settlement } from './travel.ts';

export interface ResidentPoints extends Origins {
	/** Codes that a point may be known by: its output area's, then its neighbourhood's. */
	codes: readonly (readonly string[])[];
	/** Index of the neighbourhood (LSOA) of each point. */
	area: Int32Array;
	/** Residents that each point stands for. */
	residents: Float64Array;
	/** Residents of each neighbourhood. */
	areaResidents: Float64Array;
}

/** Letter and digits of a code of an output area of England: `E00124567`. */
const CODE = /^E(\d{8})$/;

/** The digits of an output area's code, as a number. Throws on anything else. */
export function outputAreaNumber(code: string): number {
	const digits = CODE.exec(code)?.[1];
	if (digits === undefined) throw new Error(`"${code}" is no code of an output area`);
	return Number(digits);
}

/** The code of an output area, from its digits as a number. */
export const outputAreaCode = (digits: number): string => `E${String(digits).padStart(8, '0')}`;

/**
 * The points of a region in the vintage of `areas`. A neighbourhood without an output area
 * of its own stands at its own point. `settlement` is by neighbourhood.
 */
export function residentPoints(
	areas: RegionAreas,
	part: ResidentPointsPart,
	settlement: readonly Settlement[]
): ResidentPoints {
	const of = fromSteps(areas.vintage === '2021' ? part.lsoa21 : part.lsoa11);
	const perArea = new Int32Array(areas.count);
	for (const area of of) perArea[area] = (perArea[area] ?? 0) + 1;
	const alone = [...areas.codes.keys()].filter((area) => perArea[area] === 0);
	const area = Int32Array.from([...of, ...alone]);
	const codes = fromSteps(part.codes).map(outputAreaCode);
	const areaCode = (at: number) => areas.codes[area[at] ?? -1] ?? '';
	return {
		codes: [...area.keys()].map((at) => {
			const own = codes[at];
			return own === undefined ? [areaCode(at)] : [own, areaCode(at)];
		}),
		longitude: [...fromSteps(part.longitude), ...alone.map((at) => areas.longitude[at] ?? NaN)],
		latitude: [...fromSteps(part.latitude), ...alone.map((at) => areas.latitude[at] ?? NaN)],
		settlement: Array.from(area, (at) => settlement[at] ?? 'urban'),
		area,
		residents: Float64Array.from(
			area,
			(at) => (areas.residents[at] ?? 0) / Math.max(1, perArea[at] ?? 1)
		),
		areaResidents: Float64Array.from(areas.residents)
	};
}

/**
 * Means over the residents of groups of neighbourhoods of something known by point. Points
 * where it is not known (NaN) don't count; NaN where it is known of nobody.
 */
export function meansOver(
	points: ResidentPoints,
	values: ArrayLike<number>,
	members: readonly (readonly number[])[]
): Float64Array {
	const sums = new Float64Array(points.areaResidents.length);
	const people = new Float64Array(points.areaResidents.length);
	for (let at = 0; at < points.area.length; at++) {
		const value = values[at] ?? NaN;
		if (Number.isNaN(value)) continue;
		const area = points.area[at] ?? -1;
		const residents = points.residents[at] ?? 0;
		sums[area] = (sums[area] ?? 0) + value * residents;
		people[area] = (people[area] ?? 0) + residents;
	}
	return Float64Array.from(members, (areas) => {
		let sum = 0;
		let known = 0;
		for (const area of areas) {
			sum += sums[area] ?? 0;
			known += people[area] ?? 0;
		}
		return known > 0 ? sum / known : NaN;
	});
}
