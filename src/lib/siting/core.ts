/**
 * What is left of a problem once everything that cannot matter is gone: rows of people, columns
 * of sites, and what it costs a unit of weight to go or to stay unserved. Heuristic, bound and
 * exact solvers all work on this, and {@link openSites} leads back.
 */
import type { Instance } from './instance.ts';
import { fixedSites } from './instance.ts';
import type { Problem } from './models.ts';
import { mergeRows, withoutDominatedColumns, withoutWorseThanFixed } from './reduce.ts';

export interface Core {
	weights: Float64Array;
	/** CSR: within a row by cost ascending, then by column. */
	starts: Int32Array;
	cols: Int32Array;
	costs: Float64Array;
	/** Cost of a unit of weight that nobody serves: more than anything else can be worth. */
	penalty: number;
	/** 1 where a column is open whatever happens. */
	fixed: Uint8Array;
	/** Columns to open at most, the fixed ones among them. */
	p: number;
	/** Index of the site that each column stands for. */
	siteOfCol: Int32Array;
	/** Index of a demand point of each row, where rows are of kinds: of all in it, the first. */
	demandOfRow?: Int32Array;
}

/** The entries of a core by column (CSC); within a column by row. */
export interface Columns {
	starts: Int32Array;
	rows: Int32Array;
	costs: Float64Array;
}

export const rowsOf = (core: Pick<Core, 'weights'>): number => core.weights.length;
export const colsOf = (core: Pick<Core, 'fixed'>): number => core.fixed.length;

/** Turn rows into columns. */
export function byColumn(core: Pick<Core, 'starts' | 'cols' | 'costs' | 'fixed'>): Columns {
	const count = core.fixed.length;
	const starts = new Int32Array(count + 1);
	for (const col of core.cols) starts[col + 1] = (starts[col + 1] as number) + 1;
	for (let j = 0; j < count; j++) {
		starts[j + 1] = (starts[j + 1] as number) + (starts[j] as number);
	}
	const next = starts.slice(0, count);
	const rows = new Int32Array(core.cols.length);
	const costs = new Float64Array(core.cols.length);
	for (let i = 0; i + 1 < core.starts.length; i++) {
		const end = core.starts[i + 1] as number;
		for (let k = core.starts[i] as number; k < end; k++) {
			const col = core.cols[k] as number;
			const at = next[col] as number;
			next[col] = at + 1;
			rows[at] = i;
			costs[at] = core.costs[k] as number;
		}
	}
	return { starts, rows, costs };
}

export interface CoreOptions {
	/** How far a pair may be to count; null is any. */
	reach: number | null;
	/** Only whether a pair is within reach matters, not how far it is. */
	binary: boolean;
	/** Leave out demand without weight, which changes no sum. */
	dropWeightless: boolean;
	/** Sites to open at most. */
	p: number;
	/** Kind of each demand point, of which more than the sum is asked: only alike rows become one. */
	kindOf?: Int32Array | null;
	/** Make nothing smaller: for a quick look, which takes less than the making smaller. */
	plain?: boolean;
}

/** The core of an instance without capacities. */
export function makeCore(instance: Instance, options: CoreOptions): Core {
	const { reach, binary, dropWeightless, kindOf = null, plain = false } = options;
	const colOfSite = new Int32Array(instance.siteIds.length).fill(-1);
	const siteOfCol: number[] = [];
	instance.states.forEach((state, site) => {
		if (state === 'excluded') return;
		colOfSite[site] = siteOfCol.length;
		siteOfCol.push(site);
	});
	const weights: number[] = [];
	const demandOfRow: number[] = [];
	const starts = new Int32Array(instance.weights.length + 1);
	const cols = new Int32Array(instance.sites.length);
	const costs = new Float64Array(instance.sites.length);
	let entries = 0;
	for (let i = 0; i < instance.weights.length; i++) {
		const weight = instance.weights[i] as number;
		if (dropWeightless && weight === 0) continue;
		const from = entries;
		const end = instance.starts[i + 1] as number;
		for (let k = instance.starts[i] as number; k < end; k++) {
			const cost = instance.costs[k] as number;
			if (reach !== null && cost > reach) break;
			const col = colOfSite[instance.sites[k] as number] as number;
			if (col < 0) continue;
			cols[entries] = col;
			costs[entries] = binary ? 0 : cost;
			entries++;
		}
		if (entries === from) continue;
		weights.push(weight);
		demandOfRow.push(i);
		starts[weights.length] = entries;
	}
	const fixed = Uint8Array.from(siteOfCol, (site) => (instance.states[site] === 'fixed' ? 1 : 0));
	let core: Core = {
		weights: Float64Array.from(weights),
		starts: starts.slice(0, weights.length + 1),
		cols: cols.slice(0, entries),
		costs: costs.slice(0, entries),
		penalty: 1,
		fixed,
		p: options.p,
		siteOfCol: Int32Array.from(siteOfCol)
	};
	if (plain) return { ...core, penalty: binary ? 1 : penaltyOf(core) };
	core = withoutDominatedColumns(withoutWorseThanFixed(core));
	core = kindOf
		? mergeRows({ ...core, demandOfRow: Int32Array.from(demandOfRow) }, kindOf)
		: mergeRows(core);
	return { ...core, penalty: binary ? 1 : penaltyOf(core), p: Math.min(core.p, colsOf(core)) };
}

/**
 * A unit of weight left unserved must cost more than all travel that could be saved by it. With
 * weights that are not whole, differences between them may be small: hence the smallest.
 */
function penaltyOf({ weights, starts, costs }: Core): number {
	let worst = 0;
	let smallest = Infinity;
	let whole = true;
	for (let i = 0; i < weights.length; i++) {
		const weight = weights[i] as number;
		const last = (starts[i + 1] as number) - 1;
		worst += weight * (costs[last] ?? 0);
		if (weight > 0 && weight < smallest) smallest = weight;
		whole &&= Number.isInteger(weight);
	}
	return (worst + 1) / (whole ? 1 : Math.min(1, smallest / 16));
}

/** The problem's own core: `p-median` with its costs, `mclp` with who is within reach. */
export function coreOf({ instance, model, p, reach, groups }: Problem): Core {
	return makeCore(instance, {
		reach,
		binary: model !== 'p-median',
		dropWeightless: model === 'p-median' || model === 'mclp',
		p: p ?? instance.siteIds.length,
		kindOf: groups ?? null
	});
}

/**
 * The sites that open columns stand for, with all fixed ones, and filled up to exactly `p` (null:
 * not filled) with sites that change nothing.
 */
export function openSites(
	instance: Instance,
	core: Core,
	open: Iterable<number>,
	p: number | null
): number[] {
	const chosen = new Set(fixedSites(instance));
	for (const col of open) chosen.add(core.siteOfCol[col] as number);
	for (let site = 0; p !== null && chosen.size < p && site < instance.states.length; site++) {
		if (instance.states[site] !== 'excluded') chosen.add(site);
	}
	return [...chosen].sort((a, b) => a - b);
}

/** A core of some columns alone; rows keep their order, those that lose all entries stay, unserved. */
export function restrict(core: Core, keep: (col: number) => boolean, p: number): Core {
	const newCol = new Int32Array(colsOf(core)).fill(-1);
	const kept: number[] = [];
	for (let j = 0; j < newCol.length; j++) {
		if (!keep(j)) continue;
		newCol[j] = kept.length;
		kept.push(j);
	}
	const starts = new Int32Array(core.starts.length);
	const cols = new Int32Array(core.cols.length);
	const costs = new Float64Array(core.costs.length);
	let entries = 0;
	for (let i = 0; i < rowsOf(core); i++) {
		const end = core.starts[i + 1] as number;
		for (let k = core.starts[i] as number; k < end; k++) {
			const col = newCol[core.cols[k] as number] as number;
			if (col < 0) continue;
			cols[entries] = col;
			costs[entries] = core.costs[k] as number;
			entries++;
		}
		starts[i + 1] = entries;
	}
	return {
		...core,
		starts,
		cols: cols.slice(0, entries),
		costs: costs.slice(0, entries),
		fixed: Uint8Array.from(kept, (j) => core.fixed[j] as number),
		p,
		siteOfCol: Int32Array.from(kept, (j) => core.siteOfCol[j] as number)
	};
}
