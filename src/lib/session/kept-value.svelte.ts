/**
 * One value that is kept in this browser and followed across tabs, of which no change is lost.
 *
 * A change is a function from the newest value to the next. It holds in memory at once, and is
 * kept, one after the other, by reading, changing and writing in one step of the store: what
 * another tab wrote in between is there to be changed, and not written over. Whatever is read goes
 * through the same queue, and changes that are still on their way are made on top of it. Where the
 * browser keeps nothing they last as long as the page, and `notice` says so.
 */
import { notKept, notRead } from './own-database.ts';
import type { OwnShelf } from './own-shelf.ts';

/** From the newest value to the next. It may be asked several times, of different values. */
export type Change<T> = (value: T) => T;

/** Where a value is kept. Both throw where the browser keeps nothing. */
export interface Keeper<T> {
	/** The newest; the empty one where nothing is kept. */
	read(): Promise<T>;
	/** Read, change and write in one step that nothing comes between; returns what is kept then. */
	change(by: Change<T>): Promise<T>;
}

/** How a value hears of other tabs, and tells them. */
export type Tabs = Pick<OwnShelf, 'follow' | 'tell' | 'letGo' | 'close'>;

interface Making<T> {
	tabs: Tabs;
	keeper: Keeper<T>;
	empty: T;
	/** What is kept, as the reader calls it: "your decisions". */
	what: string;
	/** What what was read needs to be changed by before it is shown; null where nothing. */
	needs?: (read: T) => Promise<Change<T> | null>;
}

interface UnderWay<T> {
	readonly by: Change<T>;
	/** Whether it holds in memory before it is kept. */
	shown: boolean;
}

export class KeptValue<T> {
	readonly #making: Making<T>;
	/** What is kept as far as this tab knows. */
	#kept: T;
	/** Changes that are not kept yet, in the order they were made; those that could not be stay. */
	#underWay: readonly UnderWay<T>[] = [];
	/** Rises when everything is forgotten: what was begun before counts no more. */
	#era = 0;
	#queue: Promise<void> = Promise.resolve();
	#value: T = $state.raw() as T;
	/** Whether what was kept before has been looked for. */
	ready = $state(false);
	/** What the reader should know of how it is kept; null when all is well. */
	notice = $state<string | null>(null);

	constructor(making: Making<T>) {
		this.#making = making;
		this.#kept = making.empty;
		this.#value = making.empty;
	}

	get value(): T {
		return this.#value;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(forgotten: () => void = () => undefined): () => void {
		const { tabs } = this.#making;
		void this.#next(() => this.#read());
		tabs.follow({
			changed: () => void this.#next(() => this.#read()),
			forgotten: () => {
				this.forget();
				forgotten();
				tabs.letGo(this.#queue);
			}
		});
		// What was changed last is still on its way.
		return () => tabs.close(this.#queue);
	}

	/** Let go of it here, and of what is on its way: nothing is written or removed by that. */
	forget(): void {
		this.#era++;
		this.#underWay = [];
		this.#kept = this.#making.empty;
		this.#show();
	}

	/** Change it; resolves once that is kept, or could not be. */
	change(by: Change<T>): Promise<void> {
		this.#underWay = [...this.#underWay, { by, shown: true }];
		this.#value = by(this.#value);
		return this.#next(() => this.#write());
	}

	/** {@link change}, which is shown once it is kept: whoever leaves the page then has left nothing. */
	changeWhenKept(by: Change<T>): Promise<void> {
		this.#underWay = [...this.#underWay, { by, shown: false }];
		return this.#next(() => this.#write());
	}

	#next(step: () => Promise<void>): Promise<void> {
		this.#queue = this.#queue.then(step);
		return this.#queue;
	}

	async #read(): Promise<void> {
		const { keeper, needs, what } = this.#making;
		const era = this.#era;
		try {
			const read = await keeper.read();
			const needed = (await needs?.(read)) ?? null;
			if (era === this.#era) {
				this.#kept = read;
				if (this.#underWay.length === 0) this.notice = null;
				// It comes first: it was needed before anything was changed.
				if (needed) this.#underWay = [{ by: needed, shown: true }, ...this.#underWay];
				this.#show();
				if (needed) await this.#write();
			}
		} catch (error) {
			if (era === this.#era) this.notice = notRead(error, what);
		}
		this.ready = true;
	}

	/** Keep all that is under way, what could not be kept earlier too. */
	async #write(): Promise<void> {
		const { keeper, tabs, what } = this.#making;
		const [era, all] = [this.#era, this.#underWay];
		if (all.length === 0) return;
		try {
			const kept = await keeper.change((value) => made(value, all));
			if (era !== this.#era) return;
			this.#kept = kept;
			this.#underWay = this.#underWay.filter((one) => !all.includes(one));
			this.notice = null;
			tabs.tell();
		} catch (error) {
			if (era !== this.#era) return;
			for (const one of all) one.shown = true;
			this.notice = notKept(error, what);
		}
		this.#show();
	}

	#show(): void {
		this.#value = made(
			this.#kept,
			this.#underWay.filter(({ shown }) => shown)
		);
	}
}

const made = <T>(value: T, changes: readonly UnderWay<T>[]): T =>
	changes.reduce((so, { by }) => by(so), value);
