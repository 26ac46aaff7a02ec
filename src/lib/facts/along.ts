/** Columns of national tables along the spine of their areas: how tables meet each other. */
import { Spine } from '../areas/spine.ts';
import { kept } from './kept.ts';
import { numbers, optionalNumbers, strings, type Column, type Table } from './table.ts';

/** The spine that a national list of areas is, in the order of its rows; made once a table. */
export function spineOf(areas: Table, key: string): Spine {
	return kept(areas, `spine\0${key}`, () => new Spine(key, strings(areas, key)));
}

/** A numeric column, every area with a number. Throws where one has none, or is not there. */
export function numbersAlong(spine: Spine, table: Table, name: string): readonly number[] {
	return along(spine, table, numbers(table, name));
}

/** A numeric column; null for an area without a number, or that the table hasn't. */
export function optionalNumbersAlong(
	spine: Spine,
	table: Table,
	name: string
): readonly (number | null)[] {
	return spine.alongOrNull(strings(table, spine.key), optionalNumbers(table, name));
}

/** A text column, every area with a text. Throws where one has none, or is not there. */
export function stringsAlong(spine: Spine, table: Table, name: string): readonly string[] {
	return along(spine, table, strings(table, name));
}

/** A column of any type. Throws where an area is not in the table. */
export function columnAlong(spine: Spine, table: Table, name: string): Column {
	const found = table.columns[name];
	if (!found) throw new Error(`${table.dataset ?? 'the table'} has no column "${name}"`);
	return { type: found.type, values: along(spine, table, found.values) };
}

function along<T>(spine: Spine, table: Table, values: readonly T[]): readonly T[] {
	try {
		return spine.along(strings(table, spine.key), values);
	} catch (cause) {
		const where = table.dataset === undefined ? '' : `${table.dataset}: `;
		throw new Error(`${where}${(cause as Error).message}`, { cause });
	}
}
