/**
 * Who looked where: without that, "none listed" says nothing. What the register can say of a
 * kind in a district follows from the lists that cover it.
 */
import type { CoveragePart } from './parts.ts';
import { formatList, formatQuantity } from '../text/format.ts';
import { ASSET_KINDS, type AssetKind } from './kinds.ts';

export type Survey = CoveragePart['rows'][number]['survey'];

export const SURVEY_WORDS: Readonly<Record<Survey, { title: string; about: string }>> = {
	complete: {
		title: 'complete',
		about: 'a register lists them all, by its own rule, on the day it was collected'
	},
	listed: {
		title: 'listed',
		about: 'directories list the ones they know; none listed does not mean none there'
	},
	'not-surveyed': {
		title: 'not surveyed',
		about: 'no list covers it, so we can say nothing and find no gap'
	}
};

export interface KindSurvey {
	survey: Survey;
	/** Why, in sentences. */
	reasons: string[];
	/** Lists that cover the kind there. */
	sources: string[];
	/** Assets that they list there; one in two lists counts in each. */
	listings: number;
}

/** What is known of a kind in a district, by which lists. */
export function surveyOf(
	coverage: Pick<CoveragePart, 'rows'>,
	kind: AssetKind,
	district: string
): KindSurvey {
	const rows = coverage.rows.filter((row) => row.district === district && row.kinds.includes(kind));
	const covering = rows.filter(({ survey }) => survey !== 'not-surveyed');
	const survey: Survey = covering.some((row) => row.survey === 'complete')
		? 'complete'
		: covering.length > 0
			? 'listed'
			: 'not-surveyed';
	const plural = ASSET_KINDS[kind].plural;
	const titles = covering.map(({ title, period }) => `${title} (${period})`);
	const strays = rows.filter((row) => row.survey === 'not-surveyed' && row.assets > 0);
	return {
		survey,
		sources: covering.map(({ source }) => source),
		listings: covering.reduce((sum, { assets }) => sum + assets, 0),
		reasons: [
			survey === 'not-surveyed'
				? `No list of ${plural.toLowerCase()} covers this district.`
				: survey === 'complete'
					? `A register lists all ${plural.toLowerCase()} here: ${formatList(titles)}.`
					: `${plural} are those that ${formatQuantity(covering.length, 'list')} ${covering.length === 1 ? 'knows' : 'know'} of: ${formatList(titles)}.`,
			...strays.map(
				({ title, assets }) =>
					`${title} lists ${formatQuantity(assets, 'asset')} here, and looks elsewhere.`
			)
		]
	};
}

/** Of several districts, what holds for all: a place is surveyed no better than its least part. */
export function leastSurvey(surveys: readonly Survey[]): Survey {
	const order: readonly Survey[] = ['not-surveyed', 'listed', 'complete'];
	return order.find((survey) => surveys.includes(survey)) ?? 'not-surveyed';
}

/** Kinds that some list covers in some district, in the order of ASSET_KINDS, then those that none does. */
export function kindsByCoverage(coverage: Pick<CoveragePart, 'rows'>): {
	covered: AssetKind[];
	uncovered: AssetKind[];
} {
	const all = Object.keys(ASSET_KINDS) as AssetKind[];
	const found = new Set(
		coverage.rows.flatMap(({ kinds, survey }) => (survey === 'not-surveyed' ? [] : kinds))
	);
	return {
		covered: all.filter((kind) => found.has(kind)),
		uncovered: all.filter((kind) => !found.has(kind))
	};
}
