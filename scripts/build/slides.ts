/**
 * Slides of regions, `/<region>/slides.pptx`. They are made beside the pages, which take one core: as
 * pages of the framework they would be a third of the time that all pages take.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { RegionSummary } from '../../src/lib/facts/manifest.ts';
import { oneFile } from '../lib/one-file.ts';
import type { SlidesTask } from './slides-worker.ts';

const WORKER = 'scripts/build/slides-worker.ts';
/** Megabytes that the worker may keep: a region and its example of hubs fit well. */
const MEMORY = 1024;

/** Slides that are being made, in a folder of their own until the site has one. */
export interface SlidesBeingMade {
	/** Puts each beside the pages of its region. Throws where one could not be made. */
	putInto: (site: string) => Promise<void>;
	/** Ends what is not done yet and takes away what was made. */
	close: () => Promise<void>;
}

/**
 * Begin to make the slides of regions whose packs are built.
 *
 * @param folder of nobody else; it is taken away at the end
 */
export function makeSlides(regions: readonly RegionSummary[], folder: string): SlidesBeingMade {
	const program = oneFile({ entry: WORKER });
	const pool = new Piscina<SlidesTask, void>({
		filename: program.path,
		maxThreads: 1,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY }
	});
	const made = Promise.all(regions.map((region) => pool.run({ folder, region })));
	// Told to whoever puts them into the site; until then nobody listens.
	made.catch(() => undefined);
	return {
		async putInto(site) {
			await made;
			for (const { slug } of regions) {
				mkdirSync(join(site, slug), { recursive: true });
				copyFileSync(join(folder, `${slug}.pptx`), join(site, slug, 'slides.pptx'));
			}
		},
		async close() {
			await pool.destroy();
			program.remove();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
