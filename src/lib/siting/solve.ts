/**
 * From a question to a plan: a good answer at once, then its proof. A later answer replaces an
 * earlier one only where it is better.
 */
import type { Highs } from 'highs';
import { assign, findWithRoom, solveWithRoom } from './capacity.ts';
import { coreOf } from './make-core.ts';
import { openSites, type Core } from './core.ts';
import { makeCore } from './make-core.ts';
import { findCover } from './cover.ts';
import { findFair, solveFair } from './least-share.ts';
import { findGood, valueOf } from './heuristic.ts';
import { prove } from './lagrangian.ts';
import {
	solveCover,
	solveCoverage,
	solveMedianLeaving,
	type LoadHighs,
	type MixedOptions
} from './mip.ts';
import { checkProblem, MODELS, type Problem } from './models.ts';
import { solveCenter } from './p-center.ts';
import { compareScores, makePlan, nearest, score, type Answer, type Plan } from './plan.ts';

export interface QuickOptions {
	seed: number;
	/** Beginnings besides the greedy one. */
	restarts: number;
	/** Seconds after which no other beginning is tried. */
	timeLimit: number;
	/** Sites to begin with, such as those of a plan with fewer. */
	start?: readonly number[];
}

export const QUICK: QuickOptions = { seed: 1, restarts: 0, timeLimit: 0.2 };

export interface SolveOptions {
	method: 'heuristic' | 'exact';
	/** Seconds. */
	timeLimit: number;
	seed: number;
	/** Needed for an exact answer to all but the p-median that serves all. */
	loadHighs?: LoadHighs;
	/** Told of each better plan, and of each better bound of one. */
	onPlan?: (plan: Plan) => void;
}

/** Beginnings that a heuristic run tries. */
const RESTARTS = 20;

/** A good plan without a proof. Throws `SitingError` for a question without meaning. */
export function quickPlan(problem: Problem, options: QuickOptions = QUICK): Plan {
	checkProblem(problem);
	const started = performance.now();
	const answer = quickAnswer(problem, options);
	return makePlan(problem, answer, trivialBound(problem, answer), seconds(started));
}

const seconds = (started: number): number => (performance.now() - started) / 1000;

/** Cases where the first answer needs no solver to be known as the best. */
function trivialBound(problem: Problem, answer: Answer): number | null {
	const { instance, model } = problem;
	const { objective, unservedWeight } = score(problem, answer);
	if (instance.capacities || problem.groups) return null;
	if (model !== 'mclp' && model !== 'p-median') return null;
	let never = 0;
	const all = coreOf({ ...problem, groups: null });
	for (const weight of instance.weights) never += weight;
	for (const weight of all.weights) never -= weight;
	const servesAll = unservedWeight <= never + 1e-9 * Math.max(1, never);
	if (model === 'mclp' && servesAll) return objective;
	if (model === 'p-median' && servesAll && objective === 0) return 0;
	return null;
}

function quickAnswer(problem: Problem, options: QuickOptions): Answer {
	const { instance, model, p, reach } = problem;
	const timeLimit = options.timeLimit * 1000;
	const search = { seed: options.seed, restarts: options.restarts, timeLimit };
	if (instance.capacities && MODELS[model].takesCapacity) {
		const start = model === 'lscp' ? [] : unlimited(problem, options);
		return findWithRoom(problem, { seed: options.seed, timeLimit: Math.max(50, timeLimit), start });
	}
	const answerOf = (core: Core, open: Iterable<number>): Answer => {
		const sites = openSites(instance, core, open, p);
		return { open: sites, siteOf: nearest(instance, sites, reach) };
	};
	switch (model) {
		case 'p-median':
		case 'mclp': {
			const core = coreOf(problem);
			const start = options.start ? colsOfSites(core, options.start) : undefined;
			const { open } = findGood(core, { ...search, start });
			if (!problem.groups) return answerOf(core, open);
			return answerOf(
				core,
				findFair(problem, core, [...open], { ...search, timeLimit: Math.max(100, timeLimit) })
			);
		}
		case 'lscp': {
			const core = coverCore(problem);
			return answerOf(core, findCover(core, search));
		}
		case 'p-center': {
			const { open } = solveCenter(problem, {
				timeLimit: Math.max(500, timeLimit),
				seed: options.seed,
				highs: null
			});
			return { open, siteOf: nearest(instance, open, reach) };
		}
	}
}

/** The sites of a plan in which every site has room for all. */
function unlimited(problem: Problem, options: QuickOptions): readonly number[] {
	const instance = { ...problem.instance, capacities: null };
	return quickAnswer({ ...problem, instance }, options).open;
}

const coverCore = ({ instance, reach }: Problem): Core =>
	makeCore(instance, { reach, binary: true, dropWeightless: false, p: instance.siteIds.length });

function colsOfSites(core: Core, sites: readonly number[]): number[] {
	const wanted = new Set(sites);
	return [...core.siteOfCol.keys()].filter((col) => wanted.has(core.siteOfCol[col] as number));
}

/** Solve a problem. Throws `SitingError` for a question without meaning. */
export async function solve(problem: Problem, options: SolveOptions): Promise<Plan> {
	checkProblem(problem);
	const started = performance.now();
	const until = started + options.timeLimit * 1000;
	const run = new Run(problem, started, options.onPlan);
	run.offer(quickAnswer(problem, { ...QUICK, seed: options.seed }));
	if (run.isProved()) return run.plan;
	const share = options.method === 'heuristic' ? 1 : 0.2;
	run.offer(
		quickAnswer(problem, {
			seed: options.seed,
			restarts: RESTARTS,
			timeLimit: Math.min(options.timeLimit * share, options.method === 'heuristic' ? 10 : 1)
		})
	);
	if (options.method === 'heuristic' || run.isProved()) return run.plan;
	const left = (): MixedOptions => ({
		timeLimit: Math.max(50, until - performance.now()),
		seed: options.seed
	});
	let highs: Promise<Highs> | null = null;
	const loadHighs = (): Promise<Highs> => {
		if (!options.loadHighs) throw new Error('the exact solver was not given');
		highs ??= options.loadHighs();
		return highs;
	};
	await certify(problem, run, left, loadHighs);
	return run.plan;
}

/** The best answer so far and the best bound, told whenever one betters. */
class Run {
	plan: Plan;
	answer: Answer;
	readonly #problem: Problem;
	readonly #started: number;
	readonly #onPlan: ((plan: Plan) => void) | undefined;
	#bound: number | null = null;

	constructor(problem: Problem, started: number, onPlan: ((plan: Plan) => void) | undefined) {
		this.#problem = problem;
		this.#started = started;
		this.#onPlan = onPlan;
		const nothing = new Int32Array(problem.instance.weights.length).fill(-1);
		this.answer = { open: [], siteOf: nothing };
		this.plan = makePlan(problem, this.answer, null, 0);
	}

	isProved(): boolean {
		return this.plan.status === 'optimal';
	}

	/** Keep an answer if it is the better one. */
	offer(answer: Answer): void {
		const isFirst = this.plan.seconds === 0;
		const problem = this.#problem;
		if (
			!isFirst &&
			compareScores(problem, score(problem, answer), score(problem, this.answer)) >= 0
		) {
			return;
		}
		this.answer = answer;
		this.#bound ??= trivialBound(problem, answer);
		this.#tell();
	}

	/** Keep a bound on plans that leave as few unserved as this one. */
	prove(bound: number | null): void {
		if (bound === null || !Number.isFinite(bound)) return;
		const { maximise } = MODELS[this.#problem.model];
		const tighter = this.#bound === null || (maximise ? bound < this.#bound : bound > this.#bound);
		if (!tighter) return;
		this.#bound = bound;
		this.#tell();
	}

	#tell(): void {
		this.plan = makePlan(this.#problem, this.answer, this.#bound, seconds(this.#started));
		this.#onPlan?.(this.plan);
	}
}

async function certify(
	problem: Problem,
	run: Run,
	left: () => MixedOptions,
	loadHighs: () => Promise<Highs>
): Promise<void> {
	const { instance, model, p, reach } = problem;
	const offer = (core: Core, open: Iterable<number> | null) => {
		if (!open) return;
		const sites = openSites(instance, core, open, p);
		run.offer({ open: sites, siteOf: nearest(instance, sites, reach) });
	};
	if (instance.capacities && MODELS[model].takesCapacity) {
		const { answer, bound } = solveWithRoom(await loadHighs(), problem, left());
		if (answer) run.offer(tidy(problem, answer));
		run.prove(bound);
		return;
	}
	switch (model) {
		case 'p-median':
			return certifyMedian(problem, run, left, loadHighs);
		case 'mclp': {
			const core = coreOf(problem);
			const highs = await loadHighs();
			if (problem.groups) {
				const known = colsOfSites(core, run.answer.open);
				const fair = solveFair(highs, problem, core, known, left());
				offer(core, fair.open);
				run.prove(fair.bound);
				return;
			}
			const known = colsOfSites(core, run.answer.open);
			const exact = solveCoverage(highs, core, known, {
				...left(),
				onBound: (bound) => run.prove(bound),
				onAnswer: (values) => offer(core, openCols(values, core))
			});
			offer(core, exact.open);
			run.prove(exact.bound);
			return;
		}
		case 'lscp': {
			const core = coverCore(problem);
			// Fixed sites that were merged away or serve nobody are open all the same, and count.
			const extra = run.answer.open.length - colsOfSites(core, run.answer.open).length;
			const exact = solveCover(await loadHighs(), core, colsOfSites(core, run.answer.open), {
				...left(),
				onBound: (bound) => run.prove(Math.ceil(bound - 1e-6) + extra)
			});
			offer(core, exact.open);
			if (exact.bound !== null) run.prove(Math.ceil(exact.bound - 1e-6) + extra);
			return;
		}
		case 'p-center': {
			const { timeLimit, seed } = left();
			const { open, bound } = solveCenter(problem, {
				timeLimit,
				seed,
				highs: await loadHighs(),
				onBetter: (sites) =>
					run.offer({ open: [...sites], siteOf: nearest(instance, sites, reach) })
			});
			run.offer({ open, siteOf: nearest(instance, open, reach) });
			run.prove(bound);
		}
	}
}

function openCols(values: Float64Array, core: Core): number[] {
	return [...core.siteOfCol.keys()].filter((col) => (values[col] ?? 0) > 0.5);
}

/** The exact solver's sites with our way of placing people, where that is as good. */
function tidy(problem: Problem, answer: Answer): Answer {
	const own = { open: answer.open, siteOf: assign(problem, answer.open) };
	return compareScores(problem, score(problem, own), score(problem, answer)) < 0 ? own : answer;
}

async function certifyMedian(
	problem: Problem,
	run: Run,
	left: () => MixedOptions,
	loadHighs: () => Promise<Highs>
): Promise<void> {
	const { instance, p, reach } = problem;
	const core = coreOf(problem);
	const offer = (open: Iterable<number> | null) => {
		if (!open) return;
		const sites = openSites(instance, core, open, p);
		run.offer({ open: sites, siteOf: nearest(instance, sites, reach) });
	};
	let all = 0;
	for (const weight of core.weights) all += weight;
	let open = colsOfSites(core, run.answer.open);
	let unserved = unservedOf(core, open);
	if (unserved > 1e-9 * all) {
		// Not everyone is served: first find out how many can be.
		const reachable = makeCore(instance, { reach, binary: true, dropWeightless: true, p: p ?? 0 });
		const highs = await loadHighs();
		const options = left();
		const most = solveCoverage(highs, reachable, colsOfSites(reachable, run.answer.open), {
			...options,
			timeLimit: options.timeLimit / 2
		});
		const least = most.objective === null ? unserved : all - most.objective;
		if (most.open && least < unserved - 1e-9 * all) {
			const sites = openSites(instance, reachable, most.open, p);
			run.offer({ open: sites, siteOf: nearest(instance, sites, reach) });
			const start = colsOfSites(core, sites);
			offer(findGood(core, { seed: options.seed, restarts: 0, timeLimit: 0, start }).open);
			open = colsOfSites(core, run.answer.open);
			unserved = unservedOf(core, open);
		}
		if (most.status !== 'optimal') return;
		if (unserved > 1e-9 * all) {
			const exact = solveMedianLeaving(highs, core, Math.max(0, least), open, left());
			offer(exact.open);
			run.prove(exact.bound);
			return;
		}
	}
	const { timeLimit, seed } = left();
	const proof = prove(
		core,
		{ open, value: valueOf(core, open) },
		{
			timeLimit,
			seed,
			onBetter: (better) => offer(better),
			onBound: (bound) => run.prove(bound)
		}
	);
	offer(proof.open);
	run.prove(proof.bound);
}

function unservedOf(core: Core, open: readonly number[]): number {
	const binary = { ...core, costs: new Float64Array(core.costs.length), penalty: 1 };
	return valueOf(binary, open);
}
