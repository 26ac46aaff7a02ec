/** Writes every page of an area into a site: by as many workers as there are cores, page by page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { AreaSite, type Files } from './area-site.ts';

/** Some areas of one region, into a folder. */
export interface WriteTask {
	folder: string;
	slug: string;
	codes: readonly string[];
}

/** So many pages a task: few enough that no core waits long for the last. */
const PAGES_A_TASK = 120;
/** Megabytes that a worker may keep: one region and the page at hand fit well. */
const MEMORY = 320;

/** Write the files of one folder of the site. */
export function writeFiles(site: string, path: string, files: Files): void {
	const folder = join(site, path);
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Write all pages of areas and what leads to them. Returns how many areas have a page. */
export async function writeAreaPages(folder: string): Promise<number> {
	const site = await AreaSite.open();
	const tasks: WriteTask[] = [];
	const paths: string[] = [];
	let count = 0;
	for (const { slug } of site.regions) {
		const codes = site.codes(slug);
		for (let at = 0; at < codes.length; at += PAGES_A_TASK)
			tasks.push({ folder, slug, codes: codes.slice(at, at + PAGES_A_TASK) });
		const listed = site.listed(slug);
		count += listed.pages;
		paths.push(`${slug}/areas/`, ...listed.paths);
		writeFiles(folder, `${slug}/areas`, site.aToZ(slug) ?? {});
	}
	for (const outward of ['', ...site.outwards()]) {
		paths.push(outward === '' ? 'postcodes/' : `postcodes/${outward}/`);
		writeFiles(folder, join('postcodes', outward), site.postcodes(outward) ?? {});
	}
	const text = site.sitemap(paths);
	if (text !== null) writeFiles(folder, '', { 'sitemap.xml': text });
	site.close();
	const pool = new Piscina<WriteTask, void>({
		filename: new URL('./write-worker.ts', import.meta.url).href,
		execArgv: ['--import', 'tsx'],
		minThreads: 1,
		maxThreads: availableParallelism(),
		resourceLimits: { maxOldGenerationSizeMb: MEMORY }
	});
	try {
		await Promise.all(tasks.map((task) => pool.run(task)));
	} finally {
		await pool.destroy();
	}
	return count;
}
