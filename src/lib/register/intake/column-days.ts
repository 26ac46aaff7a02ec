/**
 * What only a whole column tells: whether its dates are written month first, as in the United States,
 * and which times of two columns are the opening and closing of one day.
 */
import { formatNames } from '../../text/format.ts';
import { plainWords } from './columns.ts';
import { daysInHeading } from './days-in-heading.ts';
import { shownHeading, type ImportTable } from './table.ts';

/** "06/21/2016", with or without a time. */
const NUMBERS = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:[ T,].*)?$/;
/** Share of a column's cells that must be such dates. */
const MOST = 0.6;
/** The months, and days of the shortest month that may be taken for them. */
const MONTHS = 12;

/** A table with its dates and times as they are read elsewhere, and notes on what was understood. */
export const withDays = (table: ImportTable): ImportTable => withOpenings(withMonthFirst(table));

function withMonthFirst(table: ImportTable): ImportTable {
	const american = new Map<number, string>();
	const mixed: string[] = [];
	table.headings.forEach((heading, column) => {
		const cells = table.rows.flatMap((row) => row[column]?.trim() || []);
		const dates = cells.flatMap((cell) => {
			const [, first, second] = NUMBERS.exec(cell) ?? [];
			return first === undefined ? [] : [{ cell, first: Number(first), second: Number(second) }];
		});
		if (dates.length === 0 || dates.length < cells.length * MOST) return;
		const monthFirst = dates.find(({ first, second }) => second > MONTHS && first <= MONTHS);
		const dayFirst = dates.find(({ first, second }) => first > MONTHS && second <= MONTHS);
		if (monthFirst && dayFirst) {
			mixed.push(
				`The dates of “${shownHeading(heading)}” are written in two ways, “${dayFirst.cell}” and “${monthFirst.cell}”. Those that may be either are read with the day first: look at them.`
			);
		} else if (monthFirst) american.set(column, monthFirst.cell);
	});
	if (american.size === 0) {
		return mixed.length === 0 ? table : { ...table, notes: [...table.notes, ...mixed] };
	}
	const names = [...american].map(
		([column, cell]) => `“${shownHeading(table.headings[column] ?? '')}” (such as ${cell})`
	);
	return {
		...table,
		rows: table.rows.map((row) =>
			row.map((cell, column) => (american.has(column) ? withDayKnown(cell) : cell))
		),
		notes: [
			...table.notes,
			`The month stands first in the dates of ${formatNames(names)}, as in the United States: they were read so.`,
			...mixed
		]
	};
}

function withDayKnown(cell: string): string {
	const [, month, day, year = ''] = NUMBERS.exec(cell.trim()) ?? [];
	if (month === undefined || day === undefined || Number(month) > MONTHS) return cell;
	const full = year.length === 2 ? `20${year}` : year;
	return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const OPENS = /\b(open|opens|opening|from|start|starts)\b/;
const CLOSES = /\b(close|closes|closing|closed|to|until|end|ends|finish)\b/;
/** Days of the week that must have both columns, lest a column of something else is taken. */
const DAYS = 2;

function withOpenings(table: ImportTable): ImportTable {
	if (table.given) return table;
	const of = table.headings.map((heading, column) => {
		const words = plainWords(heading);
		return {
			column,
			day: daysInHeading(heading),
			opens: OPENS.test(words),
			closes: CLOSES.test(words)
		};
	});
	const pairs = new Map<number, { closes: number; day: string }>();
	for (const { column, day, opens } of of) {
		const closing = of.find((one) => one.day === day && one.closes && !one.opens);
		if (day !== null && opens && closing) pairs.set(column, { closes: closing.column, day });
	}
	if (pairs.size < DAYS) return table;
	const dropped = new Set([...pairs.values()].map(({ closes }) => closes));
	const kept = table.headings.map((_, column) => column).filter((column) => !dropped.has(column));
	return {
		...table,
		headings: kept.map((column) => pairs.get(column)?.day ?? table.headings[column] ?? ''),
		rows: table.rows.map((row) =>
			kept.map((column) => {
				const pair = pairs.get(column);
				const cell = row[column] ?? '';
				return pair ? span(cell.trim(), (row[pair.closes] ?? '').trim()) : cell;
			})
		),
		notes: [
			...table.notes,
			'The columns of opening and closing times were put together, one for each day of the week.'
		]
	};
}

const span = (opens: string, closes: string): string =>
	opens !== '' && closes !== '' && opens !== closes ? `${opens}–${closes}` : opens || closes;
