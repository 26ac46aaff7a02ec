/**
 * What one region's page has of the reader's own database: it is opened when it is first asked
 * for, and again where that failed; other tabs are told of what changes, and tell.
 */
import { onForgotten } from '../app/forgotten.ts';
import { hasOwnDatabase, openOwnDatabase, type OwnDatabase } from './own-database.ts';

export class OwnShelf {
	readonly #region: string;
	readonly #name: string;
	#channel: BroadcastChannel | null = null;
	#deaf: (() => void) | null = null;
	#database: Promise<OwnDatabase> | null = null;

	/** `region` is its slug, `name` that of the channel on which tabs tell each other. */
	constructor(region: string, name: string) {
		this.#region = region;
		this.#name = name;
	}

	/**
	 * Say so whenever another tab changed what is kept of the region, and when the reader has all
	 * of it forgotten: whoever hears that lets go of it ({@link letGo}).
	 */
	follow(hears: { changed: () => void; forgotten: () => void }): void {
		this.#deaf = onForgotten(hears.forgotten);
		if (typeof BroadcastChannel === 'undefined') return;
		this.#channel = new BroadcastChannel(this.#name);
		this.#channel.onmessage = ({ data }) => {
			if (data === this.#region) hears.changed();
		};
	}

	/** Whether anything may be kept: to look by opening would leave an empty database. */
	isThere(): Promise<boolean> {
		return hasOwnDatabase();
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

	/** Close it once what is `underWay` has ended. It may be opened again. */
	letGo(underWay: Promise<void> = Promise.resolve()): void {
		const database = this.#database;
		this.#database = null;
		void underWay.then(async () => (await database)?.close()).catch(() => undefined);
	}

	/** Follow no more, and {@link letGo}. */
	close(underWay?: Promise<void>): void {
		this.#deaf?.();
		this.#deaf = null;
		this.#channel?.close();
		this.#channel = null;
		this.letGo(underWay);
	}
}
