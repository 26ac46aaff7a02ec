/** The postcode on the first page: which region it is in, and what to say where it is in none. */
import {
	answerAcross,
	mostLocalFirst,
	type RegionOfPostcodes
} from '../postcodes/across-regions.ts';
import { readPostcode, type Postcode } from '../postcodes/postcode.ts';
import type { FoundPlace } from '../search/suggestions.ts';
import { PostcodeLoader } from './postcode-loader.ts';

/** A region, and its files of postcodes. */
export interface HomeRegion extends RegionOfPostcodes {
	files: { part: string; path: string }[];
}

const HOW = 'A whole postcode looks like SW1A 1AA.';

export class HomeSearch {
	/** What is typed: kept by this page alone, and only until it is answered. */
	query = $state('');
	/** What is wrong, or under way; null is nothing. */
	message = $state<string | null>(null);
	/** Postcodes that may have been meant. */
	meant = $state.raw<readonly Postcode[]>([]);
	readonly #regions: { region: HomeRegion; loader: PostcodeLoader }[];
	#turn = 0;

	constructor(regions: readonly HomeRegion[]) {
		this.#regions = mostLocalFirst(regions).map((region) => ({
			region,
			loader: new PostcodeLoader(region)
		}));
	}

	/** The place of the postcode that is typed, and its region; null where `message` says why not. */
	async find(): Promise<{ slug: string; place: FoundPlace } | null> {
		const mine = ++this.#turn;
		this.meant = [];
		const reading = readPostcode(this.query);
		if (reading.kind !== 'postcode') {
			if (reading.kind === 'mistake') this.meant = reading.suggestions;
			this.message =
				reading.kind === 'other'
					? `${this.query.trim() === '' ? 'Type your postcode.' : 'That is not a postcode.'} ${HOW}`
					: reading.problem;
			return null;
		}
		const { postcode } = reading;
		this.message = `Looking up ${postcode.text}…`;
		try {
			const asked = await this.#pieces(postcode);
			if (mine !== this.#turn) return null;
			const answer = answerAcross(postcode, asked);
			if (!answer.found) {
				this.message = answer.problem;
				return null;
			}
			const { longitude, latitude, lsoa21 } = answer.place;
			this.message = `${postcode.text} is in ${answer.region.name}. Opening it…`;
			return {
				slug: answer.region.slug,
				place: { longitude, latitude, code: lsoa21, label: postcode.text, by: 'postcode' }
			};
		} catch (error) {
			if (mine !== this.#turn) return null;
			const why = error instanceof Error ? error.message : String(error);
			this.message = `The postcodes could not be loaded (${why}). Try again, or choose your area below.`;
			return null;
		}
	}

	/** Let go of what was typed and found. */
	forget(): void {
		this.#turn++;
		this.query = '';
		this.message = null;
		this.meant = [];
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
