/** Where babies are born and live: births and their rate by district, residents aged 0 by neighbourhood. */
import { isCore20 } from '../indicators/core20.ts';
import type { Edition } from '../facts/editions.ts';
import { describe, describeInterval, numberOf, type Value } from '../facts/value.ts';
import { factNumbers, factValues } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { groupOf, residentsOf, type RegionAreas, type Selection } from '../areas/region.ts';
import {
	formatCount,
	formatDecimal,
	formatList,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { asPublished } from './as-published.ts';
import { circleRadius } from './circles.ts';
import { valueColumn } from './columns.ts';
import { continuous } from './continuous.ts';
import { deprivationPart } from '../facts/parts.ts';
import type {
	AreaLayer,
	Contribution,
	DetailRow,
	Finding,
	Layer,
	LayerContext,
	LegendClass,
	OverlayLayer
} from './layer.ts';
import { CIRCLE_COLOUR } from './palettes.ts';

const PART = 'births';
const PERIOD = 'July 2018 to June 2019';
const RATE_UNIT = 'births per 1,000 females aged 15 to 44';
const OTHER_BASE =
	'These figures have another period and another base than the official births shown here; the two are not mixed.';

const agedPart = (edition: Edition) => `residents-aged-0-${edition.id}` as const;

/** Figures of a part by district, in the order of the region's districts. */
function byDistrict(facts: FactsPart, column: string, areas: RegionAreas): Value[] {
	const values = factValues(facts, column);
	const index = new Map(facts.codes?.map((code, i) => [code, i]));
	return areas.groups.district.map(
		({ code }) => values[index.get(code) ?? -1] ?? { kind: 'missing' }
	);
}

/** "Whole districts as registered; … an estimate": which districts have estimates or nothing. */
function districtCaveats(areas: RegionAreas, values: readonly Value[], what: string): string[] {
	const named = (kind: Value['kind']) =>
		areas.groups.district.filter((_, i) => values[i]?.kind === kind).map(({ name }) => name);
	const estimated = named('estimate');
	const missing = named('missing');
	return [
		...(estimated.length > 0
			? [
					`${formatList(estimated)}: births are published for the whole district only. The ${what} here is an estimate, without interval: the district’s births times this part’s share of its residents aged 0 (mid-2019).`
				]
			: []),
		...(missing.length > 0 ? [`Not published for ${formatList(missing)}.`] : [])
	];
}

/** Round amounts that the circles of the legend stand for, up to the largest. */
function legendAmounts(largest: number): number[] {
	const power = 10 ** Math.floor(Math.log10(largest));
	const top = Math.ceil(largest / (power / 2)) * (power / 2);
	return (top / power) % 1.5 === 0 ? [top / 3, (top / 3) * 2, top] : [top / 4, top / 2, top];
}

export const births: OverlayLayer = {
	id: 'births',
	kind: 'circles',
	title: 'Births',
	question: 'How many babies are born, and where?',
	group: 'need',
	alsoCalled: 'births per district newborns',
	about:
		'Live births to residents of each district in the year to June 2019, as circles in proportion to their number. Where mothers live, not where they give birth; nothing newer is published by district in these data.',
	initially: false,
	parts: () => [PART],

	build(context): Contribution {
		const { areas, units } = context;
		const facts = context.facts(PART);
		const values = byDistrict(facts, 'births', areas);
		const amounts = values.map(numberOf);
		const largest = Math.max(1, ...amounts.map((amount) => amount ?? 0));
		const districts = areas.groups.district;
		const isUnit = units.level === 'district';

		const sizes = legendAmounts(largest);
		const classes = sizes.map((size, i): LegendClass => {
			const above = sizes[i - 1] ?? -1;
			const members = amounts.flatMap((amount, district) =>
				amount !== null && amount > above && amount <= size ? [district] : []
			);
			return {
				label: `up to ${formatCount(size)} births`,
				short: formatCount(size),
				symbol: { kind: 'circle', colour: CIRCLE_COLOUR, radius: circleRadius(size, largest) },
				count: members.length,
				units: isUnit ? new Set(members) : null
			};
		});
		const absent = amounts.flatMap((amount, district) => (amount === null ? [district] : []));
		if (absent.length > 0) {
			classes.push({
				label: 'Not published: no circle',
				short: 'none',
				symbol: { kind: 'no-data' },
				count: absent.length,
				units: isUnit ? new Set(absent) : null
			});
		}

		return {
			drawing: { kind: 'circles', level: 'district', colour: CIRCLE_COLOUR, amounts },
			legend: {
				title: 'Births by district, year to June 2019',
				counted: 'districts',
				classes,
				note: 'Circles stand where each district’s residents are on average.',
				reference: null,
				histogram: false,
				ends: null
			},
			columns: isUnit
				? [
						valueColumn(
							{
								id: 'births',
								label: 'Births',
								description: `Live births to residents, ${PERIOD}`
							},
							values
						)
					]
				: [],
			sortedBy: null,
			findings: [birthsFinding(context, values), ...asPublished(facts, 'births', OTHER_BASE)],
			details: ({ members }) => {
				const touched = [...new Set(members.map((area) => areas.parent.district[area] ?? -1))];
				const [only, ...others] = touched;
				const value = values[only ?? -1];
				if (only === undefined || !value) return [];
				const said = (district: number) =>
					describe(values[district] ?? { kind: 'missing' }, formatCount);
				if (others.length === 0) {
					const whole = districts[only]?.members.length === members.length;
					return [
						{
							label: 'Births',
							value: said(only),
							note: `${whole ? '' : `in all of ${districts[only]?.name ?? ''}, `}${PERIOD}`
						}
					];
				}
				return [
					{
						label: 'Births',
						value: formatList(touched.map((one) => `${districts[one]?.name ?? ''} ${said(one)}`)),
						note: `whole districts, ${PERIOD}`
					}
				];
			},
			label: isUnit
				? (unit) => `births: ${describe(values[unit] ?? { kind: 'missing' }, formatCount)}`
				: null,
			measure: null,
			datasets: facts.datasets,
			period: PERIOD,
			caveats: [
				...districtCaveats(areas, values, 'number'),
				...asPublished(facts, 'births', OTHER_BASE).map(({ text }) => text)
			]
		};
	}
};

/** How many, where most, where fewest. */
function birthsFinding({ areas, regionName }: LayerContext, values: readonly Value[]): Finding {
	const known = areas.groups.district
		.flatMap(({ name }, i) => {
			const value = values[i];
			const number = value ? numberOf(value) : null;
			return value && number !== null ? [{ name, value, number }] : [];
		})
		.sort((a, b) => b.number - a.number);
	const [most] = known;
	const fewest = known.at(-1);
	if (!most || !fewest)
		return {
			id: 'births-region',
			text: `Births are not published for the districts of ${regionName}.`,
			area: null
		};
	const all = known.reduce((sum, { number }) => sum + number, 0);
	const estimated = known.some(({ value }) => value.kind === 'estimate');
	return {
		id: 'births-region',
		text:
			`${estimated ? 'About ' : ''}${formatCount(all)} babies were born to residents of ${regionName} in the year to June 2019: ` +
			`most in ${most.name} (${describe(most.value, formatCount)}, ${formatPercent(most.number / all)})` +
			(known.length > 1
				? `, fewest in ${fewest.name} (${describe(fewest.value, formatCount)})`
				: '') +
			(known.length < values.length
				? `, without ${formatQuantity(values.length - known.length, 'district')} for which nothing is published`
				: '') +
			'.',
		area: areas.groups.district.find(({ name }) => name === most.name)?.code ?? null
	};
}

export const birthRate: AreaLayer = {
	id: 'birth-rate',
	kind: 'areas',
	level: 'district',
	family: 'births',
	measure: 'Birth rate by district',
	title: 'Birth rate',
	question: 'Where is the birth rate highest?',
	group: 'need',
	about:
		'Live births in the year to June 2019 for every 1,000 females aged 15 to 44 who live in the district. Births and females are a year apart, and students lower the rate of a university city.',
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
		const bound = (end: 'lower' | 'upper'): Value[] =>
			rates.map((rate) =>
				'interval' in rate && rate.interval
					? { kind: 'value', value: rate.interval[end] }
					: { kind: rate.kind === 'missing' ? 'missing' : 'not-applicable' }
			);
		const column = (id: string, label: string, description: string) => ({ id, label, description });
		return continuous(context, {
			id: 'birth_rate',
			title: 'Births per 1,000 females aged 15 to 44, year to June 2019',
			label: 'Birth rate',
			unit: RATE_UNIT,
			values: rates,
			format: formatDecimal,
			short: (low, high) => `${formatCount(low)}–${formatCount(high)}`,
			classes: { fixed: [45, 50, 55, 60, 65] },
			england: { value: sameBase, label: 'England, worked out the same way' },
			columns: [
				valueColumn(
					column(
						'birth_rate_lower',
						'Birth rate from',
						'Lower bound of the 95% interval of the rate'
					),
					bound('lower'),
					formatDecimal
				),
				valueColumn(
					column(
						'birth_rate_upper',
						'Birth rate to',
						'Upper bound of the 95% interval of the rate'
					),
					bound('upper'),
					formatDecimal
				),
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
			],
			datasets: facts.datasets,
			period: `births ${PERIOD}, females mid-2020`,
			caveats: [
				'Births are of the year to June 2019, females aged 15 to 44 of mid-2020: a year apart, so the rate is close to the general fertility rate, not the same.',
				`England’s published general fertility rate for the calendar year 2019 is ${formatDecimal(general)}; it is of another period and stands on newer population estimates.`,
				...districtCaveats(areas, rates, 'rate'),
				'Intervals: Byar’s method, exact Poisson below ten births. Intervals that overlap do not mean that there is no difference.'
			]
		});
	}
};

function rateFindings(
	{ areas, regionName }: LayerContext,
	rates: readonly Value[],
	england: number,
	general: number
): Finding[] {
	const known = areas.groups.district
		.flatMap(({ code, name }, i) => {
			const rate = rates[i];
			const number = rate ? numberOf(rate) : null;
			return rate && number !== null ? [{ code, name, rate, number }] : [];
		})
		.sort((a, b) => b.number - a.number);
	const [most] = known;
	const least = known.at(-1);
	if (!most || !least)
		return [
			{
				id: 'birth-rate-range',
				text: `Birth rates are not published for the districts of ${regionName}.`,
				area: null
			}
		];
	const said = ({ name, rate }: { name: string; rate: Value }) => {
		const interval = describeInterval(rate, formatDecimal);
		return `${name}, ${describe(rate, formatDecimal)}${interval ? ` (95% interval ${interval})` : ''}`;
	};
	return [
		{
			id: 'birth-rate-range',
			text:
				`The birth rate is highest in ${said(most)} for every 1,000 females aged 15 to 44` +
				(known.length > 1 ? `, and lowest in ${said(least)}` : '') +
				`. England by the same tables: ${formatDecimal(england)}; its published general fertility rate for the calendar year 2019 is ${formatDecimal(general)}, on newer population estimates.`,
			area: most.code
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
		'Babies under one year who live in each neighbourhood at mid-2020. They stand for births, which are not published below districts; families move, so the two are not the same.',
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
		return continuous(context, {
			id: 'aged_0',
			title: 'Residents aged 0, mid-2020',
			label: 'Aged 0',
			unit: 'residents aged 0, mid-2020',
			values,
			format: formatCount,
			classes: { fixed: [5, 10, 15, 20, 30] },
			england: { value: average, label: 'England’s average neighbourhood' },
			findings: agedFindings(context, values, numbers, deciles),
			details: (area) => agedDetails(values, numbers, area),
			datasets: [...facts.datasets, edition.dataset],
			period: 'mid-2020',
			caveats: [
				'Residents aged 0 stand for births, which are not published below districts.',
				'Estimates of single years of age for so small an area are modelled: differences of a few babies mean little. They were made before Census 2021.',
				...(edition.vintage === '2021'
					? [
							`Published on the neighbourhoods of 2011. Those that did not change keep their number, merged ones are added up; ${formatQuantity(estimated, 'neighbourhood')} that came from a split or an irregular change ${estimated === 1 ? 'has an estimate' : 'have estimates'}, shared out by residents aged 15 and under at Census 2021.`
						]
					: [])
			]
		});
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
	const [first] = districts;
	const core20 = everywhere.filter((area) => isCore20(deciles[area] ?? NaN));
	const shareOfResidents = residentsOf(areas, core20) / residentsOf(areas, everywhere);
	const most = numbers.indexOf(Math.max(...numbers));
	return [
		{
			id: 'aged-0-region',
			text:
				`${formatCount(all)} babies under one year lived in ${regionName} at mid-2020` +
				(first
					? `, most in ${first.name}: ${formatCount(first.babies)}, or ${formatPercent(first.babies / all)}`
					: '') +
				'.',
			area: first?.code ?? null
		},
		{
			id: 'aged-0-core20',
			text: `${formatPercent(of(core20) / all)} of them, ${formatCount(of(core20))}, lived in Core20 neighbourhoods (${edition.short}), where ${formatPercent(shareOfResidents)} of all residents live (${edition.residentsPeriod}).`,
			area: null
		},
		{
			id: 'aged-0-most',
			text: `The neighbourhood with most is ${areas.names[most]}, in ${groupOf(areas, 'msoa', most).name}: ${describe(values[most] ?? { kind: 'missing' }, formatCount)}.`,
			area: areas.codes[most] ?? null
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
export const birthLayers: readonly Layer[] = [birthRate, residentsAged0, births];
