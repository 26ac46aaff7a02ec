/** A published instance: what the literature has proved must come out, proved. */
import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { expect, it } from 'vitest';
import {
	graphProblem,
	makeGraph,
	OPTIMA,
	parseGraph
} from '../../scripts/bench/siting/or-library.ts';
import { quickPlan, solve } from '../../src/lib/siting/solve.ts';

const exact = { method: 'exact', timeLimit: 60, seed: 1, loadHighs: () => loadHighs() } as const;

it('pmed1 of the OR-Library has the value 5,819', async () => {
	const text = readFileSync(new URL('or-library/pmed1.txt', import.meta.url), 'utf8');
	const problem = graphProblem(parseGraph(text));
	const plan = await solve(problem, exact);
	expect(plan).toMatchObject({ status: 'optimal', objective: OPTIMA[0], gap: 0 });
	expect(quickPlan(problem).objective).toBeLessThanOrEqual(5819 * 1.01);
});

it('the p-center of its graph is what other programs find: 127', async () => {
	const text = readFileSync(new URL('or-library/pmed1.txt', import.meta.url), 'utf8');
	const plan = await solve({ ...graphProblem(parseGraph(text)), model: 'p-center' }, exact);
	expect(plan).toMatchObject({ status: 'optimal', objective: 127 });
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
		const quick = quickPlan(problem, { seed: 1, restarts: 10, timeLimit: 5 });
		expect(quick.objective ?? NaN).toBeLessThanOrEqual((plan.objective ?? NaN) * 1.01);
	}
});
