/**
 * Columns that a program adds of its own: they say who filled in a form, or what an element of a map
 * is, and nothing of the place.
 */
import { plainWords, POSITION_TARGETS, type Target } from './columns.ts';
import { STRENGTH, weaker } from './heading-phrases.ts';
import { readHeading, type HeadingReading } from './headings.ts';

const PERSON: HeadingReading = { claims: [], other: 'person' };
const OTHER: HeadingReading = { claims: [], other: 'other' };
const NOTE: HeadingReading = {
	claims: [{ field: 'note', strength: STRENGTH.also }],
	other: null
};

/** What forms on the web put before the answers, in their order. */
const BEFORE_ANSWERS = /^(id|start time|completion time|last modified time|timestamp)$/;
const RESPONDENT = /^(e ?mail|e ?mail address|username)$/;
/** What a blog says of every post: whether it is published is asked of each row (privacy.ts). */
const OF_POSTS = /^post_(?:type|status|name|parent|mime_type|password|author|date\w*|modified\w*)$/;

const is = (field: Target): HeadingReading => ({
	claims: [{ field, strength: STRENGTH.also }],
	other: null
});
/**
 * The columns of the Charity Commission’s register, which knows one address of a charity: it is asked
 * once whether it is somebody’s home. A charity’s type is its form in law.
 */
const OF_CHARITIES: readonly (readonly [RegExp, HeadingReading])[] = [
	[/^charity name$/, { claims: [{ field: 'name', strength: STRENGTH.own }], other: null }],
	[/^charity contact address ?\d$/, is('address')],
	[/^charity contact postcode$/, is('postcode')],
	[/^charity registration status$/, is('status')],
	[/^charity activities$/, is('note')],
	[/^charity type$/, OTHER]
];

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
	if (plain.includes('post_title')) {
		plain.forEach((heading, at) => {
			if (OF_POSTS.test(heading)) own.set(at, OTHER);
			if (heading === 'post_content') own.set(at, NOTE);
		});
	}
	if (words.includes('charity name') && words.includes('charity contact postcode')) {
		words.forEach((word, at) => {
			const means = OF_CHARITIES.find(([which]) => which.test(word))?.[1];
			if (means) own.set(at, means);
		});
	}
	for (const at of ofPersons(words)) if (!own.has(at)) own.set(at, PERSON);
	for (const [at, means] of billed(words)) own.set(at, means);
	return own;
}

/** "Billing street" of a customer list, where no other column says where anything is: by the place of the column. */
function billed(words: readonly string[]): (readonly [number, HeadingReading])[] {
	if (!words.some((word) => BILLED.test(word))) return [];
	const isSaid = words.some((word) =>
		readHeading(word).claims.some(
			({ field }) => field === 'postcode' || POSITION_TARGETS.has(field)
		)
	);
	if (isSaid) return [];
	return words.flatMap((word, at) => {
		if (!BILLED.test(word)) return [];
		const { claims } = readHeading(word.replace(BILLED, ''));
		const kept = claims.filter(({ field }) => field === 'address' || field === 'postcode');
		return [[at, { claims: weaker(kept, STRENGTH.also - STRENGTH.likely), other: null }] as const];
	});
}
const BILLED = /^(billing|invoice|shipping) /;

/** "PM e-mail" or "Lead contact: e-mail" beside "Practice manager" and "Lead contact": the places of columns of somebody who has a column already. */
function ofPersons(words: readonly string[]): number[] {
	const persons = words.filter((word) => word !== '' && readHeading(word).other === 'person');
	const theirs = words.flatMap((word, at) =>
		persons.some((person) => word.startsWith(`${person} `)) ? [at] : []
	);
	return [...theirs, ...ofPersonsByInitials(words)];
}

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
