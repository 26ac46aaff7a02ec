/**
 * Frames for deck.gl. Left alone it asks for one after the other as long as the page is open, though
 * it draws with the map's own: a page at rest would wake sixty times a second. Here it gets a frame
 * when something may have changed, and no other.
 */

type Frame = (time: number) => void;

/** What deck.gl calls instead of the browser's own two functions. */
export class HubFrames {
	readonly #request: (frame: Frame) => number;
	/** The frame that deck.gl asked for last, until it gets it. */
	#asked: Frame | null = null;
	/** Something changed, and deck.gl has had no frame since. */
	#isDue = false;
	#isUnderWay = false;

	constructor(request: (frame: Frame) => number = (frame) => requestAnimationFrame(frame)) {
		this.#request = request;
	}

	/** Something that deck.gl draws may have changed: it gets its next frame. */
	wake(): void {
		this.#isDue = true;
		this.#give();
	}

	/** deck.gl wants a frame, and waits for it until something changes. */
	requestAnimationFrame(frame: Frame): number {
		this.#asked = frame;
		this.#give();
		return 1;
	}

	/** deck.gl wants none any more. */
	cancelAnimationFrame(): void {
		this.#asked = null;
	}

	#give(): void {
		if (!this.#isDue || !this.#asked || this.#isUnderWay) return;
		this.#isUnderWay = true;
		this.#request((time) => {
			this.#isUnderWay = false;
			const frame = this.#asked;
			this.#asked = null;
			if (!frame) return;
			// What changes from here on is due again.
			this.#isDue = false;
			frame(time);
		});
	}
}
