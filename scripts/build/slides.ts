/**
 * Slides of regions, `/<region>/slides.pptx`. They are made beside the pages, which take one core: as
 * pages of the framework they would be a third of the time that all pages take.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { RegionSummary } from '../../src/lib/facts/manifest.ts';
import { oneFile } from '../lib/one-file.ts';
import { UNTIL_CLOSED } from '../lib/threads.ts';

const WORKER = 'scripts/build/slides-worker.ts';
/** Megabytes that the worker may keep: a region and its example of hubs fit well. */
const MEMORY = 1024;

/** Slides that are being made. */
export interface SlidesBeingMade {
	/** Puts each beside the pages of its region. Throws where one could not be made. */
	putInto: (site: string) => Promise<void>;
	/** Ends what is not done yet. */
	close: () => Promise<void>;
}

/** Begin to make the slides of regions whose packs are built. */
export function makeSlides(regions: readonly RegionSummary[]): SlidesBeingMade {
	const program = oneFile({ entry: WORKER });
	const pool = new Piscina<RegionSummary, Uint8Array>({
		filename: program.path,
		maxThreads: 1,
		...UNTIL_CLOSED,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY }
	});
	const made = Promise.all(
		regions.map(async (region) => ({ slug: region.slug, slides: await pool.run(region) }))
	);
	// Told to whoever puts them into the site; until then nobody listens.
	made.catch(() => undefined);
	return {
		async putInto(site) {
			for (const { slug, slides } of await made) {
				mkdirSync(join(site, slug), { recursive: true });
				writeFileSync(join(site, slug, 'slides.pptx'), slides);
			}
		},
		async close() {
			await pool.destroy();
			program.remove();
		}
	};
}
