/** What somebody pastes into a page of theirs to have a map of ours there. */

/** Parameters of the map page's address that an embed reads too. */
const READ = ['layer', 'edition', 'with', 'marking', 'breaks', 'area', 'view'];

/** Width and height of a frame that shows all of an embed without scrolling on most pages. */
export const EMBED_SIZE = { width: '100%', height: '560' } as const;

/** The address of an embed of what an address of the map page shows. */
export function embedAddress(address: string): string {
	const { origin, pathname, searchParams } = new URL(address);
	const query = READ.flatMap((name) => {
		const value = searchParams.get(name);
		return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`];
	}).join('&');
	return `${origin}${pathname}embed/${query === '' ? '' : `?${query}`}`;
}

/** The HTML of a frame; `title` is what those hear who do not see it. */
export const embedSnippet = (address: string, title: string): string =>
	`<iframe src="${escaped(embedAddress(address))}" title="${escaped(title)}" width="${EMBED_SIZE.width}" height="${EMBED_SIZE.height}" loading="lazy"></iframe>`;

const escaped = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('"', '&quot;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
