/**
 * What one page found for the next: a place by postcode. In memory alone, so that no address, no
 * history and no storage has it on the way, and gone once it is taken.
 */
import type { FoundPlace } from '../search/suggestions.ts';

export class HandOver {
	#place: FoundPlace | null = null;

	/** Leave a place for the page that opens next; null takes back what was left. */
	leave(place: FoundPlace | null): void {
		this.#place = place;
	}

	/** What was left, once. */
	take(): FoundPlace | null {
		const place = this.#place;
		this.#place = null;
		return place;
	}
}
