/**
 * The reader's decisions on duplicates of a region, kept in this browser and nowhere else, and
 * followed across tabs. Where the browser keeps nothing they last as long as the page, and the
 * page says so.
 */
import type { Decisions } from '../register/linkage/decisions.ts';
import { onForgotten } from '../app/forgotten.ts';
import {
	hasOwnDatabase,
	notKept,
	notRead,
	openOwnDatabase,
	type OwnDatabase
} from './own-database.ts';

const CHANNEL = 'asset-gap-map/decisions';

export class DecisionsStore {
	readonly #region: string;
	#decisions = $state.raw<Decisions>([]);
	#removed = $state.raw<Decisions>([]);
	/** What the reader should know of how decisions are kept; null when all is well. */
	notice = $state<string | null>(null);
	#channel: BroadcastChannel | null = null;
	#database: Promise<OwnDatabase> | null = null;
	/** Writing goes one after the other, so that the last decision is what stays. */
	#writing: Promise<void> = Promise.resolve();

	/** `region` is its slug. */
	constructor(region: string) {
		this.#region = region;
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
		if (typeof BroadcastChannel !== 'undefined') {
			this.#channel = new BroadcastChannel(CHANNEL);
			this.#channel.onmessage = ({ data }) => {
				if (data === this.#region) void this.#read();
			};
		}
		const deaf = onForgotten(() => {
			this.#removed = [];
			this.#decisions = [];
			this.#close();
		});
		return () => {
			deaf();
			this.#channel?.close();
			this.#channel = null;
			this.#close();
		};
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
				const database = await this.#open();
				if (decisions.length === 0) await database.delete('decisions', this.#region);
				else await database.put('decisions', { region: this.#region, decisions });
				this.#channel?.postMessage(this.#region);
			} catch (error) {
				this.notice = notKept(error, 'your decisions');
			}
		});
		return this.#writing;
	}

	async #read(): Promise<void> {
		try {
			if (!(await hasOwnDatabase())) {
				this.#decisions = [];
				return;
			}
			const kept = await (await this.#open()).get('decisions', this.#region);
			this.#decisions = kept?.decisions ?? [];
		} catch (error) {
			this.notice = notRead(error, 'your decisions');
		}
	}

	#close(): void {
		const database = this.#database;
		this.#database = null;
		// What was decided last is still on its way.
		void this.#writing.then(async () => (await database)?.close()).catch(() => undefined);
	}

	#open(): Promise<OwnDatabase> {
		this.#database ??= openOwnDatabase();
		this.#database.catch(() => (this.#database = null));
		return this.#database;
	}
}
