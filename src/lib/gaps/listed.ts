/** The list of gaps as a table: an area a row, with the people affected, what is near, and how sure it is. */
import { numberOf } from '../facts/value.ts';
import { capitalise, formatCount, formatDecimal } from '../text/format.ts';
import { besideBounds } from './answer-words.ts';
import type { AreaResult, GapsAnalysis } from './answer.ts';
import { provisionWords } from './provisions.ts';
import type { VariationsAnswer } from './variations.ts';

/** How the list may be ordered: by what is near, as the rule has it, or by the people affected. */
export const ORDERS = ['near', 'people'] as const;
export type Order = (typeof ORDERS)[number];

export interface ListedArea {
	unit: number;
	code: string;
	name: string;
	/** Its place in the order of the rule; null where the order is no ranking. */
	place: number | null;
	districts: readonly string[];
	people: number | null;
	peopleText: string;
	near: string;
	/** "10 of 11": of so many changes to the counting, those under which it is a gap; null until they were tested. */
	sure: string | null;
}

export interface GapsList {
	/** What the columns are called. */
	titles: { people: string; near: string };
	/** What each order is called: "Fewest places near first". */
	orders: Readonly<Record<Order, string>>;
	/** Which way what is near runs in its own order; null where that is by several figures. */
	nearRuns: 'ascending' | 'descending' | null;
	rows: ListedArea[];
}

/** People that the need is about: in the most deprived fifth, those the need counts, or all residents. */
function peopleOf({ request, need }: GapsAnalysis): {
	title: string;
	first: string;
	of: (area: AreaResult) => number | null;
} {
	if (request.bar === 'core20') {
		return {
			title: 'People in the most deprived fifth',
			first: 'Most people in the most deprived fifth first',
			of: ({ core20Residents }) => core20Residents
		};
	}
	if (need.people) {
		const { label } = need.people;
		return { title: capitalise(label), first: `Most ${label} first`, of: ({ people }) => people };
	}
	return { title: 'Residents', first: 'Most residents first', of: ({ residents }) => residents };
}

interface Near {
	title: string;
	first: string;
	format: (value: number) => string;
}

/** What the chosen measure is called in a column, and how its figures are written there without their unit. */
function nearOf({ request }: GapsAnalysis): Near {
	switch (request.measure) {
		case 'count':
			return { title: 'Places near', first: 'Fewest places near first', format: formatDecimal };
		case 'nearest':
			return request.reach.unit === 'minutes'
				? {
						title: 'Minutes to the nearest',
						first: 'Longest way to the nearest first',
						format: (value) => (value < 10 ? formatDecimal(value) : formatCount(value))
					}
				: {
						title: 'Kilometres to the nearest',
						first: 'Longest way to the nearest first',
						format: formatDecimal
					};
		case 'e2sfca':
			return {
				title: 'Places per 10,000, shared',
				first: 'Smallest share first',
				format: formatDecimal
			};
		case 'published-number':
			return { title: 'Number', first: 'Fewest first', format: formatCount };
		case 'published-income':
			return {
				title: 'Income, £ million',
				first: 'Lowest income first',
				format: (value) => formatDecimal(value / 1e6)
			};
		case 'published-income-per-resident':
			return { title: 'Income per resident, £', first: 'Lowest income first', format: formatCount };
		default:
			return { title: 'Per 10,000 residents', first: 'Fewest first', format: formatDecimal };
	}
}

/** The gaps of an answer, in an order. */
export function listed(
	analysis: GapsAnalysis,
	answer: VariationsAnswer | null,
	order: Order
): GapsList {
	const people = peopleOf(analysis);
	const near = nearOf(analysis);
	const ofSeveral = analysis.kinds.length > 0;
	const format = besideBounds(near.format, analysis.bounds);
	const rows = analysis.gaps.flatMap((unit, at): ListedArea[] => {
		const area = analysis.areas[unit];
		if (!area) return [];
		const count = people.of(area);
		const value = numberOf(area.provision);
		const varied = answer?.areas.get(area.code);
		return [
			{
				unit,
				code: area.code,
				name: area.name,
				place: analysis.ranked ? at + 1 : null,
				districts: area.districts,
				people: count,
				peopleText: count === null ? 'no figure' : formatCount(count),
				near: ofSeveral
					? capitalise(provisionWords(area.little))
					: value === null
						? 'no figure'
						: format(value),
				sure: varied && varied.asked > 0 ? `${varied.found} of ${varied.asked}` : null
			}
		];
	});
	if (order === 'people') rows.sort((a, b) => (b.people ?? -1) - (a.people ?? -1));
	return {
		titles: { people: people.title, near: ofSeveral ? 'Too few' : near.title },
		orders: {
			near: ofSeveral ? 'Short of most kinds first' : near.first,
			people: people.first
		},
		nearRuns: ofSeveral ? null : analysis.bounds.moreIsBetter ? 'ascending' : 'descending',
		rows
	};
}
