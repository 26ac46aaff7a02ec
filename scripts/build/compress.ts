/**
 * A gzip and a brotli copy beside every text of the built site, for servers that send them.
 * SvelteKit's own `precompress` takes brotli's highest level: an eighth fewer bytes than here for
 * eight times the time, which made it the longest step of the build.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesBelow } from '../lib/files.ts';

const TEXT = /\.(css|csv|geojson|html|js|json|mjs|svg|txt|wasm|xml)$/;
/** Brotli's levels go to 11; the last two cost most of the time. */
const BROTLI_LEVEL = 9;
/** Files under way at once: as many as Node has threads for it. */
const AT_ONCE = 4;

/** Compresses the texts below a folder; returns how many there are. */
export async function compressSite(folder: string): Promise<number> {
	const texts = filesBelow(folder).filter((path) => TEXT.test(path));
	const waiting = texts.values();
	const work = async () => {
		for (const path of waiting) {
			const file = join(folder, path);
			const content = await readFile(file);
			const packed = await Promise.all([
				promisify(gzip)(content, { level: 9 }),
				promisify(brotliCompress)(content, {
					params: {
						[constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
						[constants.BROTLI_PARAM_SIZE_HINT]: content.length
					}
				})
			]);
			await Promise.all([writeFile(`${file}.gz`, packed[0]), writeFile(`${file}.br`, packed[1])]);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return texts.length;
}
