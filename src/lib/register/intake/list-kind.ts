/** The kind of all places of a list of which no column says it. */
import type { Mapping } from './columns.ts';
import { readKind, type KindReading } from './kind-words.ts';

/** Words that any list may have over its names. */
const ANY =
	/^((other |community )?(venue|service|hub|support)|other|misc|miscellaneous|various|not listed)s?( name)?$/i;
/** What is held somewhere is a service, of whatever kind its venue is. */
const HELD_THERE = /^(session|activit(y|ie)|class(e)?|course|event)s?( name| title)?$/i;

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
