/** A measure of groups of neighbourhoods as circles over the map, in proportion to its values. */
import { LEVELS, type GroupLevel, type Selection } from '../areas/region.ts';
import { describe, numberOf } from '../facts/value.ts';
import type { Measure } from '../indicators/measure.ts';
import { capitalise, formatCount, formatList } from '../text/format.ts';
import { circleRadius } from './circles.ts';
import { indicesWhere, valueColumn } from './columns.ts';
import type { Contribution, DetailRow, Finding, LayerContext, LegendClass } from './layer.ts';
import { CIRCLE_COLOUR } from './palettes.ts';

/** Counts of things by group of a level, whatever the level of the map's units. */
export interface CircledMeasure extends Omit<Measure, 'scale' | 'first' | 'interval' | 'england'> {
	level: GroupLevel;
	/** What is counted: "births". */
	things: string;
}

/** The contribution of an overlay of circles. The table has its column where the units are the groups. */
export function circled(
	{ areas, units }: LayerContext,
	measure: CircledMeasure,
	findings: Finding[]
): Contribution {
	const { id, label, unit, title, values, level, things, period } = measure;
	const amounts = values.map(numberOf);
	const isUnit = units.level === level;
	const said = (group: number) => describe(values[group] ?? { kind: 'missing' }, formatCount);
	return {
		drawing: { kind: 'circles', level, colour: CIRCLE_COLOUR, amounts },
		legend: {
			title,
			counted: LEVELS[level].many,
			classes: classesOf(amounts, things, isUnit),
			note: `Circles stand where each ${LEVELS[level].one}’s residents are on average.`,
			reference: null,
			histogram: false,
			ends: null
		},
		columns: isUnit ? [valueColumn({ id, label, description: capitalise(unit) }, values)] : [],
		sortedBy: null,
		findings,
		details: ({ members }: Selection): DetailRow[] => {
			const groups = areas.groups[level];
			const touched = [...new Set(members.map((area) => areas.parent[level][area] ?? -1))];
			const [only, ...others] = touched;
			if (only === undefined || values[only] === undefined) return [];
			if (others.length === 0) {
				const whole = groups[only]?.members.length === members.length;
				const within = whole ? '' : `in all of ${groups[only]?.name ?? ''}, `;
				return [{ label, value: said(only), note: `${within}${period}` }];
			}
			return [
				{
					label,
					value: formatList(touched.map((one) => `${groups[one]?.name ?? ''} ${said(one)}`)),
					note: `whole ${LEVELS[level].many}, ${period}`
				}
			];
		},
		label: isUnit ? (group) => `${things}: ${said(group)}` : null,
		measure: null,
		datasets: measure.datasets,
		period,
		caveats: measure.caveats
	};
}

/** A class for each round amount, of those up to it and above the one before; and of none. */
function classesOf(
	amounts: readonly (number | null)[],
	things: string,
	isUnit: boolean
): LegendClass[] {
	const largest = Math.max(1, ...amounts.map((amount) => amount ?? 0));
	const sizes = roundAmounts(largest);
	const absent = indicesWhere(amounts, (amount) => amount === null);
	const unitsOf = (members: readonly number[]) => (isUnit ? new Set(members) : null);
	return [
		...sizes.map((size, i): LegendClass => {
			const above = sizes[i - 1] ?? -1;
			const members = indicesWhere(
				amounts,
				(amount) => amount !== null && amount > above && amount <= size
			);
			return {
				label: `up to ${formatCount(size)} ${things}`,
				short: formatCount(size),
				symbol: { kind: 'circle', colour: CIRCLE_COLOUR, radius: circleRadius(size, largest) },
				count: members.length,
				units: unitsOf(members)
			};
		}),
		...(absent.length > 0
			? [
					{
						label: 'Not published: no circle',
						short: 'none',
						symbol: { kind: 'no-data' as const },
						count: absent.length,
						units: unitsOf(absent)
					}
				]
			: [])
	];
}

/** Round amounts that the circles of the legend stand for, up to the largest. */
function roundAmounts(largest: number): number[] {
	const power = 10 ** Math.floor(Math.log10(largest));
	const top = Math.ceil(largest / (power / 2)) * (power / 2);
	return (top / power) % 1.5 === 0 ? [top / 3, (top / 3) * 2, top] : [top / 4, top / 2, top];
}
