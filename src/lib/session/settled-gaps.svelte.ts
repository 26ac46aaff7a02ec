/**
 * The answer to what is asked of the page of gaps, shown only once all that it needs has
 * come: until then, or if it never does, the one before goes on being shown, so that list,
 * map, scatter and table always speak of the same thing.
 */
import { untrack } from 'svelte';
import { analyseGaps } from '../gaps/analysis.ts';
import { CannotAnswer, type GapsAnalysis } from '../gaps/answer.ts';
import type { GapsRequest } from '../gaps/request.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../gaps/workbench.ts';
import { hasPart, type RegionSummary } from '../facts/manifest.ts';
import type { PartName } from '../facts/parts.ts';
import type { PackLoader } from './pack-loader.svelte.ts';

export class SettledGaps {
	readonly bench: Workbench;
	readonly #region: RegionSummary;
	readonly #loader: PackLoader;
	readonly #wanted: () => GapsRequest;
	#settled = $state.raw<GapsRequest>() as GapsRequest;

	readonly #answer: { analysis: GapsAnalysis | null; problem: string | null } = $derived.by(() => {
		const request = this.#settled;
		if (!this.#has(request)) return { analysis: null, problem: null };
		try {
			return { analysis: analyseGaps(request, this.bench), problem: null };
		} catch (error) {
			if (!(error instanceof CannotAnswer)) throw error;
			return { analysis: null, problem: error.message };
		}
	});

	/** Make it while a component is being set up; `wanted` may be reactive. */
	constructor(region: RegionSummary, loader: PackLoader, wanted: () => GapsRequest) {
		this.#region = region;
		this.#loader = loader;
		this.#wanted = wanted;
		this.#settled = untrack(wanted);
		this.bench = new Workbench(region.name, loader.parts);
		$effect(() => this.#load());
		$effect(() => this.#settle());
	}

	/** The analysis; null while even the first one's parts are missing, or where there is a problem. */
	get analysis(): GapsAnalysis | null {
		return this.#answer.analysis;
	}

	/** Why there is no answer, in a sentence. */
	get problem(): string | null {
		return this.#answer.problem;
	}

	/** Whether what is shown is what is asked. */
	get isSettled(): boolean {
		return this.#settled === this.#wanted();
	}

	#has(request: GapsRequest): boolean {
		return partsNeeded(request).every((part) => this.#loader.get(part) !== undefined);
	}

	/** Parts that add to the evidence, of those that the region has. */
	#welcome(): PartName[] {
		return PARTS_WELCOME.filter((part) => hasPart(this.#region, part));
	}

	#load(): void {
		const parts = [...partsNeeded(this.#wanted()), ...this.#welcome()];
		untrack(() => void this.#loader.ensure(parts));
	}

	#settle(): void {
		const request = this.#wanted();
		const failed = this.#loader.failures().map(({ part }) => part);
		const isThere = (part: PartName) =>
			this.#loader.get(part) !== undefined || failed.includes(part);
		if (this.#has(request) && this.#welcome().every(isThere)) this.#settled = request;
	}
}
