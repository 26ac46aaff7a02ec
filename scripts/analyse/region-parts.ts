/** A region's parts for the command line: those of its pack, or of other facts than the project's. */
import type { PartName, PartOf } from '../../src/lib/facts/parts.ts';
import { whyEmpty } from '../../src/lib/facts/missing.ts';
import { missingFrom } from '../build/part-coverage.ts';
import type { PartContext } from '../build/part.ts';
import { partsOf } from '../build/parts/index.ts';
import { selectRegion } from '../build/selection.ts';
import { builtRegion } from '../lib/built-region.ts';
import { ownerSentence } from '../../src/lib/catalogue/owner.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { ownerOf } from '../../src/lib/server/owner.ts';

export interface RegionParts {
	slug: string;
	name: string;
	/** Who looks after the listings, or that nobody does, in a sentence. */
	owner: string;
	/**
	 * Why a part has nothing of the region, in a sentence; null where it has something. What rests on
	 * one that has nothing is refused.
	 */
	whyEmpty: (name: PartName) => Promise<string | null>;
	/** Whether there is a part of this name. */
	has: (name: PartName) => boolean;
	/** Make a part, or take it where it was made before. Throws where there is none of this name. */
	part: <Name extends PartName>(name: Name) => Promise<PartOf<Name>>;
}

/**
 * Opens a region by its slug, with the project's facts or those of a folder. Throws where there
 * is none; names those there are.
 */
export type OpenRegion = (slug: string, geodata?: string) => Promise<RegionParts>;

/** A region as it was built last, or made anew from a folder of facts. */
export const openRegion: OpenRegion = async (slug, geodata) => {
	if (geodata !== undefined) return fromFacts(slug, geodata);
	const { part, ...region } = builtRegion(slug);
	return {
		...region,
		owner: ownerSentence(ownerOf(openGeodata())),
		whyEmpty: (name) => Promise.resolve(whyEmpty(region.summary.missing, name)),
		part: <Name extends PartName>(name: Name) => Promise.resolve(part(name))
	};
};

async function fromFacts(slug: string, folder: string): Promise<RegionParts> {
	const geodata = openGeodata(folder);
	const regions = geodata.regions();
	const region = regions.find((candidate) => candidate.slug === slug);
	if (!region) {
		throw new Error(
			`there is no region "${slug}"; there are: ${regions.map((one) => one.slug).join(', ')}`
		);
	}
	const context: PartContext = {
		geodata,
		region,
		selection: await selectRegion(geodata, region)
	};
	const builders = new Map(partsOf(geodata).map((builder) => [builder.part, builder]));
	const made = new Map<PartName, Promise<object>>();
	const partOf = async <Name extends PartName>(name: Name) => {
		const builder = builders.get(name);
		if (!builder) throw new Error(`packs have no part "${name}"`);
		const part = made.get(name) ?? builder.build(context);
		made.set(name, part);
		return (await part) as PartOf<Name>;
	};
	return {
		slug,
		name: region.name,
		owner: ownerSentence(ownerOf(geodata)),
		whyEmpty: async (name) => {
			const builder = builders.get(name);
			if (!builder) return null;
			return whyEmpty(await missingFrom(context, await partOf(name)), name);
		},
		has: (name) => builders.has(name),
		part: partOf
	};
}
