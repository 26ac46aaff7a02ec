/** Finds the packs of the built site, by its manifest. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { readPart } from '../lib/read-part.ts';

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

/** The file of a part of a region. Throws one line when it isn't there. */
function partFile(build: string, packs: Packs, region: string, part: string): string {
	const path = packs[region]?.files.find((file) => file.part === part)?.path;
	if (path === undefined) throw new Error(`packs/manifest.json has no ${part} of ${region}`);
	const file = join(build, path);
	if (!existsSync(file)) throw new Error(`the built site has no ${path}`);
	return file;
}

/** The file of a region's neighbourhood boundaries. Throws one line when it isn't there. */
export const boundariesFile = (build: string, packs: Packs, region: string): string =>
	partFile(build, packs, region, BOUNDARIES);

/** Where the assets of a part stand: longitude and latitude. Throws one line without the part. */
export function pointsOf(
	build: string,
	packs: Packs,
	region: string,
	part: string
): [number, number][] {
	const file = partFile(build, packs, region, part);
	const { longitude, latitude } = readPart<AssetsPart>(file);
	return longitude.map((degrees, i) => [degrees, latitude[i] ?? NaN]);
}
