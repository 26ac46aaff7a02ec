/** What every route of a region asks first: which regions there are, and which one this is. */
import { error } from '@sveltejs/kit';
import type { RegionSummary } from '../facts/manifest.ts';
import { comingSlugs } from './coming-regions.ts';
import { readManifest } from './packs.ts';

/** The regions of the site, as a route names those that it is made for. */
export const regionEntries = (): { region: string }[] =>
	comingSlugs().map((region) => ({ region }));

/** The region of an address. Answers with 404, and says which one is missing, where there is none. */
export function regionAt({ region: slug }: { region: string }): RegionSummary {
	const region = readManifest().regions[slug];
	if (!region) error(404, `There is no region “${slug}” here.`);
	return region;
}
