/** Life expectancy of 2021 to 2023: official levels by district and board, estimates by community. */
import { describe, describeInterval, numberOf, ranked, type Value } from '../facts/value.ts';
import type { Amounts } from '../indicators/measure.ts';
import { valuesOf } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import {
	formatCount,
	formatDecimal,
	formatList,
	formatNames,
	formatNumber
} from '../text/format.ts';
import type { AreaLayer, Finding, LayerContext } from './layer.ts';
import { measured } from './measured.ts';
import { differing } from '../stats/noisy.ts';
import { noisyOf, sureEndsOf } from './sure-ends.ts';
import { endsOf, onlyOf } from './ties.ts';

const LEVELS = 'life-expectancy-2023';
const ESTIMATES = 'life-expectancy-estimates';
type Sex = 'males' | 'females';
const SEXES: readonly Sex[] = ['males', 'females'];
const TITLE: Record<Sex, string> = { males: 'Males', females: 'Females' };

/** Years at which a class ends: females live about four years longer. */
const BOUNDS: Record<Sex, readonly number[]> = {
	males: [75, 77, 79, 81, 83],
	females: [79, 81, 83, 85, 87]
};
/** Levels in years, in classes of whole years. */
const yearsOf = (sex: Sex): Amounts => ({
	kind: 'amounts',
	format: formatDecimal,
	short: (low, high) => `${formatCount(low)}–${formatCount(high)}`,
	classes: { fixed: BOUNDS[sex] }
});
const MISSING: Value = { kind: 'missing' };

/** "77.1 years (95% interval 76.4 to 77.8)". */
function said(value: Value): string {
	const interval = describeInterval(value, formatDecimal);
	const number = numberOf(value);
	const years = number === null ? describe(value, formatDecimal) : `${formatDecimal(number)} years`;
	return `${years}${interval ? ` (95% interval ${interval})` : ''}`;
}

/** Years by which one is lower than the other, in words; of what is shown, so that they agree. */
const lowerBy = (low: number, high: number): string =>
	formatDecimal(Number(high.toFixed(1)) - Number(low.toFixed(1)));

const headings = (id: string, people: string) => {
	const of = (end: 'lower' | 'upper', which: string) => ({
		id: `${id}_${end}`,
		label: `${people} ${which}`,
		description: `${end === 'lower' ? 'Lower' : 'Upper'} bound of the 95% interval`
	});
	return { lower: of('lower', 'from'), upper: of('upper', 'to') };
};

function levelLayer(sex: Sex): AreaLayer {
	const people = TITLE[sex];
	return {
		id: `life-expectancy-2023-${sex}`,
		kind: 'areas',
		level: 'district',
		family: 'life-expectancy',
		measure: `${people}: level by district, 2021 to 2023`,
		title: `Life expectancy of ${sex} by district`,
		question: `How high is the life expectancy of ${sex}, district by district?`,
		group: 'need',
		alsoCalled: 'life expectancy level districts boards',
		about: `Life expectancy at birth of ${sex} in 2021 to 2023, as published by the Office for National Statistics for whole districts and local NHS boards. A part of a district has no figure.`,
		ownBreaks: true,
		parts: () => [LEVELS],

		build(context) {
			const { units } = context;
			const facts = context.facts(LEVELS);
			const values = valuesOf(facts, sex, units.codes);
			const absent = units.names.filter((_, i) => values[i]?.kind === 'not-published');
			const id = `life_expectancy_2023_${sex}`;
			return measured(
				context,
				{
					id,
					title: `Life expectancy at birth of ${sex}, 2021 to 2023`,
					label: `${people}: years`,
					unit: `years, ${sex}, 2021 to 2023`,
					values,
					scale: yearsOf(sex),
					england: { value: facts.england[sex] ?? NaN, label: 'England, as published' },
					first: 'lowest',
					interval: headings(id, people),
					datasets: facts.datasets,
					period: 'deaths of 2021 to 2023',
					caveats: [
						'These years include deaths in the pandemic. Two areas may differ even where their intervals overlap.',
						'Boards are those of April 2024. Boards made since have no figure of their own, and we do not average one for them.',
						...(absent.length > 0
							? [
									`No figure is published for ${formatList(absent)}. The figure for a whole district does not hold for a part of it. The City of London is counted with Hackney, and the Isles of Scilly with Cornwall.`
								]
							: [])
					]
				},
				{
					noteOf: (unit) => {
						const interval = describeInterval(values[unit] ?? MISSING, formatDecimal);
						return interval === null ? null : `95% interval ${interval}`;
					},
					findings: [...levelFindings(context, facts, values, sex), ...boardFindings(facts)]
				}
			);
		}
	};
}

function levelFindings(
	{ units, regionName }: LayerContext,
	facts: FactsPart,
	values: readonly Value[],
	sex: Sex
): Finding[] {
	const known = ranked(values, 'lowest');
	const [lowest] = known;
	const highest = known.at(-1);
	const england = facts.england[sex] ?? NaN;
	if (!lowest || !highest) {
		return [
			{
				id: `life-expectancy-2023-${sex}-none`,
				text: `Life expectancy of ${sex} in 2021 to 2023 is not published for the districts of ${regionName}.`,
				area: null
			}
		];
	}
	const name = (unit: number) => units.names[unit] ?? '';
	const ends = endsOf(known, ({ number }) => number);
	// Those that tie have intervals of their own.
	const each = (tied: typeof ends.first) =>
		formatNames(tied.map(({ unit, value }) => `${name(unit)}, ${said(value)}`));
	return [
		{
			id: `life-expectancy-2023-${sex}-range`,
			text: ends.apart
				? `Life expectancy of ${sex} is ${lowerBy(lowest.number, highest.number)} years lower in ${each(ends.first)}, than in ${each(ends.last)}. England: ${formatDecimal(england)}.`
				: `Life expectancy of ${sex} is ${said(lowest.value)} in ${formatList(known.map(({ unit }) => name(unit)))}. England: ${formatDecimal(england)}.`,
			area: onlyOf(ends.first, ({ unit }) => units.codes[unit])
		}
	];
}

/** What is published of the boards that the region was part of: each as it is, never an average. */
function boardFindings({ beside = [] }: FactsPart): Finding[] {
	return beside.map(({ code, name, figures }) => {
		const of = (sex: Sex) =>
			said({
				kind: 'value',
				value: figures[sex] ?? NaN,
				interval: {
					lower: figures[`${sex}_lower`] ?? NaN,
					upper: figures[`${sex}_upper`] ?? NaN
				}
			});
		return {
			id: `life-expectancy-2023-${code}`,
			text: `${name}, as it was in April 2024, had a life expectancy of ${of('males')} for males and ${of('females')} for females (2021 to 2023).`,
			area: null
		};
	});
}

function estimateLayer(sex: Sex): AreaLayer {
	const people = TITLE[sex];
	return {
		id: `life-expectancy-estimate-${sex}`,
		kind: 'areas',
		level: 'msoa',
		family: 'life-expectancy',
		measure: `${people}: estimated level by community`,
		title: `Life expectancy of ${sex} by community (estimate)`,
		question: `How high is the life expectancy of ${sex}, community by community?`,
		group: 'need',
		alsoCalled: 'life expectancy level communities estimate',
		about: `An estimate that mixes two periods. We take the official life expectancy of ${sex} in the district for 2021 to 2023. To it we add how far the community (MSOA) was above or below its district in 2016 to 2020. No such figure is published for communities.`,
		ownBreaks: true,
		parts: () => [ESTIMATES],

		build(context) {
			const { areas, units } = context;
			const facts = context.facts(ESTIMATES);
			const values = valuesOf(facts, sex, units.codes);
			const id = `life_expectancy_estimate_${sex}`;
			const [official, average] = [
				facts.england[sex] ?? NaN,
				facts.england[`${sex}_average`] ?? NaN
			];
			const withdrawn = facts.england['gate_passes'] !== 1;
			const known = ranked(values, 'lowest');
			const withheld = units.names.filter((_, i) => values[i]?.kind === 'suppressed');
			return measured(
				context,
				{
					id,
					title: `Life expectancy at birth of ${sex}: estimate, mixed periods`,
					label: `${people}: years (estimate)`,
					unit: `years, ${sex}, estimate of mixed periods`,
					values,
					scale: yearsOf(sex),
					england: { value: official, label: 'England, as published for 2021 to 2023' },
					first: 'lowest',
					interval: headings(id, people),
					datasets: facts.datasets,
					period: 'districts 2021 to 2023, differences 2016 to 2020',
					caveats: [
						'This estimate mixes two periods. It is the district’s official level for 2021 to 2023, plus the difference between the community and its district’s mean (over people of that sex) in 2016 to 2020. If that difference has changed since, the estimate is wrong by as much.',
						'The interval combines those of the district’s level, the community and the district’s mean. Among many communities, some come out lowest or highest by chance.',
						`Across England the estimates average ${average.toFixed(2)} years; the official figure is ${formatDecimal(official)}. We withdraw them if the two are more than 0.1 year apart.`,
						'Communities of Waveney are estimated from East Suffolk as a whole, those of the City of London from Hackney, and those of the Isles of Scilly from Cornwall.',
						...(areas.vintage === '2021'
							? [
									'A community of 2021 that was part of a community of 2011 shows the value of that one.'
								]
							: []),
						...(withheld.length > 0 && !withdrawn
							? [`The publisher withholds ${formatList(withheld)}.`]
							: [])
					]
				},
				{
					noteOf: (unit) => {
						const interval = describeInterval(values[unit] ?? MISSING, formatDecimal);
						return interval === null ? null : `mixed periods; 95% interval ${interval}`;
					},
					findings: withdrawn
						? [
								{
									id: `life-expectancy-estimate-${sex}-withdrawn`,
									text: `We have withdrawn these estimates: across England they average ${average.toFixed(2)} years, but the official figure is ${formatDecimal(official)}.`,
									area: null
								}
							]
						: estimateFindings(context, values, known, sex, official)
				}
			);
		}
	};
}

function estimateFindings(
	{ units, regionName }: LayerContext,
	values: readonly Value[],
	known: readonly { unit: number; value: Value; number: number }[],
	sex: Sex,
	england: number
): Finding[] {
	const [lowest] = known;
	const highest = known.at(-1);
	if (!lowest || !highest) {
		return [
			{
				id: `life-expectancy-estimate-${sex}-none`,
				text: `There is no estimate of life expectancy for the communities of ${regionName}.`,
				area: null
			}
		];
	}
	const noisy = known.flatMap((one) => noisyOf(one) ?? []);
	const differs = differing(noisy, england);
	const below = noisy.filter(({ value }, at) => differs[at] && value < england).length;
	const ends = sureEndsOf(known);
	const each = (tied: typeof ends.first) =>
		formatNames(tied.map(({ unit, value }) => `${units.names[unit] ?? ''}, ${said(value)}`));
	return [
		{
			id: `life-expectancy-estimate-${sex}-extremes`,
			text: `By an estimate of mixed periods, and allowing for how uncertain each is, life expectancy of ${sex} in ${regionName} is lowest in ${each(ends.first)}; and highest in ${each(ends.last)}.`,
			area: onlyOf(ends.first, ({ unit }) => units.codes[unit])
		},
		{
			id: `life-expectancy-estimate-${sex}-below`,
			text: `In ${formatNumber(below)} of ${formatCount(known.length)} communities, the estimate is clearly below England’s ${formatDecimal(england)} years for ${sex} (2021 to 2023). Of those that we call clear, no more than one in 20 should be so by chance.`,
			area: null
		}
	];
}

/** Official levels, and then estimates, in the order of the panel. */
export const lifeExpectancy2023Layers: readonly AreaLayer[] = [
	...SEXES.map(levelLayer),
	...SEXES.map(estimateLayer)
];
