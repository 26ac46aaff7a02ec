/**
 * What a reader searches for, and what is found: a postcode, a name, or where they are. Only the
 * newest question is answered; what failed says so and can be tried again.
 */
import type { RegionAreas } from '../areas/region.ts';
import type { Layer } from '../layers/layer.ts';
import { answerPostcode } from '../postcodes/answer.ts';
import type { PostcodePiece } from '../postcodes/piece.ts';
import { readPostcode, type Postcode } from '../postcodes/postcode.ts';
import type { NamedService } from '../register/named-services.ts';
import type { SearchAsset } from '../search/entries.ts';
import type { searchOf } from '../search/search-of.ts';
import {
	NO_SUGGESTIONS,
	suggestElsewhere,
	suggestNames,
	suggestPlace,
	type FoundPlace,
	type PlaceElsewhere,
	type Suggestions
} from '../search/suggestions.ts';

/** Results are announced once typing pauses for this many milliseconds. */
const PAUSE = 700;

/** Where is searched, and who is told. It may be reactive: it is read whenever something is asked. */
export interface SearchGround {
	regionName: string;
	areas: RegionAreas;
	/** What the map can show of the region. */
	layers: readonly Layer[];
	assets: readonly SearchAsset[];
	/** Services of the whole area, which have no place. */
	services: readonly NamedService[];
	/** Postcodes with a first half; null where the region has none. May throw. */
	loadPiece: (outward: string) => Promise<PostcodePiece | null>;
	/** Another region of the site that a postcode is in; null where none is. May throw. */
	lookElsewhere: (postcode: Postcode) => Promise<PlaceElsewhere | null>;
	/** The neighbourhood at a position, in the vintage of the areas. May throw. */
	locate: (longitude: number, latitude: number) => string | null | Promise<string | null>;
	onPlace: (place: FoundPlace) => void;
	/** The reader goes to search: time to get what can be found. */
	onSearch: () => void;
	/** Say something to those who cannot see the list. */
	say: (text: string) => void;
}

export class SearchQuestion {
	readonly #ground: SearchGround;
	query = $state('');
	#suggestions = $state.raw<Suggestions>(NO_SUGGESTIONS);
	/** What is under way, in words. */
	#busy = $state<string | null>(null);
	#retry = $state<'text' | 'position' | null>(null);
	#create = $state.raw<typeof searchOf | null>(null);
	readonly #search = $derived.by(() => {
		const { areas, layers, assets, services } = this.#ground;
		return this.#create?.(areas, layers, assets, services);
	});
	#turn = 0;
	#announcing: ReturnType<typeof setTimeout> | undefined;

	constructor(ground: SearchGround) {
		this.#ground = ground;
	}

	get suggestions(): Suggestions {
		return this.#suggestions;
	}

	/** What is under way, wrong or to be done; null where the list says it all. */
	get message(): string | null {
		return this.#busy ?? this.#suggestions.message;
	}

	/** What failed and may be asked again: what was typed, or where the reader is. */
	get retry(): 'text' | 'position' | null {
		return this.#retry;
	}

	/** Get what is needed to search by name. Throws when it cannot be loaded. */
	async prepare(): Promise<void> {
		this.#ground.onSearch();
		this.#create ??= (await import('../search/search-of.ts')).searchOf;
	}

	/** Look up what is typed. */
	async look(): Promise<void> {
		const mine = ++this.#turn;
		this.#retry = null;
		if (this.query.trim() === '') {
			this.#offer(NO_SUGGESTIONS, 'now');
			return;
		}
		const reading = readPostcode(this.query);
		if (reading.kind === 'postcode') await this.#lookUp(reading.postcode, mine);
		else await this.#searchNames(mine);
	}

	/** Ask the device where the reader is, and show it. */
	async findMe(): Promise<void> {
		const mine = ++this.#turn;
		clearTimeout(this.#announcing);
		this.#retry = null;
		this.#suggestions = NO_SUGGESTIONS;
		this.query = '';
		this.#busy = 'Asking your device where it is…';
		this.#ground.say(this.#busy);
		try {
			// Few ask: not needed before the map.
			const { whereYouAre } = await import('./where-you-are.ts');
			const { place, says } = await whereYouAre(this.#ground);
			if (mine !== this.#turn) return;
			if (place) this.#ground.onPlace(place);
			this.#tell(says);
		} catch (error) {
			this.#fail(mine, 'position', 'Your neighbourhood could not be looked up', error);
		}
	}

	/** The reader chose: nothing that is under way is answered, and `text` stands in the box. */
	settle(text: string): void {
		this.leave();
		this.query = text;
		this.#busy = null;
		this.#suggestions = NO_SUGGESTIONS;
	}

	/** Answer and announce nothing more of what is under way. */
	leave(): void {
		this.#turn++;
		clearTimeout(this.#announcing);
	}

	async #lookUp(postcode: Postcode, mine: number): Promise<void> {
		this.#suggestions = NO_SUGGESTIONS;
		this.#busy = `Looking up ${postcode.text}…`;
		try {
			const piece = await this.#ground.loadPiece(postcode.outward);
			if (mine !== this.#turn) return;
			const { areas, regionName } = this.#ground;
			const here = answerPostcode(postcode, piece, areas, regionName);
			// Where the others cannot be asked, it is still true that this one does not have it.
			const there = here.found
				? null
				: await this.#ground.lookElsewhere(postcode).catch(() => null);
			if (mine !== this.#turn) return;
			this.#offer(there ? suggestElsewhere(there) : suggestPlace(here), 'after a pause');
		} catch (error) {
			this.#fail(
				mine,
				'text',
				`The postcodes that begin with ${postcode.outward} could not be loaded. A postcode needs a connection until the postcodes of the area are on your device`,
				error
			);
		}
	}

	async #searchNames(mine: number): Promise<void> {
		if (!this.#search) this.#busy = 'Getting the search ready…';
		try {
			await this.prepare();
		} catch (error) {
			this.#fail(mine, 'text', 'The search by name could not be loaded', error);
			return;
		}
		if (mine !== this.#turn || !this.#search) return;
		const { query } = this;
		const results = this.#search(query);
		this.#offer(
			suggestNames(query, readPostcode(query), results, this.#ground.regionName),
			'after a pause'
		);
	}

	#offer(found: Suggestions, when: 'now' | 'after a pause'): void {
		this.#busy = null;
		this.#suggestions = found;
		clearTimeout(this.#announcing);
		const { say } = this.#ground;
		if (found.spoken === '') return;
		if (when === 'now') say(found.spoken);
		else this.#announcing = setTimeout(() => say(found.spoken), PAUSE);
	}

	#tell(text: string): void {
		this.#offer({ groups: [], message: text, spoken: text }, 'now');
	}

	#fail(mine: number, asked: 'text' | 'position', what: string, error: unknown): void {
		if (mine !== this.#turn) return;
		const why = navigator.onLine
			? error instanceof Error
				? error.message
				: String(error)
			: 'this device is offline';
		this.#tell(
			`${what} (${why}). What is on the page goes on working; the map and the table have every area.`
		);
		this.#retry = asked;
	}
}
