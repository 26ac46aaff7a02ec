/**
 * The exact solver for what is not a p-median: HiGHS, a mixed integer solver, given sparse rows.
 * It solves without a pause, so whoever calls runs it where nothing waits for it; it is loaded
 * by the caller, who knows where its code is.
 */
import type { Highs, HighsCallbackMap } from 'highs';
import { colsOf, rowsOf, type Core } from './core.ts';

/** Loads the solver, once. */
export type LoadHighs = () => Promise<Highs>;

/** Rows of a model, built one by one. */
export class RowBuilder {
	readonly starts: number[] = [0];
	readonly indices: number[] = [];
	readonly values: number[] = [];
	readonly lower: number[] = [];
	readonly upper: number[] = [];

	entry(column: number, value: number): void {
		this.indices.push(column);
		this.values.push(value);
	}
	/** End a row: its entries add up to between `lower` and `upper`. */
	end(lower: number, upper: number): void {
		this.starts.push(this.indices.length);
		this.lower.push(lower);
		this.upper.push(upper);
	}
}

export interface MixedModel {
	maximise: boolean;
	cost: Float64Array;
	lower: Float64Array;
	upper: Float64Array;
	/** 1 where a column must be whole. */
	whole: Uint8Array;
	rows: RowBuilder;
	/** An answer to begin with. */
	start?: Float64Array | undefined;
}

export interface MixedAnswer {
	status: 'optimal' | 'infeasible' | 'limit';
	/** Values of the columns; null where none was found. */
	values: Float64Array | null;
	objective: number | null;
	/** No answer is better than this; null where nothing is known. */
	bound: number | null;
}

export interface MixedOptions {
	/** Milliseconds. */
	timeLimit: number;
	seed: number;
	/** Told now and then of the bound. */
	onBound?: ((bound: number) => void) | undefined;
	onAnswer?: ((values: Float64Array) => void) | undefined;
}

/** Solve a model, or come as far as the time allows. */
export function solveMixed(highs: Highs, model: MixedModel, options: MixedOptions): MixedAnswer {
	const { cost, lower, upper, whole, rows } = model;
	const { modelStatus, callbackType, variableType, objectiveSense, solutionStatus } =
		highs.constants;
	const numCols = cost.length;
	const numRows = rows.lower.length;
	return highs.withModel(
		{
			numCols,
			numRows,
			sense: model.maximise ? objectiveSense.maximize : objectiveSense.minimize,
			colCost: cost,
			colLower: lower,
			colUpper: upper,
			rowLower: Float64Array.from(rows.lower),
			rowUpper: Float64Array.from(rows.upper),
			matrix: {
				format: 'csr',
				numRows,
				numCols,
				starts: Int32Array.from(rows.starts),
				indices: Int32Array.from(rows.indices),
				values: Float64Array.from(rows.values)
			},
			integrality: Int32Array.from(whole, (is) =>
				is ? variableType.integer : variableType.continuous
			)
		},
		(solver): MixedAnswer => {
			solver.options.set({
				output_flag: false,
				// The solver takes no infinite limit.
				time_limit: Math.min(1e9, Math.max(0.01, options.timeLimit / 1000)),
				mip_rel_gap: 0,
				mip_abs_gap: 1e-6,
				random_seed: options.seed & 0x7fffffff
			});
			if (model.start) solver.setSolution({ colValue: model.start });
			let bound: number | null = null;
			const callbacks: HighsCallbackMap = {
				[callbackType.mipLogging](event) {
					const told = event.data.mip_dual_bound;
					if (told === undefined || !Number.isFinite(told) || told === bound) return;
					bound = told;
					options.onBound?.(told);
				},
				[callbackType.mipImprovingSolution](event) {
					if (event.data.mip_solution) options.onAnswer?.(event.data.mip_solution);
				}
			};
			solver.run(callbacks);
			const status = solver.getModelStatus();
			if (status === modelStatus.infeasible) {
				return { status: 'infeasible', values: null, objective: null, bound: null };
			}
			const isWhole = whole.some((is) => is);
			const told = isWhole ? Number(solver.info.get('mip_dual_bound')) : NaN;
			const primal = Number(solver.info.get('primal_solution_status'));
			const values =
				primal === solutionStatus.feasible
					? Float64Array.from(solver.getSolution().colValue)
					: null;
			const objective = values ? solver.getObjectiveValue() : null;
			const isOptimal = status === modelStatus.optimal;
			return {
				status: isOptimal ? 'optimal' : 'limit',
				values,
				objective,
				bound: isOptimal ? objective : Number.isFinite(told) && Math.abs(told) < 1e30 ? told : bound
			};
		}
	);
}

/** Columns of an answer that are open: the first `count` of the model. */
export function openOf(values: Float64Array, count: number): number[] {
	const open: number[] = [];
	for (let j = 0; j < count; j++) if ((values[j] as number) > 0.5) open.push(j);
	return open;
}

/** Values of a model's columns that begin with one for each column of a core. */
function startValues(count: number, open: readonly number[], length: number): Float64Array {
	const values = new Float64Array(length);
	for (const j of open) if (j < count) values[j] = 1;
	return values;
}

export interface CoverageAnswer extends MixedAnswer {
	open: number[] | null;
}

/** Of some columns at least so many are open. */
export interface Need {
	cols: readonly number[];
	least: number;
}

/** Groups of rows of which the least served matters. */
export interface GroupShares {
	groupOf: Int32Array;
	/** Weight of each group. */
	totals: ReadonlyMap<number, number>;
	/** A share that every group is to have; null: as large a one as can be is sought. */
	leastShare: number | null;
	/** What is known of all answers that are wanted. */
	needs: readonly Need[];
	/** A share that is had already, where one is sought. */
	atLeast?: number;
}

/**
 * Most weight within reach (Church & ReVelle): y opens a column, z counts a row; z needs no
 * wholeness, as it takes what y allows. Rows with the same columns were merged in the core.
 */
export function solveCoverage(
	highs: Highs,
	core: Core,
	start: readonly number[] | null,
	options: MixedOptions,
	more?: GroupShares
): CoverageAnswer {
	const count = colsOf(core);
	const rows = rowsOf(core);
	// Where the least share of a group is sought, it is one column more, and all that is sought.
	const seekShare = more !== undefined && more.leastShare === null;
	const length = count + rows + (seekShare ? 1 : 0);
	const cost = new Float64Array(length);
	const upper = new Float64Array(length).fill(1);
	const lower = new Float64Array(length);
	const whole = new Uint8Array(length);
	const builder = new RowBuilder();
	for (let j = 0; j < count; j++) {
		whole[j] = 1;
		lower[j] = core.fixed[j] as number;
		builder.entry(j, 1);
	}
	builder.end(0, core.p);
	for (const { cols, least } of more?.needs ?? []) {
		for (const j of cols) builder.entry(j, 1);
		builder.end(least, Infinity);
	}
	for (let i = 0; i < rows; i++) {
		if (!seekShare) cost[count + i] = core.weights[i] as number;
		builder.entry(count + i, 1);
		const end = core.starts[i + 1] as number;
		for (let k = core.starts[i] as number; k < end; k++) builder.entry(core.cols[k] as number, -1);
		builder.end(-Infinity, 0);
	}
	if (seekShare) {
		cost[length - 1] = 1;
		lower[length - 1] = more.atLeast ?? 0;
	}
	if (more) {
		for (const [group, total] of more.totals) {
			for (let i = 0; i < rows; i++) {
				if (more.groupOf[i] === group)
					builder.entry(count + i, (core.weights[i] as number) / total);
			}
			if (seekShare) builder.entry(length - 1, -1);
			builder.end(seekShare ? 0 : (more.leastShare as number) - 1e-9, Infinity);
		}
	}
	const answer = solveMixed(
		highs,
		{
			maximise: true,
			cost,
			lower,
			upper,
			whole,
			rows: builder,
			...(start && !seekShare ? { start: coverageStart(core, start, length) } : {})
		},
		options
	);
	return { ...answer, open: answer.values && openOf(answer.values, count) };
}

function coverageStart(core: Core, open: readonly number[], length: number): Float64Array {
	const count = colsOf(core);
	const values = startValues(count, open, length);
	for (let i = 0; i < rowsOf(core); i++) {
		const end = core.starts[i + 1] as number;
		for (let k = core.starts[i] as number; k < end; k++) {
			if (values[core.cols[k] as number]) {
				values[count + i] = 1;
				break;
			}
		}
	}
	return values;
}

/** Fewest columns that serve every row (Toregas and others). */
export function solveCover(
	highs: Highs,
	core: Core,
	start: readonly number[] | null,
	options: MixedOptions
): CoverageAnswer {
	const count = colsOf(core);
	const builder = new RowBuilder();
	for (let i = 0; i < rowsOf(core); i++) {
		const end = core.starts[i + 1] as number;
		for (let k = core.starts[i] as number; k < end; k++) builder.entry(core.cols[k] as number, 1);
		builder.end(1, Infinity);
	}
	const answer = solveMixed(
		highs,
		{
			maximise: false,
			cost: new Float64Array(count).fill(1),
			lower: Float64Array.from(core.fixed),
			upper: new Float64Array(count).fill(1),
			whole: new Uint8Array(count).fill(1),
			rows: builder,
			start: start ? startValues(count, start, count) : undefined
		},
		options
	);
	return { ...answer, open: answer.values && openOf(answer.values, count) };
}

/**
 * Least travel with a weight that may stay unserved: for questions where `p` sites cannot serve
 * all, so that who is left out has to be decided first.
 */
export function solveMedianLeaving(
	highs: Highs,
	core: Core,
	unserved: number,
	start: readonly number[],
	options: MixedOptions
): CoverageAnswer {
	const count = colsOf(core);
	const rows = rowsOf(core);
	const entries = core.cols.length;
	// Columns: y, then x by entry, then who is left out by row.
	const length = count + entries + rows;
	const cost = new Float64Array(length);
	const whole = new Uint8Array(length);
	const lower = new Float64Array(length);
	const upper = new Float64Array(length).fill(1);
	const builder = new RowBuilder();
	for (let j = 0; j < count; j++) {
		whole[j] = 1;
		lower[j] = core.fixed[j] as number;
		builder.entry(j, 1);
	}
	builder.end(0, core.p);
	for (let i = 0; i < rows; i++) {
		const end = core.starts[i + 1] as number;
		for (let k = core.starts[i] as number; k < end; k++) {
			cost[count + k] = (core.weights[i] as number) * (core.costs[k] as number);
			builder.entry(count + k, 1);
		}
		builder.entry(count + entries + i, 1);
		builder.end(1, 1);
		for (let k = core.starts[i] as number; k < end; k++) {
			builder.entry(count + k, 1);
			builder.entry(core.cols[k] as number, -1);
			builder.end(-Infinity, 0);
		}
	}
	for (let i = 0; i < rows; i++) {
		builder.entry(count + entries + i, core.weights[i] as number);
		// Left out is all or nothing.
		whole[count + entries + i] = 1;
	}
	builder.end(0, unserved + 1e-7 * Math.max(1, unserved));
	const values = startValues(count, start, length);
	for (let i = 0; i < rows; i++) {
		const end = core.starts[i + 1] as number;
		let k = core.starts[i] as number;
		while (k < end && !values[core.cols[k] as number]) k++;
		values[k < end ? count + k : count + entries + i] = 1;
	}
	const answer = solveMixed(
		highs,
		{ maximise: false, cost, lower, upper, whole, rows: builder, start: values },
		options
	);
	return { ...answer, open: answer.values && openOf(answer.values, count) };
}
