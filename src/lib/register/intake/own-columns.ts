/**
 * Columns that a program adds of its own: they say who filled in a form, or what an element of a map
 * is, and nothing of the place.
 */
import { plainWords } from './columns.ts';
import { readHeading, type HeadingReading } from './headings.ts';

const PERSON: HeadingReading = { claims: [], other: 'person' };
const OTHER: HeadingReading = { claims: [], other: 'other' };

/** What forms on the web put before the answers, in their order. */
const BEFORE_ANSWERS = /^(id|start time|completion time|last modified time|timestamp)$/;
const RESPONDENT = /^(e ?mail|e ?mail address|username)$/;

/** By the place of the column. */
export function ownColumnsOf(headings: readonly string[]): ReadonlyMap<number, HeadingReading> {
	const words = headings.map(plainWords);
	const own = new Map<number, HeadingReading>();
	const isTimed = words.includes('start time') && words.includes('completion time');
	if (isTimed || words[0] === 'timestamp') {
		let at = words.findIndex((word) => !BEFORE_ANSWERS.test(word));
		if (RESPONDENT.test(words[at] ?? '')) own.set(at++, PERSON);
		// One program asks for the name of whoever answers by itself; with the other it is a question.
		if (isTimed && words[at] === 'name') own.set(at, PERSON);
	}
	const plain = headings.map((heading) => heading.trim().toLowerCase());
	if (plain.includes('@lat') || plain.includes('@lon')) {
		const type = plain.indexOf('@type');
		if (type >= 0) own.set(type, OTHER);
	}
	for (const at of ofPersonsByInitials(words)) if (!own.has(at)) own.set(at, PERSON);
	return own;
}

/** "PM e-mail" beside "Practice manager": the places of columns that name a person's column by its initials. */
function ofPersonsByInitials(words: readonly string[]): number[] {
	const isShort = words.map((word) => /^[a-z]{2,3} \p{L}/u.test(word));
	if (!isShort.includes(true)) return [];
	const initials = new Set(
		words
			.filter((word) => word.includes(' ') && readHeading(word).other === 'person')
			.map((word) =>
				word
					.split(' ')
					.map((part) => part[0])
					.join('')
			)
	);
	return words.flatMap((word, at) =>
		isShort[at] && initials.has(word.split(' ')[0] ?? '') ? [at] : []
	);
}
