/** Writes every page of an area into a site: by as many workers as there are cores, page by page. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { SHARE_FILE } from '../../../src/lib/area-page/share-picture.ts';
import { sitemap } from '../../../src/lib/area-page/sitemap.ts';
import { UNTIL_CLOSED } from '../../lib/threads.ts';
import { nameAddresses, robots } from './addresses.ts';
import { AreaSite } from './area-site.ts';
import { toPng } from './rasterise.ts';
import { writeFiles, type WriteTask } from './write-files.ts';

/** So many pages a task: few enough that no core waits long for the last. */
const PAGES_A_TASK = 120;
/** Megabytes that a worker may keep: one region and the page at hand fit well. */
const MEMORY = 320;

/** Write all pages of areas and what leads to them. Returns how many areas have a page. */
export async function writeAreaPages(folder: string): Promise<number> {
	const site = await AreaSite.open();
	const { origin } = site;
	const tasks: WriteTask[] = [];
	const paths = nameAddresses(folder, origin);
	let count = 0;
	for (const { slug } of site.regions) {
		const codes = site.codes(slug);
		for (let at = 0; at < codes.length; at += PAGES_A_TASK)
			tasks.push({ folder, slug, codes: codes.slice(at, at + PAGES_A_TASK) });
		const listed = site.listed(slug);
		count += listed.pages;
		paths.push(`${slug}/areas/`, ...listed.paths);
		writeFiles(folder, `${slug}/areas`, site.aToZ(slug) ?? {});
		// A picture is found by its whole address alone.
		for (const [code, svg] of origin === null ? [] : site.sharePictures(slug))
			writeFiles(folder, `${slug}/areas/${code}`, { [SHARE_FILE]: await toPng(svg) });
	}
	for (const outward of ['', ...site.outwards()]) {
		paths.push(outward === '' ? 'postcodes/' : `postcodes/${outward}/`);
		writeFiles(folder, join('postcodes', outward), site.postcodes(outward) ?? {});
	}
	if (origin !== null) {
		const addresses = paths.map((path) => `${origin}/${path}`);
		writeFiles(folder, '', { 'sitemap.xml': sitemap(addresses), 'robots.txt': robots(origin) });
	}
	site.close();
	const pool = new Piscina<WriteTask, void>({
		filename: new URL('./write-worker.ts', import.meta.url).href,
		execArgv: ['--import', 'tsx'],
		maxThreads: availableParallelism(),
		...UNTIL_CLOSED,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY }
	});
	try {
		await Promise.all(tasks.map((task) => pool.run(task)));
	} finally {
		await pool.destroy();
	}
	return count;
}
