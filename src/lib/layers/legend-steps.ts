/** The classes of a legend in fewer steps, for where there is little room. */
import type { LegendClass } from './layer.ts';

/** Neighbouring classes that stand together; each keeps its own colour. */
export interface LegendStep {
	/** "1–2". */
	short: string;
	/** "1, most deprived, to 2". */
	label: string;
	classes: readonly LegendClass[];
	count: number;
}

/** More classes than this are too many for a small legend. */
const MOST = 7;

/** As many steps as classes, or two classes a step where there are many. */
export function stepsOf(classes: readonly LegendClass[]): LegendStep[] {
	const each = classes.length > MOST ? 2 : 1;
	const steps: LegendStep[] = [];
	for (let at = 0; at < classes.length; at += each) {
		const within = classes.slice(at, at + each);
		const [first, last] = [within[0], within.at(-1)];
		if (!first || !last) continue;
		steps.push({
			short: first === last ? first.short : `${first.short}–${last.short}`,
			label: first === last ? first.label : `${first.label} to ${last.label}`,
			classes: within,
			count: within.reduce((sum, { count }) => sum + count, 0)
		});
	}
	return steps;
}

/** What a strip of the small legend has room for, in characters: a step is as wide as every other. */
const ROOM = 36;

/**
 * Whether what stands under the steps has room beside one another. Where it has not, a row a class
 * says the same.
 */
export const fitsStrip = (steps: readonly LegendStep[]): boolean =>
	steps.length * Math.max(0, ...steps.map(({ short }) => short.length)) <= ROOM;
