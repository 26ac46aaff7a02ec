/**
 * The stages of the build: what is worked out once for all of England, then each region. A stage
 * of England is a function of the facts whose result is kept as JSON; regions take it from there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegionSummary } from '../../src/lib/facts/manifest.ts';
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';
import type { Inputs } from '../../src/lib/server/inputs.ts';
import { englandClasses } from './parts/england-classes.ts';
import { buildRegion } from './region-stage.ts';
import { linkListings } from './register.ts';

const RESULT = 'result.json';
const SUMMARY = 'summary.json';

export interface NationalStage {
	name: string;
	/** The file whose code it is. */
	entry: string;
	/** What it works out, for the log. */
	title: string;
	make: (geodata: Geodata) => Promise<object>;
}

/** What England gives to every region, the longest first. */
export const NATIONAL_STAGES: readonly NationalStage[] = [
	{
		name: 'england/classes',
		entry: 'scripts/build/parts/england-classes.ts',
		title: 'how the values of all its areas are divided',
		make: englandClasses
	},
	{
		name: 'england/linkage',
		entry: 'scripts/build/register.ts',
		title: 'which listings of the register are one place',
		make: linkListings
	}
];

/** The file whose code makes a region. */
export const REGION_ENTRY = 'scripts/build/region-stage.ts';

/** The folder of the cache that a region is kept in. */
export const regionStage = ({ slug }: Pick<Region, 'slug'>): string => `regions/${slug}`;

/** Work a stage of England out and write it. Returns what it was made from. */
export async function writeNational(
	{ make }: NationalStage,
	geodata: Geodata,
	folder: string
): Promise<Inputs> {
	const view = geodata.traced();
	writeFileSync(join(folder, RESULT), JSON.stringify(await view.once(make)));
	return view.inputs();
}

/** Let `geodata` know a stage of England as it was written. */
export function rememberNational(
	{ make }: NationalStage,
	geodata: Geodata,
	{ folder, inputs }: { folder: string; inputs: Inputs }
): void {
	const made = JSON.parse(readFileSync(join(folder, RESULT), 'utf8')) as object;
	geodata.remember(make, made, inputs);
}

/** Make a region and write it, with its summary. Returns what it was made from. */
export async function writeRegion(
	geodata: Geodata,
	region: Region,
	folder: string
): Promise<Inputs> {
	const view = geodata.traced();
	const summary = await buildRegion(view, region, regionFolders(folder));
	writeFileSync(join(folder, SUMMARY), JSON.stringify(summary));
	return view.inputs();
}

/** Where in the folder of its stage a region's files are. */
export const regionFolders = (folder: string) => ({
	packs: join(folder, 'packs'),
	data: join(folder, 'data')
});

export const readSummary = (folder: string): RegionSummary =>
	JSON.parse(readFileSync(join(folder, SUMMARY), 'utf8')) as RegionSummary;
