/**
 * What of the site a browser keeps so that pages opened once open without a connection. Files
 * whose name holds a hash of their content never change: they are kept for good. Pages and the
 * few other files are asked for anew, and what is kept stands in when that fails.
 */

/**
 * Kept for good; asked for anew, with the kept copy as a stand-in; kept only as one of a whole set; or
 * none of our business.
 */
export type Keeping = 'for good' | 'as a stand-in' | 'with its set' | 'not at all';

/**
 * Start of the names of the site's stores: other sites may live below other paths of the same
 * origin. `base` is the path of this one, "/maps/gap", or nothing.
 */
export const storesOf = (base: string): string => `asset-gap-map ${base}/ `;

/** Whether the name of a file, by its path from the site's root ("/packs/…"), has a hash of its content. */
export function isHashed(path: string): boolean {
	return path.startsWith('/_app/immutable/') || /^\/packs\/.*[.-][0-9a-f]{8,64}\.\w+$/.test(path);
}

/**
 * How a file is kept, by its path from the site's root. Files to take away are the reader's own.
 * Which postcodes were looked up is nobody's business who uses the same computer later: of a
 * region, all files of postcodes are kept, in an order that tells nothing, or none.
 */
export function keepingOf(path: string): Keeping {
	if (/^\/packs\/[^/]+\/postcodes\//.test(path)) return 'with its set';
	if (isHashed(path)) return 'for good';
	const apart = /^\/(packs|_app)\//.test(path) || path === '/service-worker.js';
	return apart ? 'not at all' : 'as a stand-in';
}

/**
 * Whether an answer may be kept for a path. A page of a login or of an error that came instead
 * of a file must not stay there: only pages are HTML.
 */
export function isWorthKeeping(
	path: string,
	answer: { status: number; redirected: boolean; type: string; contentType: string | null }
): boolean {
	const isPage = !/\.\w+$/.test(path) || path.endsWith('.html');
	const isHtml = /^text\/html\b/i.test(answer.contentType ?? '');
	return (
		answer.status === 200 && !answer.redirected && answer.type === 'basic' && isHtml === isPage
	);
}

/** The stylesheets that a page links to, as it writes their addresses; some come with parts that nobody opened yet. */
export const stylesheetsOf = (html: string): string[] =>
	[...html.matchAll(/<link\b[^>]*?\bhref="([^"]+\.css)"/g)].flatMap(([, href]) => href ?? []);
