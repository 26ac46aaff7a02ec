/** What stands first on the page of an area, in any language: its name, and what sort of area it is. */
import { heading, inSentence } from './around.ts';
import { kept } from '../facts/kept.ts';
import type { Book } from './book.ts';
import { figure, markup, type Html } from './html.ts';
import { levelWord, LEVEL_WORDS, type PageArea } from './page-area.ts';
import { SHORT, type Translate } from './translator.ts';

/** The folder of an edition below that of the area's page: "short/", "pl/". */
export const folderOf = (id: string): string => (id === SHORT.id ? 'short/' : `${id}/`);

/** Headings that several areas of a region have: of a town and a community, say. */
const sharedHeadings = (book: Book): ReadonlySet<string> =>
	kept(book, 'headings of several areas', () => {
		const headings = book.pages.filter(({ level }) => level !== 'lsoa').map(heading);
		return new Set(headings.filter((name, at) => headings.indexOf(name) !== at));
	});

/** The title of a page. Two areas of one name have two titles. */
export function title(book: Book, area: PageArea, t: Translate): string {
	const name = sharedHeadings(book).has(heading(area))
		? `${heading(area)} (${LEVEL_WORDS[area.level].one})`
		: inSentence(area);
	return t.plain('page.title', { area: name });
}

/** What search engines show of a page. */
export const description = (area: PageArea, t: Translate): string =>
	area.members.length === 0
		? t.plain('page.unknown', { area: heading(area) })
		: t.plain('page.description', { area: inSentence(area) });

/** The heading of a page, with what sort of area it is. */
export const areaHead = (book: Book, area: PageArea, t: Translate): Html =>
	markup`<h1 data-source="areas-lsoa21">${t.proper(heading(area))}</h1>
<p class="quiet">${t('page.what', { level: levelWord(area), region: t.proper(book.region.name) })}${
		area.official !== null &&
		markup`, ${t('page.official', { name: figure(t.proper(area.official), book.areas.datasets) })}`
	}</p>`;
