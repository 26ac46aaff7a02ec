/**
 * Whole addresses on the pages of a built site, where it is known under which address it is
 * published: canonical links, a sitemap and what points robots to it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '../../../src/lib/area-page/html.ts';
import { filesBelow } from '../../lib/files.ts';

/** As src/app.html has it: whichever page it stands on, without what is asked in its address. */
export const OWN_ADDRESS = '<link rel="canonical" href="./" />';

const INDEX = 'index.html';
/** On a page that search engines may not list: an embed, which is for frames. */
const NOT_LISTED = '<meta name="robots" content="noindex"';

/**
 * Give the framework's pages of a folder their whole addresses. Returns the paths, from the site's
 * root, of those that search engines may list. Throws where one has no place for its address.
 */
export function nameAddresses(folder: string, origin: string | null): string[] {
	const pages = filesBelow(folder).filter((path) => path === INDEX || path.endsWith(`/${INDEX}`));
	return pages.flatMap((page) => {
		const path = page.slice(0, -INDEX.length);
		const file = join(folder, page);
		const html = readFileSync(file, 'utf8');
		if (origin !== null) {
			if (!html.includes(OWN_ADDRESS))
				throw new Error(`${page} has no canonical link to make whole`);
			const whole = `<link rel="canonical" href="${escapeHtml(`${origin}/${path}`)}" />`;
			writeFileSync(
				file,
				html.replace(OWN_ADDRESS, () => whole)
			);
		}
		return html.includes(NOT_LISTED) ? [] : [path];
	});
}

/** What tells robots that they may read all, and where the sitemap is. */
export const robots = (origin: string): string =>
	`User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`;
