/** Births of 2023 by district: how many, at what rate, and how many at home. */
import type { Group, RegionAreas, Selection } from '../areas/region.ts';
import { valuesOf } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import {
	describe,
	describeInterval,
	describeWithInterval,
	numberOf,
	ranked,
	type Value
} from '../facts/value.ts';
import {
	formatCount,
	formatDecimal,
	formatList,
	formatNames,
	formatPercent
} from '../text/format.ts';
import { asPublished } from './as-published.ts';
import { totalBirths } from './births-total.ts';
import { circled } from './circled.ts';
import { valueColumn } from './columns.ts';
import type { AreaLayer, DetailRow, Finding, LayerContext, OverlayLayer } from './layer.ts';
import { measured } from './measured.ts';
import { endsOf, onlyOf } from './ties.ts';

const PART = 'births-2023';
const PERIOD = 'births registered in 2023';
const BEFORE = 'to_june_2019';
/** What must be said wherever the two counts stand side by side. */
export const BREAK =
	'Births of 2023 are registrations in a calendar year. Those to June 2019 are births in years from July to June. They are two counts, not one series.';
const OTHER_BASE =
	'These figures cover another period and count births differently from the registrations of 2023 shown here. We never mix the two.';

const MISSING: Value = { kind: 'missing' };

/** The figures of the region's districts, in their order. */
function figures(facts: FactsPart, { groups }: RegionAreas) {
	const codes = groups.district.map(({ code }) => code);
	const of = (column: string) => valuesOf(facts, column, codes);
	return {
		births: of('births'),
		rates: of('rate'),
		home: of('home_births'),
		maternities: of('maternities'),
		before: of(BEFORE)
	};
}
type Figures = ReturnType<typeof figures>;

const namesWhere = (
	districts: readonly Group[],
	values: readonly Value[],
	kind: Value['kind']
): string[] => districts.filter((_, i) => values[i]?.kind === kind).map(({ name }) => name);

function caveats(facts: FactsPart, { groups }: RegionAreas, { births, rates }: Figures): string[] {
	const districts = groups.district;
	const estimated = namesWhere(districts, births, 'estimate');
	const together = namesWhere(districts, births, 'not-published');
	const shared = facts.region?.['shared_births'];
	const withoutRate = namesWhere(districts, rates, 'not-published');
	return [
		'Intervals are of the number of births: Byar’s method, or the exact Poisson interval below ten births. Two districts may differ even where their intervals overlap.',
		BREAK,
		...(estimated.length > 0
			? [
					`${formatList(estimated)}: births are published for the whole district only. The number here is an estimate with no interval: the district’s births times this part’s share of its babies under one (mid-2020). No rate is published for a part of a district.`
				]
			: []),
		...(together.length > 0
			? [
					`${formatList(together)}: the publisher counts these births together with those of a neighbouring district${shared === undefined ? '' : `, ${formatCount(shared)} in all`}. The rate is for both together.`
				]
			: []),
		...(estimated.length === 0 && withoutRate.length > 0
			? [`No rate is published for ${formatList(withoutRate)}.`]
			: [])
	];
}

/** A figure of a district with its interval; what is not there is missing. */
const said = (value: Value | undefined, format: (value: number) => string): string =>
	describeWithInterval(value ?? MISSING, format);

/** "23 of 1,274 maternities", or why there is none: of so few, no percentage. */
function homeBirths({ home, maternities }: Figures, district: number): string {
	const [at, of] = [home[district] ?? MISSING, maternities[district] ?? MISSING];
	const [births, all] = [numberOf(at), numberOf(of)];
	if (births === null || all === null || all === 0) return describe(at, formatCount);
	return `${formatCount(births)} of ${formatCount(all)} maternities`;
}

export const births2023: OverlayLayer = {
	id: 'births-2023',
	kind: 'circles',
	title: 'Births, 2023',
	question: 'How many babies are born, and where?',
	group: 'need',
	alsoCalled: 'births per district newborns home births',
	about:
		'Live births to residents of each district, registered in 2023. The larger the circle, the more births. It shows where mothers live, not where they give birth.',
	initially: false,
	parts: () => [PART],

	build(context) {
		const facts = context.facts(PART);
		const found = figures(facts, context.areas);
		const published = asPublished(facts, 'births-2023', OTHER_BASE);
		const contribution = circled(
			context,
			{
				id: 'births_2023',
				title: 'Births by district, 2023',
				label: 'Births 2023',
				unit: `live births to residents, ${PERIOD}`,
				things: 'births',
				level: 'district',
				values: found.births,
				datasets: facts.datasets,
				period: PERIOD,
				caveats: [...caveats(facts, context.areas, found), ...published.map(({ text }) => text)]
			},
			[birthsFinding(context, facts, found), decilesFinding(facts), ...published]
		);
		return {
			...contribution,
			details: (selection) => {
				const only = onlyDistrict(context.areas, selection);
				return only === null
					? contribution.details(selection)
					: detailsOf(context.areas, found, only, selection);
			}
		};
	}
};

/** The one district that a selection is or lies in; null where it has areas of several. */
function onlyDistrict({ parent }: RegionAreas, { members }: Selection): number | null {
	const [only, ...others] = new Set(members.map((area) => parent.district[area] ?? -1));
	return only !== undefined && only >= 0 && others.length === 0 ? only : null;
}

function detailsOf(
	{ groups }: RegionAreas,
	found: Figures,
	at: number,
	{ members }: Selection
): DetailRow[] {
	const district = groups.district[at];
	const within =
		district?.members.length === members.length ? '' : `in all of ${district?.name ?? ''}, `;
	return [
		{
			label: 'Births 2023',
			value: said(found.births[at], formatCount),
			note: `${within}${PERIOD}`
		},
		{
			label: 'Births at home, 2023',
			value: homeBirths(found, at),
			note: `${within}twins count once`
		},
		{
			label: 'Births, year to June 2019',
			value: describe(found.before[at] ?? MISSING, formatCount),
			note: `${within}another count: not one series with 2023`,
			period: 'July 2018 to June 2019'
		}
	];
}

/** How many, where most, where fewest; and how many at home. */
function birthsFinding(
	{ areas, regionName }: LayerContext,
	facts: FactsPart,
	found: Figures
): Finding {
	const districts = areas.groups.district;
	const total = totalBirths(
		districts,
		found.births,
		`live births to residents of ${regionName} were registered in 2023`,
		'for which no separate number is published'
	);
	if (total) return { id: 'births-2023-region', ...total };
	const shared = facts.region?.['shared_births'];
	return {
		id: 'births-2023-region',
		text:
			shared === undefined
				? `Births of 2023 are not published for the districts of ${regionName}.`
				: `${formatCount(shared)} births of 2023 are published for ${formatList(districts.map(({ name }) => name))} together, not separately.`,
		area: null
	};
}

/** England beside: how births are spread over deprivation. */
export function decilesFinding({ england }: FactsPart): Finding {
	const of = (name: string, decile: number) => england[`${name}_decile_${decile}`] ?? NaN;
	const all = england['births'] ?? NaN;
	const fifth = of('births', 1) + of('births', 2);
	return {
		id: 'births-2023-deciles',
		text: `In England, ${formatCount(fifth)} of ${formatCount(all)} births of 2023 (${formatPercent(fifth / all)}) were to mothers who live in the most deprived fifth of neighbourhoods (IoD 2019). In the most deprived tenth, ${formatDecimal(of('stillbirth_rate', 1))} of every 1,000 babies were stillborn in 2023; in the least deprived tenth, ${formatDecimal(of('stillbirth_rate', 10))}.`,
		area: null
	};
}

export const birthRate2023: AreaLayer = {
	id: 'birth-rate-2023',
	kind: 'areas',
	level: 'district',
	family: 'births',
	measure: 'Birth rate by district, 2023',
	title: 'Birth rate, 2023',
	question: 'Where is the birth rate highest?',
	group: 'need',
	alsoCalled: 'general fertility rate',
	about:
		'The general fertility rate as published: live births registered in 2023 for every 1,000 females aged 15 to 44 who live in the district. Students lower the rate of a university city.',
	ownBreaks: true,
	parts: () => [PART],

	build(context) {
		const { areas } = context;
		const facts = context.facts(PART);
		const found = figures(facts, areas);
		const column = (id: string, label: string, description: string) => ({ id, label, description });
		return measured(
			context,
			{
				id: 'birth_rate_2023',
				title: 'General fertility rate: births per 1,000 females aged 15 to 44, 2023',
				label: 'Birth rate 2023',
				unit: 'births per 1,000 females aged 15 to 44, as published',
				values: found.rates,
				scale: {
					kind: 'amounts',
					format: formatDecimal,
					short: (low, high) => `${formatCount(low)}–${formatCount(high)}`,
					classes: { fixed: [40, 45, 50, 55, 60] }
				},
				interval: {
					lower: column(
						'birth_rate_2023_lower',
						'Birth rate from',
						'Lower bound of the 95% interval: that of the number of births, in proportion'
					),
					upper: column(
						'birth_rate_2023_upper',
						'Birth rate to',
						'Upper bound of the 95% interval: that of the number of births, in proportion'
					)
				},
				england: { value: facts.england['rate'] ?? NaN, label: 'England, as published' },
				datasets: facts.datasets,
				period: PERIOD,
				caveats: caveats(facts, areas, found)
			},
			{
				columns: [
					valueColumn(
						column('births_2023_counted', 'Births 2023', `Live births to residents, ${PERIOD}`),
						found.births
					),
					...(['lower', 'upper'] as const).map((end) =>
						valueColumn(
							column(
								`births_2023_${end}`,
								end === 'lower' ? 'Births from' : 'Births to',
								`${end === 'lower' ? 'Lower' : 'Upper'} bound of the 95% interval of the count`
							),
							found.births.map((value): Value => {
								const interval = 'interval' in value ? value.interval : undefined;
								return interval
									? { kind: 'value', value: interval[end] }
									: { kind: 'not-applicable' };
							})
						)
					),
					valueColumn(
						column(
							'home_births_2023',
							'Births at home',
							'Maternities that took place at home, 2023; twins are one'
						),
						found.home
					),
					valueColumn(
						column(
							'births_to_june_2019',
							'Year to June 2019',
							'Live births to residents, year to 30 June 2019: another count, not one series with 2023'
						),
						found.before
					)
				],
				noteOf: (district) => {
					const rate = found.rates[district];
					const interval = rate && describeInterval(rate, formatDecimal);
					const count = said(found.births[district], formatCount);
					if (!rate || numberOf(rate) === null) return `births: ${count}`;
					return `${interval ? `95% interval ${interval}; ` : ''}births: ${count}; at home: ${homeBirths(found, district)}`;
				},
				findings: [
					...rateFindings(context, facts, found),
					birthsFinding(context, facts, found),
					decilesFinding(facts),
					...asPublished(facts, 'birth-rate-2023', OTHER_BASE)
				]
			}
		);
	}
};

function rateFindings(
	{ areas, regionName }: LayerContext,
	facts: FactsPart,
	{ rates }: Figures
): Finding[] {
	const districts = areas.groups.district;
	const known = ranked(rates, 'highest');
	const { first, last, apart } = endsOf(known, ({ number }) => number);
	const [most] = first;
	const [least] = last;
	if (!most || !least) {
		return [
			{
				id: 'birth-rate-2023-range',
				text: `No birth rates of 2023 are published for the districts of ${regionName}.`,
				area: null
			}
		];
	}
	// Those that tie have intervals of their own.
	const each = (tied: typeof first) =>
		formatNames(
			tied.map(({ unit, value }) => `${districts[unit]?.name ?? ''}, ${said(value, formatDecimal)}`)
		);
	return [
		{
			id: 'birth-rate-2023-range',
			text:
				(apart
					? `The birth rate of 2023 is highest in ${each(first)} for every 1,000 females aged 15 to 44, and lowest in ${each(last)}.`
					: `The birth rate of 2023 is ${said(most.value, formatDecimal)} for every 1,000 females aged 15 to 44 in ${formatList(known.map(({ unit }) => districts[unit]?.name ?? ''))}.`) +
				` England, as published: ${formatDecimal(facts.england['rate'] ?? NaN)}.`,
			area: onlyOf(first, ({ unit }) => districts[unit]?.code)
		}
	];
}
