/**
 * The short version of an area's page: short sentences, and pictures with words. It is not called
 * Easy Read: no people with learning disabilities have checked it.
 */
import { aboutSection } from './about.ts';
import { heading, inSentence } from './around.ts';
import type { Book } from './book.ts';
import { framed, type Frame } from './frame.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import { nearSection, type NearArea } from './near.ts';
import type { PageArea } from './page-area.ts';
import { pictogram } from './pictograms.ts';
import { SHORT, translator, type Edition } from './translator.ts';

/** Its folder below that of the area's page. */
export const SHORT_FOLDER = 'short/';
/** Of each kind the nearest alone. */
const MOST = 1;

const own = (text: string): Html => figure(text, OWN_WORDS);

/** The short page of an area whose page is at a path. */
export function shortPage(
	book: Book,
	area: PageArea,
	near: NearArea | null,
	{ frame, path, edition = SHORT }: { frame: Frame; path: string; edition?: Edition }
): string {
	const t = translator(edition);
	return framed(frame, {
		title: `Short version: ${heading(area)} – Asset Gap Map`,
		description: `Help near ${inSentence(area)}, in short sentences.`,
		path: `${path}${SHORT_FOLDER}`,
		data: [],
		// It says what the page says that is listed.
		listed: false,
		bar: [{ href: '../', label: 'Full page' }],
		edition,
		main: markup`<h1 data-source="areas-lsoa21">${heading(area)}</h1>
<p>This is the short version. The <a href="../">full page</a> says more, and where it is from.</p>
<section class="help" aria-labelledby="help">
<h2 id="help">${pictogram('call')}Get help now</h2>
<ul>
<li>Is someone very ill, badly hurt or in danger? Call <a href="tel:999">${own('999')}</a>.</li>
<li>Do you need other medical help? Call <a href="tel:111">${own('111')}</a>.</li>
<li>Are you pregnant and worried? Call your maternity team now. No number? Call <a href="tel:111">${own('111')}</a>.</li>
</ul>
</section>
${nearSection(book, area, near, t, { most: MOST, pictures: pictogram })}${aboutSection(book, area, t)}`
	});
}
