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
	/** How often it was followed. */
	#follows = 0;

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
		this.#follows++;
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
		this.#database ??= this.#opened();
		return this.#database;
	}

	/** It is opened again where that failed, or where it was closed as another tab wants it changed. */
	#opened(): Promise<OwnDatabase> {
		const opening = openOwnDatabase(() => this.#forgetIf(opening));
		opening.catch(() => this.#forgetIf(opening));
		return opening;
	}

	#forgetIf(opening: Promise<OwnDatabase>): void {
		if (this.#database === opening) this.#database = null;
	}

	/** Other tabs hear that something has changed. */
	tell(): void {
		this.#channel?.postMessage(this.#region);
	}

	/** Close it once what is `underWay` has ended, which may be what opens it. It may be opened again. */
	letGo(underWay: Promise<void> = Promise.resolve()): void {
		const follows = this.#follows;
		const end = async () => {
			// Whoever follows again meanwhile goes on with it.
			if (this.#follows !== follows) return;
			const database = this.#database;
			this.#database = null;
			(await database)?.close();
		};
		void underWay.then(end, end).catch(() => undefined);
	}

	/** Follow no more, and {@link letGo}; what is still `underWay` is told to other tabs. */
	close(underWay: Promise<void> = Promise.resolve()): void {
		this.#deaf?.();
		this.#deaf = null;
		this.letGo(underWay);
		const channel = this.#channel;
		if (!channel) return;
		channel.onmessage = null;
		const end = () => channel.close();
		void underWay.then(end, end);
	}
}
