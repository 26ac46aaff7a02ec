/** Published instances: what the literature has proved must come out, proved. */
import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import {
	graphProblem,
	makeGraph,
	OPTIMA,
	parseGraph
} from '../../scripts/bench/siting/or-library.ts';
import { QUICK, quickPlan, solve } from '../../src/lib/siting/solve.ts';

const exact = {
	method: 'exact',
	timeLimit: Infinity,
	seed: 1,
	loadHighs: () => loadHighs()
} as const;

/** No clock: on a busy machine the same must come out. */
const UNHURRIED = { ...QUICK, timeLimit: Infinity };

/** Number in the library, and the best longest journey that other programs find (Pullan 2008). */
const KEPT = [
	[1, 127],
	[5, 48]
] as const;

const problemOf = (number: number) => {
	const url = new URL(`or-library/pmed${number}.txt`, import.meta.url);
	return graphProblem(parseGraph(readFileSync(url, 'utf8')));
};

describe.each(KEPT)('pmed%i of the OR-Library', (number, longest) => {
	const best = OPTIMA[number - 1] ?? NaN;

	it(`has the value ${best}`, async () => {
		const problem = problemOf(number);
		const plan = await solve(problem, exact);
		expect(plan).toMatchObject({ status: 'optimal', objective: best, gap: 0 });
		expect(quickPlan(problem, UNHURRIED).objective).toBeLessThanOrEqual(best * 1.01);
	});

	it(`has the p-center ${longest}`, async () => {
		const problem = { ...problemOf(number), model: 'p-center' } as const;
		const plan = await solve(problem, exact);
		expect(plan).toMatchObject({ status: 'optimal', objective: longest });
		expect(quickPlan(problem, UNHURRIED).objective).toBeLessThanOrEqual(longest * 1.1);
	});
});

it('graphs made in the same way are proved, up to 200 nodes', async () => {
	for (const [nodes, p] of [
		[100, 10],
		[100, 33],
		[200, 5],
		[200, 20],
		[200, 67]
	] as const) {
		const problem = graphProblem(makeGraph(nodes + p, nodes, p));
		const plan = await solve(problem, exact);
		expect(plan.status).toBe('optimal');
		const quick = quickPlan(problem, { seed: 1, restarts: 10, timeLimit: Infinity });
		expect(quick.objective ?? NaN).toBeLessThanOrEqual((plan.objective ?? NaN) * 1.01);
	}
});
