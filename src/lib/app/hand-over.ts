/**
 * What one page has for the next: a place found by postcode, what was typed into the bar, or that the
 * reader's own places are to be shown. In memory
 * alone, so that no address, no history and no storage has it on the way, and gone once it is taken.
 */
import type { FoundPlace } from '../search/suggestions.ts';

export class HandOver {
	#place: FoundPlace | null = null;
	#typed = '';
	#own = false;

	/** Have the page that opens next show where the reader's own places are. */
	leaveOwn(): void {
		this.#own = true;
	}

	/** Whether they are to be shown, once. */
	takeOwn(): boolean {
		const own = this.#own;
		this.#own = false;
		return own;
	}

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

	/** Leave what is to be searched for on the page that opens next; empty takes it back. */
	leaveTyped(text: string): void {
		this.#typed = text;
	}

	/** What was typed, once; empty where nothing was. */
	takeTyped(): string {
		const text = this.#typed;
		this.#typed = '';
		return text;
	}
}
