/**
 * The only writer of the address. Pages are prerendered with the defaults, so the
 * query is read after mounting; from then on state and address move together.
 */
import { pushState, replaceState } from '$app/navigation';
import { defaultState, readState, writeQuery, type MapState } from '../url/map-state.ts';

export class UrlStore {
	/** What the address says; the defaults until {@link UrlStore.attach}. */
	state = $state.raw<MapState>(defaultState());
	/** What of the address could not be understood. */
	notes = $state.raw<string[]>([]);

	/** Start reading the address; returns what stops it. Call it in an effect. */
	attach(): () => void {
		const read = () => {
			const { state, notes } = readState(location.search);
			this.state = state;
			this.notes = notes;
		};
		read();
		addEventListener('popstate', read);
		return () => removeEventListener('popstate', read);
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

	#write(change: Partial<MapState>, write: typeof pushState): void {
		this.state = { ...this.state, ...change };
		write(`${location.pathname}${writeQuery(this.state)}${location.hash}`, {});
	}
}
