/**
 * What is left of a problem once everything that cannot matter is gone: rows of people, columns
 * of sites, and what it costs a unit of weight to go or to stay unserved. Heuristic, bound and
 * exact solvers all work on this, and {@link openSites} leads back.
 */
import type { Instance } from './instance.ts';
import { fixedSites } from './instance.ts';

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
