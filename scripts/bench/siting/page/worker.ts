/** What is measured in a browser worker: our answers, and HiGHS on the plain textbook model beside them. */
import { expose } from 'comlink';
import loadHighs, { type Highs } from 'highs';
import wasmUrl from 'highs/runtime?url';
import { emphasise } from '../../../../src/lib/siting/equity.ts';
import type { Instance } from '../../../../src/lib/siting/instance.ts';
import { RowBuilder, solveMixed } from '../../../../src/lib/siting/mip.ts';
import type { Problem } from '../../../../src/lib/siting/models.ts';
import { makeQuestion, sitingFacts, type Choice } from '../../../../src/lib/siting/question.ts';
import { quickPlan, solve } from '../../../../src/lib/siting/solve.ts';
import { randomNumbers } from '../../../../src/lib/stats/random.ts';
import { graphProblem, type Graph } from '../or-library.ts';

let highs: Promise<Highs> | null = null;
const load = (): Promise<Highs> => (highs ??= loadHighs({ locateFile: () => wasmUrl }));
let parts: Record<string, object> = {};

export interface Measured {
	demand: number;
	sites: number;
	pairs: number;
	/** Milliseconds to the first answer, and its objective. */
	first: number;
	firstObjective: number | null;
	/** Milliseconds until it was proved, or time was up. */
	proved: number;
	objective: number | null;
	gap: number | null;
	status: string;
}

async function measure(problem: Problem, seconds: number): Promise<Measured> {
	const { instance } = problem;
	let started = performance.now();
	const quick = quickPlan(problem);
	const first = performance.now() - started;
	await load();
	started = performance.now();
	const plan = await solve(problem, {
		method: 'exact',
		timeLimit: seconds,
		seed: 1,
		loadHighs: load
	});
	return {
		demand: instance.weights.length,
		sites: instance.siteIds.length,
		pairs: instance.costs.length,
		first,
		firstObjective: quick.objective,
		proved: performance.now() - started,
		objective: plan.objective,
		gap: plan.gap,
		status: plan.status
	};
}

export interface Plain {
	milliseconds: number;
	objective: number | null;
	gap: number | null;
	/** "optimal", "limit", or why there is no answer. */
	status: string;
}

/** The model as textbooks write it, nothing merged, nothing left out, no answer to begin with. */
async function plain({ instance, model, p, reach }: Problem, seconds: number): Promise<Plain> {
	const solver = await load();
	const started = performance.now();
	try {
		const sites = instance.siteIds.length;
		const people = instance.weights.length;
		// Both have a variable a pair; the p-center has one more, the longest journey.
		const isCenter = model === 'p-center';
		const isPaired = model === 'p-median' || isCenter;
		const entries = isPaired ? instance.costs.length + (isCenter ? 1 : 0) : people;
		const longest = sites + instance.costs.length;
		const cost = new Float64Array(sites + entries);
		const lower = new Float64Array(sites + entries);
		const upper = new Float64Array(sites + entries).fill(1);
		const whole = new Uint8Array(sites + entries);
		const rows = new RowBuilder();
		whole.fill(1, 0, sites);
		if (isCenter) {
			cost[longest] = 1;
			upper[longest] = Infinity;
		}
		instance.states.forEach((state, j) => {
			if (state === 'fixed') lower[j] = 1;
			if (state === 'excluded') upper[j] = 0;
			if (model === 'lscp') cost[j] = 1;
		});
		if (p !== null) {
			for (let j = 0; j < sites; j++) rows.entry(j, 1);
			rows.end(p, p);
		}
		for (let i = 0; i < people; i++) {
			const from = instance.starts[i] as number;
			const end = instance.starts[i + 1] as number;
			if (isPaired) {
				for (let k = from; k < end; k++) {
					if (!isCenter) {
						cost[sites + k] = (instance.weights[i] as number) * (instance.costs[k] as number);
					}
					rows.entry(sites + k, 1);
				}
				rows.end(1, 1);
				if (isCenter) {
					for (let k = from; k < end; k++) rows.entry(sites + k, instance.costs[k] as number);
					rows.entry(longest, -1);
					rows.end(-Infinity, 0);
				}
				for (let k = from; k < end; k++) {
					rows.entry(sites + k, 1);
					rows.entry(instance.sites[k] as number, -1);
					rows.end(-Infinity, 0);
				}
				continue;
			}
			let near = 0;
			for (let k = from; k < end && (instance.costs[k] as number) <= (reach ?? Infinity); k++) {
				rows.entry(instance.sites[k] as number, 1);
				near++;
			}
			if (model === 'mclp') {
				cost[sites + i] = instance.weights[i] as number;
				rows.entry(sites + i, -1);
				rows.end(0, Infinity);
			} else rows.end(near > 0 ? 1 : 0, Infinity);
		}
		const answer = solveMixed(
			solver,
			{ maximise: model === 'mclp', cost, lower, upper, whole, rows },
			{ timeLimit: seconds * 1000, seed: 1 }
		);
		const { objective, bound, status } = answer;
		return {
			milliseconds: performance.now() - started,
			objective,
			gap:
				objective === null || bound === null
					? null
					: Math.abs(objective - bound) / (objective || 1),
			status: objective === null ? `${status}, no answer` : status
		};
	} catch (error) {
		highs = null;
		const why = error instanceof Error ? error.message : String(error);
		return {
			milliseconds: performance.now() - started,
			objective: null,
			gap: null,
			status: `no answer: ${why.slice(0, 60)}`
		};
	}
}

function ask(choice: Choice, p: number | null): Problem {
	const find = (part: string) => parts[part];
	const { problem } = makeQuestion(sitingFacts(find), choice, find);
	return problem.model === 'lscp' ? problem : { ...problem, p };
}

/** The question with so many demand points: those there are, again and again, each cost a little off. */
function grown(problem: Problem, people: number): Problem {
	const { instance } = problem;
	const random = randomNumbers(7);
	const have = instance.weights.length;
	const of = Array.from({ length: people }, (_, i) => i % have);
	const starts = new Int32Array(people + 1);
	of.forEach((i, at) => {
		const length = (instance.starts[i + 1] as number) - (instance.starts[i] as number);
		starts[at + 1] = (starts[at] as number) + length;
	});
	const sites = new Int32Array(starts[people] as number);
	const costs = new Float64Array(sites.length);
	of.forEach((i, at) => {
		const factor = at < have ? 1 : 0.9 + 0.2 * random();
		const from = instance.starts[i] as number;
		const length = (instance.starts[i + 1] as number) - from;
		for (let k = 0; k < length; k++) {
			sites[(starts[at] as number) + k] = instance.sites[from + k] as number;
			costs[(starts[at] as number) + k] = (instance.costs[from + k] as number) * factor;
		}
	});
	const weights = emphasise(
		of.map((i) => instance.weights[i] as number),
		() => false,
		1
	);
	const made: Instance = {
		...instance,
		demandIds: of.map((_, at) => String(at)),
		weights,
		starts,
		sites,
		costs
	};
	return { ...problem, instance: made };
}

const api = {
	begin(given: Record<string, object>): void {
		parts = given;
	},
	measure: (choice: Choice, p: number | null, seconds: number): Promise<Measured> =>
		measure(ask(choice, p), seconds),
	plain: (choice: Choice, p: number | null, seconds: number): Promise<Plain> =>
		plain(ask(choice, p), seconds),
	grown: (choice: Choice, p: number, people: number, seconds: number): Promise<Measured> =>
		measure(grown(ask(choice, p), people), seconds),
	graph: (graph: Graph, seconds: number): Promise<Measured> => measure(graphProblem(graph), seconds)
};
export type BenchWorker = typeof api;

expose(api);
