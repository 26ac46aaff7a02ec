/**
 * Where the variations of an analysis of gaps are worked out, so that the page stays quick.
 * It pauses between variations, so a later question or a stop is heard.
 */
import { expose } from 'comlink';
import type { TravelMatrix } from '../access/matrix.ts';
import type { GapsRequest } from '../gaps/request.ts';
import { varyAll, type Progress, type VariationsAnswer } from '../gaps/variations.ts';
import { Workbench } from '../gaps/workbench.ts';

let bench: Workbench | null = null;
/** Counts questions: an earlier one stops when there is a later one, or a stop. */
let asked = 0;

/** Let messages in. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

const api = {
	/** The parts of a region by name; what was asked before is dropped. */
	load(regionName: string, parts: ReadonlyMap<string, object>, matrix: TravelMatrix | null): void {
		asked++;
		bench = new Workbench(regionName, (part) => parts.get(part), matrix);
	},
	/** All variations of a request; null where it was stopped. */
	async ask(
		request: GapsRequest,
		onProgress: (progress: Progress) => void
	): Promise<VariationsAnswer | null> {
		const mine = ++asked;
		if (!bench) throw new Error('no region is loaded');
		return await varyAll(request, bench, async (progress) => {
			onProgress(progress);
			await pause();
			return mine === asked;
		});
	},
	stop(): void {
		asked++;
	}
};

export type GapsWorker = typeof api;

expose(api);
