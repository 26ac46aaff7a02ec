/** What differs between two dumps, in few words. */
import { ALL, type PathHash } from './committed.ts';
import { fromLine, type FigureRow } from './row.ts';

const MOST_PATHS = 60;
const MOST_ROWS = 40;

export interface Difference {
	gone: string[];
	come: string[];
}

/** Lines of one sorted list that the other lacks, each as often as it lacks it. */
export function differ(before: readonly string[], after: readonly string[]): Difference {
	const gone: string[] = [];
	const come: string[] = [];
	let i = 0;
	let j = 0;
	while (i < before.length || j < after.length) {
		const old = before[i];
		const fresh = after[j];
		if (old === fresh) {
			i++;
			j++;
		} else if (fresh === undefined || (old !== undefined && old < fresh)) {
			gone.push(old ?? '');
			i++;
		} else {
			come.push(fresh);
			j++;
		}
	}
	return { gone, come };
}

/** Which paths have other rows than before, one line each; none where all is the same. */
export function differentPaths(
	before: ReadonlyMap<string, PathHash>,
	after: ReadonlyMap<string, PathHash>
): string[] {
	const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => path !== ALL);
	return paths.flatMap((path) => {
		const old = before.get(path);
		const fresh = after.get(path);
		if (old?.hash === fresh?.hash) return [];
		if (!old) return [`new: ${path} (${fresh?.rows} rows)`];
		if (!fresh) return [`gone: ${path} (${old.rows} rows)`];
		return [`changed: ${path} (${old.rows} rows, now ${fresh.rows})`];
	});
}

const placeOf = ({ path, heading, row, column, source }: FigureRow) =>
	[path, heading, row, column, source].join('\t');

const describe = ({ path, heading, row, column }: FigureRow): string =>
	[path, heading, row, column].filter(Boolean).join(' | ');

/**
 * Rows that went and came, those of one place together: "address | heading | row | column: 1.2, now
 * 1.3", with how many more there are.
 */
export function describeRows({ gone, come }: Difference): string[] {
	const fresh = new Map<string, string[]>();
	for (const line of come) {
		const row = fromLine(line);
		const texts = fresh.get(placeOf(row)) ?? [];
		fresh.set(placeOf(row), [...texts, row.text]);
	}
	const lines = gone.map((line) => {
		const row = fromLine(line);
		const now = fresh.get(placeOf(row))?.shift();
		return `${describe(row)}: ${row.text}, ${now === undefined ? 'now not there' : `now ${now}`}`;
	});
	for (const line of come) {
		const row = fromLine(line);
		const left = fresh.get(placeOf(row)) ?? [];
		const at = left.indexOf(row.text);
		if (at < 0) continue;
		left.splice(at, 1);
		lines.push(`${describe(row)}: ${row.text}, new`);
	}
	return cut(lines, MOST_ROWS, 'rows');
}

/** The first of some lines, and how many more there are. */
export function cut(lines: readonly string[], most = MOST_PATHS, of = 'paths'): string[] {
	if (lines.length <= most) return [...lines];
	return [...lines.slice(0, most), `… and ${lines.length - most} more ${of}`];
}

/**
 * The rows of a sample that a dump lacks, with the rows that are at their places now. The sample
 * says nothing of rows that it doesn't hold, so rows that merely came are left out.
 */
export function missingOf(sample: readonly string[], lines: readonly string[]): Difference {
	const there = new Set(lines);
	const gone = sample.filter((line) => !there.has(line));
	const places = new Set(gone.map((line) => placeOf(fromLine(line))));
	const known = new Set(sample);
	const come = lines.filter((line) => places.has(placeOf(fromLine(line))) && !known.has(line));
	return { gone, come };
}
