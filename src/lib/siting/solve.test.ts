import loadHighs, { type Highs } from 'highs';
import { describe, expect, inject, it } from 'vitest';
import { bestByBruteForce, randomInstance, type Chances } from './brute-force.fixture.ts';
import { availableSites, fixedSites, totalWeight } from './instance.ts';
import { MODEL_IDS, MODELS, type ModelId, type Problem } from './models.ts';
import { canBeServed, leastShare, score } from './plan.ts';
import { QUICK, quickPlan, solve, type SolveOptions } from './solve.ts';

let loaded: Promise<Highs> | null = null;
const exact: SolveOptions = {
	method: 'exact',
	timeLimit: Infinity,
	seed: 1,
	loadHighs: () => (loaded ??= loadHighs())
};

/** How many times as many questions are drawn as usual: ten times in `npm run test:all`. */
const { times } = inject('draws');

const SHAPES: (Chances & { p: number; reach: number | null })[] = [
	{ demand: 12, sites: 9, density: 1, whole: false, fixed: 0, excluded: 0, p: 3, reach: null },
	{ demand: 14, sites: 8, density: 1, whole: true, fixed: 1, excluded: 1, p: 3, reach: null },
	{ demand: 12, sites: 9, density: 0.4, whole: false, fixed: 1, excluded: 0, p: 3, reach: 12 },
	{ demand: 12, sites: 9, density: 0.3, whole: true, fixed: 0, excluded: 2, p: 2, reach: 4 },
	{ demand: 9, sites: 8, density: 0.6, whole: true, fixed: 2, excluded: 1, p: 4, reach: 3 },
	{ demand: 10, sites: 7, density: 0.5, whole: true, fixed: 0, excluded: 0, p: 1, reach: 5 },
	{ demand: 10, sites: 6, density: 0.9, whole: true, fixed: 0, excluded: 0, p: 6, reach: 4 }
];

/** The question of a model, with a reach where it has to have one. */
function ask(model: ModelId, seed: number, shape: (typeof SHAPES)[number]): Problem {
	const needed = MODELS[model].reach === 'needed';
	return {
		instance: randomInstance(seed, shape),
		model,
		p: MODELS[model].takesP ? shape.p : null,
		reach: shape.reach ?? (needed ? (shape.whole ? 4 : 10) : null)
	};
}

const close = (value: number | null, expected: number) =>
	expect(Math.abs((value ?? NaN) - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, expected));

describe.each(MODEL_IDS)('%s', (model) => {
	it.each([...SHAPES.keys()])('is what trying everything finds, shape %i', async (at) => {
		const shape = SHAPES[at] as (typeof SHAPES)[number];
		for (let seed = 1; seed <= 10 * times; seed++) {
			const problem = ask(model, seed * 97 + at, shape);
			const best = bestByBruteForce(problem);
			const quick = quickPlan(problem, { ...QUICK, timeLimit: Infinity });
			const plan = await solve(problem, exact);
			const said = `${model}, shape ${at}, seed ${seed}`;
			expect(plan.status, said).toBe('optimal');
			close(plan.unservedWeight, best.unservedWeight);
			close(plan.objective, best.objective);
			close(plan.bound, best.objective);
			// The quick answer is an answer, and never better than the best.
			expect(quick.unservedWeight).toBeGreaterThanOrEqual(best.unservedWeight - 1e-9);
			if (Math.abs(quick.unservedWeight - best.unservedWeight) < 1e-9) {
				const miss =
					((quick.objective ?? NaN) - best.objective) * (MODELS[model].maximise ? -1 : 1);
				expect(miss).toBeGreaterThanOrEqual(-1e-6);
			}
			for (const site of fixedSites(problem.instance)) expect(plan.open).toContain(site);
			for (const site of plan.open) expect(problem.instance.states[site]).not.toBe('excluded');
			if (problem.p !== null) expect(plan.open).toHaveLength(problem.p);
			expect(plan.servedWeight + plan.unservedWeight).toBeCloseTo(totalWeight(problem.instance), 6);
		}
	});

	it('reaches points without weight where it asks for all, and is not led by them elsewhere', async () => {
		for (let seed = 1; seed <= 10 * times; seed++) {
			const shape = { demand: 10, sites: 8, density: 0.8, whole: true, fixed: 0, excluded: 0 };
			const problem = ask(model, seed, { ...shape, weightless: 0.3, p: 3, reach: 6 });
			const best = bestByBruteForce(problem);
			const plan = await solve(problem, exact);
			close(plan.unservedWeight, best.unservedWeight);
			if (model === 'lscp') {
				plan.siteOf.forEach((site, i) => {
					if (canBeServed(problem.instance, i, problem.reach))
						expect(site).toBeGreaterThanOrEqual(0);
				});
			} else if (model !== 'p-center') close(plan.objective, best.objective);
		}
	});
});

describe('with room for so many', () => {
	it.each(['p-median', 'mclp', 'lscp'] as const)(
		'%s is what trying everything finds',
		async (model) => {
			for (let seed = 1; seed <= 12 * times; seed++) {
				const shape = {
					demand: 6,
					sites: 5,
					density: 0.8,
					whole: seed % 2 === 0,
					fixed: seed % 3 === 0 ? 1 : 0,
					excluded: 0
				};
				const instance = randomInstance(seed, { ...shape, room: 0.35 });
				const reach = model === 'p-median' ? null : shape.whole ? 5 : 14;
				const problem: Problem = { instance, model, p: model === 'lscp' ? null : 2, reach };
				const best = bestByBruteForce(problem);
				const plan = await solve(problem, exact);
				expect(plan.status, `seed ${seed}`).toBe('optimal');
				close(plan.unservedWeight, best.unservedWeight);
				close(plan.objective, best.objective);
				const load = new Float64Array(instance.siteIds.length);
				plan.siteOf.forEach((site, i) => {
					if (site >= 0) load[site] = (load[site] as number) + (instance.weights[i] as number);
				});
				load.forEach((sum, site) => {
					expect(sum).toBeLessThanOrEqual((instance.capacities?.[site] ?? Infinity) + 1e-6);
				});
			}
		}
	);
});

describe('the least covered district first', () => {
	it('is what trying everything finds', async () => {
		for (let seed = 1; seed <= 18 * times; seed++) {
			const shape = {
				demand: 14,
				sites: 9,
				density: 0.7,
				whole: seed % 2 === 0,
				fixed: seed % 3 === 0 ? 1 : 0,
				excluded: 1
			};
			const instance = randomInstance(seed, shape);
			const groups = Int32Array.from({ length: 14 }, (_, i) => (i % 4) - (i === 7 ? 5 : 0)).map(
				(g) => Math.max(-1, g)
			);
			const problem: Problem = {
				instance,
				model: 'mclp',
				p: 3,
				reach: shape.whole ? 3 : 8,
				groups
			};
			const best = bestByBruteForce(problem);
			const plan = await solve(problem, exact);
			const worth = score(problem, { open: plan.open, siteOf: plan.siteOf });
			expect(plan.status, `seed ${seed}`).toBe('optimal');
			close(worth.leastShare, best.leastShare);
			close(plan.objective, best.objective);
			close(leastShare(instance, groups, plan.siteOf, problem.reach), best.leastShare);
		}
	});
});

describe('whatever the question', () => {
	const shape = { demand: 40, sites: 25, density: 0.7, whole: false, fixed: 1, excluded: 2 };
	const problem = (model: ModelId, seed: number, p: number): Problem => ({
		instance: randomInstance(seed, shape),
		model,
		p: MODELS[model].takesP ? p : null,
		reach: MODELS[model].reach === 'needed' ? 7 : null
	});

	it('coverage never falls, and travel never grows, as p grows', async () => {
		for (const model of ['mclp', 'p-median', 'p-center'] as const) {
			let last: number | null = null;
			for (let p = 1; p <= availableSites(problem(model, 3, 1).instance); p += 2) {
				const { objective, unservedWeight } = await solve(problem(model, 3, p), exact);
				if (last !== null && unservedWeight === 0) {
					const step = ((objective ?? NaN) - last) * (MODELS[model].maximise ? 1 : -1);
					expect(step, `${model}, p ${p}`).toBeGreaterThanOrEqual(-1e-9);
				}
				if (unservedWeight === 0 || model === 'mclp') last = objective;
			}
		}
	});

	it('the order of people and sites changes nothing', async () => {
		for (const model of MODEL_IDS) {
			const plain = problem(model, 8, 4);
			const { instance } = plain;
			const count = instance.siteIds.length;
			const turned = (j: number) => count - 1 - j;
			const pairs = { demand: [] as number[], site: [] as number[], cost: [] as number[] };
			const people = instance.weights.length;
			for (let i = 0; i < people; i++) {
				for (let k = instance.starts[i] as number; k < (instance.starts[i + 1] as number); k++) {
					pairs.demand.push(people - 1 - i);
					pairs.site.push(turned(instance.sites[k] as number));
					pairs.cost.push(instance.costs[k] as number);
				}
			}
			const { makeInstance } = await import('./instance.ts');
			const other = makeInstance({
				demand: [...instance.weights].reverse().map((weight, i) => ({ id: `x${i}`, weight })),
				sites: [...instance.states].reverse().map((state, j) => ({ id: `y${j}`, state })),
				pairs: { length: pairs.cost.length, ...pairs }
			});
			const a = await solve(plain, exact);
			const b = await solve({ ...plain, instance: other }, exact);
			close(b.objective, a.objective ?? NaN);
			close(b.unservedWeight, a.unservedWeight);
		}
	});

	it('dropping a person never pays: whoever can be reached by the open sites is served', async () => {
		for (const model of MODEL_IDS) {
			const asked = problem(model, 21, 3);
			const plan = await solve(asked, exact);
			const open = new Set(plan.open);
			plan.siteOf.forEach((site, i) => {
				if (site >= 0) return;
				for (
					let k = asked.instance.starts[i] as number;
					k < (asked.instance.starts[i + 1] as number);
					k++
				) {
					const isNear = asked.reach === null || (asked.instance.costs[k] as number) <= asked.reach;
					expect(isNear && open.has(asked.instance.sites[k] as number)).toBe(false);
				}
			});
		}
	});

	it('a bound is a bound, and a heuristic an answer, even when time is up at once', async () => {
		for (const model of MODEL_IDS) {
			const asked = problem(model, 5, 5);
			const best = await solve(asked, exact);
			const hurried = await solve(asked, { ...exact, timeLimit: 0.001 });
			const sign = MODELS[model].maximise ? -1 : 1;
			expect(((hurried.objective ?? NaN) - (best.objective ?? NaN)) * sign).toBeGreaterThanOrEqual(
				-1e-6
			);
			if (hurried.bound !== null) {
				expect(((best.objective ?? NaN) - hurried.bound) * sign).toBeGreaterThanOrEqual(-1e-6);
			}
		}
	});

	it('tells of plans that only get better', async () => {
		const seen: number[] = [];
		await solve(problem('p-median', 13, 6), {
			...exact,
			onPlan: ({ objective }) => seen.push(objective ?? NaN)
		});
		expect(seen.length).toBeGreaterThan(0);
		expect([...seen].sort((a, b) => b - a)).toEqual(seen);
	});

	it('keeps its answer when the exact solver cannot be loaded', async () => {
		const plans: string[] = [];
		const asked = problem('mclp', 2, 3);
		await expect(
			solve(asked, {
				...exact,
				loadHighs: () => Promise.reject(new Error('no solver')),
				onPlan: ({ status }) => plans.push(status)
			})
		).rejects.toThrow('no solver');
		expect(plans).toContain('feasible');
	});

	it('refuses what has no meaning', () => {
		const asked = problem('p-median', 2, 3);
		for (const [change, fault] of [
			[{ p: 0 }, 'p'],
			[{ p: 1.5 }, 'p'],
			[{ p: null }, 'p'],
			[{ p: 24 }, 'p'],
			[{ model: 'mclp', reach: null }, 'reach'],
			[{ reach: NaN }, 'reach']
		] as const) {
			expect(() => quickPlan({ ...asked, ...change })).toThrow(
				expect.objectContaining({ fault }) as Error
			);
		}
		const many = { ...asked.instance, states: asked.instance.states.map(() => 'fixed' as const) };
		expect(() => quickPlan({ ...asked, instance: many })).toThrow(/p counts them/);
	});
});
