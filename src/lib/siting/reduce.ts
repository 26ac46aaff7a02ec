/**
 * Making a core smaller without changing its answer. Valid where sites have room for all: with
 * capacities, a site that is farther for everyone may still be needed.
 */
import { byColumn, colsOf, rowsOf, restrict, type Columns, type Core } from './core.ts';

/** Nobody goes past a site that stands already: what is farther than the nearest fixed one goes. */
export function withoutWorseThanFixed(core: Core): Core {
	const starts = new Int32Array(core.starts.length);
	const cols = new Int32Array(core.cols.length);
	const costs = new Float64Array(core.costs.length);
	let entries = 0;
	for (let i = 0; i < rowsOf(core); i++) {
		const from = core.starts[i] as number;
		const end = core.starts[i + 1] as number;
		let near = from;
		while (near < end && !core.fixed[core.cols[near] as number]) near++;
		const limit = near < end ? (core.costs[near] as number) : Infinity;
		for (let k = from; k < end; k++) {
			const cost = core.costs[k] as number;
			if (cost >= limit && k !== near) continue;
			cols[entries] = core.cols[k] as number;
			costs[entries] = cost;
			entries++;
		}
		starts[i + 1] = entries;
	}
	return { ...core, starts, cols: cols.slice(0, entries), costs: costs.slice(0, entries) };
}

/**
 * Columns that another is at least as good as for everyone go; of equal ones the first stays,
 * before all a fixed one. A fixed column that goes takes its place in `p` with it.
 */
export function withoutDominatedColumns(core: Core): Core {
	const count = colsOf(core);
	const columns = byColumn(core);
	const dropped = new Uint8Array(count);
	// Where a column stands early in a row, few others can be as good: look there.
	const bestRow = new Int32Array(count).fill(-1);
	const bestRank = new Int32Array(count).fill(0x7fffffff);
	for (let i = 0; i < rowsOf(core); i++) {
		const from = core.starts[i] as number;
		const end = core.starts[i + 1] as number;
		let tie = from;
		for (let k = from; k < end; k++) {
			if (k === tie) {
				const cost = core.costs[k] as number;
				while (tie < end && core.costs[tie] === cost) tie++;
			}
			const col = core.cols[k] as number;
			const rank = tie - from;
			if (rank < (bestRank[col] as number)) {
				bestRank[col] = rank;
				bestRow[col] = i;
			}
		}
	}
	let p = core.p;
	for (let j = 0; j < count; j++) {
		const row = bestRow[j] as number;
		if (row < 0) {
			// Nobody's: it can only fill up.
			dropped[j] = 1;
			if (core.fixed[j]) p--;
			continue;
		}
		const from = core.starts[row] as number;
		const end = from + (bestRank[j] as number);
		for (let k = from; k < end; k++) {
			const other = core.cols[k] as number;
			if (other === j || dropped[other]) continue;
			if (core.fixed[j] && !core.fixed[other]) continue;
			const isLaterTwin =
				other > j && core.fixed[other] === core.fixed[j] && isAsGood(columns, j, other);
			if (!isLaterTwin && isAsGood(columns, other, j)) {
				dropped[j] = 1;
				if (core.fixed[j]) p--;
				break;
			}
		}
	}
	return restrict(core, (j) => !dropped[j], p);
}

/** Whether all that column b serves, column a serves at no more cost. */
function isAsGood({ starts, rows, costs }: Columns, a: number, b: number): boolean {
	let at = starts[a] as number;
	const endA = starts[a + 1] as number;
	const endB = starts[b + 1] as number;
	const fromB = starts[b] as number;
	if (endA - at < endB - fromB) return false;
	for (let k = fromB; k < endB; k++) {
		const row = rows[k] as number;
		while (at < endA && (rows[at] as number) < row) at++;
		if (at >= endA || rows[at] !== row || (costs[at] as number) > (costs[k] as number))
			return false;
	}
	return true;
}

/**
 * Rows with the same columns at the same costs become one with their weight together; those of
 * different kinds (by demand point) don't.
 */
export function mergeRows(core: Core, kindOf?: Int32Array): Core {
	const kind = (row: number) => kindOf?.[core.demandOfRow?.[row] ?? -1];
	const seen = new Map<number, number[]>();
	const kept: number[] = [];
	const weights: number[] = [];
	for (let i = 0; i < rowsOf(core); i++) {
		const hash = hashRow(core, i);
		const alike = seen.get(hash) ?? [];
		const same = alike.find(
			(at) => kind(kept[at] as number) === kind(i) && sameRow(core, kept[at] as number, i)
		);
		if (same !== undefined) {
			weights[same] = (weights[same] as number) + (core.weights[i] as number);
			continue;
		}
		alike.push(kept.length);
		seen.set(hash, alike);
		kept.push(i);
		weights.push(core.weights[i] as number);
	}
	if (kept.length === rowsOf(core)) return core;
	const starts = new Int32Array(kept.length + 1);
	const entries = kept.reduce((sum, i, at) => {
		const end = sum + (core.starts[i + 1] as number) - (core.starts[i] as number);
		starts[at + 1] = end;
		return end;
	}, 0);
	const cols = new Int32Array(entries);
	const costs = new Float64Array(entries);
	kept.forEach((i, at) => {
		cols.set(core.cols.subarray(core.starts[i], core.starts[i + 1]), starts[at]);
		costs.set(core.costs.subarray(core.starts[i], core.starts[i + 1]), starts[at]);
	});
	const { demandOfRow } = core;
	return {
		...core,
		weights: Float64Array.from(weights),
		starts,
		cols,
		costs,
		...(demandOfRow ? { demandOfRow: Int32Array.from(kept, (i) => demandOfRow[i] as number) } : {})
	};
}

function hashRow({ starts, cols, costs }: Core, row: number): number {
	const end = starts[row + 1] as number;
	let hash = 17;
	for (let k = starts[row] as number; k < end; k++) {
		hash = Math.imul(hash ^ (cols[k] as number), 0x01000193);
		hash = Math.imul(hash ^ Math.trunc((costs[k] as number) * 1024), 0x01000193);
	}
	return hash;
}

function sameRow({ starts, cols, costs }: Core, a: number, b: number): boolean {
	const from = starts[a] as number;
	const other = starts[b] as number;
	const length = (starts[a + 1] as number) - from;
	if ((starts[b + 1] as number) - other !== length) return false;
	for (let k = 0; k < length; k++) {
		if (cols[from + k] !== cols[other + k] || costs[from + k] !== costs[other + k]) return false;
	}
	return true;
}
