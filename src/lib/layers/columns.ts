/** Columns of the table that many layers make. */
import { ABSENCE_TEXT, numberOf, type Value } from '../facts/value.ts';
import { formatCount } from '../text/format.ts';
import type { TableColumn } from './layer.ts';

interface Heading {
	id: string;
	label: string;
	description: string;
}

/** A column of numbers that are there for every unit. */
export function numberColumn(
	heading: Heading,
	values: readonly number[],
	format: (value: number) => string = formatCount
): TableColumn {
	return {
		...heading,
		align: 'end',
		values,
		format: (value) => (typeof value === 'number' ? format(value) : '')
	};
}

/**
 * A column of values that may be estimates or not be there. Each cell says what it is;
 * sorting goes by the number, and what has none comes last.
 */
export function valueColumn(
	heading: Heading,
	values: readonly Value[],
	format: (value: number) => string = formatCount
): TableColumn {
	return {
		...heading,
		align: 'end',
		values: values.map(numberOf),
		statuses: values.map(({ kind }) => kind),
		format: (value, status) => {
			if (typeof value === 'number')
				return status === 'estimate' ? `${format(value)} (est.)` : format(value);
			return status && status !== 'value' && status !== 'estimate' ? ABSENCE_TEXT[status] : '';
		}
	};
}

/** A column of texts. */
export function textColumn(heading: Heading, values: readonly string[]): TableColumn {
	return {
		...heading,
		align: 'start',
		values,
		format: (value) => (typeof value === 'string' ? value : '')
	};
}

/** Sum of LSOA values over each unit's members. */
export function sumByUnit(
	members: readonly (readonly number[])[],
	values: readonly number[]
): number[] {
	return members.map((areas) => areas.reduce((sum, area) => sum + (values[area] ?? 0), 0));
}

/** Indices of the values that pass a test. */
export function indicesWhere<T>(values: readonly T[], test: (value: T) => boolean): number[] {
	const found: number[] = [];
	values.forEach((value, i) => {
		if (test(value)) found.push(i);
	});
	return found;
}
