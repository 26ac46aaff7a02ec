/** Who looks after the listings, on the pages that are files of their own and know no layout. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = ['404.html', 'offline.html'];
/** Stands in them where the sentence goes. */
const MARK = '<!-- owner -->';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Write the sentence into these pages of a built site. Throws where one has no place for it. */
export function sayOwner(folder: string, owner: string): void {
	for (const page of PAGES) {
		const path = join(folder, page);
		const html = readFileSync(path, 'utf8');
		if (!html.includes(MARK)) throw new Error(`static/${page} has no ${MARK}`);
		writeFileSync(
			path,
			html.replace(MARK, () => `<p>${escaped(owner)}</p>`)
		);
	}
}
