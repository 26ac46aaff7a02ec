/**
 * The only writer of the address. Pages are prerendered with the defaults, so the
 * query is read after mounting; from then on state and address move together, but for what a
 * postcode or the reader's device found, which is held back: the rule stands in `url/held-back.ts`.
 */
import { afterNavigate, pushState, replaceState } from '$app/navigation';
import { onForgotten } from '../app/forgotten.ts';
import type { Codec } from '../url/codec.ts';
import {
	atFound,
	heldAfter,
	publicPart,
	readHeld,
	withFound,
	writeHeld,
	type Found,
	type Placed
} from '../url/held-back.ts';
import type { Camera } from '../url/map-state.ts';
import { madeWithOwn, ownInLink, withOwnCount } from '../register/own-words.ts';
import { HeldTexts } from './held-texts.ts';

export class UrlStore<State extends Placed> {
	readonly #codec: Codec<State>;
	/** How many of the reader's own places count in what the page shows. */
	readonly #own: () => number;
	readonly #texts = new HeldTexts();
	/** The query of the address as it was last read or written. */
	#search = '';
	/** What the page shows: what the address says, and what is held back from it. The defaults until the page is mounted. */
	state: State;
	/** What was found and is held back from the address; null where nothing is. */
	found = $state.raw<Found | null>(null);
	/** What of the address could not be understood. */
	notes = $state.raw<string[]>([]);
	/** Camera and area of the address when the reader came here or went back: a new object each time. */
	arrived = $state.raw<{ camera: Camera | null; area: string | null }>({
		camera: null,
		area: null
	});

	/** Make it while a component is being set up: it follows the router and the history from then on. */
	constructor(codec: Codec<State>, own: () => number = () => 0) {
		this.#codec = codec;
		this.#own = own;
		this.state = $state.raw(codec.defaults());
		afterNavigate(() => this.#read());
		$effect(() => {
			// A link within the page, such as “Skip to the content”, changes nothing of what is shown.
			const read = ({ state }: PopStateEvent) => {
				if (state !== null || location.search !== this.#search) this.#read();
			};
			addEventListener('popstate', read);
			return () => removeEventListener('popstate', read);
		});
		$effect(() => onForgotten(() => this.#letGo()));
	}

	/** Take any map there, as if the address had said so when the reader came. */
	arriveAt(camera: Camera): void {
		this.note({ camera } as Partial<State>);
		this.arrived = { camera, area: null };
	}

	/** Read the address now: for what is made after the page was opened, which no navigation tells. */
	begin(): void {
		this.#read();
	}

	/** A step the reader may want to take back. */
	go(change: Partial<State>): void {
		const state = { ...this.state, ...change };
		this.#write(state, heldAfter(this.found, change, state), pushState);
	}

	/** A detail that is not a step, such as where the map came to rest. */
	note(change: Partial<State>): void {
		const state = { ...this.state, ...change };
		this.#write(state, heldAfter(this.found, change, state), replaceState);
	}

	/** A step to what a postcode or the reader's device found, which no address says. */
	goToFound(found: Omit<Found, 'left'>): void {
		const held = { ...found, left: false };
		this.#write(atFound(this.state, held), held, pushState);
	}

	/** Arrive at what another page found: no step of its own, and any map begins there. */
	arriveAtFound(found: Omit<Found, 'left'>): void {
		const held = { ...found, left: false };
		this.#write(atFound(this.state, held), held, replaceState);
		this.arrived = { camera: this.state.camera, area: this.state.area ?? null };
	}

	/** What may be said of the state: what every address, file and picture holds. */
	get said(): State {
		return publicPart(this.state, this.found);
	}

	/** Whether the area that is chosen is held back from the address. */
	get holdsArea(): boolean {
		return this.found?.area != null && this.state.area === this.found.area;
	}

	/**
	 * The whole address of what may be said of the page; with `middle`, where the people of the
	 * neighbourhood that was found live, of that too.
	 */
	link(middle: readonly [longitude: number, latitude: number] | null): string {
		const { state, found } = this;
		const said = found && middle ? withFound(state, found, middle) : publicPart(state, found);
		const address = `${location.origin}${location.pathname}${this.#codec.query(said)}`;
		return withOwnCount(address, this.#own());
	}

	dismissNotes(): void {
		this.notes = [];
	}

	#read(): void {
		const { state, notes } = this.#codec.read(location.search);
		const text = this.#texts.here();
		const held = text === null ? null : readHeld(this.#codec, text);
		this.state = held ? { ...state, ...held.placed } : state;
		this.found = held?.found ?? null;
		const own = ownInLink(location.search);
		this.notes = own === 0 ? notes : [...notes, madeWithOwn(own)];
		this.#search = location.search;
		this.arrived = { camera: this.state.camera, area: this.state.area ?? null };
	}

	#write(state: State, found: Found | null, write: typeof pushState): void {
		const before = this.#codec.query(this.state);
		const heldBefore = this.found;
		this.state = state;
		this.found = found;
		if (this.#codec.query(state) === before && found === heldBefore) return;
		const query = this.#codec.query(publicPart(state, found));
		const entry = found
			? this.#texts.keep(writeHeld(this.#codec, state, found), write === replaceState)
			: {};
		this.#search = query;
		write(`${location.pathname}${query}${location.hash}`, entry);
	}

	/** Everything on this computer was forgotten: what was found is no longer shown. */
	#letGo(): void {
		this.state = publicPart(this.state, this.found);
		this.found = null;
		this.arrived = { camera: this.state.camera, area: this.state.area ?? null };
	}
}
