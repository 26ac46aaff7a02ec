/**
 * Columns that say one thing together: the halves of a postcode, a day's tick in each of seven columns.
 * And columns that say one thing several times: "Site 1", "Site 2" are places of their own.
 */
import { formatCount, formatNames } from '../../text/format.ts';
import { readHeading } from './headings.ts';
import { LIMITS } from './limits.ts';
import { shownHeading, tooManyCells, tooManyRows, whereIs, type ImportTable } from './table.ts';

/** A table whose columns are whole, and whose rows are one place each, with notes on what was put together. */
export const withWholeColumns = (table: ImportTable): ImportTable =>
	// A format that says what its columns are has no such columns.
	table.given ? table : withPlacesApart(withTickedDays(withWholePostcodes(table)));

/** Share of the cells of a column that must look alike. */
const MOST = 0.8;

const cellsOf = ({ rows }: ImportTable, column: number): string[] =>
	rows.map((row) => (row[column] ?? '').trim());
/** Rows that are looked at: enough to tell, and as many in a long list as in a short one. */
const ENOUGH = 500;
const sampleOf = ({ rows }: ImportTable, column: number): string[] =>
	rows.slice(0, ENOUGH).map((row) => (row[column] ?? '').trim());
const areMostly = (cells: readonly string[], form: RegExp): boolean => {
	const filled = cells.filter((cell) => cell !== '');
	return (
		filled.length > 0 && filled.filter((cell) => form.test(cell)).length >= filled.length * MOST
	);
};

const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/i;
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/i;

/** "NR2" in one column and "1NF" in the next are one postcode. */
function withWholePostcodes(table: ImportTable): ImportTable {
	const { headings, rows } = table;
	const first = headings.findIndex(
		(_, column) =>
			column + 1 < headings.length &&
			areMostly(sampleOf(table, column + 1), INWARD) &&
			areMostly(sampleOf(table, column), OUTWARD)
	);
	if (first === -1) return table;
	const [outward = '', inward = ''] = headings.slice(first, first + 2);
	const without = (cells: readonly string[], cell: string) => [
		...cells.slice(0, first),
		cell,
		...cells.slice(first + 2)
	];
	return {
		...table,
		headings: without(headings, free('Postcode', headings)),
		rows: rows.map((row) =>
			without(row, `${(row[first] ?? '').trim()} ${(row[first + 1] ?? '').trim()}`.trim())
		),
		notes: [
			...table.notes,
			`The two halves of the postcode, “${shownHeading(outward)}” and “${shownHeading(inward)}”, were put together.`
		]
	};
}

/** A heading that no other column has. */
const free = (heading: string, others: readonly string[]): string =>
	others.includes(heading) ? `${heading} (together)` : heading;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Beginnings of the days that stand over columns: by one letter alone only the order tells them apart. */
const DAY =
	/^(m|mo|mon|tu?|tues?|w|weds?|we|th|thurs?|thu|f|fr|fri|sa?|sat|su|sun|(mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
const TICK = /^([x✓✔☑√•●*]|yes|y|true|1|open)$/i;
const NO_TICK = /^(|no|n|false|0|-|–|—|closed|n\/a)$/i;
/** Days that must stand beside each other, lest two columns of something else are taken. */
const FEWEST = 3;

/** Columns for days that are ticked become one that names the days. */
function withTickedDays(table: ImportTable): ImportTable {
	const { headings } = table;
	const first = headings.findIndex((_, at) => daysFrom(headings, at).length >= FEWEST);
	if (first === -1) return table;
	const days = daysFrom(headings, first);
	const columns = days.map((_, at) => first + at);
	const cells = columns.flatMap((column) => cellsOf(table, column));
	if (!cells.some((cell) => TICK.test(cell))) return table;
	if (!cells.every((cell) => TICK.test(cell) || NO_TICK.test(cell))) return table;
	const inPlace = (row: readonly string[], cell: string) => [
		...row.slice(0, first),
		cell,
		...row.slice(first + days.length)
	];
	return {
		...table,
		headings: inPlace(headings, free('Days', headings)),
		rows: table.rows.map((row) => {
			const ticked = days.filter((_, at) => TICK.test((row[first + at] ?? '').trim()));
			return inPlace(row, ticked.length === DAYS.length ? 'Every day' : formatNames(ticked));
		}),
		notes: [
			...table.notes,
			`The ticks in the columns of days, ${formatNames(columns.map((column) => `“${shownHeading(headings[column] ?? '')}”`))}, were read as the days of the week.`
		]
	};
}

/** The days that headings from one on name, each after the one before. */
function daysFrom(headings: readonly string[], from: number): string[] {
	const found: string[] = [];
	let next = 0;
	for (let at = from; at < headings.length; at++) {
		const words = (headings[at] ?? '')
			.trim()
			.replace(/ \(\d\)$/, '')
			.toLowerCase();
		if (!DAY.test(words)) break;
		const day = DAYS.findIndex(
			(name, place) =>
				place >= next && name.toLowerCase().startsWith(words.replace(/^(tue|wed|thur)s$/, '$1'))
		);
		if (day === -1) break;
		found.push(DAYS[day] ?? '');
		next = day + 1;
	}
	return found;
}

/** "Site 2 postcode", "Venue2", "Postcode 2": a heading with one digit. */
interface Part {
	column: number;
	number: number;
	/** The heading without its number. */
	of: string;
}

function partOf(heading: string, column: number): Part[] {
	const [digit, ...more] = heading.match(/\d+/g) ?? [];
	if (digit === undefined || more.length > 0 || !/^[1-9]$/.test(digit)) return [];
	const of = heading
		.replace(digit, ' ')
		.replace(/[\s_-]+/g, ' ')
		.trim();
	return of === '' ? [] : [{ column, number: Number(digit), of }];
}

/** A row that names several places, each with a postcode of its own, becomes a row for each. */
function withPlacesApart(table: ImportTable): ImportTable {
	const { headings, rows } = table;
	// What a format says of single rows would no longer stand beside them.
	if (table.looks) return table;
	const numbered = headings.flatMap(partOf);
	const isPostcode = ({ column, of }: Part) =>
		readHeading(of).claims[0]?.field === 'postcode' && areMostly(sampleOf(table, column), POSTCODE);
	const numbers = [...new Set(numbered.filter(isPostcode).map(({ number }) => number))].sort(
		(a, b) => a - b
	);
	if (numbers.length < 2 || numbers[0] !== 1) return table;
	// What stands under each number is of that place; "Address line 2" under one alone is not.
	const parts = numbered.filter(
		({ of, number }) =>
			numbers.includes(number) &&
			numbers.every((one) => numbered.some((other) => other.of === of && other.number === one))
	);
	const kinds = [...new Set(parts.map(({ of }) => of))];
	// Two postcodes without anything else may be one of the place and one of whoever runs it.
	if (kinds.length < 2) return table;
	const columnOf = (number: number, of: string): number =>
		parts.find((part) => part.of === of && part.number === number)?.column ?? -1;
	const places = numbers.map((number) => ({
		number,
		columns: kinds.map((of) => columnOf(number, of))
	}));
	const own = places[0]?.columns ?? [];
	const isPart = new Set(parts.map(({ column }) => column));
	const shown = headings
		.map((_, column) => column)
		.filter((column) => !isPart.has(column) || own.includes(column));
	const kindAt = shown.map((column) => own.indexOf(column));
	const apart: { cells: string[]; line: number; name: string }[] = [];
	rows.forEach((row, at) => {
		const said = places.filter(
			({ number, columns }) =>
				number === 1 || columns.some((column) => (row[column] ?? '').trim() !== '')
		);
		if (apart.length + said.length > LIMITS.rows) throw tooManyRows(LIMITS.rows + 1);
		for (const { number, columns } of said) {
			apart.push({
				cells: shown.map((column, place) => row[columns[kindAt[place] ?? -1] ?? column] ?? ''),
				line: table.lines[at] ?? at + 1,
				name: `${whereIs(table, at)}${said.length > 1 ? `, place ${number}` : ''}`
			});
		}
	});
	if (apart.length * shown.length > LIMITS.cells) throw tooManyCells();
	return {
		...table,
		headings: shown.map((column) => {
			const kind = own.indexOf(column);
			return (kind === -1 ? headings[column] : kinds[kind]) ?? '';
		}),
		rows: apart.map(({ cells }) => cells),
		lines: apart.map(({ line }) => line),
		lineNames: apart.map(({ name }) => name),
		notes: [
			...table.notes,
			`A row of this file names up to ${formatCount(numbers.length)} places, in columns that are numbered. Each place came as a row of its own.`
		]
	};
}
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[ABD-HJLNP-UW-Z]{2}$/i;
