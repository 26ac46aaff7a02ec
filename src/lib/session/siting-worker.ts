/**
 * Where all of siting beyond the first answer runs, so that the page stays quick. The exact
 * solver does not pause: whoever wants to stop it ends the worker.
 */
import { expose } from 'comlink';
import loadHighs, { type Highs } from 'highs';
import wasmUrl from 'highs/runtime?url';
import { frontier, type FrontierOptions } from '../siting/frontier.ts';
import type { Problem } from '../siting/models.ts';
import { nearTies, type NearTies, type NearTieOptions } from '../siting/near-ties.ts';
import type { Plan } from '../siting/plan.ts';
import { solve, type SolveOptions } from '../siting/solve.ts';

let highs: Promise<Highs> | null = null;
/** The solver's code is fetched only when it is first needed. */
const load = (): Promise<Highs> => (highs ??= loadHighs({ locateFile: () => wasmUrl }));

/** Milliseconds between two plans with the same sites: bounds better faster than anyone reads. */
const PAUSE = 300;

function seldom(tell: (plan: Plan) => void): (plan: Plan) => void {
	let sites = '';
	let told = 0;
	return (plan) => {
		const now = performance.now();
		const open = plan.open.join();
		if (open === sites && now - told < PAUSE) return;
		sites = open;
		told = now;
		tell(plan);
	};
}

const api = {
	solve: (
		problem: Problem,
		options: Pick<SolveOptions, 'timeLimit' | 'seed'>,
		onPlan: (plan: Plan) => void
	): Promise<Plan> =>
		solve(problem, { ...options, method: 'exact', loadHighs: load, onPlan: seldom(onPlan) }),
	frontier: (problem: Problem, options: FrontierOptions): Plan[] => frontier(problem, options),
	nearTies: (problem: Problem, plan: Plan, options: NearTieOptions): NearTies =>
		nearTies(problem, plan, options)
};

export type SitingWorker = typeof api;

expose(api);
