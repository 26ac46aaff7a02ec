/** What is chosen in an answer of gaps, and what is said of it. */
import { findArea, LEVELS, unitHolding, type Selection } from '../areas/region.ts';
import type { AreaResult, GapsAnalysis } from '../gaps/answer.ts';
import { VERDICT_WORDS } from '../gaps/download.ts';
import { areaSentence } from '../gaps/sentences.ts';
import { capitalise, formatQuantity } from '../text/format.ts';

export interface GapsSelection {
	selection: Selection;
	/** The unit of the answer that it is or lies in; null where it holds several. */
	unit: number | null;
	/** What was found of that. */
	result: AreaResult | null;
}

/** An area of whatever level in an answer; null where the answer has no area with that code. */
export function selectInGaps(analysis: GapsAnalysis, code: string | null): GapsSelection | null {
	const selection = code === null ? null : findArea(analysis.regionAreas, code);
	if (!selection) return null;
	const unit = unitHolding(analysis.units, selection);
	return { selection, unit, result: unit === null ? null : (analysis.areas[unit] ?? null) };
}

/** What is said once an area is chosen: its name, what it is and why. */
export function selectedWords(analysis: GapsAnalysis, code: string): string {
	const found = selectInGaps(analysis, code);
	const result = found?.result;
	const said = result
		? ` ${capitalise(VERDICT_WORDS[result.verdict])}. ${areaSentence(result, analysis)}`
		: '';
	return `${found?.selection.name ?? code} selected.${said}`;
}

/** What is to be read where no area is chosen, or one that the answer doesn't have. */
export function nothingSelectedWords(analysis: GapsAnalysis, code: string | null): string {
	const { one } = LEVELS[analysis.units.level];
	return code === null
		? `Choose a ${one} in the list, on the map, in a chart or in the table to read the evidence. Escape clears it.`
		: `Area ${code} is not among the areas of ${analysis.regionName} that ${analysis.edition.short} uses. Neighbourhoods were redrawn between 2011 and 2021; choose another one.`;
}

/** How many gaps there are: "3 gaps of 120 communities." */
export function countWords({ units, gaps, areas }: GapsAnalysis): string {
	const { one, many } = LEVELS[units.level];
	return `${capitalise(formatQuantity(gaps.length, 'gap'))} of ${formatQuantity(areas.length, one, many)}.`;
}

/** What is said once the areas of a cell of need and provision stand out, or all again. */
export function cellWords({ units, cells }: GapsAnalysis, cell: number | null): string {
	const { one, many } = LEVELS[units.level];
	return cell === null
		? 'All areas shown.'
		: `${capitalise(formatQuantity(cells[cell]?.length ?? 0, one, many))} stand out.`;
}
