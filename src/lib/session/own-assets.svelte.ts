/**
 * The reader's own assets of a region, kept in this browser (IndexedDB) and nowhere else.
 * Where the browser keeps nothing, they last as long as the page, and the page says so.
 * Other tabs are told of every change.
 */
import { ownAssets, ownPart, type OwnAsset, type OwnBatch } from '../register/own-part.ts';
import type { AssetsPart } from '../register/parts.ts';
import { notKept, notRead, type OwnDatabase } from './own-database.ts';
import { OwnShelf } from './own-shelf.ts';
import { now, today } from './today.ts';

const CHANNEL = 'asset-gap-map/own-assets';

export class OwnAssetsStore {
	readonly #region: string;
	#batches = $state.raw<readonly OwnBatch[]>([]);
	#removed = $state.raw<readonly OwnBatch[]>([]);
	readonly #shelf: OwnShelf;
	/** Whether what was kept before has been looked for. */
	ready = $state(false);
	/** What the reader should know of how their assets are kept; null when all is well. */
	notice = $state<string | null>(null);
	readonly #assets = $derived(ownAssets(this.#batches));
	readonly #part = $derived(ownPart(this.#batches, today()));

	/** `region` is its slug. */
	constructor(region: string) {
		this.#region = region;
		this.#shelf = new OwnShelf(region, CHANNEL);
	}

	/** What was brought, the latest first. */
	get batches(): readonly OwnBatch[] {
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
	get removed(): readonly OwnBatch[] {
		return this.#removed;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(): () => void {
		void this.#read();
		this.#shelf.follow({
			changed: () => void this.#read(),
			forgotten: () => {
				this.#removed = [];
				this.#show([]);
				this.#shelf.letGo();
			}
		});
		return () => this.#shelf.close();
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
		await this.#put([batch]);
	}

	async remove(id: string): Promise<void> {
		await this.#delete(this.#batches.filter((batch) => batch.id === id));
	}

	async removeAll(): Promise<void> {
		await this.#delete(this.#batches);
	}

	/** Bring back what was removed last. */
	async undoRemoval(): Promise<void> {
		const back = this.#removed;
		this.#removed = [];
		await this.#put(back);
	}

	async #put(batches: readonly OwnBatch[]): Promise<void> {
		this.#show([...batches, ...this.#batches]);
		await this.#store(async (database) => {
			const writing = database.transaction('batches', 'readwrite');
			for (const batch of batches) {
				await writing.store.put({ ...batch, region: this.#region });
			}
			await writing.done;
		});
	}

	/** What is removed is shown as removed once it is: whoever leaves the page then has left nothing. */
	async #delete(batches: readonly OwnBatch[]): Promise<void> {
		const ids = batches.map(({ id }) => id);
		await this.#store(async (database) => {
			const writing = database.transaction('batches', 'readwrite');
			await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done]);
		});
		this.#removed = batches;
		this.#show(this.#batches.filter(({ id }) => !ids.includes(id)));
	}

	#show(batches: readonly OwnBatch[]): void {
		this.#batches = batches.toSorted((a, b) => (a.brought < b.brought ? 1 : -1));
	}

	async #store(write: (database: OwnDatabase) => Promise<void>): Promise<void> {
		try {
			await write(await this.#shelf.open());
			this.#shelf.tell();
		} catch (error) {
			this.notice = notKept(error, 'your places');
		}
	}

	/** Lists from before a rule, or a wider one, knew a place that must not be found: it goes. */
	async #withoutHeld(
		database: OwnDatabase,
		kept: readonly (OwnBatch & { region: string })[]
	): Promise<readonly OwnBatch[]> {
		// Most browsers keep no list, and need not know the rule.
		const { droppedNotice, withoutHeld } = await import('../register/held-batches.ts');
		const { batches, changed, dropped } = withoutHeld(kept);
		if (dropped === 0) return kept;
		const writing = database.transaction('batches', 'readwrite');
		await Promise.all([...changed.map((batch) => writing.store.put(batch)), writing.done]);
		this.notice = droppedNotice(dropped);
		return batches;
	}

	async #read(): Promise<void> {
		try {
			if (!(await this.#shelf.isThere())) {
				this.#show([]);
				this.ready = true;
				return;
			}
			const database = await this.#shelf.open();
			const kept = await database.getAllFromIndex('batches', 'region', this.#region);
			this.#show(kept.length === 0 ? kept : await this.#withoutHeld(database, kept));
		} catch (error) {
			this.notice = notRead(error, 'your own places');
		}
		this.ready = true;
	}
}
