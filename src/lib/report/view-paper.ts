/** What a map shows as a paper: its findings, the chosen area, its classes, and the rows that lead. */
import { LEVELS } from '../areas/region.ts';
import { PLACE_COLUMNS } from '../areas/place-columns.ts';
import { columnsOf, type Column, type Document, type Table } from '../document/document.ts';
import type { TableColumn, TableValue } from '../layers/layer.ts';
import { capitalise, formatCount } from '../text/format.ts';
import { captionOf } from '../view/shown.ts';
import { basisOf, type View, type ViewSelection } from '../view/view.ts';
import { actionsTable, firstRows } from './paper.ts';
import { saidOf, type Said } from './said.ts';
import { tableDocument } from './view-document.ts';

/** Columns of the rows that fit beside one another on a page. */
const MOST_COLUMNS = 6;

/** A paper on what a map shows, and on the area that is chosen on it. */
export function viewPaper(view: View, said: Said, chosen: ViewSelection | null): Document {
	const basis = basisOf(view);
	const caption = `${captionOf(view)}, ${view.regionName}`;
	return {
		...tableDocument(view, said),
		...saidOf(said),
		title: chosen ? `${chosen.selection.name}: ${caption}` : caption,
		sentences: [...view.findings.map(({ text }) => text), ...(basis === '' ? [] : [basis])],
		tables: [
			...(chosen ? [detailsTable(chosen)] : []),
			...classesTable(view),
			firstRows(leadingRows(view)),
			actionsTable()
		]
	};
}

/** All that the page says of the chosen area. */
const detailsTable = ({ details }: ViewSelection): Table => ({
	title: `${details.name}, ${details.level}`,
	columns: columnsOf(['What', 'Figure', 'Of when, and how']),
	rows: details.rows.map(({ label, value, note }) => [label, value, note ?? ''])
});

/** How many areas are in each class of the map. */
function classesTable({ legends: [first] }: View): Table[] {
	if (!first) return [];
	const { title, counted, classes, note } = first.legend;
	return [
		{
			title,
			columns: columnsOf(['Class', capitalise(counted)]),
			rows: classes.map(({ label, count }) => [label, count]),
			...(note !== null && { notes: [note] })
		}
	];
}

/** The rows in the order in which the table opens. */
function leadingRows(view: View): Table {
	const { units, layers, columns, sortedBy } = view;
	const main = layers[0]?.contribution.columns ?? [];
	const places: readonly string[] = Object.values(PLACE_COLUMNS);
	const shown = [
		...columns.filter(({ id }) => places.includes(id)),
		...main.filter(({ id }) => !places.includes(id))
	].slice(0, MOST_COLUMNS);
	const sorting = columns.find(({ id }) => id === sortedBy.column);
	const order = inOrder(sorting, sortedBy.descending);
	return {
		title: `${capitalise(LEVELS[units.level].many)}, sorted by ${sorting?.label.toLowerCase() ?? 'name'}, ${sortedBy.descending ? 'highest' : 'lowest'} first`,
		columns: shown.map(({ label, description, align }): Column => ({
			label,
			about: description,
			...(align === 'end' && { isFigure: true })
		})),
		rows: [...units.codes.keys()]
			.sort(order)
			.map((unit) =>
				shown.map(({ values, statuses, format }) => format(values[unit] ?? null, statuses?.[unit]))
			),
		notes: [`There are ${formatCount(units.count)} ${LEVELS[units.level].many} in all.`]
	};
}

/** As the table has it: what is not known comes last, either way. */
function inOrder(column: TableColumn | undefined, descending: boolean) {
	const keyOf = (unit: number): TableValue => column?.values[unit] ?? null;
	return (a: number, b: number): number => {
		const [first, second] = [keyOf(a), keyOf(b)];
		if (first === null || second === null) return Number(first === null) - Number(second === null);
		const way =
			typeof first === 'number' && typeof second === 'number'
				? first - second
				: String(first).localeCompare(String(second), 'en-GB');
		return descending ? -way : way;
	};
}
