/** What somebody pastes into a page of theirs to have a map of ours there. */
import { QUESTION_OF_GAPS } from './embed-gaps-query.ts';
import { CHOICE_OF_PLACES } from './embed-places-query.ts';
import { QUESTION_OF_PLANS } from './embed-plan-query.ts';

/** The pages that have embeds: where each lies below that of its region, and what of its address an embed reads too. */
const PAGES = {
	map: { page: '', read: ['layer', 'edition', 'with', 'marking', 'breaks', 'area', 'view'] },
	gaps: {
		page: 'gaps/',
		read: [...QUESTION_OF_GAPS, 'grid', 'cell', 'area', 'view']
	},
	siting: { page: 'siting/', read: [...QUESTION_OF_PLANS, 'view'] },
	compare: { page: 'compare/', read: ['with'] },
	assets: {
		page: 'assets/',
		read: [...CHOICE_OF_PLACES, 'view']
	}
} as const;
export type EmbeddedPage = keyof typeof PAGES;

/** Width and height of a frame that shows all of an embed without scrolling on most pages. */
export const EMBED_SIZE = { width: '100%', height: '560' } as const;

/** The address of an embed of what an address of a page shows. */
export function embedAddress(address: string, of: EmbeddedPage): string {
	const { origin, pathname, searchParams } = new URL(address);
	const { page, read } = PAGES[of];
	const region = pathname.slice(0, pathname.length - page.length);
	const query = read
		.flatMap((name) => {
			const value = searchParams.get(name);
			return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`];
		})
		.join('&');
	return `${origin}${region}embed/${page}${query === '' ? '' : `?${query}`}`;
}

/** The HTML of a frame; `title` is what those hear who do not see it. */
export const embedSnippet = (address: string, title: string, of: EmbeddedPage): string =>
	`<iframe src="${escaped(embedAddress(address, of))}" title="${escaped(title)}" width="${EMBED_SIZE.width}" height="${EMBED_SIZE.height}" loading="lazy"></iframe>`;

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
