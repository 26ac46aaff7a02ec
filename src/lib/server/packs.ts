/** Reading built packs and the catalogue while pages are prerendered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCatalogue, type Catalogue } from '../catalogue/catalogue.ts';
import { fromFile } from '../facts/part-file.ts';
import type { PartName, PartOf } from '../facts/parts.ts';
import { PartReader } from '../facts/reader.ts';
import type { Manifest, RegionSummary } from '../facts/manifest.ts';
import { oncePerPack } from './once-per-pack.ts';

const read = (path: string): string => readFileSync(join(process.cwd(), path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

/** Reads a file of which every page asks something: parsed again only where it has changed. */
function parsed<T>(path: string, parse: (text: string) => T): () => T {
	let last: { text: string; content: T } | null = null;
	return () => {
		const text = read(path);
		if (last?.text !== text) last = { text, content: parse(text) };
		return last.content;
	};
}

/** The manifest of the packs that `scripts/build` wrote. None may change what they get. */
export const readManifest = parsed(
	'static/packs/manifest.json',
	(text) => JSON.parse(text) as Manifest
);

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

/**
 * The parts of a region's pack, each read once for all pages, when it is asked for. None may change
 * what they get.
 */
export const readerOf = oncePerPack((region): PartReader => {
	const known = new Map<PartName, object>();
	return new PartReader((name) => {
		const part = known.get(name) ?? fromFile(readPackFile(region, name) as object);
		known.set(name, part);
		return part;
	});
});

/** The same of a pack that need not have them: one that is not there is not found. */
export function partsOfRegion(region: RegionSummary): PartReader {
	const names = new Set(region.files.map(({ part }) => part));
	const reader = readerOf(region);
	return new PartReader((name) => (names.has(name) ? reader.find(name) : undefined));
}

/** The catalogue. None may change what they get. */
export const readCatalogue = parsed('geodata/catalogue.json', (text): Catalogue =>
	parseCatalogue(JSON.parse(text))
);

/** The datasets of the catalogue that have one of some ids, in its order. */
export function datasetsOf(ids: Iterable<string>): Catalogue['datasets'] {
	const used = new Set(ids);
	return readCatalogue().datasets.filter(({ id }) => used.has(id));
}
