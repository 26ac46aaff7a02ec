/**
 * Does a district come first? It depends on the measure, so each is worked out and named:
 * highest for deprivation, lowest for charities.
 */
import { isCore20 } from '../indicators/core20.ts';
import { EDITIONS } from '../facts/editions.ts';
import { districtDeprivation } from '../indicators/district-deprivation.ts';
import type { RegionAreas } from '../areas/region.ts';
import { formatCount, formatDecimal, formatList, formatPercent } from '../text/format.ts';
import { weightedMean } from '../stats/weighted.ts';
import { boardAreas, numbersFor } from '../methods/areas.ts';
import { charitiesByDistrict } from './charities.ts';
import { decilesOf } from './deciles.ts';
import type { Facts } from '../facts/facts.ts';
import type { Method } from './method.ts';
import type { Measure } from './spec.ts';

/** The local documents' statements are about the edition of their time. */
const EDITION = EDITIONS['2019'];

interface MeasureKind {
	title: string;
	/** Whether the district said to come first has the highest or the lowest value. */
	first: 'highest' | 'lowest';
	format: (value: number) => string;
}

const pounds = (value: number): string => `£${formatCount(value)}`;

const KINDS: Record<Measure, MeasureKind> = {
	'average-score': { title: 'average score', first: 'highest', format: formatDecimal },
	// Rank 1 is the most deprived.
	'average-rank': { title: 'average rank', first: 'lowest', format: formatCount },
	'core20-share-of-residents': {
		title: 'share of residents in deciles 1 to 2',
		first: 'highest',
		format: formatPercent
	},
	'core20-share-of-lsoas': {
		title: 'share of LSOAs in deciles 1 to 2',
		first: 'highest',
		format: formatPercent
	},
	'core20-lsoas': { title: 'LSOAs in deciles 1 to 2', first: 'highest', format: formatCount },
	charities: { title: 'registered charities', first: 'lowest', format: formatCount },
	'charities-per-10000': {
		title: 'charities per 10,000 residents',
		first: 'lowest',
		format: formatDecimal
	},
	'charity-income-per-resident': {
		title: 'charity income per resident',
		first: 'lowest',
		format: pounds
	}
};

export interface Standing {
	code: string;
	name: string;
	value: number;
}

/**
 * Districts of a board by a measure, the one that "comes first" first. A district without a
 * figure is left out: unknown is not zero. Population weights: residents at mid-2020.
 */
export function standings(facts: Facts, areas: RegionAreas, measure: Measure): Standing[] {
	const values = measureByDistrict(facts, areas, measure);
	const sign = KINDS[measure].first === 'highest' ? -1 : 1;
	return areas.groups.district
		.flatMap(({ code, name }) => {
			const value = values.get(code);
			return value === undefined ? [] : [{ code, name, value }];
		})
		.sort((a, b) => sign * (a.value - b.value) || a.code.localeCompare(b.code));
}

function measureByDistrict(
	facts: Facts,
	areas: RegionAreas,
	measure: Measure
): Map<string, number> {
	if (measure === 'average-rank') return averageRanks(facts, areas);
	const deciles = decilesOf(facts, areas, EDITION.id);
	const scores = ofEdition(facts, areas, 'imd_score_recomputed');
	const districts = districtDeprivation(areas, deciles, scores);
	const charities = () => charitiesByDistrict(facts);
	return new Map(
		districts.flatMap(({ district, averageScore, core20Lsoas, core20Share, residents }) => {
			const value = (): number | undefined => {
				switch (measure) {
					case 'average-score':
						return averageScore;
					case 'core20-share-of-residents':
						return core20Share;
					case 'core20-share-of-lsoas':
						return (
							district.members.filter((area) => isCore20(deciles[area] ?? NaN)).length /
							district.members.length
						);
					case 'core20-lsoas':
						return core20Lsoas;
				}
				const found = charities().get(district.code);
				if (!found) return undefined;
				if (measure === 'charities') return found.count;
				return measure === 'charities-per-10000'
					? (10_000 * found.count) / residents
					: found.income / residents;
			};
			const found = value();
			return found === undefined ? [] : [[district.code, found] as const];
		})
	);
}

/** A column of the edition's index for the areas. */
const ofEdition = (facts: Facts, areas: RegionAreas, column: string): number[] =>
	numbersFor(facts, areas, EDITION.id, { dataset: EDITION.dataset, column });

function averageRanks(facts: Facts, areas: RegionAreas): Map<string, number> {
	const ranks = ofEdition(facts, areas, 'imd_rank');
	return new Map(
		areas.groups.district.map(({ code, members }) => [
			code,
			weightedMean(
				members.map((area) => ranks[area] ?? NaN),
				members.map((area) => areas.residents[area] ?? NaN)
			) ?? NaN
		])
	);
}

export const districtLeads: Method<'district-leads'> = ({ facts }, spec) => {
	const areas = boardAreas(facts, spec.board, EDITION.id);
	const known = areas.groups.district.find(({ code }) => code === spec.district);
	if (!known) throw new Error(`${spec.district} is no district of ${spec.board}`);

	const found = spec.measures.map((measure) => {
		const order = standings(facts, areas, measure);
		const first = order[0];
		const own = order.find(({ code }) => code === spec.district);
		if (!first || !own) throw new Error(`${known.name} has no ${KINDS[measure].title}`);
		const missing = areas.groups.district
			.filter(({ code }) => order.every((standing) => standing.code !== code))
			.map(({ name }) => name);
		return { measure, kind: KINDS[measure], first, own, leads: first === own, missing };
	});
	const missing = [...new Set(found.flatMap((one) => one.missing))];
	const usesCharities = found.some(({ measure }) => measure.startsWith('charit'));
	const basis =
		`${EDITION.short}, residents of ${EDITION.residentsPeriod}` +
		(usesCharities ? ', the document’s own table of charities' : '') +
		(missing.length > 0 ? `; unknown for ${formatList(missing)}` : '');

	const [only] = found;
	if (only && found.length === 1) {
		const { kind, first, own, leads } = only;
		return {
			value: own.value,
			outcome: leads ? 'reproduced' : 'not reproduced',
			figure:
				`${own.name} ${kind.format(own.value)}` +
				(leads ? ` (${kind.first})` : `; ${kind.first}: ${first.name} ${kind.format(first.value)}`),
			basis: `${kind.title}; ${basis}`
		};
	}
	const leading = found.filter(({ leads }) => leads);
	const inItsWords = found.filter(({ measure }) => spec.inItsWords?.includes(measure));
	const agree = inItsWords.length > 0 && inItsWords.every(({ leads }) => leads);
	return {
		outcome:
			leading.length === found.length
				? 'reproduced'
				: agree
					? 'same size, other base'
					: 'not reproduced',
		figure: `${known.name} comes first by ${leading.length} of ${found.length} measures`,
		basis,
		why:
			(leading.length > 0
				? `First by ${formatList(leading.map(({ kind }) => kind.title))}. `
				: '') +
			(leading.length < found.length
				? `Not by ${formatList(found.filter(({ leads }) => !leads).map(({ kind, first }) => `${kind.title} (${first.name})`))}.`
				: '')
	};
};
