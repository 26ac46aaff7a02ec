/**
 * What a column was taken for, how sure that is, and why: what the page shows before anything
 * is brought, and what the command line prints.
 */
import { visible } from '../../text/visible.ts';
import type { Target } from './columns.ts';

/**
 * `sure`: heading and contents agree. `guessed`: likely, and marked as a guess. `ask`: more than
 * one thing may be meant, and nothing is brought until the reader has said which.
 */
export type Confidence = 'sure' | 'guessed' | 'ask';

export interface ColumnReading {
	/** Its place among the columns of the table. */
	column: number;
	/** What it is taken for until the reader says otherwise; null where it is not used. */
	field: Target | null;
	confidence: Confidence;
	/** In a sentence, for the reader. */
	why: string;
	/** Up to three different cells, as they are shown. */
	samples: string[];
	/** What else it may be, the likeliest first; null stands for "not used". Empty where nothing else is likely. */
	alternatives: (Target | null)[];
}

const SAMPLES = 3;
/** Rows that are looked through for samples, and characters of one that are shown. */
const LOOK = 200;
const LONGEST = 80;

/** Up to three different cells of a column that say something, as they are shown. */
export function samplesOf(column: number, rows: readonly (readonly string[])[]): string[] {
	const found = new Set<string>();
	for (const row of rows.slice(0, LOOK)) {
		const text = visible(row[column] ?? '').trim();
		const cell = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
		if (cell !== '') found.add(cell);
		if (found.size === SAMPLES) break;
	}
	return [...found];
}

/** The columns that the reader has to decide on before anything is brought. */
export const openQuestions = (
	readings: readonly ColumnReading[],
	settled: ReadonlySet<number> = new Set()
): ColumnReading[] =>
	readings.filter(({ confidence, column }) => confidence === 'ask' && !settled.has(column));
