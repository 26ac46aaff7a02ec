/** Reading built packs and the catalogue while pages are prerendered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { fromFile } from '../facts/part-file.ts';
import type { PartName, PartOf } from '../facts/parts.ts';
import { PartReader } from '../facts/reader.ts';
import type { Manifest, RegionSummary } from '../facts/manifest.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(join(process.cwd(), path), 'utf8'));

/** The manifest of the packs that `scripts/build` wrote. */
export function readManifest(): Manifest {
	return json('static/packs/manifest.json') as Manifest;
}

/** A file of a region's pack, as it is stored. Throws where the pack has no such file. */
export function readPackFile(region: RegionSummary, part: string): unknown {
	const file = region.files.find((candidate) => candidate.part === part);
	if (!file) throw new Error(`the pack of ${region.slug} has no part "${part}"`);
	return json(`static/${file.path}`);
}

/** A file of the packs by its path from the site's root, as it is stored. */
export const readStatic = (path: string): unknown => json(`static/${path}`);

/** One part of a region's pack. Throws where the pack has no such part. */
export function readPart<Name extends PartName>(region: RegionSummary, part: Name): PartOf<Name> {
	return readerOf(region).get(part);
}

/** The parts of a region's pack, each read once, when it is asked for. */
export function readerOf(region: RegionSummary): PartReader {
	const known = new Map<PartName, object>();
	return new PartReader((name) => {
		const part = known.get(name) ?? fromFile(readPackFile(region, name) as object);
		known.set(name, part);
		return part;
	});
}

/** The same of a pack that need not have them: one that is not there is not found. */
export function partsOfRegion(region: RegionSummary): PartReader {
	const names = new Set(region.files.map(({ part }) => part));
	const reader = readerOf(region);
	return new PartReader((name) => (names.has(name) ? reader.find(name) : undefined));
}

export function readCatalogue(): Catalogue {
	return parseCatalogue(json('geodata/catalogue.json'));
}
