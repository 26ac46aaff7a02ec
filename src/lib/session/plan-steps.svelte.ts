/**
 * What-if: each change of the reader's own plan can be taken back and done again. The plan
 * itself lives in the address; this remembers the ones before and after.
 */
import type { SitingState } from '../url/siting-state.ts';

type Own = SitingState['plan'];

export class PlanSteps {
	#past = $state.raw<Own[]>([]);
	#future = $state.raw<Own[]>([]);
	readonly #now: () => Own;
	readonly #go: (plan: Own, announcement: string) => void;

	constructor(now: () => Own, go: (plan: Own, announcement: string) => void) {
		this.#now = now;
		this.#go = go;
	}

	get canUndo(): boolean {
		return this.#past.length > 0;
	}
	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** Show another plan; null is the best one. */
	set(plan: Own, announcement: string): void {
		this.#past = [...this.#past, this.#now()];
		this.#future = [];
		this.#go(plan, announcement);
	}

	undo(): void {
		const plan = this.#past.at(-1);
		if (plan === undefined) return;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, this.#now()];
		this.#go(plan, 'Undone.');
	}

	redo(): void {
		const plan = this.#future.at(-1);
		if (plan === undefined) return;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, this.#now()];
		this.#go(plan, 'Done again.');
	}

	/** Another question has other plans. */
	clear(): void {
		this.#past = [];
		this.#future = [];
	}
}
