/** Finds the packs of the built site, by its manifest. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/lib/region/pack.ts';

export type Packs = Manifest['regions'];

/** The region's boundaries, by the name of their part in the manifest. */
const BOUNDARIES = 'lsoa21-boundaries';

/** The packs of each region of the site in `build`. Throws one line when there are none. */
export function readPacks(build: string): Packs {
	const file = join(build, 'packs', 'manifest.json');
	if (!existsSync(file)) throw new Error('the built site has no packs/manifest.json');
	const { regions } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
	if (Object.keys(regions).length === 0) throw new Error('packs/manifest.json names no region');
	return regions;
}

/** The file of a region's neighbourhood boundaries. Throws one line when it isn't there. */
export function boundariesFile(build: string, packs: Packs, region: string): string {
	const path = packs[region]?.files.find(({ part }) => part === BOUNDARIES)?.path;
	if (path === undefined) throw new Error(`packs/manifest.json has no ${BOUNDARIES} of ${region}`);
	const file = join(build, path);
	if (!existsSync(file)) throw new Error(`the built site has no ${path}`);
	return file;
}
