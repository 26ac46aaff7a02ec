/**
 * The reader's decisions on duplicates of a region, kept in this browser and nowhere else, and
 * followed across tabs. Where the browser keeps nothing they last as long as the page, and the
 * page says so.
 */
import type { Decisions } from '../register/linkage/decisions.ts';
import { KeptValue, type Change } from './kept-value.svelte.ts';
import { regionRow } from './own-rows.ts';
import { OwnShelf } from './own-shelf.ts';

const CHANNEL = 'asset-gap-map/decisions';
interface Kept {
	decisions: Decisions;
}
const NONE: Kept = { decisions: [] };

export class DecisionsStore {
	readonly #kept: KeptValue<Kept>;
	#removed = $state.raw<Decisions>([]);

	/** `region` is its slug. */
	constructor(region: string) {
		const tabs = new OwnShelf(region, CHANNEL);
		const isEmpty = ({ decisions }: Kept) => decisions.length === 0;
		const keeper = regionRow(tabs, 'decisions', region, { empty: NONE, isEmpty });
		this.#kept = new KeptValue({ tabs, keeper, empty: NONE, what: 'your decisions' });
	}

	get decisions(): Decisions {
		return this.#kept.value.decisions;
	}

	/** What the reader should know of how decisions are kept; null when all is well. */
	get notice(): string | null {
		return this.#kept.notice;
	}

	/** What was removed last and can be taken back. */
	get removed(): Decisions {
		return this.#removed;
	}

	/** Read what is kept and follow other tabs; returns what ends that. Call it in an effect. */
	attach(): () => void {
		return this.#kept.attach(() => (this.#removed = []));
	}

	/** Change what was decided: from all steps, another tab's too, to those that stand from now on. */
	record(by: Change<Decisions>): Promise<void> {
		this.#removed = [];
		return this.#kept.change(({ decisions }) => ({ decisions: by(decisions) }));
	}

	/** Remove all of them from this browser. */
	async removeAll(): Promise<void> {
		let before: Decisions = [];
		await this.#kept.change(({ decisions }) => {
			before = decisions;
			return NONE;
		});
		this.#removed = before;
	}

	/** Bring back what was removed last. */
	undoRemoval(): Promise<void> {
		const back = this.#removed;
		return this.record((since) => [...back, ...since]);
	}
}
