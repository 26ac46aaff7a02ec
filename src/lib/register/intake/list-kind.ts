/** The kind of all places of a list of which no column says it. */
import type { ColumnReading } from './column-reading.ts';
import type { Mapping } from './columns.ts';
import { readKind, type KindReading } from './kind-words.ts';
import { readColumns } from './recognise.ts';
import type { ImportTable } from './table.ts';

/** Rows whose kinds are looked at. */
const ENOUGH = 200;

/**
 * What each column of a list is taken for. Where the heading over the names or the file says what all places
 * are, a column of kinds of which no word is known ("LAL", "Type B") is not asked about. `areas` are plain
 * names of areas that the region knows.
 */
export function columnsOfList(
	{ headings, rows, given }: ImportTable,
	areas: ReadonlySet<string>,
	fileName: string
): readonly ColumnReading[] {
	const readings = readColumns(headings, rows, { areas, ...(given && { given }) });
	const kinds = readings.find(({ field }) => field === 'kind');
	if (!kinds) return readings;
	const mapping = readings.map(({ field }) => (field === 'kind' ? null : field));
	if (kindOfList(headings, mapping, fileName) === null) return readings;
	const words = new Set(rows.slice(0, ENOUGH).map((row) => (row[kinds.column] ?? '').trim()));
	words.delete('');
	if (words.size === 0 || [...words].some((word) => readKind(word) !== null)) return readings;
	return readings.map((one) =>
		one === kinds
			? {
					...one,
					field: null,
					confidence: 'guessed',
					why: 'None of its words is a kind that we know, and the list is called after a kind.',
					alternatives: ['kind']
				}
			: one
	);
}

/** Words that any list may have over its names. */
const ANY =
	/^((other |community )?(venue|service|hub|support)|other|misc|miscellaneous|various|not listed)s?( name)?$/i;
/** What is held somewhere is a service, of whatever kind its venue is. */
const HELD_THERE = /^(session|activit(y|ie)|class(e)?|course|event|group|club)s?( name| title)?$/i;

/**
 * What the heading over the names calls them ("GP practice", "Warm space"), or else the file ("food banks
 * 2025.csv"); null where a column says the kind, or neither names one: then it is asked.
 */
export function kindOfList(
	headings: readonly string[],
	mapping: Mapping,
	fileName: string
): KindReading | null {
	if (mapping.includes('kind')) return null;
	const texts = [
		(headings[mapping.indexOf('name')] ?? '').replace(/[_\s]?name$/i, ''),
		fileName.replace(/\.\w{2,8}$/, '')
	];
	for (const text of texts) {
		const words = text.replace(/[_\d-]+/g, ' ').trim();
		if (HELD_THERE.test(words)) return { kind: 'other-service', subkind: null };
		const read = ANY.test(words) ? null : readKind(words);
		if (read?.exact === true) return { kind: read.kind, subkind: read.subkind };
	}
	return null;
}
