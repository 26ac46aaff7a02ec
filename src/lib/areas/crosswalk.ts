/**
 * From 2011 to 2021 LSOAs: counts that exist on 2011 areas only, on the areas of 2021.
 *
 * Areas that changed into each other form a component of the change lookup: one to one
 * (unchanged), several to one (merged), one to several (split), several to several
 * (irregular). A component's count is kept exactly; where it has several 2021 areas, it is
 * shared out among them in proportion to a weight (a Census 2021 age band), which makes
 * the parts estimates. For an irregular change this pools the 2011 areas: how many
 * residents moved between which parts is not published.
 */

/** U unchanged, S split, M merged, X irregular (ONS change indicator). */
export type Change = 'U' | 'S' | 'M' | 'X';

export interface Link {
	from: string;
	to: string;
	change: Change;
}

export interface Crossed {
	/** The count on the 2021 area; to the hundredth where shared out. */
	value: number;
	/** `value`: copied or summed; `estimate`: shared out. */
	status: 'value' | 'estimate';
}

/**
 * Counts by 2021 area. `counts` (by 2011 area) and `weights` (by 2021 area) are numbers
 * not below zero; counts have at most two decimals. Totals of every component, and so of
 * England, are kept to the hundredth. Where a component's weights are all zero it is shared
 * out equally. Throws an Error where an area has no count or no weight, or when a link says
 * "unchanged" of areas that changed.
 */
export function crosswalk(
	links: readonly Link[],
	counts: ReadonlyMap<string, number>,
	weights: ReadonlyMap<string, number>
): Map<string, Crossed> {
	const result = new Map<string, Crossed>();
	for (const { from, to, changes } of components(links)) {
		if (changes.has('U') && (from.length > 1 || to.length > 1)) {
			throw new Error(`${from.join(', ')}: said to be unchanged, but also changed`);
		}
		const hundredths = from.reduce((sum, area) => sum + toHundredths(need(counts, area)), 0);
		const status = to.length === 1 ? 'value' : 'estimate';
		const parts = shareOut(
			hundredths,
			to.map((area) => need(weights, area))
		);
		to.forEach((area, index) => {
			result.set(area, { value: (parts[index] ?? 0) / 100, status });
		});
	}
	return result;
}

function need(values: ReadonlyMap<string, number>, area: string): number {
	const value = values.get(area);
	if (value === undefined) throw new Error(`there is no number for ${area}`);
	if (!(value >= 0 && Number.isFinite(value))) throw new Error(`${area}: ${value} is no count`);
	return value;
}

const toHundredths = (value: number) => Math.round(value * 100);

/** Whole units in proportion to weights: largest remainders first, then in order. */
function shareOut(units: number, weights: number[]): number[] {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const exact = weights.map((weight) => units * (total > 0 ? weight / total : 1 / weights.length));
	const parts = exact.map(Math.floor);
	const left = units - parts.reduce((sum, part) => sum + part, 0);
	const remainder = (index: number) => (exact[index] ?? 0) - (parts[index] ?? 0);
	const order = weights
		.map((_, index) => index)
		.sort((a, b) => remainder(b) - remainder(a) || a - b);
	for (let given = 0; given < left; given++) {
		const index = order[given % order.length] ?? 0;
		parts[index] = (parts[index] ?? 0) + 1;
	}
	return parts;
}

interface Component {
	from: string[];
	to: string[];
	changes: Set<Change>;
}

/** Groups of 2011 and 2021 areas that changed into each other, codes in order. */
export function components(links: readonly Link[]): Component[] {
	const byFrom = group(links, ({ from }) => from);
	const byTo = group(links, ({ to }) => to);
	const seen = new Set<Link>();
	const found: Component[] = [];
	for (const start of links) {
		if (seen.has(start)) continue;
		seen.add(start);
		const queue = [start];
		for (const link of queue) {
			for (const next of [...(byFrom.get(link.from) ?? []), ...(byTo.get(link.to) ?? [])]) {
				if (seen.has(next)) continue;
				seen.add(next);
				queue.push(next);
			}
		}
		found.push({
			from: [...new Set(queue.map(({ from }) => from))].sort(),
			to: [...new Set(queue.map(({ to }) => to))].sort(),
			changes: new Set(queue.map(({ change }) => change))
		});
	}
	return found;
}

function group(links: readonly Link[], key: (link: Link) => string): Map<string, Link[]> {
	const groups = new Map<string, Link[]>();
	for (const link of links) {
		const found = groups.get(key(link));
		if (found) found.push(link);
		else groups.set(key(link), [link]);
	}
	return groups;
}
