/** Which need, provision, measure, level and edition go together: one predicate, in words. */
import { EDITIONS } from '../facts/editions.ts';
import { MODES } from '../access/travel.ts';
import { LEVELS } from '../areas/region.ts';
import { formatList } from '../text/format.ts';
import { measureOf, MEASURE_IDS, type MeasureId } from './measures.ts';
import { barOf, usualBar } from './need-bar.ts';
import { needById } from './needs.ts';
import { provisionById } from './provisions.ts';
import { KILOMETRES, MAX_K, type GapsRequest } from './request.ts';

export interface Mismatch {
	/** Field of the request that can't stand. */
	field: keyof GapsRequest;
	/** Why, in a sentence. */
	why: string;
}

/**
 * Why a request can't be answered, the first reason that counts; null where it can. Every
 * control, link and command goes through this.
 */
export function mismatch(request: GapsRequest): Mismatch | null {
	const { level, edition, measure: measureId, mode, reach, k } = request;
	const need = needById(request.need);
	if (!need) return { field: 'need', why: `There is no need “${request.need}”.` };
	if (!need.editions.includes(edition)) {
		return {
			field: 'need',
			why: `${need.title}: we have figures only with ${formatList(need.editions.map((id) => EDITIONS[id].short))}.`
		};
	}
	if (!need.levels.includes(level)) {
		return {
			field: 'need',
			why: `${need.title}: we have figures for ${formatList(need.levels.map((one) => LEVELS[one].many))} only, not for ${LEVELS[level].many}.`
		};
	}
	if (request.provision.length === 0) {
		return { field: 'provision', why: 'Choose at least one kind of provision.' };
	}
	for (const id of request.provision) {
		if (!provisionById(id)) return { field: 'provision', why: `There is no provision “${id}”.` };
	}
	const published = request.provision.filter((id) => provisionById(id)?.kind === null);
	if (published.length > 0 && request.provision.length > 1) {
		const title = provisionById(published[0] ?? '')?.title ?? '';
		return {
			field: 'provision',
			why: `${title} are figures by district, not points on the map, so they can’t be counted together with other kinds.`
		};
	}
	const measure = measureOf(measureId);
	if (published.length > 0 && level !== 'district') {
		const title = provisionById(published[0] ?? '')?.title ?? '';
		return {
			field: 'level',
			why: `${title} are published for whole districts, not for ${LEVELS[level].many}.`
		};
	}
	if ((measure.of === 'published') !== published.length > 0) {
		return {
			field: 'measure',
			why:
				published.length > 0
					? `We do not know where ${provisionById(published[0] ?? '')?.many} work, so we can’t say how near they are.`
					: `“${measure.title}” as published exists only for registered charities.`
		};
	}
	if (!measure.levels.includes(level)) {
		return {
			field: 'measure',
			why: `“${measure.title}” says little about areas as small as ${LEVELS[level].many}, because people use places in the next one.`
		};
	}
	const whyBar = barOf(request.bar).why(need, level);
	if (whyBar !== null) {
		return {
			field: 'bar',
			why: `“${barOf(request.bar).title}” can’t be what counts as high need here: ${whyBar}.`
		};
	}
	const [least, most] = reach.unit === 'minutes' ? MODES[mode].minutes : KILOMETRES;
	if (!(reach.cost >= least && reach.cost <= most)) {
		return {
			field: 'reach',
			why: `“Near” can be from ${least} to ${most} ${reach.unit}${reach.unit === 'minutes' ? ` ${MODES[mode].words}` : ''}.`
		};
	}
	if (!(Number.isInteger(k) && k >= 1 && k <= MAX_K)) {
		return { field: 'k', why: `“Fewer than” takes a whole number from 1 to ${MAX_K}.` };
	}
	return null;
}

/** Measures that a provision has at a level, in their order. */
export function measuresFor(
	provision: readonly string[],
	level: GapsRequest['level']
): MeasureId[] {
	const published = provision.some((id) => provisionById(id)?.kind === null);
	return MEASURE_IDS.filter((id) => {
		const measure = measureOf(id);
		return (measure.of === 'published') === published && measure.levels.includes(level);
	});
}

/** The measure that a provision opens with: what is in reach of small areas, rates of large ones. */
export function usualMeasure(provision: readonly string[], level: GapsRequest['level']): MeasureId {
	const there = measuresFor(provision, level);
	return there.includes('rate') ? 'rate' : (there[0] ?? 'count');
}

/**
 * A request as near as can be to one that can't be answered: the field that doesn't fit takes
 * its usual value for the rest. Gives it back unchanged where it can be answered.
 */
export function mended(request: GapsRequest, usual: GapsRequest): GapsRequest {
	let current = request;
	// Each round mends a field; a mended field never asks for more rounds than there are fields.
	for (let round = 0; round < 12; round++) {
		const wrong = mismatch(current);
		if (!wrong) return current;
		current = { ...current, ...mend(current, wrong.field, usual) };
	}
	return usual;
}

function mend(
	request: GapsRequest,
	field: keyof GapsRequest,
	usual: GapsRequest
): Partial<GapsRequest> {
	switch (field) {
		case 'need':
			return { need: usual.need, bar: usualBar(usual.need, request.level) };
		case 'provision':
			return { provision: placesOf(request.provision, usual.provision) };
		case 'measure':
			return { measure: usualMeasure(request.provision, request.level) };
		case 'level':
			return { level: 'district', bar: usualBar(request.need, 'district') };
		case 'bar':
			return { bar: usualBar(request.need, request.level) };
		case 'reach':
			return { reach: usual.reach, mode: request.mode };
		case 'k':
			return { k: usual.k };
		default:
			return usual;
	}
}

const isPlace = (id: string) => (provisionById(id)?.kind ?? null) !== null;

function placesOf(ids: readonly string[], usual: readonly string[]): readonly string[] {
	const places = ids.filter(isPlace);
	return places.length > 0 ? places : usual;
}
