/** Where babies are born and live: births and their rate by district, residents aged 0 by neighbourhood. */
import { isCore20 } from '../indicators/core20.ts';
import type { Edition } from '../facts/editions.ts';
import {
	describe,
	describeInterval,
	describeWithInterval,
	numberOf,
	ranked,
	type Value
} from '../facts/value.ts';
import { factNumbers, factValues, valuesOf } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { groupOf, residentsOf, type RegionAreas, type Selection } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatNames,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { birthRate2023, births2023 } from './births-2023.ts';
import { asPublished } from './as-published.ts';
import { totalBirths } from './births-total.ts';
import { circled } from './circled.ts';
import { valueColumn } from './columns.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { AreaLayer, DetailRow, Finding, Layer, LayerContext, OverlayLayer } from './layer.ts';
import { measured } from './measured.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

const PART = 'births';
const PERIOD = 'July 2018 to June 2019';
const OTHER_BASE =
	'These figures cover another period and count births differently from the official figures shown here. We never mix the two.';

const agedPart = (edition: Edition) => `residents-aged-0-${edition.id}` as const;

/** Figures by district, in the order of the region's districts. */
const byDistrict = (facts: FactsPart, column: string, { groups }: RegionAreas): Value[] =>
	valuesOf(
		facts,
		column,
		groups.district.map(({ code }) => code)
	);

/** "Whole districts as registered; … an estimate": which districts have estimates or nothing. */
function districtCaveats(areas: RegionAreas, values: readonly Value[], what: string): string[] {
	const named = (kind: Value['kind']) =>
		areas.groups.district.filter((_, i) => values[i]?.kind === kind).map(({ name }) => name);
	const estimated = named('estimate');
	const missing = named('missing');
	return [
		...(estimated.length > 0
			? [
					`${formatList(estimated)}: births are published for the whole district only. The ${what} here is an estimate with no interval: the district’s births times this part’s share of its babies under one (mid-2019).`
				]
			: []),
		...(missing.length > 0 ? [`Not published for ${formatList(missing)}.`] : [])
	];
}

export const births: OverlayLayer = {
	id: 'births',
	kind: 'circles',
	title: 'Births to mid-2019',
	question: 'How many babies are born, and where?',
	group: 'need',
	alsoCalled: 'births per district newborns',
	about:
		'Live births to residents of each district in the year to June 2019. The larger the circle, the more births. It shows where mothers live, not where they give birth. The births of 2023 are newer, and are counted in another way.',
	initially: false,
	parts: () => [PART],

	build(context) {
		const facts = context.facts(PART);
		const values = byDistrict(facts, 'births', context.areas);
		const published = asPublished(facts, 'births', OTHER_BASE);
		return circled(
			context,
			{
				id: 'births',
				title: 'Births by district, year to June 2019',
				label: 'Births',
				unit: `live births to residents, ${PERIOD}`,
				things: 'births',
				level: 'district',
				values,
				datasets: facts.datasets,
				period: PERIOD,
				caveats: [
					...districtCaveats(context.areas, values, 'number'),
					...published.map(({ text }) => text)
				]
			},
			[birthsFinding(context, values), ...published]
		);
	}
};

/** How many, where most, where fewest. */
function birthsFinding({ areas, regionName }: LayerContext, values: readonly Value[]): Finding {
	const total = totalBirths(
		areas.groups.district,
		values,
		`babies were born to residents of ${regionName} in the year to June 2019`,
		'for which no births are published'
	);
	return {
		id: 'births-region',
		...(total ?? {
			text: `Births are not published for the districts of ${regionName}.`,
			area: null
		})
	};
}

export const birthRate: AreaLayer = {
	id: 'birth-rate',
	kind: 'areas',
	level: 'district',
	family: 'births',
	measure: 'Birth rate by district, to mid-2019',
	title: 'Birth rate to mid-2019',
	question: 'Where is the birth rate highest?',
	group: 'need',
	about:
		'Live births in the year to June 2019 for every 1,000 females aged 15 to 44 who live in the district. The females were counted a year later than the births. Students lower the rate of a university city.',
	ownBreaks: true,
	englandBreaks: true,
	parts: () => [PART],

	build(context) {
		const { areas } = context;
		const facts = context.facts(PART);
		const rates = byDistrict(facts, 'rate', areas);
		const counts = byDistrict(facts, 'births', areas);
		const females = byDistrict(facts, 'females_15_44', areas);
		const england = facts.england;
		const sameBase = (1000 * (england['births'] ?? NaN)) / (england['females_15_44'] ?? NaN);
		const general = england['general_fertility_rate'] ?? NaN;
		const column = (id: string, label: string, description: string) => ({ id, label, description });
		return measured(
			context,
			{
				id: 'birth_rate',
				title: 'Births per 1,000 females aged 15 to 44, year to June 2019',
				label: 'Birth rate',
				unit: 'births per 1,000 females aged 15 to 44',
				values: rates,
				scale: {
					kind: 'amounts',
					format: formatDecimal,
					short: (low, high) => `${formatCount(low)}–${formatCount(high)}`,
					classes: { fixed: [45, 50, 55, 60, 65] }
				},
				interval: {
					lower: column(
						'birth_rate_lower',
						'Birth rate from',
						'Lower bound of the 95% interval of the rate'
					),
					upper: column(
						'birth_rate_upper',
						'Birth rate to',
						'Upper bound of the 95% interval of the rate'
					)
				},
				england: { value: sameBase, label: 'England, worked out the same way' },
				datasets: facts.datasets,
				period: `births ${PERIOD}, females mid-2020`,
				caveats: [
					'Births are for the year to June 2019, and females aged 15 to 44 for mid-2020. They are a year apart, so the rate is close to the general fertility rate but not the same.',
					`England’s published general fertility rate for the calendar year 2019 is ${formatDecimal(general)}. It covers another period and uses newer population estimates.`,
					...districtCaveats(areas, rates, 'rate'),
					'Intervals use Byar’s method, or the exact Poisson interval below ten births. Two districts may differ even where their intervals overlap.'
				]
			},
			{
				columns: [
					valueColumn(
						column('births_counted', 'Births counted', `Live births to residents, ${PERIOD}`),
						counts
					),
					valueColumn(
						column('females_15_44', 'Females 15 to 44', 'Females aged 15 to 44, mid-2020'),
						females
					)
				],
				noteOf: (district) => {
					const rate = rates[district];
					const interval = rate && describeInterval(rate, formatDecimal);
					const said = (values: readonly Value[]) =>
						describe(values[district] ?? { kind: 'missing' }, formatCount);
					if (!rate || numberOf(rate) === null) return null;
					return (
						(interval ? `95% interval ${interval}; ` : 'without interval; ') +
						`births: ${said(counts)}, females: ${said(females)}`
					);
				},
				findings: [
					...rateFindings(context, rates, sameBase, general),
					birthsFinding(context, counts),
					...asPublished(facts, 'birth-rate', OTHER_BASE)
				]
			}
		);
	}
};

function rateFindings(
	{ areas, regionName }: LayerContext,
	rates: readonly Value[],
	england: number,
	general: number
): Finding[] {
	const districts = areas.groups.district;
	const { first, last, apart } = endsOf(ranked(rates, 'highest'), ({ number }) => number);
	const [most] = first;
	const [least] = last;
	if (!most || !least)
		return [
			{
				id: 'birth-rate-range',
				text: `Birth rates are not published for the districts of ${regionName}.`,
				area: null
			}
		];
	// Those that tie have intervals of their own.
	const said = (tied: typeof first) =>
		formatNames(
			tied.map(
				({ unit, value }) =>
					`${districts[unit]?.name ?? ''}, ${describeWithInterval(value, formatDecimal)}`
			)
		);
	return [
		{
			id: 'birth-rate-range',
			text:
				`The birth rate is highest in ${said(first)} for every 1,000 females aged 15 to 44` +
				(apart ? `, and lowest in ${said(last)}` : '') +
				`, for births in the year to June 2019. For England it is ${formatDecimal(england)} from the same tables. The published rate for the calendar year 2019 is ${formatDecimal(general)}, on newer population estimates.`,
			area: onlyOf(first, ({ unit }) => districts[unit]?.code)
		}
	];
}

export const residentsAged0: AreaLayer = {
	id: 'residents-aged-0',
	kind: 'areas',
	level: 'lsoa',
	family: 'births',
	measure: 'Residents aged 0',
	title: 'Residents aged 0',
	question: 'Where do babies live?',
	group: 'need',
	about:
		'Babies under one year who lived in each neighbourhood in mid-2020. They stand for births, which are not published for areas smaller than districts. Families move, so the two are not the same.',
	ownBreaks: true,
	englandBreaks: true,
	parts: (edition) => [agedPart(edition), deprivationPart(edition)],

	build(context) {
		const { edition } = context;
		const facts = context.facts(agedPart(edition));
		const values = factValues(facts, 'aged_0');
		const numbers = values.map((value) => numberOf(value) ?? 0);
		const deciles = factNumbers(context.facts(deprivationPart(edition)), 'imd_decile');
		const estimated = values.filter(({ kind }) => kind === 'estimate').length;
		const average = (facts.england['aged_0'] ?? NaN) / (facts.england['lsoas'] ?? NaN);
		return measured(
			context,
			{
				id: 'aged_0',
				title: 'Residents aged 0, mid-2020',
				label: 'Aged 0',
				unit: 'residents aged 0, mid-2020',
				values,
				scale: { kind: 'amounts', format: formatCount, classes: { fixed: [5, 10, 15, 20, 30] } },
				england: { value: average, label: 'England’s average neighbourhood' },
				datasets: [...facts.datasets, edition.dataset],
				period: 'mid-2020',
				caveats: [
					'Residents aged 0 stand for births, which are not published for areas smaller than districts.',
					'The numbers are estimates from a model, made before Census 2021. In so small an area, a difference of a few babies means little.',
					...(edition.vintage === '2021'
						? [
								`The numbers were published for the neighbourhoods of 2011. Where these did not change, the number is the same; where they were merged, the numbers are added up. ${capitalise(formatQuantity(estimated, 'neighbourhood'))} came from a split or another change and ${estimated === 1 ? 'has an estimate' : 'have estimates'}, shared out by residents aged 15 and under at Census 2021.`
							]
						: [])
				]
			},
			{
				findings: agedFindings(context, values, numbers, deciles),
				details: (area) => agedDetails(values, numbers, area)
			}
		);
	}
};

function agedFindings(
	{ areas, regionName, edition }: LayerContext,
	values: readonly Value[],
	numbers: readonly number[],
	deciles: readonly number[]
): Finding[] {
	const of = (members: readonly number[]) =>
		members.reduce((sum, area) => sum + (numbers[area] ?? 0), 0);
	const everywhere = [...areas.codes.keys()];
	const all = of(everywhere);
	const districts = areas.groups.district
		.map(({ code, name, members }) => ({ code, name, babies: of(members) }))
		.sort((a, b) => b.babies - a.babies);
	const { first: most } = endsOf(districts, ({ babies }) => babies);
	const [first] = most;
	const core20 = everywhere.filter((area) => isCore20(deciles[area] ?? NaN));
	const shareOfResidents = residentsOf(areas, core20) / residentsOf(areas, everywhere);
	const highest = Math.max(...numbers);
	const fullest = everywhere.filter((area) => numbers[area] === highest);
	const [one = -1] = fullest;
	return [
		{
			id: 'aged-0-region',
			text:
				`${formatCount(all)} babies under one year lived in ${regionName} in mid-2020` +
				(first
					? `, most in ${tiedWords(
							most.map(({ name }) => name),
							'district'
						)}: ${formatCount(first.babies)}${most.length > 1 ? ' each' : ''}, or ${formatPercent(first.babies / all)}`
					: '') +
				'.',
			area: onlyOf(most, ({ code }) => code)
		},
		{
			id: 'aged-0-core20',
			text: `Of the babies under one year in mid-2020, ${formatCount(of(core20))} (${formatPercent(of(core20) / all)}) lived in Core20 neighbourhoods (${edition.short}). Of all residents, ${formatPercent(shareOfResidents)} live there (${edition.residentsPeriod}).`,
			area: null
		},
		{
			id: 'aged-0-most',
			text: `${fullest.length > 1 ? 'The neighbourhoods with the most babies under one year (mid-2020) are' : 'The neighbourhood with the most babies under one year (mid-2020) is'} ${tiedWords(
				fullest.map(
					(area) => `${areas.names[area] ?? ''}, in ${groupOf(areas, 'msoa', area).name}`
				),
				'neighbourhood'
			)}: ${describe(values[one] ?? { kind: 'missing' }, formatCount)}${fullest.length > 1 ? ' each' : ''}.`,
			area: onlyOf(fullest, (area) => areas.codes[area])
		}
	];
}

function agedDetails(
	values: readonly Value[],
	numbers: readonly number[],
	{ members }: Selection
): DetailRow[] {
	const [only, ...others] = members;
	const value = values[only ?? -1];
	if (only === undefined || !value) return [];
	if (others.length === 0)
		return [{ label: 'Residents aged 0', value: describe(value, formatCount), note: 'mid-2020' }];
	const sum = members.reduce((total, area) => total + (numbers[area] ?? 0), 0);
	const estimated = members.some((area) => values[area]?.kind === 'estimate');
	const all = numbers.reduce((total, number) => total + number, 0);
	return [
		{
			label: 'Residents aged 0',
			value: estimated ? `about ${formatCount(sum)} (estimate)` : formatCount(sum),
			note: `mid-2020, in ${formatQuantity(members.length, 'neighbourhood')}; ${formatPercent(sum / all)} of the region’s`
		}
	];
}

/** The layers on births, in the order of the panel. */
export const birthLayers: readonly Layer[] = [
	birthRate2023,
	residentsAged0,
	birthRate,
	births2023,
	births
];
