/** The packs that the tests of facts look at: those that the build keeps, as the site has them. */
import { join } from 'node:path';
import type { Part } from '../../src/lib/facts/parts.ts';
import type { StoredBoundaries } from '../../src/lib/geometry/parts.ts';
import type { PartBuilder } from '../../scripts/build/part.ts';
import { linkListings, linkRegister, type RegisterLinkage } from '../../scripts/build/register.ts';
import { NATIONAL_STAGES, rememberNational } from '../../scripts/build/stages.ts';
import { builtRegion, type BuiltRegion } from '../../scripts/lib/built-region.ts';
import { openGeodata, type Geodata } from '../../src/lib/server/geodata.ts';
import { GEODATA, STAGES } from '../../scripts/lib/paths.ts';

/**
 * Opened once for all files of tests that share modules (vite.config.ts): reading tables and parts
 * is most of what they do. Nobody may change what they get.
 */
const opened = new Map<string, BuiltRegion>();
let facts: Geodata | undefined;
let isLinked = false;

/** The project's facts. */
export const projectFacts = (): Geodata => (facts ??= openGeodata(GEODATA));

/** Gives the regions that are asked for, each opened once. */
export function packs(): (slug: string) => BuiltRegion {
	return (slug) => {
		const region = opened.get(slug) ?? builtRegion(slug);
		opened.set(slug, region);
		return region;
	};
}

/** What a builder made of a region. */
export const made = <Built extends Part | StoredBoundaries>(
	region: BuiltRegion,
	{ part }: PartBuilder<Built>
): Built => region.part(part) as Built;

/** Facts that know which listings are one place, as the build found it: finding it takes ten seconds. */
export function linkedGeodata(): Geodata {
	const geodata = projectFacts();
	if (isLinked) return geodata;
	const stage = NATIONAL_STAGES.find(({ make }) => make === linkListings);
	if (!stage) throw new Error('the linkage is no stage of the build');
	rememberNational(stage, geodata, { folder: join(STAGES, stage.name), inputs: {} });
	isLinked = true;
	return geodata;
}

/** The register with its duplicates found, as the build found them. */
export const keptLinkage = (): Promise<RegisterLinkage> => linkedGeodata().once(linkRegister);
