/**
 * Where all variations of a question are asked, so that the page stays quick. Whoever wants to
 * stop it ends the worker.
 */
import { expose } from 'comlink';
import { analyseGaps } from '../gaps/analysis.ts';
import type { GapsRequest } from '../gaps/request.ts';
import {
	compareVariations,
	radiusRanges,
	variationsOf,
	vary,
	type AreaVariations,
	type RadiusRange
} from '../gaps/variations.ts';
import { Workbench } from '../gaps/workbench.ts';

export interface VariationsAnswer {
	/** Titles of all that was varied. */
	titles: string[];
	/** By code of an area. */
	areas: Map<string, AreaVariations>;
	/** By code; null for measures that have no radius. */
	radius: Map<string, RadiusRange> | null;
}

const api = {
	/** All variations of a request, given the parts that it and the other edition need. */
	ask(
		regionName: string,
		parts: ReadonlyMap<string, object>,
		request: GapsRequest,
		onProgress: (done: number, total: number) => void
	): VariationsAnswer {
		const bench = new Workbench(regionName, (part) => parts.get(part));
		const analysis = analyseGaps(request, bench);
		const gaps = new Set(analysis.gaps.flatMap((unit) => analysis.areas[unit]?.code ?? []));
		const variations = variationsOf(request, bench);
		const total = variations.length + 1;
		const varied = variations.map((one, at) => {
			onProgress(at, total);
			return vary(one, bench);
		});
		onProgress(variations.length, total);
		const ranges = radiusRanges(request, bench);
		return {
			titles: variations.map(({ title }) => title),
			areas: compareVariations(gaps, varied),
			radius: ranges ? new Map(ranges) : null
		};
	}
};

export type GapsWorker = typeof api;

expose(api);
