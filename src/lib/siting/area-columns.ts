/** What a plan means for each neighbourhood, as columns of the table. */
import { textColumn } from '../layers/columns.ts';
import type { TableColumn, TableValue } from '../layers/layer.ts';
import { weightedQuantile } from '../stats/weighted.ts';
import { groupOf } from '../areas/region.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { beyondWords, isTold, isWithin, journeyCell, OUT_OF_REACH, unitOf } from './journeys.ts';
import { WHO } from './people.ts';
import { costToNearest, type Question } from './question.ts';

export interface AreaColumn extends TableColumn {
	/** By unit, what stands in a file where it isn't the value. */
	inFile?: readonly TableValue[];
}

/** A row each neighbourhood (LSOA): its people, and the median journey to the nearest hub today and proposed. */
export function areaColumns(question: Question, open: readonly number[]): AreaColumn[] {
	const { facts, choice, standing, peopleAtPoint } = question;
	const { areas, points } = facts;
	const unit = unitOf(choice.measure);
	const people = facts.people[choice.who] ?? [];
	const all = [...areas.codes.keys()];
	const medians = (cost: Float64Array) => {
		const costs = all.map((): number[] => []);
		const residents = all.map((): number[] => []);
		points.area.forEach((area, at) => {
			costs[area]?.push(cost[at] ?? Infinity);
			residents[area]?.push(points.residents[at] ?? 0);
		});
		return all.map((area) => weightedQuantile(costs[area] ?? [], residents[area] ?? [], 0.5));
	};
	/** Sorted by how far it is; told as a number up to the last step. */
	const journey = (id: string, label: string, what: string, cost: Float64Array): AreaColumn => {
		const values = medians(cost);
		const words = (value: number) =>
			isTold(value, choice.measure) ? formatDecimal(value) : OUT_OF_REACH;
		return {
			...number(
				id,
				`${label}, ${unit}`,
				`Median journey to the nearest hub ${what}, ${unit} (estimate); ${beyondWords(choice.measure)} is out of reach`,
				values,
				words
			),
			inFile: values.map((value) => journeyCell(value, choice.measure))
		};
	};
	const within = new Float64Array(areas.count);
	const proposed = costToNearest(question, open);
	points.area.forEach((area, at) => {
		const isNear = isWithin(proposed[at] ?? Infinity, choice.reach);
		if (isNear) within[area] = (within[area] ?? 0) + (peopleAtPoint[at] ?? 0);
	});
	const number = (
		id: string,
		label: string,
		description: string,
		values: readonly (number | null)[],
		format: (value: number) => string
	): TableColumn => ({
		id,
		label,
		description,
		align: 'end',
		values,
		format: (value) => (typeof value === 'number' ? format(value) : 'none')
	});
	return [
		textColumn(
			{ id: 'name', label: 'Community', description: 'Community (MSOA)' },
			all.map((area) => groupOf(areas, 'msoa', area).name)
		),
		textColumn(
			{
				id: 'lsoa',
				label: 'Neighbourhood',
				description: 'Official name of the neighbourhood (LSOA)'
			},
			areas.names
		),
		textColumn(
			{ id: 'district', label: 'District', description: 'District, or its part in the region' },
			all.map((area) => groupOf(areas, 'district', area).name)
		),
		textColumn(
			{ id: 'core20', label: 'Core20', description: 'IMD decile 1 or 2 in England' },
			all.map((area) => (facts.core20[area] ? 'Yes' : 'No'))
		),
		textColumn(
			{ id: 'rural', label: 'Rural', description: 'Rural by the classification of 2021' },
			all.map((area) => (facts.rural[area] ? 'Yes' : 'No'))
		),
		number(
			'people',
			WHO[choice.who].title,
			`${WHO[choice.who].title}, ${WHO[choice.who].period}`,
			all.map((area) => people[area] ?? null),
			formatCount
		),
		number(
			'within',
			'Of them within reach',
			'Of them, those with a hub of the plan within reach (estimate)',
			[...within],
			formatCount
		),
		...(question.todayUnknown === null
			? [journey('today', 'Today', 'today', costToNearest(question, standing))]
			: []),
		journey('proposed', 'Proposed', 'of the plan', proposed)
	];
}
