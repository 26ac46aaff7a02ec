/** The postcode on the first page: which region it is in, and what to say where it is in none. */
import { readPostcode, type Postcode } from '../postcodes/postcode.ts';
import type { FoundPlace } from '../search/suggestions.ts';
import { PostcodesAcross, type HomeRegion } from './postcodes-across.ts';

const HOW = 'A whole postcode looks like SW1A 1AA.';

export class HomeSearch {
	/** What is typed: kept by this page alone, and only until it is answered. */
	query = $state('');
	/** What is wrong, or under way; null is nothing. */
	message = $state<string | null>(null);
	/** Postcodes that may have been meant. */
	meant = $state.raw<readonly Postcode[]>([]);
	readonly #across: PostcodesAcross;
	#turn = 0;

	constructor(regions: readonly HomeRegion[]) {
		this.#across = new PostcodesAcross(regions);
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
			const answer = await this.#across.ask(postcode);
			if (mine !== this.#turn) return null;
			if (!answer.found) {
				this.message = answer.problem;
				return null;
			}
			const { region, place } = answer;
			this.message = `${postcode.text} is in ${region.name}. Opening it…`;
			return { slug: region.slug, place };
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
}
