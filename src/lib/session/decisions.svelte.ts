/**
 * The reader's decisions on duplicates of a region, kept in this browser and nowhere else, and
 * followed across tabs. Where the browser keeps nothing they last as long as the page, and the
 * page says so.
 */
import type { Decisions } from '../register/linkage/decisions.ts';
import { notKept, notRead } from './own-database.ts';
import { OwnShelf } from './own-shelf.ts';

const CHANNEL = 'asset-gap-map/decisions';

export class DecisionsStore {
	readonly #region: string;
	#decisions = $state.raw<Decisions>([]);
	#removed = $state.raw<Decisions>([]);
	/** What the reader should know of how decisions are kept; null when all is well. */
	notice = $state<string | null>(null);
	readonly #shelf: OwnShelf;
	/** Writing goes one after the other, so that the last decision is what stays. */
	#writing: Promise<void> = Promise.resolve();

	/** `region` is its slug. */
	constructor(region: string) {
		this.#region = region;
		this.#shelf = new OwnShelf(region, CHANNEL);
	}

	get decisions(): Decisions {
		return this.#decisions;
	}

	/** What was removed last and can be taken back. */
	get removed(): Decisions {
		return this.#removed;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(): () => void {
		void this.#read();
		this.#shelf.follow({
			changed: () => void this.#read(),
			forgotten: () => {
				this.#removed = [];
				this.#decisions = [];
				this.#shelf.letGo(this.#writing);
			}
		});
		// What was decided last is still on its way.
		return () => this.#shelf.close(this.#writing);
	}

	/** Keep these from now on. */
	record(decisions: Decisions): Promise<void> {
		this.#removed = [];
		return this.#keep(decisions);
	}

	/** Remove all of them from this browser. */
	async removeAll(): Promise<void> {
		const before = this.#decisions;
		await this.#keep([]);
		this.#removed = before;
	}

	/** Bring back what was removed last. */
	undoRemoval(): Promise<void> {
		return this.record(this.#removed);
	}

	#keep(decisions: Decisions): Promise<void> {
		this.#decisions = decisions;
		this.#writing = this.#writing.then(async () => {
			try {
				const database = await this.#shelf.open();
				if (decisions.length === 0) await database.delete('decisions', this.#region);
				else await database.put('decisions', { region: this.#region, decisions });
				this.#shelf.tell();
			} catch (error) {
				this.notice = notKept(error, 'your decisions');
			}
		});
		return this.#writing;
	}

	async #read(): Promise<void> {
		try {
			if (!(await this.#shelf.isThere())) {
				this.#decisions = [];
				return;
			}
			const kept = await (await this.#shelf.open()).get('decisions', this.#region);
			this.#decisions = kept?.decisions ?? [];
		} catch (error) {
			this.notice = notRead(error, 'your decisions');
		}
	}
}
