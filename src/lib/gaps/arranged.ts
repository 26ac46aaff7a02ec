/** The areas of an answer in their order, and by cell of need and provision. */
import { numberOf } from '../facts/value.ts';
import type { AreaResult, GapsAnalysis, Verdict } from './answer.ts';
import { cellIndex, type ProvisionClass } from './classes.ts';
import { inOrder, type Ordered } from './rule.ts';
import type { Survey } from './survey.ts';

/** What decides where an area stands among others. */
export const orderOf = (area: AreaResult, moreIsBetter: boolean): Ordered => ({
	code: area.code,
	little: area.little.length,
	value: numberOf(area.provision) ?? NaN,
	moreIsBetter,
	count: area.count,
	e2sfca: area.e2sfca,
	core20Residents: area.core20Residents
});

/** What an area is, by need, survey and the class of its provision (null: no figure). */
export function verdictOf(above: boolean, survey: Survey, found: ProvisionClass | null): Verdict {
	if (!above) return 'below';
	if (survey === 'not-surveyed') return 'not-surveyed';
	if (found === null) return 'no-figure';
	return found === 0 ? 'gap' : found === 2 ? 'strength' : 'enough';
}

/** The lists of an answer, and its cells. */
export function arranged(
	areas: readonly AreaResult[],
	moreIsBetter: boolean
): Pick<GapsAnalysis, 'gaps' | 'strengths' | 'unknown' | 'cells'> {
	const ordered = (verdict: Verdict) =>
		areas
			.filter((area) => area.verdict === verdict)
			.map((area) => ({ ...orderOf(area, moreIsBetter), unit: area.unit }))
			.sort(inOrder)
			.map(({ unit }) => unit);
	const cells = Array.from({ length: 9 }, (): number[] => []);
	for (const { cell, unit } of areas) if (cell) cells[cellIndex(cell)]?.push(unit);
	return {
		gaps: ordered('gap'),
		strengths: ordered('strength').reverse(),
		unknown: [...ordered('not-surveyed'), ...ordered('no-figure')],
		cells
	};
}
