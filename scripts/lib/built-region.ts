/** A region's pack as the build keeps it, for tests, checks and the command line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest, RegionSummary } from '../../src/lib/facts/manifest.ts';
import type { PartName, PartOf } from '../../src/lib/facts/parts.ts';
import { PACKS, STAGES } from './paths.ts';
import { readPart } from './read-part.ts';

export interface BuiltRegion {
	slug: string;
	name: string;
	summary: RegionSummary;
	/** Whether there is a part of this name. */
	has: (name: PartName) => boolean;
	/** A file of the pack by its path. */
	json: (path: string) => object;
	/** A part, read once. Throws where there is none of this name. */
	part: <Name extends PartName>(name: Name) => PartOf<Name>;
}

/** Slugs of the regions of the site, in order. Throws where no packs are built. */
export function publishedRegions(packs: string = PACKS): string[] {
	const path = join(packs, 'manifest.json');
	if (!existsSync(path)) throw new Error('no packs are built yet; run npm run build');
	return Object.keys((JSON.parse(readFileSync(path, 'utf8')) as Manifest).regions);
}

/** Slugs of the regions that the build keeps, published or not, in order. */
export function builtRegions(stages: string = STAGES): string[] {
	const folder = join(stages, 'regions');
	return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/**
 * Open a region as it was built last; whether it is up to date is the business of `buildRegions`.
 * Throws where there is none; names those there are.
 */
export function builtRegion(slug: string, stages: string = STAGES): BuiltRegion {
	const folder = join(stages, 'regions', slug);
	const known = builtRegions(stages);
	if (known.length === 0) throw new Error('no region is built yet; run npm run build');
	if (!known.includes(slug)) {
		throw new Error(`there is no region "${slug}"; there are: ${known.join(', ')}`);
	}
	const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as object;
	const summary = json('summary.json') as RegionSummary;
	const files = new Map<string, string>(summary.files.map((file) => [file.part, file.path]));
	const read = new Map<string, object>();
	return {
		slug,
		name: summary.name,
		summary,
		has: (name) => files.has(name),
		json,
		part: <Name extends PartName>(name: Name) => {
			const path = files.get(name);
			if (path === undefined) throw new Error(`packs have no part "${name}"`);
			const part = read.get(name) ?? readPart(join(folder, path));
			read.set(name, part);
			return part as PartOf<Name>;
		}
	};
}
