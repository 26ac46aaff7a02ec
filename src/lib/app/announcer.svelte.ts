/**
 * One voice for screen readers. What the reader asked for beats what merely happened:
 * news that comes within a moment of an answer is dropped.
 */
const MOMENT = 1_000;

export class Announcer {
	/** The text of the live region. */
	text = $state('');
	#answeredAt = -Infinity;
	#toggle = false;

	/** The answer to something the reader did. */
	answer(text: string): void {
		this.#answeredAt = performance.now();
		this.#say(text);
	}

	/** Something that happened by itself. */
	news(text: string): void {
		if (performance.now() - this.#answeredAt > MOMENT) this.#say(text);
	}

	/** Say nothing more of what was said: it may name a postcode. */
	forget(): void {
		this.text = '';
	}

	/** The same words twice must still be a change, or they are not read again. */
	#say(text: string): void {
		this.#toggle = !this.#toggle;
		this.text = this.#toggle ? text : `${text}\u00a0`;
	}
}
