/** Areas inside an area, those that touch it, and those that it lies in, each with a link to its page. */
import type { Book } from './book.ts';
import { markup, type Html } from './html.ts';
import { fullName, LEVEL_WORDS, listName, type PageArea, type PageLevel } from './page-area.ts';
import { capitalise } from '../text/format.ts';
import { ANOTHER_POSTCODE } from '../text/names.ts';

/** Where the page of an area is, from a page that has the site's root so many folders above it. */
export const linkTo = (book: Book, area: PageArea, root = '../../../'): string =>
	`${root}${book.homeOf(area).slug}/areas/${area.code}/`;

/** A link to the page of an area. Its name may have a number, which is the name's own. */
export const areaLink = (book: Book, area: PageArea, root?: string): Html =>
	markup`<a href="${linkTo(book, area, root)}" data-source="areas-lsoa21">${listName(book.areas, area)}</a>`;

/** Levels that lie inside of those of a level: of neighbourhoods a large area has too many. */
const INSIDE: Readonly<Record<PageLevel, readonly PageLevel[]>> = {
	district: ['town', 'msoa'],
	place: ['town', 'msoa'],
	town: ['msoa', 'lsoa'],
	network: ['msoa'],
	msoa: ['lsoa'],
	lsoa: []
};

/** Levels that an area of a level may lie in. */
const ABOVE: Readonly<Record<PageLevel, readonly PageLevel[]>> = {
	district: [],
	place: [],
	town: ['district', 'place'],
	network: [],
	msoa: ['town', 'network', 'district', 'place'],
	lsoa: ['msoa', 'town', 'network', 'district', 'place']
};

/** More than so many areas of a list are not written one after another, but folded. */
const MANY = 12;

/** Areas of a level that lie wholly in another. */
export function inside(book: Book, area: PageArea, level: PageLevel): PageArea[] {
	const members = new Set(area.members);
	return book.pages.filter(
		(other) =>
			other.level === level &&
			other !== area &&
			other.members.length > 0 &&
			other.members.every((member) => members.has(member))
	);
}

/** Areas of a level that hold at least one neighbourhood of another. */
export function holding(book: Book, area: PageArea, level: PageLevel): PageArea[] {
	const members = new Set(area.members);
	return book.pages.filter(
		(other) =>
			other.level === level && other !== area && other.members.some((member) => members.has(member))
	);
}

/** Areas of the same level that share a border with an area. */
export function neighbours(book: Book, area: PageArea): PageArea[] {
	const members = new Set(area.members);
	const around = new Set(
		area.members
			.flatMap((member) => book.beside[member] ?? [])
			.filter((member) => !members.has(member))
	);
	return book.pages.filter(
		(other) =>
			other.level === area.level &&
			other !== area &&
			other.members.some((member) => around.has(member))
	);
}

const byName = (book: Book) => (a: PageArea, b: PageArea) =>
	listName(book.areas, a).localeCompare(listName(book.areas, b), 'en-GB');

function list(book: Book, title: string, areas: readonly PageArea[]): Html | null {
	if (areas.length === 0) return null;
	const items = markup`<ul class="links">
		${[...areas].sort(byName(book)).map((area) => markup`<li>${areaLink(book, area)}</li> `)}
	</ul> `;
	return areas.length > MANY
		? markup`<details>
				<summary>${title}</summary>
				${items}
			</details> `
		: markup`<h3>${title}</h3>
				${items}`;
}

/** The section of a page. */
export function aroundSection(book: Book, area: PageArea): Html {
	const { level } = area;
	return markup`<nav class="around" aria-labelledby="around">
		<h2 id="around">Other areas</h2>
		${INSIDE[level].map((one) => list(book, `${capitalise(LEVEL_WORDS[one].many)} here`, inside(book, area, one)))}${list(
			book,
			`${capitalise(LEVEL_WORDS[level].many)} next to it`,
			neighbours(book, area)
		)}${ABOVE[level].map((one) => {
			const found = holding(book, area, one);
			return list(
				book,
				`${capitalise(found.length === 1 ? LEVEL_WORDS[one].one : LEVEL_WORDS[one].many)} it is in`,
				found
			);
		})}
		<h3>More</h3>
		<ul class="links">
			<li><a href="../">All areas of ${book.region.name}, from A to Z</a></li>
			<li><a href="../../../">${ANOTHER_POSTCODE}</a></li>
		</ul>
	</nav> `;
}

/**
 * "Yarmouth Central & Northgate, Great Yarmouth": the name people use. A locality is named after
 * districts, in which it does not lie.
 */
export function heading(area: PageArea): string {
	if (area.level === 'place') return `${area.name} (${LEVEL_WORDS.place.one})`;
	return area.level === 'lsoa' ? `Part of ${fullName(area)}` : fullName(area);
}

/** The same within a sentence. */
export const inSentence = (area: PageArea): string =>
	area.level === 'lsoa' ? `part of ${fullName(area)}` : heading(area);
