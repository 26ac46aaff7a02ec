/** A worker that writes the slides of regions. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegionSummary } from '../../src/lib/facts/manifest.ts';
import { regionSlides } from '../../src/lib/server/region-slides.ts';

export interface SlidesTask {
	/** Where the file goes; made where it is not there. */
	folder: string;
	region: RegionSummary;
}

export default async function run({ folder, region }: SlidesTask): Promise<void> {
	const slides = await regionSlides(region);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${region.slug}.pptx`), slides);
}
