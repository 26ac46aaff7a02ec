/** Reading the lists of downloads while pages are prerendered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadsIndex, type Download } from '../facts/downloads.ts';

/** The files of a region that a reader can take away. */
export function readDownloads(slug: string): Download[] {
	const path = join(process.cwd(), 'static/packs', downloadsIndex(slug));
	return JSON.parse(readFileSync(path, 'utf8')) as Download[];
}
