/** How long people live: gaps between communities, and levels by district. */
import { describe, describeInterval, numberOf, ranked, type Value } from '../facts/value.ts';
import { valuesOf } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatNames,
	formatQuantity
} from '../text/format.ts';
import { asPublished } from './as-published.ts';
import { valueColumn } from './columns.ts';
import type { AreaLayer, Finding, LayerContext } from './layer.ts';
import { lifeExpectancy2023Layers } from './life-expectancy-2023.ts';
import { measured } from './measured.ts';
import { sureEndsOf } from './sure-ends.ts';
import { onlyOf } from './ties.ts';

const GAPS = 'life-expectancy-gaps';
const LEVELS = 'life-expectancy-levels';
const OTHER_ERROR = 'up to half a year of other error';

/** Years with their sign: "+1.2", "−3.4", "0.0". */
function formatSigned(years: number): string {
	const text = formatDecimal(Math.abs(years));
	if (text === formatDecimal(0)) return text;
	return `${years < 0 ? '−' : '+'}${text}`;
}

/** Years in words for a sentence: "3.2 years". */
const inYears = (years: number): string => `${formatDecimal(Math.abs(years))} years`;

function gapLayer(sex: 'males' | 'females'): AreaLayer {
	const people = sex === 'males' ? 'Males' : 'Females';
	return {
		id: `life-expectancy-gap-${sex}`,
		kind: 'areas',
		level: 'msoa',
		family: 'life-expectancy',
		measure: `${people}: gaps between communities`,
		title: `Life expectancy gaps, ${sex}`,
		question: `Where do ${sex} live shorter or longer lives?`,
		group: 'need',
		alsoCalled: 'life-expectancy gaps inequality',
		about: `How many years the life expectancy of ${sex} in each community (MSOA) was above or below the region’s average, from deaths of 2016 to 2020. We show only the differences in this table, because its levels are known to be too high.`,
		ownBreaks: false,
		parts: () => [GAPS],

		build(context) {
			const { areas, units } = context;
			const facts = context.facts(GAPS);
			// Of whichever vintage the units are.
			const values = valuesOf(facts, sex, units.codes);
			const isEstimate = (value: Value | undefined) => value?.kind === 'estimate';
			const excess = facts.england['excess_over_districts'] ?? NaN;
			const heading = (end: string, which: string) => ({
				id: `life_expectancy_gap_${sex}_${end}`,
				label: `${people} ${which}`,
				description: `Bound of the 95% interval of the difference, ${sex}, before ${OTHER_ERROR}`
			});
			const parts = values.filter(isEstimate).length;
			return measured(
				context,
				{
					id: `life_expectancy_gap_${sex}`,
					title: `Life expectancy of ${sex}: years above or below the region’s average, 2016 to 2020`,
					label: `${people}: years from average`,
					unit: 'years above or below the region’s average, deaths 2016 to 2020',
					values,
					scale: {
						kind: 'amounts',
						format: formatSigned,
						short: (low, high) => shortClass(low, high),
						classes: { fixed: BOUNDS },
						middle: 0,
						ends: ['shorter lives', 'longer lives']
					},
					first: 'lowest',
					interval: { lower: heading('lower', 'from'), upper: heading('upper', 'to') },
					datasets: facts.datasets,
					period: 'deaths 2016 to 2020',
					caveats: [
						`We do not show levels: the table is about ${formatDecimal(excess)} years too high everywhere, measured against districts. Its differences within a region are right to about half a year.`,
						'The average is that of the region’s communities, weighted by residents in mid-2020. The interval is for the difference: √(se² of the community + se² of the average).',
						'For the slope index and the fifths, the communities of 2011 are ordered by average rank of deprivation (IoD 2019) and weighted by residents in mid-2020. The slope’s interval is simulated from a fixed seed. A positive slope means longer lives where there is less deprivation.',
						...(areas.vintage === '2021' && parts > 0
							? [
									`The figures are published for the communities of 2011. ${capitalise(formatQuantity(parts, 'community', 'communities'))} of 2021 ${parts === 1 ? 'was part of one of these and shows' : 'were parts of these and show'} its value, as an estimate.`
								]
							: []),
						...withheld(context, values)
					]
				},
				{
					legendNote: `Beyond its interval, every difference has ${OTHER_ERROR}.`,
					noteOf: (unit) => {
						const value = values[unit];
						const interval = value && describeInterval(value, formatSigned);
						if (!interval) return null;
						return (
							`95% interval ${interval}, and ${OTHER_ERROR}` +
							(isEstimate(value) ? '; the value of the 2011 community that this was a part of' : '')
						);
					},
					findings: [
						...gapFindings(context, facts, sex, values),
						...asPublished(
							facts,
							`life-expectancy-${sex}`,
							'These figures are worked out differently. You can compare the size of a gap with ours, but not the levels.'
						)
					]
				}
			);
		}
	};
}

/** Whole years at which a difference starts to matter more. */
const BOUNDS = [-4, -2, -1, 0, 1, 2, 4];

function shortClass(low: number, high: number): string {
	const whole = (years: number) => (years < 0 ? `−${Math.abs(years)}` : String(years));
	if (!BOUNDS.includes(low)) return `<${whole(high)}`;
	if (!BOUNDS.includes(high)) return `>${whole(low)}`;
	return `${whole(low)}…${whole(high)}`;
}

function withheld({ units }: LayerContext, values: readonly Value[]): string[] {
	const names = units.names.filter((_, unit) => {
		const kind = values[unit]?.kind;
		return kind === 'suppressed' || kind === 'missing';
	});
	return names.length > 0 ? [`No value is published for ${formatNames(names)}.`] : [];
}

/** Years of each fifth from the region's average, the most deprived first; fewer where one has nobody. */
const fifthFigures = (facts: FactsPart, sex: string): number[] =>
	[1, 2, 3, 4, 5].flatMap((fifth) => facts.region?.[`${sex}_fifth_${fifth}`] ?? []);

/** Tenths of a year: a step back by less may be the table's other error. */
const STEP_BACK = 5;

/** What the ends would hide: every fifth, where one of them goes back by half a year or more. */
export function bendWords(fifths: readonly number[]): string {
	const tenths = fifths.map((years) => Math.round(years * 10));
	const way = Math.sign((tenths.at(-1) ?? 0) - (tenths[0] ?? 0)) || 1;
	const goesBack = tenths.some((years, at) =>
		tenths.slice(0, at).some((before) => way * (before - years) >= STEP_BACK)
	);
	return goesBack
		? `, but not step by step: from the most to the least deprived fifth it is ${formatList(fifths.map(formatSigned))} years from the region’s average`
		: '';
}

function gapFindings(
	{ units, regionName }: LayerContext,
	facts: FactsPart,
	sex: 'males' | 'females',
	values: readonly Value[]
): Finding[] {
	const figure = (name: string) => facts.region?.[`${sex}_${name}`] ?? NaN;
	const between = (name: string) =>
		`${formatDecimal(figure(`${name}_lower`))} to ${formatDecimal(figure(`${name}_upper`))}`;
	const lower = (years: number) => (years >= 0 ? 'lower' : 'higher');
	const known = ranked(values, 'lowest');
	if (known.length === 0) {
		return [
			{
				id: `life-expectancy-${sex}-none`,
				text: `No differences of life expectancy are published for ${regionName}.`,
				area: null
			}
		];
	}
	const extremes = extremeFinding(units, known, sex, {
		byChance: figure('range_by_chance'),
		average: 'the region’s average'
	});
	return [
		{
			id: `life-expectancy-${sex}-fifths`,
			text: `Life expectancy of ${sex} is ${inYears(figure('fifths'))} ${lower(figure('fifths'))} in the most deprived fifth of ${regionName} (by communities) than in the least deprived fifth (deaths of 2016 to 2020; 95% interval ${between('fifths')}, and ${OTHER_ERROR})${bendWords(fifthFigures(facts, sex))}.`,
			area: null
		},
		{
			id: `life-expectancy-${sex}-slope`,
			text: `From the most to the least deprived end of ${regionName}, life expectancy of ${sex} differs by ${formatSigned(figure('slope'))} years (slope index of inequality, deaths of 2016 to 2020; 95% interval ${between('slope')}).`,
			area: null
		},
		...extremes
	];
}

type Ranked = ReturnType<typeof ranked>[number];

/**
 * The communities furthest from the average, allowing for how uncertain each is: none of which the
 * interval has no difference in it, and none for being known least.
 */
function extremeFinding(
	units: LayerContext['units'],
	known: readonly Ranked[],
	sex: string,
	{ average, byChance }: { average: string; byChance: number }
): Finding[] {
	const isSure = ({ value }: Ranked) => {
		const interval = 'interval' in value ? value.interval : undefined;
		return interval === undefined || interval.lower > 0 || interval.upper < 0;
	};
	const ends = sureEndsOf(known);
	const below = ends.first.filter((one) => isSure(one) && one.number < 0);
	const above = ends.last.filter((one) => isSure(one) && one.number > 0);
	const said = (tied: readonly Ranked[]) =>
		formatNames(
			tied.map(
				({ unit, value }) =>
					`${units.names[unit] ?? ''} (${describe(value, formatSigned)} years; 95% interval ${describeInterval(value, formatSigned) ?? 'not known'})`
			)
		);
	const [[lowest], [highest]] = [below, above];
	if (!lowest || !highest) {
		return [
			{
				id: `life-expectancy-${sex}-extremes`,
				text: `The communities are too alike, or too little is known of them, to say which is furthest from ${average}.`,
				area: null
			}
		];
	}
	const apart = Number(highest.number.toFixed(1)) - Number(lowest.number.toFixed(1));
	return [
		{
			id: `life-expectancy-${sex}-extremes`,
			text: `Allowing for how uncertain each is, furthest below ${average} is ${said(below)}; furthest above is ${said(above)}; each with ${OTHER_ERROR}. The two are ${inYears(apart)} apart. If all communities were alike, chance alone would put the ends of all ${formatCount(known.length)} about ${formatDecimal(byChance)} apart.`,
			area: onlyOf(below, ({ unit }) => units.codes[unit])
		}
	];
}

const lifeExpectancyLevel: AreaLayer = {
	id: 'life-expectancy-level',
	kind: 'areas',
	level: 'district',
	family: 'life-expectancy',
	measure: 'Level by district, persons, 2020',
	title: 'Life expectancy by district, persons, 2020',
	question: 'How long do people live here?',
	group: 'need',
	about:
		'Life expectancy at birth of males and females together, by whole district, from the ONS Health Index, 2020. No intervals are published, and nothing for parts of districts.',
	ownBreaks: true,
	englandBreaks: true,
	parts: () => [LEVELS],

	build(context) {
		const { units } = context;
		const facts = context.facts(LEVELS);
		const values = valuesOf(facts, 'persons_2020', units.codes);
		const before = valuesOf(facts, 'persons_2015', units.codes);
		const england = facts.england['persons'] ?? NaN;
		return measured(
			context,
			{
				id: 'life_expectancy',
				title: 'Life expectancy at birth, persons, 2020',
				label: 'Life expectancy',
				unit: 'years, persons, Health Index 2020',
				values,
				scale: {
					kind: 'amounts',
					format: formatDecimal,
					short: (low, high) => `${formatDecimal(low)} to ${formatDecimal(high)}`,
					classes: { fixed: [79, 80, 81, 82, 83, 84] }
				},
				england: { value: england, label: 'England, its districts weighted by residents' },
				first: 'lowest',
				datasets: facts.datasets,
				period: 'Health Index 2020',
				caveats: [
					'Males and females are counted together, and no intervals are published. The Health Index gives the same values for 2021 as for 2020, so we show 2020. That year includes deaths in the pandemic.',
					'These levels and the gaps between communities come from different tables: do not add them. There are newer levels for 2021 to 2023, for males and females, with intervals.',
					...withheld(context, values)
				]
			},
			{
				columns: [
					valueColumn(
						{
							id: 'life_expectancy_2015',
							label: 'Life expectancy 2015',
							description: 'Life expectancy at birth, persons, Health Index 2015'
						},
						before,
						formatDecimal
					)
				],
				findings: levelFindings(context, values, england)
			}
		);
	}
};

function levelFindings(
	{ units, regionName }: LayerContext,
	values: readonly Value[],
	england: number
): Finding[] {
	const known = ranked(values, 'lowest');
	const [lowest] = known;
	const highest = known.at(-1);
	const missing = units.names.filter(
		(_, unit) => numberOf(values[unit] ?? { kind: 'missing' }) === null
	);
	const none: Finding[] =
		missing.length > 0
			? [
					{
						id: 'life-expectancy-level-missing',
						text: `No figure is published for ${formatList(missing)}: the figure for a whole district does not hold for a part of it.`,
						area: null
					}
				]
			: [];
	if (!lowest || !highest) {
		return [
			{
				id: 'life-expectancy-level-none',
				text: `Life expectancy is not published for the districts of ${regionName}.`,
				area: null
			}
		];
	}
	const name = (unit: number) => units.names[unit] ?? '';
	// Districts that read the same are named together.
	const as = (number: number) =>
		formatList(
			known
				.filter((one) => formatDecimal(one.number) === formatDecimal(number))
				.map(({ unit }) => name(unit))
		);
	// What reads as England does is not called below it.
	const below = known.filter(
		({ number }) => Number(number.toFixed(1)) < Number(england.toFixed(1))
	);
	return [
		{
			id: 'life-expectancy-level-range',
			text:
				`Life expectancy is highest in ${as(highest.number)}, ${formatDecimal(highest.number)} years` +
				(known.length > 1
					? `, and lowest in ${as(lowest.number)}, ${formatDecimal(lowest.number)}`
					: '') +
				` (England: ${formatDecimal(england)}).`,
			area: units.codes[lowest.unit] ?? null
		},
		{
			id: 'life-expectancy-level-england',
			text:
				below.length === 0
					? `No district of ${regionName} that has a figure is below England.`
					: `Below England: ${formatNames(below.map(({ unit, number }) => `${name(unit)} (${formatDecimal(number)})`))}.`,
			area: null
		},
		...none
	];
}

/** The layers on life expectancy, in the order of the panel. */
export const lifeExpectancyLayers: readonly AreaLayer[] = [
	gapLayer('males'),
	gapLayer('females'),
	...lifeExpectancy2023Layers,
	lifeExpectancyLevel
];
