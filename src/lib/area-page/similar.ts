/**
 * Communities of a region that are alike in who lives there: for somebody who asks how others in
 * the same place do. Not a ranking: they stand in the order of the alphabet.
 */
import type { NameOf } from '../facts/parts.ts';
import { shareIn } from './about.ts';
import { areaLink } from './around.ts';
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';

/** By what they are compared, and what that is called. */
const MEASURES: readonly {
	part: NameOf<'facts'>;
	columns: readonly [string, string];
	words: string;
}[] = [
	{ part: 'ages-2025', columns: ['aged_0_15', 'total'], words: 'children' },
	{ part: 'ages-2025', columns: ['aged_65_over', 'total'], words: 'older people' },
	{ part: 'cars-2025', columns: ['no_car', 'households_cars'], words: 'homes without a car' },
	{
		part: 'plus-groups-2025',
		columns: ['lone_parents', 'households_composition'],
		words: 'lone parents'
	},
	{ part: 'plus-groups-2025', columns: ['bad_health', 'residents_health'], words: 'bad health' }
];

/** So many are named. */
const ALIKE = 5;

/** The shares of a community; null where one is not known. */
function profile(book: Book, { members }: PageArea): number[] | null {
	const shares = MEASURES.map(({ part, columns }) => shareIn(book, part, columns, members)?.share);
	return shares.every((share) => share !== undefined) ? shares : null;
}

/** Standard deviation; one where all are the same, so that nothing is divided by nothing. */
function spread(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
	return Math.sqrt(square) || 1;
}

/** Profiles of every community of a region, each share in standard deviations. */
export function communityProfiles(book: Book): Map<PageArea, number[]> {
	const known = book.pages.flatMap((area) => {
		const shares = area.level === 'msoa' ? profile(book, area) : null;
		return shares ? [{ area, shares }] : [];
	});
	const spreads = MEASURES.map((_, i) => spread(known.map(({ shares }) => shares[i] ?? 0)));
	return new Map(
		known.map(({ area, shares }) => [area, shares.map((share, i) => share / (spreads[i] ?? 1))])
	);
}

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
<p>By the shares of ${MEASURES.map(({ words }) => words).join(', ')} in ${figure('2021', OWN_WORDS)}. In the order of the alphabet: this is no ranking.</p>
<ul class="links">${found.map(
		(other) => markup`<li>${areaLink(book, other)}</li>
`
	)}</ul>
`;
}
