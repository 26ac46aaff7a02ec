/** JSON of other programs: a list of objects, wherever it stands, or rows under names of columns. */
import { cellOf } from '../../../text/cells.ts';
import type { Content } from '../content.ts';
import { POSITION_TARGETS } from '../columns.ts';
import { headingScore, targetOf } from '../headings.ts';
import { ImportError } from '../import-error.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { tableOf, tooManyColumns, tooManyRows, type ImportTable } from '../table.ts';
import { withOsmColumns } from './osm-columns.ts';
import { columnsOf } from './properties.ts';

/** Levels that a list of places is looked for in. */
const DEEPEST = 3;

export const recognises = (json: unknown): boolean =>
	socrata(json) !== null || rowsOf(json) !== null || recordsIn(json, 0) !== null;

export function parse({ json }: Content): ImportTable {
	const grid = socrata(json) ?? rowsOf(json);
	if (grid !== null) return tableOf(grid, headingScore, { lineWord: 'entry' });
	const records = recordsIn(json, 0) ?? [];
	if (records.length > LIMITS.rows) throw tooManyRows(records.length);
	const { headings, rows, passedOver } = withOsmColumns(columnsOf(records));
	if (headings.length === 0) {
		throw new ImportError(
			'This JSON holds a list whose entries say nothing that a cell can hold.',
			'Turn it into CSV, and bring that.'
		);
	}
	return {
		headings,
		rows,
		lines: rows.map((_, at) => at + 1),
		lineWord: 'entry',
		notes:
			passedOver > 0
				? ['Members that hold lists of things, or are nested deeply, were passed over.']
				: []
	};
}

/** The longest list of objects in a value; null where there is none. */
function recordsIn(value: unknown, depth: number): Json[] | null {
	if (Array.isArray(value)) {
		return value.length > 0 && value.every(isRecord) ? list(value) : null;
	}
	if (!isObject(value) || depth === DEEPEST) return null;
	const keyed = recordsByKey(value);
	if (keyed !== null) return keyed;
	const found = Object.entries(value).map(
		([name, inner]) => [name, recordsIn(inner, depth + 1)] as const
	);
	const longest = (lists: typeof found) =>
		lists.reduce<Json[] | null>(
			(best, [, one]) => ((one?.length ?? 0) > (best?.length ?? 0) ? one : best),
			null
		);
	const others = found.filter(([name]) => !ABOUT.test(name));
	// Of a whole database the places are wanted, and not its users.
	return longest(others.filter(([, one]) => saysWhere(one))) ?? longest(others) ?? longest(found);
}

/** Fields that say where a place is. */
const WHERE: ReadonlySet<string> = new Set(['postcode', 'address', ...POSITION_TARGETS]);
const saysWhere = (records: readonly Json[] | null): boolean => {
	const [first] = records ?? [];
	if (!first) return false;
	const { headings } = columnsOf([first]);
	return headings.some((heading) => WHERE.has(targetOf(heading)?.target ?? ''));
};

/** Objects under a name of their own each, as databases give them: `{"v1": {…}, "v2": {…}}`. */
function recordsByKey(value: Json): Json[] | null {
	const inner = Object.values(value);
	if (inner.length < 2 || !inner.every(isRecord)) return null;
	const [first = {}, ...others] = list(inner);
	const names = Object.keys(first);
	// Records say the same things; parts of a file ("meta", "view") say each their own.
	const shared = names.filter((name) => others.every((other) => Object.hasOwn(other, name)));
	return shared.length >= 2 && shared.length * 2 >= names.length ? list(inner) : null;
}

/** Lists of what the columns are, which a short list of places must not lose against. */
const ABOUT = /^(fields|columns|schema|facets?|links)$/i;

const isRecord = (value: unknown): boolean => isObject(value) && Object.keys(value).length > 0;

/** A list of lists of cells, the first being headings. */
function rowsOf(json: unknown): string[][] | null {
	if (!Array.isArray(json) || json.length < 2 || !json.every(Array.isArray)) return null;
	const [first] = json as unknown[][];
	return first?.length && first.every((cell) => typeof cell === 'string')
		? (json as unknown[][]).slice(0, LIMITS.rows + 2).map((row) => row.map(cellOf))
		: null;
}

/** What the portals of Socrata give: rows without names, and what is known of the columns. */
function socrata(json: unknown): string[][] | null {
	const columns = list(object(object(object(json)['meta'])['view'])['columns']);
	const rows = object(json)['data'];
	if (columns.length === 0 || !Array.isArray(rows)) return null;
	const shown = columns
		.map((column, at) => ({ at, name: cellOf(column['name']), field: cellOf(column['fieldName']) }))
		.filter(({ field }) => !field.startsWith(':'));
	// Each row is made as wide as these.
	if (shown.length > LIMITS.columns) throw tooManyColumns(shown.length);
	return [
		shown.map(({ name }) => name),
		...rows
			.slice(0, LIMITS.rows + 1)
			.map((row: unknown) =>
				shown.map(({ at }) => (Array.isArray(row) ? said((row as unknown[])[at]) : ''))
			)
	];
}

/** A cell; a position is a list of an address, a latitude and a longitude. */
function said(value: unknown): string {
	if (!Array.isArray(value)) return cellOf(value);
	const [, latitude, longitude] = value as unknown[];
	return cellOf(latitude) !== '' && cellOf(longitude) !== ''
		? `${cellOf(latitude)}, ${cellOf(longitude)}`
		: '';
}
