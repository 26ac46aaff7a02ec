/**
 * The only writer of the address. Pages are prerendered with the defaults, so the
 * query is read after mounting; from then on state and address move together.
 */
import { afterNavigate, pushState, replaceState } from '$app/navigation';
import type { Camera, MapState } from '../url/map-state.ts';
import { defaultState, readState, writeQuery } from '../url/map-state.ts';

export class UrlStore {
	/** What the address says; the defaults until the page is mounted. */
	state = $state.raw<MapState>(defaultState());
	/** What of the address could not be understood. */
	notes = $state.raw<string[]>([]);
	/** The camera of the address when the reader came here or went back: a new object each time. */
	arrived = $state.raw<{ camera: Camera | null }>({ camera: null });

	/** Make it while a component is being set up: it follows the router and the history from then on. */
	constructor() {
		afterNavigate(() => this.#read());
		$effect(() => {
			const read = () => this.#read();
			addEventListener('popstate', read);
			return () => removeEventListener('popstate', read);
		});
	}

	/** A step the reader may want to take back. */
	go(change: Partial<MapState>): void {
		this.#write(change, pushState);
	}

	/** A detail that is not a step, such as where the map came to rest. */
	note(change: Partial<MapState>): void {
		this.#write(change, replaceState);
	}

	dismissNotes(): void {
		this.notes = [];
	}

	#read(): void {
		const { state, notes } = readState(location.search);
		this.state = state;
		this.notes = notes;
		this.arrived = { camera: state.camera };
	}

	#write(change: Partial<MapState>, write: typeof pushState): void {
		const before = writeQuery(this.state);
		this.state = { ...this.state, ...change };
		const query = writeQuery(this.state);
		if (query !== before) write(`${location.pathname}${query}${location.hash}`, {});
	}
}
