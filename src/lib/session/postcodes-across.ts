/** Postcodes of all regions of the site: in which one a postcode is, the most local first. */
import { preloadData } from '$app/navigation';
import { resolve } from '../app/paths.ts';
import {
	answerAcross,
	mostLocalFirst,
	type AcrossRegions,
	type RegionOfPostcodes
} from '../postcodes/across-regions.ts';
import type { Postcode } from '../postcodes/postcode.ts';
import type { FoundPlace, PlaceElsewhere } from '../search/suggestions.ts';
import { PostcodeLoader } from './postcode-loader.ts';

/** A region, and its files of postcodes. */
export interface HomeRegion extends RegionOfPostcodes {
	files: { part: string; path: string }[];
}

export type FoundAcross =
	| { found: true; region: RegionOfPostcodes; place: FoundPlace }
	| Extract<AcrossRegions, { found: false }>;

export class PostcodesAcross {
	readonly #regions: { region: HomeRegion; loader: PostcodeLoader }[];

	constructor(regions: readonly HomeRegion[]) {
		this.#regions = mostLocalFirst(regions).map((region) => ({
			region,
			loader: new PostcodeLoader(region)
		}));
	}

	/** The place of a postcode and its region, or why there is none. Throws where no region can be asked. */
	async ask(postcode: Postcode): Promise<FoundAcross> {
		const answer = answerAcross(postcode, await this.#pieces(postcode));
		if (!answer.found) return answer;
		const { longitude, latitude, lsoa21 } = answer.place;
		return {
			found: true,
			region: answer.region,
			place: { longitude, latitude, code: lsoa21, label: postcode.text, by: 'postcode' }
		};
	}

	/** What the regions have of the postcode's first half; of one that could not be reached, nothing, as long as another answered. */
	async #pieces({ outward }: Postcode) {
		const asked = await Promise.allSettled(
			this.#regions.map(async ({ region, loader }) => ({
				region,
				piece: await loader.piece(outward)
			}))
		);
		const came = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
		const failed = asked.find((one) => one.status === 'rejected');
		if (failed && !came.some(({ piece }) => piece)) throw failed.reason;
		return came;
	}
}

/**
 * Where a postcode is that the region of a page does not have. The first page lists the regions, so
 * its data is fetched; null where no region has it or that page cannot be read. May throw.
 */
export async function lookElsewhere(postcode: Postcode): Promise<PlaceElsewhere | null> {
	const home = await preloadData(resolve('/'));
	if (home.type !== 'loaded' || home.status !== 200) return null;
	const { summaries } = home.data as { summaries: HomeRegion[] };
	const answer = await new PostcodesAcross(summaries).ask(postcode);
	if (!answer.found) return null;
	const { region, place } = answer;
	return { slug: region.slug, name: region.name, place };
}
