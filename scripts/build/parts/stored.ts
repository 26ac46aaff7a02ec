/** The parts of the stored measures (indicators/stored-measures.ts), from their entries alone. */
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import type { Spine } from '../../../src/lib/areas/spine.ts';
import { optionalNumbersAlong } from '../../../src/lib/facts/along.ts';
import { kept } from '../../../src/lib/facts/kept.ts';
import type { Table } from '../../../src/lib/facts/table.ts';
import { EDITIONS } from '../../../src/lib/facts/editions.ts';
import { isPlaceColumn, PLACE_COLUMNS } from '../../../src/lib/areas/place-columns.ts';
import {
	editionsOfMeasure,
	partOfMeasure,
	percentOf,
	STORED_MEASURES,
	type StoredMeasure
} from '../../../src/lib/indicators/stored-measures.ts';
import { weightedMean } from '../../../src/lib/stats/weighted.ts';
import { shortened } from '../../../src/lib/text/shortened.ts';
import type { PartBuilder } from '../part.ts';
import { residentsAlong } from '../residents.ts';

/** The part of some measures that share one, in the order given, with England's figures beside. */
export function storedPart(
	measures: readonly [StoredMeasure, ...StoredMeasure[]]
): PartBuilder<FactsPart> {
	const [first] = measures;
	const part = partOfMeasure(first);
	const [edition] = editionsOfMeasure(first);
	const other = measures.find(({ key }) => key !== first.key);
	checkNames(part, measures);
	if (edition === undefined || other) {
		throw new Error(`part "${part}": ${other?.id ?? first.id} is of other neighbourhoods`);
	}
	const { vintage } = EDITIONS[edition];
	return {
		part,
		async build({ geodata, selection }): Promise<FactsPart> {
			const columns: Record<string, FactsColumn> = {};
			const england: Record<string, number> = {};
			for (const measure of measures) {
				const table = await geodata.table(measure.dataset);
				const selected = selection[vintage];
				const counts = measure.counts && countsOf(measure, measure.counts, selected.spine, table);
				const values = counts ? counts.shares : columnOf(measure, selected.spine, table);
				const residents = await residentsAlong(geodata, selected.spine, edition);
				if (measure.counts && counts) {
					columns[measure.counts] = withReasons(measure, selected.cut(counts.numbers));
				} else columns[measure.column] = sliceOf(measure, selected.cut(values));
				const weights = weightsOf(measure, selected.spine, table, values);
				if (measure.of && weights) {
					const of = selected.cut(weights);
					columns[measure.of.column] = measure.counts
						? withReasons(measure, of)
						: { values: [...of] };
				}
				// All of them are England's, and so the same for every region.
				const figures = kept(table, `england\0${JSON.stringify(measure)}`, () =>
					englandOf(measure, values, residents, weights ?? residents)
				);
				Object.assign(england, figures);
			}
			return {
				kind: 'facts',
				part,
				vintage,
				level: 'lsoa',
				datasets: [...new Set(measures.map(({ dataset }) => dataset))],
				columns,
				england
			};
		}
	};
}

/** The parts of all stored measures. */
export const storedParts: readonly PartBuilder<FactsPart>[] = partsFor(STORED_MEASURES);

/** The parts of some measures: those that name the same part share it. */
export function partsFor(measures: readonly StoredMeasure[]): PartBuilder<FactsPart>[] {
	const byPart = new Map<string, [StoredMeasure, ...StoredMeasure[]]>();
	for (const measure of measures) {
		const beside = byPart.get(partOfMeasure(measure));
		if (beside) beside.push(measure);
		else byPart.set(partOfMeasure(measure), [measure]);
	}
	return [...byPart.values()].map(storedPart);
}

/** Throws where measures of a part would put different numbers under one name. */
function checkNames(part: string, measures: readonly StoredMeasure[]): void {
	const taken = new Map<string, string>();
	for (const { id, dataset, column, counts, of } of measures) {
		for (const [name, is] of [
			[counts ?? column, `of measure "${id}"`],
			...(of ? [[of.column, `the denominator of ${dataset}`] as const] : [])
		] as const) {
			if ((taken.get(name) ?? is) !== is) {
				throw new Error(
					`part "${part}": column "${name}" is both ${taken.get(name)} and ${is}; leave out \`part\` in one of the entries of stored-measures.ts, or name another column`
				);
			}
			taken.set(name, is);
		}
	}
}

/** England's numbers of a measure, null where the table has none. Throws where it isn't as the entry says. */
function columnOf(
	{ id, dataset, column }: Pick<StoredMeasure, 'id' | 'dataset' | 'column'>,
	spine: Spine,
	table: Table
): readonly (number | null)[] {
	if (isPlaceColumn(column)) {
		throw new Error(
			`measure "${id}": a column "${column}" would be taken for one that every table has (${Object.values(PLACE_COLUMNS).join(', ')}); name it otherwise in ${dataset}`
		);
	}
	try {
		const values = optionalNumbersAlong(spine, table, column);
		if (values.some((value) => value !== null)) return values;
		throw new Error(`${dataset}, column "${column}": has no numbers`);
	} catch (cause) {
		throw new Error(`measure "${id}": ${(cause as Error).message}`, { cause });
	}
}

/** The numbers that a measure is the share of, and the shares in percent; null where there is none. */
function countsOf(
	{ id, dataset, of }: StoredMeasure,
	counts: string,
	spine: Spine,
	table: Table
): { numbers: readonly (number | null)[]; shares: (number | null)[] } {
	if (!of)
		throw new Error(`measure "${id}": its \`counts\` are a share of nothing; give it \`of\``);
	const numbers = columnOf({ id, dataset, column: counts }, spine, table);
	const all = columnOf({ id, dataset, column: of.column }, spine, table);
	const shares = numbers.map((count, row) => percentOf(count, all[row] ?? null));
	return { numbers, shares };
}

/** What a measure is a share or a mean of, if not residents. Throws where a value has none. */
function weightsOf(
	{ id, dataset, column, of }: StoredMeasure,
	spine: Spine,
	table: Table,
	values: readonly (number | null)[]
): readonly (number | null)[] | null {
	if (!of) return null;
	const weights = columnOf({ id, dataset, column: of.column }, spine, table);
	values.forEach((value, row) => {
		const weight = weights[row] ?? -1;
		if (value !== null && weight < 0) {
			throw new Error(
				`measure "${id}": ${dataset} has a ${column} for ${spine.codes[row]}, but no "${of.column}" of 0 or more that it could be of; give it one, or leave out \`of\``
			);
		}
	});
	return weights;
}

/** A region's values as a part has them: rounded, and why there is none. */
function sliceOf(
	{ decimals, of, nulls = 'missing' }: StoredMeasure,
	values: readonly (number | null)[]
): FactsColumn {
	const own = values.map((value) =>
		value === null ? null : shortened(value, decimals, of ? 3 : 1)
	);
	return withReasons({ nulls }, own);
}

/** Values, and by position why there is none. */
function withReasons(
	{ nulls = 'missing' }: Pick<StoredMeasure, 'nulls'>,
	values: readonly (number | null)[]
): FactsColumn {
	const absent = values.flatMap((value, i) => (value === null ? [[i, nulls] as const] : []));
	return {
		values: [...values],
		...(absent.length > 0 ? { status: Object.fromEntries(absent) } : {})
	};
}

/** England's mean, and what its classes and sentences need: fifths and the middle, or who lives far. */
function englandOf(
	{ column, decimals, of, bounds, from, worse }: StoredMeasure,
	values: readonly (number | null)[],
	residents: readonly number[],
	weights: readonly (number | null)[]
): Record<string, number> {
	const known = values.flatMap((value, row) =>
		value === null ? [] : [{ value, people: residents[row] ?? NaN, weight: weights[row] ?? NaN }]
	);
	const people = known.map((one) => one.people);
	const sorted = known.map(({ value }) => value).sort((a, b) => a - b);
	const england: Record<string, number> = {
		[`${column}_mean`]:
			weightedMean(
				known.map(({ value }) => value),
				known.map(({ weight }) => weight)
			) ?? NaN
	};
	if (!bounds || !from) {
		for (const fifth of [1, 2, 3, 4]) {
			// The first value of the next fifth, so that a fifth is below its bound.
			const bound = sorted[Math.round((fifth * sorted.length) / 5)] ?? NaN;
			england[`${column}_fifth_${fifth}`] = shortened(bound, decimals, of ? 3 : 1);
		}
		england[`${column}_median`] = sorted[Math.floor(sorted.length / 2)] ?? NaN;
	}
	if (from) {
		const far = ({ value }: { value: number }) =>
			worse === 'lower' ? value <= from.value : value >= from.value;
		const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
		england[`${column}_far_share`] = sum(known.filter(far).map((one) => one.people)) / sum(people);
	}
	return england;
}
