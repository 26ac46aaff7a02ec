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
	/** Under the ends of the steps from the left, null where nothing has room; or null: under each step stands its name. */
	edges: readonly (string | null)[] | null;
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
const widthOf = (text: string): number => text.length - (text.match(/[.,]/g)?.length ?? 0) / 2;
/** Whether two texts have room whose middles are so far from each other. */
const areApart = (one: string, other: string, step: number): boolean =>
	(widthOf(one) + widthOf(other)) / 2 + SPACE <= step;

/**
 * The small legend of classes in an order: their colours beside one another, and under them the
 * values between them or a name each. Null where that has no room: a row a class says the same.
 */
export function stripOf({ classes, histogram, edges }: Legend): Strip | null {
	const valued = classes.filter(({ symbol }) => symbol.kind === 'fill');
	const [none] = stepsOf(classes.filter(({ symbol }) => symbol.kind !== 'fill'));
	const apart = none ?? null;
	const room = apart ? ROOM - APART : ROOM;
	if (valued.length === 0) return null;
	if (edges) {
		const fitted = fittedEdges(edges, valued.length, room);
		return fitted && { steps: valued.map(stepOf), edges: fitted, apart };
	}
	const steps = histogram ? stepsOf(valued) : briefSteps(valued);
	const haveRoom = steps?.every(({ short }, i) => {
		const next = steps[i + 1];
		return !next || areApart(short, next.short, room / steps.length);
	});
	return steps && haveRoom ? { steps, edges: null, apart } : null;
}

const stepOf = (only: LegendClass): LegendStep => ({
	short: only.short,
	label: only.label,
	classes: [only],
	count: only.count
});

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
			steps.push({ ...stepOf(one), short: one.brief, classes: [one] });
		}
	}
	return steps;
}

/** ["20.0%", "25.5%"] → ["20", "25.5%"]: short, and the unit once. */
function compact(texts: readonly string[]): string[] {
	const short = texts.map((text) => text.replace(/\.0+(?!\d)/, '').replace(' million', 'm'));
	const [unit = ''] = /(%| k?m)$/.exec(short.at(-1) ?? '') ?? [];
	const isUnit = unit !== '' && short.every((text) => text.endsWith(unit));
	return short.map((text, i) =>
		isUnit && i < short.length - 1 ? text.slice(0, -unit.length) : text
	);
}

/** The edges of so many classes that have room, those of the ends only where they do. */
function fittedEdges(
	edges: readonly string[],
	classes: number,
	room: number
): (string | null)[] | null {
	const step = room / classes;
	const isOpen = edges.length < classes;
	const within = compact(isOpen ? edges : edges.slice(1, -1));
	if (within.some((text, i) => i > 0 && !areApart(within[i - 1] ?? '', text, step))) return null;
	if (isOpen) return [null, ...within, null];
	const all = compact(edges);
	const [first = '', last = ''] = [all[0], all.at(-1)];
	// The outermost stand inside their steps.
	const hasRoom = (end: string, next: string | undefined) =>
		widthOf(end) + widthOf(next ?? '') / 2 + SPACE <= step;
	const isLast = hasRoom(last, within.at(-1));
	return [
		hasRoom(first, within[0]) ? first : null,
		...(isLast ? all.slice(1, -1) : within),
		isLast ? last : null
	];
}
