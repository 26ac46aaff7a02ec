/** What a comparison comes to, in sentences: read before the table. */
import { numberOf } from '../facts/value.ts';
import { formatList } from '../text/format.ts';
import type { ComparedRow, Comparison } from './comparison.ts';
import type { Topic } from './rows.ts';

/** How the two of a pair differ: what is clear, and what is too close to call. */
export interface Differences {
	/** Name of the area that is held against the first. */
	name: string;
	clear: { label: string; text: string }[];
	/** Labels of the rows. */
	close: string[];
	/** Those of which one of the two has a figure. */
	notComparable: string[];
}

/** How each area differs from the first, in the order of the rows. */
export function differencesOf({ areas, topics }: Comparison): Differences[] {
	const [first, ...others] = areas;
	if (!first) return [];
	const rows = topics.flatMap((topic) => topic.rows);
	return others.map(({ name }, i) => {
		const at = i + 1;
		const where = (kind: string) => rows.filter((row) => row.cells[at]?.verdict?.kind === kind);
		return {
			name,
			clear: where('clear').map((row) => ({
				label: row.label,
				text: pair(row, at, first.name, name)
			})),
			close: where('close').map(({ label }) => label),
			notComparable: where('none')
				.filter(hasFigure)
				.map(({ label }) => label)
		};
	});
}

/** Whether any of the areas has a figure in a row: towns have none of what is published by district. */
export const hasFigure = ({ cells }: ComparedRow): boolean =>
	cells.some(({ value }) => numberOf(value) !== null);

/** A part of the table: the rows of a topic, or the topics in a row of which no area has a figure. */
export interface TablePart {
	topic: Topic;
	title: string;
	rows: readonly ComparedRow[];
}

/** The parts of the table; one without rows has no figure, however many rows would be empty. */
export function tableParts({ topics }: Pick<Comparison, 'topics'>): TablePart[] {
	const parts: TablePart[] = [];
	for (const part of topics) {
		const before = parts.at(-1);
		if (part.rows.some(hasFigure)) parts.push(part);
		else if (before?.rows.length === 0) before.title += ` · ${part.title}`;
		else parts.push({ ...part, rows: [] });
	}
	return parts;
}

/** "41.2% in Great Yarmouth, 30.1% in Lowestoft". */
function pair({ cells }: ComparedRow, at: number, first: string, name: string): string {
	return `${cells[0]?.text ?? ''} in ${first}, ${cells[at]?.text ?? ''} in ${name}`;
}

/** "Great Yarmouth, Lowestoft and Thetford". */
export const titleOf = ({ areas }: Pick<Comparison, 'areas'>): string =>
	formatList(areas.map(({ name }) => name));
