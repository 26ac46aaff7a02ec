/**
 * What one region's page has of the reader's own database: it is opened when it is first asked
 * for, and again where that failed; other tabs are told of what changes, and tell.
 */
import { openOwnDatabase, type OwnDatabase } from './own-database.ts';

export class OwnShelf {
	readonly #region: string;
	readonly #name: string;
	#channel: BroadcastChannel | null = null;
	#database: Promise<OwnDatabase> | null = null;

	/** `region` is its slug, `name` that of the channel on which tabs tell each other. */
	constructor(region: string, name: string) {
		this.#region = region;
		this.#name = name;
	}

	/** Whenever another tab changed what is kept of the region, say so. */
	follow(changed: () => void): void {
		if (typeof BroadcastChannel === 'undefined') return;
		this.#channel = new BroadcastChannel(this.#name);
		this.#channel.onmessage = ({ data }) => {
			if (data === this.#region) changed();
		};
	}

	/** Throws where the browser keeps nothing. */
	open(): Promise<OwnDatabase> {
		this.#database ??= openOwnDatabase();
		this.#database.catch(() => (this.#database = null));
		return this.#database;
	}

	/** Other tabs hear that something has changed. */
	tell(): void {
		this.#channel?.postMessage(this.#region);
	}

	/** Follow no more, and close once what is `underWay` has ended. It may be opened again. */
	close(underWay: Promise<void> = Promise.resolve()): void {
		this.#channel?.close();
		this.#channel = null;
		const database = this.#database;
		this.#database = null;
		void underWay.then(async () => (await database)?.close()).catch(() => undefined);
	}
}
