/** Reading built packs and the catalogue while pages are prerendered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import type { Manifest, RegionSummary } from '../facts/manifest.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(join(process.cwd(), path), 'utf8'));

/** The manifest of the packs that `scripts/build` wrote. */
export function readManifest(): Manifest {
	return json('static/packs/manifest.json') as Manifest;
}

/** One part of a region's pack. Throws where the pack has no such part. */
export function readPart<Part>(region: RegionSummary, part: string): Part {
	const file = region.files.find((candidate) => candidate.part === part);
	if (!file) throw new Error(`the pack of ${region.slug} has no part "${part}"`);
	return json(`static/${file.path}`) as Part;
}

export function readCatalogue(): Catalogue {
	return parseCatalogue(json('geodata/catalogue.json'));
}
