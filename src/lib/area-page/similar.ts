/**
 * Communities of a region that are alike in who lives there: for somebody who asks how others in
 * the same place do. Not a ranking: they stand in the order of the alphabet.
 */
import { formatList } from '../text/format.ts';
import { areaLink } from './around.ts';
import type { Book } from './book.ts';
import { MEASURES } from './community-profiles.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';

/** So many are named. */
const ALIKE = 5;

/** The communities most like one, by the straight distance of their profiles, by name. */
export function similarTo(
	profiles: ReadonlyMap<PageArea, readonly number[]>,
	area: PageArea
): PageArea[] {
	const own = profiles.get(area);
	if (!own) return [];
	const distance = (other: readonly number[]) =>
		Math.hypot(...own.map((at, i) => at - (other[i] ?? 0)));
	return [...profiles]
		.filter(([other]) => other !== area)
		.map(([other, shares]) => ({ other, far: distance(shares) }))
		.sort((a, b) => a.far - b.far || (a.other.code < b.other.code ? -1 : 1))
		.slice(0, ALIKE)
		.map(({ other }) => other)
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** The list of a page; nothing of areas that are no communities. */
export function similarList(book: Book, area: PageArea): Html | null {
	const found = similarTo(book.profiles, area);
	if (found.length === 0) return null;
	return markup`<h3>Communities with similar people</h3>
<p>Of the communities of ${book.region.name}, these are most like this one by the shares of ${formatList(MEASURES.map(({ words }) => words))} in ${figure('2021', OWN_WORDS)}. In the order of the alphabet: this is no ranking.</p>
<ul class="links">${found.map(
		(other) => markup`<li>${areaLink(book, other)}</li>
`
	)}</ul>
`;
}
