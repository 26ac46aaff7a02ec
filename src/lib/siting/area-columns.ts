/** What a plan means for each neighbourhood, as columns of the table. */
import { textColumn } from '../layers/columns.ts';
import type { TableColumn } from '../layers/layer.ts';
import { groupOf } from '../areas/region.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { WHO } from './people.ts';
import { costToNearest, type Question } from './question.ts';

/** A row each neighbourhood (LSOA): its people, and their mean journey to the nearest hub today and proposed. */
export function areaColumns(question: Question, open: readonly number[]): TableColumn[] {
	const { facts, choice, standing, peopleAtPoint } = question;
	const { areas, points } = facts;
	const unit = choice.measure === 'minutes' ? 'minutes' : 'km';
	const people = facts.people[choice.who] ?? [];
	const all = [...areas.codes.keys()];
	const means = (cost: Float64Array) => {
		const sums = new Float64Array(areas.count);
		const weights = new Float64Array(areas.count);
		points.area.forEach((area, at) => {
			const residents = points.residents[at] ?? 0;
			sums[area] = (sums[area] ?? 0) + residents * (cost[at] ?? Infinity);
			weights[area] = (weights[area] ?? 0) + residents;
		});
		return all.map((area) => {
			const mean = (sums[area] ?? NaN) / (weights[area] ?? NaN);
			return Number.isFinite(mean) ? mean : null;
		});
	};
	const within = new Float64Array(areas.count);
	const proposed = costToNearest(question, open);
	points.area.forEach((area, at) => {
		const isNear = (proposed[at] ?? Infinity) <= choice.reach * (1 + 1e-8);
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
			? [
					number(
						'today',
						`Today, ${unit}`,
						`Mean journey to the nearest hub today, ${unit} (estimate)`,
						means(costToNearest(question, standing)),
						formatDecimal
					)
				]
			: []),
		number(
			'proposed',
			`Proposed, ${unit}`,
			`Mean journey to the nearest hub of the plan, ${unit} (estimate)`,
			means(proposed),
			formatDecimal
		)
	];
}
