/**
 * The only writer of the address. Pages are prerendered with the defaults, so the
 * query is read after mounting; from then on state and address move together.
 */
import { afterNavigate, pushState, replaceState } from '$app/navigation';
import type { Codec } from '../url/codec.ts';
import type { Camera } from '../url/map-state.ts';

export class UrlStore<State extends { camera: Camera | null }> {
	readonly #codec: Codec<State>;
	/** What the address says; the defaults until the page is mounted. */
	state: State;
	/** What of the address could not be understood. */
	notes = $state.raw<string[]>([]);
	/** The camera of the address when the reader came here or went back: a new object each time. */
	arrived = $state.raw<{ camera: Camera | null }>({ camera: null });

	/** Make it while a component is being set up: it follows the router and the history from then on. */
	constructor(codec: Codec<State>) {
		this.#codec = codec;
		this.state = $state.raw(codec.defaults());
		afterNavigate(() => this.#read());
		$effect(() => {
			const read = () => this.#read();
			addEventListener('popstate', read);
			return () => removeEventListener('popstate', read);
		});
	}

	/** A step the reader may want to take back. */
	go(change: Partial<State>): void {
		this.#write(change, pushState);
	}

	/** A detail that is not a step, such as where the map came to rest. */
	note(change: Partial<State>): void {
		this.#write(change, replaceState);
	}

	dismissNotes(): void {
		this.notes = [];
	}

	#read(): void {
		const { state, notes } = this.#codec.read(location.search);
		this.state = state;
		this.notes = notes;
		this.arrived = { camera: state.camera };
	}

	#write(change: Partial<State>, write: typeof pushState): void {
		const before = this.#codec.query(this.state);
		this.state = { ...this.state, ...change };
		const query = this.#codec.query(this.state);
		if (query !== before) write(`${location.pathname}${query}${location.hash}`, {});
	}
}
