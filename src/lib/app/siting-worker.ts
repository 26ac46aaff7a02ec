/**
 * Where all of siting beyond the first answer runs, so that the page stays quick. The exact
 * solver does not pause: whoever wants to stop it ends the worker.
 */
import { expose } from 'comlink';
import loadHighs, { type Highs } from 'highs';
import wasmUrl from 'highs/runtime?url';
import { frontier, type FrontierOptions } from '../siting/frontier.ts';
import type { Problem } from '../siting/models.ts';
import { nearTies, type NearTie, type NearTieOptions } from '../siting/near-ties.ts';
import type { Plan } from '../siting/plan.ts';
import { solve, type SolveOptions } from '../siting/solve.ts';

let highs: Promise<Highs> | null = null;
/** The solver's code is fetched only when it is first needed. */
const load = (): Promise<Highs> => (highs ??= loadHighs({ locateFile: () => wasmUrl }));

const api = {
	solve: (
		problem: Problem,
		options: Pick<SolveOptions, 'timeLimit' | 'seed'>,
		onPlan: (plan: Plan) => void
	): Promise<Plan> => solve(problem, { ...options, method: 'exact', loadHighs: load, onPlan }),
	frontier: (problem: Problem, options: FrontierOptions): Plan[] => frontier(problem, options),
	nearTies: (problem: Problem, plan: Plan, options: NearTieOptions): NearTie[] =>
		nearTies(problem, plan, options)
};

export type SitingWorker = typeof api;

expose(api);
