/** The list of the parts of a page, made of its headings, so that neither can lack the other. */
import { Html, markup } from './html.ts';
import type { Translate } from './translator.ts';

const HEADING = /<h([23]) id="([\w-]+)">(.*?)<\/h\1>/gs;

/**
 * Links to the headings of a page that have an id, in their order. Those of the third level, the
 * kinds of places near, stand under the one of the second that they follow.
 */
export function contentsNav(page: readonly Html[], t: Translate): Html {
	const parts: { link: Html; under: Html[] }[] = [];
	for (const [, level, id = '', words = ''] of page
		.map(({ text }) => text)
		.join('')
		.matchAll(HEADING)) {
		const link = markup`<a href="#${id}">${new Html(words)}</a>`;
		if (level === '2') parts.push({ link, under: [] });
		else parts.at(-1)?.under.push(link);
	}
	const list = (all: readonly Html[]): Html => markup`<ul>
		${all.map((item) => markup`<li>${item}</li> `)}
	</ul> `;
	return markup`<nav class="contents" aria-labelledby="contents">
		<h2 id="contents">${t('page.contents')}</h2>
		${list(parts.map(({ link, under }) => markup`${link}${under.length > 0 && list(under)}`))}
	</nav> `;
}
