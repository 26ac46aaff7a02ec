import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationIndex, type Spread } from './concentration.ts';

/** Deaths of children under five by wealth fifth, India 1982-92, of O'Donnell et al. (2008), table 8.1. */
const INDIA: Spread[] = [
	[29939, 154.7],
	[28776, 152.9],
	[26528, 119.5],
	[24689, 86.9],
	[19739, 54.3]
].map(([births = 0, rate = 0], order) => ({ amount: rate, order, population: births }));

describe('the concentration index', () => {
	it('agrees with the worked example of the World Bank’s guide', () => {
		expect(concentrationIndex(INDIA).value).toBeCloseTo(-0.1694, 4);
	});

	it('is twice the area between the curve and the line of equal shares', () => {
		const groups = fc.array(
			fc.record({
				amount: fc.double({ min: 0, max: 1, noNaN: true }),
				order: fc.integer({ min: 0, max: 6 }),
				population: fc.integer({ min: 1, max: 50 })
			}),
			{ minLength: 1, maxLength: 20 }
		);
		fc.assert(
			fc.property(groups, (given) => {
				const { value, erreygers, curve } = concentrationIndex(given, [0, 1]);
				fc.pre(value !== null && given.some(({ amount }) => amount > 1e-6));
				let area = 0;
				curve.slice(1).forEach((point, i) => {
					const before = curve[i] ?? { people: 0, share: 0 };
					area += ((point.share + before.share) / 2) * (point.people - before.people);
				});
				expect(value).toBeCloseTo(1 - 2 * area, 9);
				expect(curve.at(-1)?.people).toBeCloseTo(1, 12);
				expect(curve.at(-1)?.share).toBeCloseTo(1, 12);
				const people = given.reduce((sum, one) => sum + one.population, 0);
				const mean = given.reduce((sum, one) => sum + one.amount * one.population, 0) / people;
				expect(erreygers).toBeCloseTo(4 * mean * (value ?? NaN), 9);
				// Neither the order of the rows matters nor splitting a group in two.
				expect(concentrationIndex([...given].reverse()).value).toBeCloseTo(value ?? NaN, 9);
				const halves = given.flatMap((one) => [one, one]);
				expect(concentrationIndex(halves).value).toBeCloseTo(value ?? NaN, 9);
			})
		);
	});

	it('is negative where the first have most, and 0 where all have the same', () => {
		const two = (first: number, last: number): Spread[] => [
			{ amount: first, order: 0, population: 10 },
			{ amount: last, order: 1, population: 10 }
		];
		expect(concentrationIndex(two(3, 1)).value).toBe(-0.25);
		expect(concentrationIndex(two(1, 3)).value).toBe(0.25);
		expect(concentrationIndex(two(2, 2)).value).toBe(0);
		expect(concentrationIndex(two(0, 0))).toMatchObject({ value: null });
		// Erreygers: 4 × 0.5 × 0.5 for a share that none of the first and all of the last have.
		expect(concentrationIndex(two(0, 1), [0, 1]).erreygers).toBe(1);
	});

	it('refuses what has no index', () => {
		expect(() => concentrationIndex([])).toThrow('population');
		expect(() => concentrationIndex([{ amount: -1, order: 0, population: 1 }])).toThrow('below');
		expect(() => concentrationIndex([{ amount: 2, order: 0, population: 1 }], [0, 1])).toThrow(
			'between'
		);
	});
});
