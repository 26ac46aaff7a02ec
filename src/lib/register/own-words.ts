/** What is said of answers that the reader's own places had a part in: on pages, in files and of links. */
import { formatCount } from '../text/format.ts';

const places = (count: number): string =>
	count === 1 ? 'one place' : `${formatCount(count)} places`;

/** On a page, whose question or layers may be of other kinds of places. */
export const includesOwn = (count: number): string =>
	`What you see includes ${places(count)} of your own, where ${count === 1 ? 'its kind is' : 'their kinds are'} counted.`;

/** In a file; null where none of theirs is in it. */
export const ownNote = (count: number): string | null =>
	count === 0
		? null
		: `Includes ${places(count)} from a list of the reader’s own, which is not published.`;

/** To whoever opens a link that was made with them. */
export const madeWithOwn = (count: number): string =>
	`This link was made with ${places(count)} of its maker’s own. A link does not carry them, so unless they are yours, what you see is without them.`;

/** The parameter of a link that was made with them, of every page. */
export const OWN_PARAMETER = 'own';

/** How many own places a link says it was made with; 0 where it says nothing that can be. */
export function ownInLink(query: string): number {
	const text = new URLSearchParams(query).get(OWN_PARAMETER) ?? '';
	return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
}

/** A link that says so. */
export function withOwnCount(link: string, count: number): string {
	if (count === 0) return link;
	return `${link}${link.includes('?') ? '&' : '?'}${OWN_PARAMETER}=${count}`;
}
