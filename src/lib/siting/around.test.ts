import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { summariseHubs } from './assignment.ts';
import { randomInstance } from './brute-force.fixture.ts';
import { frontier, fewestForShare } from './frontier.ts';
import { MODELS, type ModelId, type Problem } from './models.ts';
import { nearTies } from './near-ties.ts';
import { nearest, score } from './plan.ts';
import { quickPlan, solve } from './solve.ts';
import { NEAR } from './swaps.ts';

const shape = { demand: 30, sites: 11, density: 0.8, whole: false, fixed: 1, excluded: 1 };
const ask = (model: ModelId, seed: number, p: number): Problem => ({
	instance: randomInstance(seed, shape),
	model,
	p: MODELS[model].takesP ? p : null,
	reach: MODELS[model].reach === 'needed' ? 8 : null
});
const median = (seed: number, p: number) =>
	solve(ask('p-median', seed, p), {
		method: 'exact',
		timeLimit: Infinity,
		seed: 1,
		loadHighs: () => loadHighs()
	});

describe('the frontier', () => {
	it.each(['mclp', 'p-median', 'p-center'] as const)('of %s never gets worse', (model) => {
		for (let seed = 1; seed <= 10; seed++) {
			const plans = frontier(ask(model, seed, 1), { seed: 1, most: 99, restarts: 2 });
			expect(plans.map(({ open }) => open.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
			plans.slice(1).forEach((plan, at) => {
				const before = plans[at];
				expect(plan.unservedWeight).toBeLessThanOrEqual((before?.unservedWeight ?? NaN) + 1e-9);
			});
		}
	});
	it('of the p-median is nowhere better than the proved best', async () => {
		const plans = frontier(ask('p-median', 4, 1), { seed: 1, most: 6, restarts: 4 });
		for (const plan of plans) {
			const best = await median(4, plan.open.length);
			if (best.unservedWeight > 0) continue;
			expect(best.status).toBe('optimal');
			expect(plan.objective ?? NaN).toBeGreaterThanOrEqual((best.objective ?? NaN) - 1e-9);
		}
	});
	it('says how many hubs a share takes', () => {
		const plans = frontier(ask('mclp', 2, 1), { seed: 1, most: 99, restarts: 2 });
		const all = plans.at(-1)?.servedWeight ?? NaN;
		expect(fewestForShare(plans, 1, all)?.servedWeight).toBeCloseTo(all, 9);
		expect(fewestForShare(plans, 2, all)).toBeNull();
		const half = fewestForShare(plans, 0.5, all);
		expect(half?.servedWeight).toBeGreaterThanOrEqual(all / 2);
		expect(plans[(half?.open.length ?? 0) - 2]?.servedWeight ?? 0).toBeLessThan(all / 2);
	});
});

describe('plans nearly as good that differ in two sites or more', () => {
	it.each(['mclp', 'p-median', 'p-center', 'lscp'] as const)(
		'of %s are within a hundredth',
		(model) => {
			let count = 0;
			for (let seed = 1; seed <= 20; seed++) {
				// Whole costs and weights tie often.
				const instance = randomInstance(seed, { ...shape, whole: true });
				const reach = MODELS[model].reach === 'needed' ? 3 : null;
				const asked = { ...ask(model, seed, 4), instance, reach };
				const plan = quickPlan(asked, { seed: 1, restarts: 10, timeLimit: Infinity });
				const { others } = nearTies(asked, plan, { seed: 1, most: 999, restarts: 5 });
				for (const { open, worse, objective, into, out } of others) {
					const worth = score(asked, { open, siteOf: nearest(asked.instance, open, asked.reach) });
					expect(worth.objective).toBeCloseTo(objective, 9);
					expect(worse).toBeLessThanOrEqual(NEAR);
					expect(into.length).toBeGreaterThan(1);
					expect(into).toHaveLength(out.length);
					expect(open).toContain(0);
					count++;
				}
			}
			expect(count).toBeGreaterThan(0);
		}
	);
});

describe('what each hub is for', () => {
	it('adds up, and is what happens without it', () => {
		const asked = ask('mclp', 6, 5);
		const plan = quickPlan(asked);
		const hubs = summariseHubs(asked, plan);
		expect(hubs.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(plan.servedWeight, 9);
		for (const hub of hubs) {
			const open = plan.open.filter((site) => site !== hub.site);
			const without = score(asked, { open, siteOf: nearest(asked.instance, open, asked.reach) });
			expect(plan.servedWeight - without.objective).toBeCloseTo(hub.onlyHere, 9);
		}
	});
});
