/**
 * The reader's own assets of a region, kept in this browser (IndexedDB) and nowhere else.
 * Where the browser keeps nothing, they last as long as the page, and the page says so.
 * Other tabs are told of every change.
 */
import { ownAssets, ownPart, type OwnAsset, type OwnBatch } from '../register/own-part.ts';
import type { AssetsPart } from '../register/parts.ts';
import { KeptValue, type Change } from './kept-value.svelte.ts';
import { batchesOf } from './own-rows.ts';
import { OwnShelf } from './own-shelf.ts';
import { now, today } from './today.ts';

const CHANNEL = 'asset-gap-map/own-assets';

type Batches = readonly OwnBatch[];

export class OwnAssetsStore {
	readonly #kept: KeptValue<Batches>;
	#removed = $state.raw<Batches>([]);
	/** What was taken out as it must not be found, in words; null where nothing was. */
	#dropped = $state<string | null>(null);
	readonly #batches = $derived.by(() => latestFirst(this.#kept.value));
	readonly #assets = $derived(ownAssets(this.#batches));
	readonly #part = $derived(ownPart(this.#batches, today()));

	/** `region` is its slug. */
	constructor(region: string) {
		const tabs = new OwnShelf(region, CHANNEL);
		const keeper = batchesOf(tabs, region);
		const needs = (read: Batches) => this.#withoutHeld(read);
		this.#kept = new KeptValue({ tabs, keeper, empty: [], what: 'your places', needs });
	}

	/** What was brought, the latest first. */
	get batches(): Batches {
		return this.#batches;
	}

	/** All assets; where one was brought twice, as it was brought last. */
	get assets(): readonly OwnAsset[] {
		return this.#assets;
	}

	/** Them as a part of the region's pack; empty while there are none. */
	get part(): AssetsPart {
		return this.#part;
	}

	/** What was removed last and can be taken back. */
	get removed(): Batches {
		return this.#removed;
	}

	/** Whether what was kept before has been looked for. */
	get ready(): boolean {
		return this.#kept.ready;
	}

	/** What the reader should know of how their places are kept; null when all is well. */
	get notice(): string | null {
		return this.#kept.notice ?? this.#dropped;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(): () => void {
		return this.#kept.attach(() => {
			this.#removed = [];
			this.#dropped = null;
		});
	}

	/** Keep what was brought from a file. */
	async add(fileName: string, assets: readonly OwnAsset[]): Promise<void> {
		const batch: OwnBatch = {
			id: crypto.randomUUID(),
			fileName,
			brought: now(),
			assets
		};
		this.#removed = [];
		await this.#kept.change(bringing([batch]));
	}

	async remove(id: string): Promise<void> {
		await this.#remove((batch) => batch.id === id);
	}

	async removeAll(): Promise<void> {
		await this.#remove(() => true);
	}

	/** Bring back what was removed last. */
	async undoRemoval(): Promise<void> {
		const back = this.#removed;
		this.#removed = [];
		await this.#kept.change(bringing(back));
	}

	async #remove(goes: (batch: OwnBatch) => boolean): Promise<void> {
		let gone: Batches = [];
		await this.#kept.changeWhenKept((batches) => {
			gone = batches.filter(goes);
			return batches.filter((batch) => !goes(batch));
		});
		this.#removed = gone;
	}

	/** Lists from before a rule, or a wider one, knew a place that must not be found: it goes. */
	async #withoutHeld(read: Batches): Promise<Change<Batches> | null> {
		// Most browsers keep no list, and need not know the rule.
		if (read.length === 0) return null;
		const { droppedNotice, withoutHeld } = await import('../register/held-batches.ts');
		const { dropped } = withoutHeld(read);
		if (dropped === 0) return null;
		this.#dropped = droppedNotice(dropped);
		return (batches) => withoutHeld(batches).batches;
	}
}

const bringing =
	(more: Batches): Change<Batches> =>
	(batches) => [...more, ...batches];

const latestFirst = (batches: Batches): Batches =>
	batches.toSorted((a, b) => (a.brought < b.brought ? 1 : -1));
