/** A question of small areas, asked of larger ones. */
import type { Level } from '../areas/region.ts';
import { analyseGaps } from './analysis.ts';
import type { GapsAnalysis } from './answer.ts';
import { usualBar } from './need-bar.ts';
import type { GapsRequest } from './request.ts';
import { measuresFor, mismatch, usualMeasure } from './together.ts';
import type { Workbench } from './workbench.ts';

const LARGER: readonly Level[] = ['district', 'place'];

/** The same question at another level: with its measure where there is one, and the usual bar. */
export function atLevel(request: GapsRequest, level: Level): GapsRequest {
	const measure = measuresFor(request.provision, level).includes(request.measure)
		? request.measure
		: usualMeasure(request.provision, level);
	return { ...request, level, measure, bar: usualBar(request.need, level) };
}

/** An answer for districts and one for places, as far as the question can be asked of them. */
export function comparisonsOf(analysis: GapsAnalysis, bench: Workbench): GapsAnalysis[] {
	return LARGER.flatMap((level) => {
		if (analysis.request.level === level) return [analysis];
		const other = atLevel(analysis.request, level);
		return mismatch(other) ? [] : [analyseGaps(other, bench)];
	});
}
