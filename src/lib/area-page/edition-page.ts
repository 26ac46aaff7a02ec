/**
 * The page of an area in another edition: in short, or in another language. It has all that the
 * page has for everyone, and leads to it for the figures.
 */
import { aboutSection } from './about.ts';
import { plainBar } from './bar.ts';
import type { Book } from './book.ts';
import { contentsNav } from './contents.ts';
import { foundSections } from './found.ts';
import { framed, type Frame } from './frame.ts';
import { areaHead, description, title } from './head.ts';
import { helpSection } from './help.ts';
import { markup } from './html.ts';
import { namedSection } from './named.ts';
import { nearSection, type NearArea } from './near.ts';
import type { PageArea } from './page-area.ts';
import { pictogram } from './pictograms.ts';
import { SHORT, translator, type Edition } from './translator.ts';

/** Of each kind the nearest alone, in short. */
const MOST_IN_SHORT = 1;

/**
 * The page of an edition. In short it has pictures with words, and neither services without an
 * address nor what the lists lack. It is not called Easy Read: no people with learning disabilities
 * have checked it.
 *
 * @param path of this page from the site's root
 */
export function editionPage(
	book: Book,
	area: PageArea,
	near: NearArea | null,
	{ frame, path, edition }: { frame: Frame; path: string; edition: Edition }
): string {
	const t = translator(edition);
	const isShort = edition.id === SHORT.id;
	const pictures = isShort ? pictogram : () => null;
	const parts = [
		nearSection(book, area, near, t, isShort ? { most: MOST_IN_SHORT, pictures } : {}),
		...(isShort ? [] : [namedSection(book, area, t), foundSections(book, area, near, t)]),
		aboutSection(book, area, t)
	].filter((part) => part !== null);
	return framed(frame, {
		title: `${title(book, area, t)} – Asset Gap Map`,
		description: description(area, t),
		path,
		data: [],
		// In short it says what the page says that is listed.
		listed: !isShort && area.level !== 'lsoa',
		bar: plainBar([{ href: '../', label: t.plain('page.full') }], t),
		edition,
		t,
		main: markup`${areaHead(book, area, t)}
<p>${t('page.this', { link: (words) => markup`<a href="../">${words}</a>` })}</p>
${helpSection(book, area, near, t, pictures)}${!isShort && contentsNav(parts, t)}${parts}`
	});
}
