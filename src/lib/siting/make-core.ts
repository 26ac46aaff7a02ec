/** From a problem to its core, made as small as it can be without changing the answer. */
import type { Instance } from './instance.ts';
import type { Problem } from './models.ts';
import { colsOf, type Core } from './core.ts';
import { mergeRows, withoutDominatedColumns, withoutWorseThanFixed } from './reduce.ts';

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
