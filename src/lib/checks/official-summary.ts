/**
 * Our averages of larger areas against the official summaries of the Indices of Deprivation
 * 2025, for every board or every district of England. The official ones are weighted with the
 * index's own residents of mid-2022, which are not published by LSOA; ours with Census 2021.
 */
import { EDITIONS } from '../facts/editions.ts';
import { formatCount } from '../text/format.ts';
import { groupRows } from '../stats/grouped.ts';
import { weightedMean } from '../stats/weighted.ts';
import { areaColumns, editionSpine } from '../methods/areas.ts';
import type { Facts } from '../facts/facts.ts';
import { numbersAlong } from '../facts/along.ts';
import { numbersBy, strings, valueOf } from '../facts/table.ts';
import type { Method } from './method.ts';
import type { SpecOf } from './spec.ts';

const EDITION = EDITIONS['2025'];

const LEVELS = {
	board: { column: 'icb24', dataset: 'deprivation-2025-icb-summaries', noun: 'boards' },
	district: { column: 'lad24', dataset: 'deprivation-2025-district-summaries', noun: 'districts' }
} as const;

type Level = keyof typeof LEVELS;

export interface Summary {
	code: string;
	shareInDecile1: number;
	averageScore: number;
	/** Over LSOA ranks as published: 1 is the most deprived. */
	averageRank: number;
}

/**
 * Ours: the share of LSOAs in decile 1, and the population-weighted means of LSOA scores and
 * ranks (the "average score" and "average rank" of the technical report).
 */
export function ourSummaries(facts: Facts, level: Level): Summary[] {
	const { dataset: areas } = areaColumns(EDITION.vintage);
	const spine = editionSpine(facts, EDITION.id);
	const of = (dataset: string, column: string) => numbersAlong(spine, facts.table(dataset), column);
	const scores = of(EDITION.dataset, 'imd_score');
	const ranks = of(EDITION.dataset, 'imd_rank');
	const deciles = of(EDITION.dataset, 'imd_decile');
	const residents = of(EDITION.residentsDataset, 'total');
	return [...groupRows(strings(facts.table(areas), LEVELS[level].column))].map(([code, rows]) => {
		const pick = (values: readonly number[]) => rows.map((row) => values[row] ?? NaN);
		const weights = pick(residents);
		return {
			code,
			shareInDecile1: pick(deciles).filter((decile) => decile === 1).length / rows.length,
			averageScore: weightedMean(pick(scores), weights) ?? NaN,
			averageRank: weightedMean(pick(ranks), weights) ?? NaN
		};
	});
}

const COMPARED = {
	'share-in-decile-1': {
		title: 'share of LSOAs in decile 1',
		official: 'imd_share_decile_1',
		digits: 4,
		// Official shares have four decimals, and so have ours here.
		ours: ({ shareInDecile1 }: Summary) => Number(shareInDecile1.toFixed(4))
	},
	'average-score': {
		title: 'average score',
		official: 'imd_average_score',
		digits: 3,
		ours: ({ averageScore }: Summary) => averageScore
	},
	'average-rank': {
		// Official average ranks run the other way: the highest is the most deprived.
		title: `average rank, as ${formatCount(EDITION.lsoasInEngland + 1)} less ours`,
		official: 'imd_average_rank',
		digits: 1,
		ours: ({ averageRank }: Summary) => EDITION.lsoasInEngland + 1 - averageRank
	}
} as const;

export const officialSummary: Method<'official-summary'> = ({ facts }, spec) => {
	const { noun, dataset, column } = LEVELS[spec.level];
	const ours = ourSummaries(facts, spec.level);
	const codes = strings(facts.table(dataset), column);
	const names = strings(facts.table(dataset), 'name');
	const unmatched = [
		...codes.filter((code) => ours.every((summary) => summary.code !== code)),
		...ours.map(({ code }) => code).filter((code) => !codes.includes(code))
	];
	if (unmatched.length > 0) {
		throw new Error(`${dataset} and ours are not of the same areas: ${unmatched.join(', ')}`);
	}
	const weights = `${formatCount(codes.length)} ${noun}, residents of ${EDITION.residentsPeriod} as weights`;
	if (spec.figure === 'order-by-score') return order(facts, spec, ours, weights);

	const { title, official, digits, ours: pick } = COMPARED[spec.figure];
	const published = numbersBy(facts.table(dataset), column, official);
	const differences = ours
		.map((summary) => ({
			code: summary.code,
			difference: Math.abs(pick(summary) - valueOf(published, summary.code, dataset))
		}))
		.sort((a, b) => b.difference - a.difference);
	const [largest] = differences;
	if (!largest) throw new Error(`${dataset} is empty`);
	const within = (spec.within ?? 0) + 1e-9;
	const off = differences.filter(({ difference }) => !(difference <= within)).length;
	const name = names[codes.indexOf(largest.code)] ?? largest.code;
	return {
		value: largest.difference,
		outcome: off === 0 ? 'reproduced' : 'not reproduced',
		figure:
			largest.difference <= 1e-9
				? `${formatCount(codes.length)} of ${formatCount(codes.length)} equal`
				: `largest difference ${largest.difference.toFixed(digits)}`,
		basis:
			spec.figure === 'share-in-decile-1'
				? `${title}, ${formatCount(codes.length)} ${noun}`
				: `${title}; ${weights}`,
		...(largest.difference > 1e-9 && {
			why:
				`The largest is that of ${name}` +
				(off > 0
					? `; ${formatCount(off)} of ${formatCount(codes.length)} are further off than ${spec.within ?? 0}.`
					: '.')
		})
	};
};

function order(
	facts: Facts,
	{ level }: SpecOf<'official-summary'>,
	ours: Summary[],
	weights: string
) {
	const { noun, dataset, column } = LEVELS[level];
	const ranks = numbersBy(facts.table(dataset), column, 'imd_rank_of_average_score');
	const byScore = [...ours].sort((a, b) => b.averageScore - a.averageScore);
	const moved = byScore.filter(({ code }, i) => valueOf(ranks, code, dataset) !== i + 1);
	return {
		value: moved.length,
		outcome: moved.length === 0 ? ('reproduced' as const) : ('not reproduced' as const),
		figure:
			moved.length === 0
				? `all ${formatCount(ours.length)} in the same place`
				: `${formatCount(moved.length)} of ${formatCount(ours.length)} in another place`,
		basis: `order of the ${noun} by average score; ${weights}`
	};
}
