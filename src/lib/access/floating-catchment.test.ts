import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Costs } from './costs.ts';
import {
	demandAround,
	floatingCatchment,
	LUO_QI_STEPS,
	stepsTo,
	stepWeight
} from './floating-catchment.ts';

/** A table of all costs; null where there is no way. */
function table(rows: readonly (readonly (number | null)[])[]): Costs {
	const start = [0];
	const site: number[] = [];
	const cost: number[] = [];
	for (const row of rows) {
		row.forEach((one, at) => {
			if (one === null) return;
			site.push(at);
			cost.push(one);
		});
		start.push(site.length);
	}
	return {
		origins: rows.length,
		sites: rows[0]?.length ?? 0,
		start: Int32Array.from(start),
		site: Int32Array.from(site),
		cost: Float64Array.from(cost),
		limit: Infinity
	};
}

describe('floating catchment areas', () => {
	it('shares each supply among those in reach, and adds up what each can reach', () => {
		// Site 0 (supply 2) serves origins 0 and 1 (100 + 300), site 1 (supply 3) origin 1 alone.
		const costs = table([
			[10, 40],
			[30, 20],
			[31, 31]
		]);
		const access = floatingCatchment(costs, [100, 300, 50], [2, 3], [{ upTo: 30, weight: 1 }]);
		expect(access[0]).toBeCloseTo(2 / 400, 12);
		expect(access[1]).toBeCloseTo(2 / 400 + 3 / 300, 12);
		expect(access[2]).toBe(0);
	});

	it('shares with people beyond as if they were origins, too', () => {
		const everyone = table([
			[5, 25],
			[15, 8],
			[12, 28],
			[29, null]
		]);
		const [demand, supply] = [
			[100, 300, 250, 40],
			[2, 3]
		];
		const whole = floatingCatchment(everyone, demand, supply, LUO_QI_STEPS);
		const inside = table([
			[5, 25],
			[15, 8]
		]);
		const outside = table([
			[12, 28],
			[29, null]
		]);
		const beyond = demandAround(outside, [250, 40], LUO_QI_STEPS);
		expect([...beyond]).toEqual([250 * 0.68 + 40 * 0.22, 250 * 0.22]);
		const access = floatingCatchment(inside, [100, 300], supply, LUO_QI_STEPS, beyond);
		expect(access[0]).toBeCloseTo(whole[0] ?? NaN, 12);
		expect(access[1]).toBeCloseTo(whole[1] ?? NaN, 12);
		const alone = floatingCatchment(inside, [100, 300], supply, LUO_QI_STEPS);
		expect(alone[0]).toBeGreaterThan(access[0] ?? NaN);
		expect(() => floatingCatchment(inside, [1, 1], supply, LUO_QI_STEPS, [1])).toThrow('beyond');
	});

	it('weighs demand and supply by steps, inclusive, as Luo and Qi', () => {
		const costs = table([
			[10, null],
			[20, 30],
			[30.5, 10]
		]);
		// Site 0: 100 × 1 + 200 × 0.68; site 1: 200 × 0.22 + 50 × 1.
		const ratio = [1 / (100 + 136), 1 / (44 + 50)] as const;
		const access = floatingCatchment(costs, [100, 200, 50], [1, 1], LUO_QI_STEPS);
		expect(access[0]).toBeCloseTo(ratio[0], 12);
		expect(access[1]).toBeCloseTo(0.68 * ratio[0] + 0.22 * ratio[1], 12);
		expect(access[2]).toBeCloseTo(ratio[1], 12);
	});

	it('has the weights of the example of PySAL access', () => {
		const steps = stepsTo(60);
		expect(steps.map(({ upTo }) => upTo)).toEqual([20, 40, 60]);
		expect([0, 10, 20, 30, 40, 50, 60, 70].map((cost) => stepWeight(steps, cost))).toEqual([
			1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0
		]);
	});

	it('gives out exactly the supply that somebody reaches', () => {
		const instance = fc
			.record({ origins: fc.integer({ min: 1, max: 8 }), sites: fc.integer({ min: 1, max: 8 }) })
			.chain(({ origins, sites }) =>
				fc.record({
					costs: fc.array(
						fc.array(fc.option(fc.integer({ min: 0, max: 45 })), {
							minLength: sites,
							maxLength: sites
						}),
						{ minLength: origins, maxLength: origins }
					),
					demand: fc.array(fc.integer({ min: 0, max: 900 }), {
						minLength: origins,
						maxLength: origins
					}),
					supply: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: sites, maxLength: sites })
				})
			);
		fc.assert(
			fc.property(instance, ({ costs, demand, supply }) => {
				const access = floatingCatchment(table(costs), demand, supply, LUO_QI_STEPS);
				const drawn = demand.reduce((sum, people, i) => sum + people * (access[i] ?? NaN), 0);
				const reached = supply.reduce(
					(sum, amount, site) =>
						costs.some((row, i) => (row[site] ?? 99) <= 30 && (demand[i] ?? 0) > 0)
							? sum + amount
							: sum,
					0
				);
				expect(drawn).toBeCloseTo(reached, 6);
				// A further site never lowers anyone's access.
				const more = floatingCatchment(
					table(costs.map((row, i) => [...row, i % 2 === 0 ? 12 : null])),
					demand,
					[...supply, 5],
					LUO_QI_STEPS
				);
				access.forEach((one, i) => expect(more[i]).toBeGreaterThanOrEqual(one - 1e-12));
				// Nor does it matter in which order sites stand.
				const turned = floatingCatchment(
					table(costs.map((row) => [...row].reverse())),
					demand,
					[...supply].reverse(),
					LUO_QI_STEPS
				);
				access.forEach((one, i) => expect(turned[i]).toBeCloseTo(one, 12));
			})
		);
	});

	it('refuses columns that do not fit and steps beyond the known costs', () => {
		const costs = { ...table([[1]]), limit: 20 };
		expect(() => floatingCatchment(costs, [1, 2], [1], [{ upTo: 20, weight: 1 }])).toThrow(
			'one demand'
		);
		expect(() => floatingCatchment(costs, [1], [1], LUO_QI_STEPS)).toThrow('beyond');
	});
});
