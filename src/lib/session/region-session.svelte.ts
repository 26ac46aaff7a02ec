/**
 * What every page of a region puts together: the address, the loader of the region's pack, what
 * the reader brings and decides, what failed and what is under way. A page with a question of
 * its own builds on it: `MapSession`, `GapsSession`, `SitingSession`.
 */
import { untrack } from 'svelte';
import { asset } from '$app/paths';
import type { Edition } from '../facts/editions.ts';
import { hasPart, PICTURE, type RegionSummary } from '../facts/manifest.ts';
import { boundariesPart, type Part, type PartName } from '../facts/parts.ts';
import type { BasemapPart, BoundariesPart } from '../geometry/parts.ts';
import { ownPart } from '../register/own-part.ts';
import type { Codec } from '../url/codec.ts';
import type { Placed } from '../url/held-back.ts';
import type { Camera } from '../url/map-state.ts';
import { DecisionsStore } from './decisions.svelte.ts';
import { isOwnLeftOut, leaveOwnOut } from './own-left-out.ts';
import { OwnAssetsStore } from './own-assets.svelte.ts';
import { PackLoader } from './pack-loader.svelte.ts';
import { today } from './today.ts';
import { UrlStore } from './url-store.svelte.ts';

/** As if the reader had brought nothing. */
const withoutOwn = () => ({ assets: [], part: ownPart([], today()) });

/** What a session is made of. */
export interface SessionStart<State> {
	region: RegionSummary;
	codec: Codec<State>;
	/** The parts that came with the page. */
	parts: readonly Part[];
	/** Tell whoever hears the page. */
	say: (text: string) => void;
}

export class RegionSession<State extends Placed> {
	readonly region: RegionSummary;
	readonly url: UrlStore<State>;
	readonly loader: PackLoader;
	/** The reader's own assets: a part of the pack like the others, if an empty one. */
	readonly own: OwnAssetsStore;
	#useOwn = $state(true);
	readonly say: (text: string) => void;

	/** Make it while a component is being set up, one for each region: the region never changes. */
	constructor({ region, codec, parts, say }: SessionStart<State>) {
		this.region = region;
		this.say = say;
		this.url = new UrlStore(codec, () => this.ownCount);
		this.loader = new PackLoader(region, parts);
		this.own = new OwnAssetsStore(region.slug);
		this.#useOwn = !isOwnLeftOut(region.slug);
		untrack(() => this.loader.bring(this.own));
		$effect(() => this.own.attach());
		$effect(() => this.loader.bring(this.useOwn ? this.own : withoutOwn()));
	}

	/** Whether the reader's own places count in the answers: on every page, until they say otherwise. */
	get useOwn(): boolean {
		return this.#useOwn;
	}

	set useOwn(use: boolean) {
		this.#useOwn = use;
		leaveOwnOut(this.region.slug, !use);
	}

	/** How many of the reader's own places count in the answers. */
	get ownCount(): number {
		return this.useOwn ? this.own.assets.length : 0;
	}

	/** The reader's decisions on duplicates, followed from now on. Call it while a component is being set up. */
	followDecisions(): DecisionsStore {
		const decisions = new DecisionsStore(this.region.slug);
		$effect(() => decisions.attach());
		return decisions;
	}

	/**
	 * Load what is wanted whenever that is something else; `wanted` may be reactive. Call it
	 * while a component is being set up. Failures are kept, see `failed`.
	 */
	want(wanted: () => readonly PartName[]): void {
		$effect(() => {
			const parts = wanted();
			untrack(() => void this.loader.ensure(parts));
		});
	}

	/** Whether the region has a part, loaded or not. */
	readonly has = (part: string): boolean => hasPart(this.region, part);

	/** Whether anything could not be loaded. */
	get failed(): boolean {
		return this.loader.failures().length > 0;
	}

	/** What is under way, in words; nothing once something failed, as the page says that instead. */
	underWay(words: readonly string[]): readonly string[] {
		return this.failed ? [] : words;
	}

	/** The ground of the map; undefined while it is on its way. */
	get basemap(): BasemapPart | undefined {
		return this.loader.get('basemap');
	}

	/** Whether that could not be loaded. */
	get groundFailed(): boolean {
		return this.loader.failures().some(({ part }) => part === 'basemap');
	}

	/** The outlines of an edition's neighbourhoods; undefined while they are on their way. */
	boundariesOf(edition: Pick<Edition, 'vintage'>): BoundariesPart | undefined {
		return this.loader.get(boundariesPart(edition));
	}

	/** Address of a still picture of the first map. */
	get still(): string {
		return asset(`/${this.region.files.find(({ part }) => part === PICTURE)?.path ?? ''}`);
	}

	/** Camera and area of the address when the reader came here or went back: a new object each time. */
	get arrived(): { camera: Camera | null; area: string | null } {
		return this.url.arrived;
	}

	/** A map came to rest; null is the whole region. */
	rest(camera: Camera | null): void {
		this.url.note({ camera } as Partial<State>);
	}

	/** A step the reader may want to take back, and what to say of it. */
	go(change: Partial<State>, announcement: string): void {
		this.url.go(change);
		this.say(announcement);
	}
}

/** What a map shows of a session, whatever else its page asks. */
export type MapGround = Pick<
	RegionSession<Placed>,
	'region' | 'say' | 'basemap' | 'groundFailed' | 'boundariesOf' | 'still' | 'arrived' | 'rest'
>;

/** What the frame of a page shows of a session. */
export type PageFrame = Pick<
	RegionSession<Placed>,
	'region' | 'loader' | 'own' | 'useOwn' | 'ownCount' | 'say'
> & {
	url: { notes: readonly string[]; dismissNotes: () => void };
};
