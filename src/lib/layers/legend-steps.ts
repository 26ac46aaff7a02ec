/** The classes of a legend in fewer steps, for where there is little room. */
import type { Legend, LegendClass } from './layer.ts';

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

/** A strip of colours, and what stands under it. */
export interface Strip {
	steps: readonly LegendStep[];
	/** What stands between the steps; or null: under each step stands its name. */
	edges: readonly string[] | null;
	/** Areas without a value, drawn apart. */
	apart: LegendStep | null;
}

/** What a strip of the small legend has room for, in characters: a step is as wide as every other. */
const ROOM = 35;
/** Of that, what an apart step takes. */
const APART = 8;
/** Between two texts. */
const SPACE = 0.6;

/** Points and commas are narrow. */
const widthOf = (text = ''): number => text.replace(/[.,]/g, '').length;

/**
 * The small legend of classes in an order: their colours beside one another, and under them the
 * values between them or a name each. Null where that has no room: a row a class says the same.
 */
export function stripOf({ classes, histogram, edges }: Legend): Strip | null {
	const valued = classes.filter(({ symbol }) => symbol.kind === 'fill');
	const [apart = null] = stepsOf(classes.filter(({ symbol }) => symbol.kind !== 'fill'));
	const between = edges?.length ? compact(edges) : null;
	const steps = between ? valued.map(stepOf) : histogram ? stepsOf(valued) : briefSteps(valued);
	if (!steps?.length) return null;
	// Brief names were made to fit.
	const texts = between ?? (histogram ? steps.map(({ short }) => short) : []);
	const room = (apart ? ROOM - APART : ROOM) / steps.length;
	const haveRoom = texts.every(
		(text, i) => i === 0 || (widthOf(text) + widthOf(texts[i - 1])) / 2 + SPACE <= room
	);
	return haveRoom ? { steps, edges: between, apart } : null;
}

const stepOf = (only: LegendClass): LegendStep => ({ ...only, classes: [only] });

/** Neighbours of one brief name in a step; null where a class has none. */
function briefSteps(classes: readonly LegendClass[]): LegendStep[] | null {
	const steps: (LegendStep & { classes: LegendClass[] })[] = [];
	for (const one of classes) {
		if (!one.brief) return null;
		const last = steps.at(-1);
		if (last?.short === one.brief) {
			last.classes.push(one);
			last.count += one.count;
			last.label += `; ${one.label}`;
		} else {
			steps.push({ ...one, short: one.brief, classes: [one] });
		}
	}
	return steps;
}

/** ["20.0%", "25.5%"] → ["20", "25.5%"]: short, and the unit once. */
function compact(texts: readonly string[]): string[] {
	const short = texts.map((text) => text.replace(/\.0+(?!\d)/, '').replace(' million', 'm'));
	const [unit = ''] = /(%| k?m)$/.exec(short.at(-1) ?? '') ?? [];
	const last = short.length - 1;
	return short.map((text, i) => (i < last && unit ? text.replace(unit, '') : text));
}
