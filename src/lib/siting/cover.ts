/** A small set of columns that serves every row: greedy (Chvatal 1979), then with ever fewer. */
import { byColumn, colsOf, rowsOf, type Core } from './core.ts';
import { findGood } from './heuristic.ts';

/** The core with each row counting once, as covering asks for rows, not for people. */
export const unweighted = (core: Core): Core => ({
	...core,
	weights: new Float64Array(rowsOf(core)).fill(1)
});

/** Columns that serve every row of a binary core, the fixed ones among them. */
export function findCover(
	core: Core,
	options: { seed: number; restarts: number; timeLimit: number }
): number[] {
	const until = performance.now() + options.timeLimit;
	let best = greedyCover(core);
	const fixed = core.fixed.reduce((sum, is) => sum + is, 0);
	while (best.length > Math.max(1, fixed) && performance.now() <= until) {
		const p = best.length - 1;
		const fewer = findGood({ ...unweighted(core), p }, { ...options, start: best.slice(0, p) });
		if (fewer.value > 0.5) break;
		best = [...fewer.open];
	}
	return best;
}

function greedyCover(core: Core): number[] {
	const { starts, rows } = byColumn(core);
	const isServed = new Uint8Array(rowsOf(core));
	const open: number[] = [];
	let left = isServed.length;
	const add = (col: number) => {
		open.push(col);
		const end = starts[col + 1] as number;
		for (let k = starts[col] as number; k < end; k++) {
			const row = rows[k] as number;
			if (!isServed[row]) left--;
			isServed[row] = 1;
		}
	};
	core.fixed.forEach((fixed, col) => fixed && add(col));
	while (left > 0) {
		let best = -1;
		let most = 0;
		for (let j = 0; j < colsOf(core); j++) {
			let gain = 0;
			const end = starts[j + 1] as number;
			for (let k = starts[j] as number; k < end; k++)
				gain += 1 - (isServed[rows[k] as number] as number);
			if (gain > most) {
				most = gain;
				best = j;
			}
		}
		if (best < 0) break;
		add(best);
	}
	return open;
}
