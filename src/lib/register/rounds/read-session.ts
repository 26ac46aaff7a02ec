/** A counting sheet, read back: numbers of at least five, and nothing else of what the file holds. */
import { formatCount, formatList } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import { plainWords } from '../intake/columns.ts';
import { ImportError } from '../intake/import-error.ts';
import type { ImportTable } from '../intake/table.ts';
import { columnFinder, refuseNames } from './read-answers.ts';
import { headingOf } from './sheet.ts';
import {
	isTheme,
	LEAST,
	MISSING,
	MOST,
	readSessionText,
	SAID,
	SAID_IDS,
	SESSION,
	sessionText,
	THEMES,
	type Counted,
	type SessionCounts
} from './session-sheet.ts';

export interface SessionsRead {
	sessions: SessionCounts[];
	/** Counts below five, which were not kept. */
	small: number;
	/** Rows that were left out, each with its line and why. */
	problems: string[];
	/** Columns that are not of the sheet; nothing of them was read. */
	passedOver: string[];
}

interface Reading {
	region: { slug: string; name: string };
	/** Name of a place that may be asked about; null where there is none such. */
	nameOf: (id: string) => string | null;
}

const ADVICE = 'Bring the counting sheet that this page made, with numbers in it.';
const COUNTS = [...SAID_IDS, 'missing'] as const;
const headingFor = (what: (typeof COUNTS)[number]) => (what === 'missing' ? MISSING : SAID[what]);

/**
 * Read the table of a counting sheet, or of what was saved of several.
 *
 * @throws ImportError where it is of something else or of another region, or has a column for names
 * of people
 */
export function readSessions(table: ImportTable, { region, nameOf }: Reading): SessionsRead {
	refuseNames(table.headings);
	const words = table.headings.map((heading) => plainWords(heading));
	const columnOf = columnFinder(table.headings);
	const needed = [headingOf('id'), SESSION, ...COUNTS.map(headingFor)];
	const missing = needed.filter((heading) => columnOf(heading) === -1);
	if (missing.length > 0) {
		throw new ImportError(
			`This is not a counting sheet from this site: it has no column ${formatList(missing.map((heading) => `“${heading}”`))}.`,
			ADVICE
		);
	}
	const known = new Set([...needed, headingOf('name')].map((heading) => plainWords(heading)));
	const passedOver = table.headings
		.filter((_, at) => !known.has(words[at] ?? ''))
		.map((heading) => visible(heading.slice(0, 60)));

	const bySession = new Map<string, Map<string, Counted>>();
	const problems: string[] = [];
	let small = 0;
	table.rows.forEach((cells, at) => {
		const cell = (heading: string) => cells[columnOf(heading)]?.trim() ?? '';
		const line = `Row ${formatCount(table.lines[at] ?? at + 2)}`;
		const session = readSessionText(cell(SESSION));
		if (session === null) {
			problems.push(`${line}: the column “${SESSION}” is not as it went out.`);
			return;
		}
		if (session.region !== region.slug) {
			throw new ImportError(
				`This counting sheet is of another region (${session.region}), and this page is of ${region.name}.`,
				'Open the page Places of that region, and bring the file there.'
			);
		}
		const id = cell(headingOf('id'));
		const name = isTheme(id) ? THEMES[id] : nameOf(id);
		if (name === null) {
			problems.push(`${line}: no place that may be asked about has this identifier.`);
			return;
		}
		// Of a place it is asked who uses it, of a theme who misses it; other cells are not read.
		const numbers = COUNTS.map((what) => {
			const text = (what === 'missing') === isTheme(id) ? cell(headingFor(what)) : '';
			return text === '' ? null : /^\d{1,6}$/.test(text) ? Number(text) : NaN;
		});
		// What stands in such a cell may be what somebody said: it is not repeated.
		const wrong = COUNTS.find((_, i) => !((numbers[i] ?? 0) <= MOST));
		if (wrong !== undefined) {
			problems.push(
				`${line}: “${headingFor(wrong)}” is no whole number from 0 to ${MOST}. Only numbers are read.`
			);
			return;
		}
		small += numbers.filter((number) => number !== null && number < LEAST).length;
		const [use = null, would = null, wouldNot = null, gone = null] = numbers.map((number) =>
			number !== null && number >= LEAST ? number : null
		);
		if ([use, would, wouldNot, gone].every((number) => number === null)) return;
		const key = sessionText(session);
		const rows = bySession.get(key) ?? new Map<string, Counted>();
		if (rows.has(id)) {
			problems.push(`${line}: this place stands twice in the sheet; the first row was taken.`);
			return;
		}
		rows.set(id, { id, name, use, would, wouldNot, missing: gone });
		bySession.set(key, rows);
	});
	const sessions = [...bySession]
		.map(([session, rows]) => ({
			session,
			counts: [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
		}))
		.sort((a, b) => (a.session < b.session ? -1 : 1));
	return { sessions, small, problems, passedOver };
}
