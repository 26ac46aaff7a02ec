import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRanks, weightedMean, weightedQuantile } from './weighted.ts';

const population = fc.array(
	fc.record({
		value: fc.integer({ min: -20, max: 20 }),
		weight: fc.integer({ min: 1, max: 100 })
	}),
	{ minLength: 1, maxLength: 30 }
);
const split = (people: readonly { value: number; weight: number }[]) =>
	[people.map(({ value }) => value), people.map(({ weight }) => weight)] as const;

it('means weigh by people', () => {
	expect(weightedMean([1, 4], [300, 100])).toBe(1.75);
	expect(weightedMean([], [])).toBeNull();
});

describe('weighted quantiles', () => {
	it('are those of the people, one by one', () => {
		expect(weightedQuantile([10, 20, 30], [1, 1, 1], 0.5)).toBe(20);
		expect(weightedQuantile([10, 20], [1, 1], 0.5)).toBe(15);
		expect(weightedQuantile([30, 10, 20], [1, 5, 1], 0.5)).toBe(10);
		expect(weightedQuantile([5, Infinity], [1, 1], 1)).toBe(Infinity);
		expect(weightedQuantile([1], [0], 0.5)).toBeNull();
		fc.assert(
			fc.property(population, fc.constantFrom(0.1, 0.25, 0.5, 0.9), (people, share) => {
				const one = people
					.flatMap(({ value, weight }) => new Array<number>(weight).fill(value))
					.sort((a, b) => a - b);
				const at = share * one.length;
				const whole = Math.abs(at - Math.round(at)) < 1e-9;
				const expected = whole
					? ((one[Math.round(at) - 1] ?? one[0] ?? NaN) + (one[Math.round(at)] ?? NaN)) / 2
					: (one[Math.floor(at)] ?? NaN);
				expect(weightedQuantile(...split(people), share)).toBeCloseTo(expected, 9);
			})
		);
	});
});

describe('mid-ranks', () => {
	it('put each in the middle of its share, ties together', () => {
		expect(midRanks([1, 2, 3, 4], [1, 1, 1, 1])).toEqual([0.125, 0.375, 0.625, 0.875]);
		expect(midRanks([5, 1, 5], [1, 2, 1])).toEqual([0.75, 0.25, 0.75]);
	});

	it('average one half, follow the people, and don’t mind the order', () => {
		fc.assert(
			fc.property(population, (people) => {
				const ranks = midRanks(...split(people));
				expect(weightedMean(ranks, split(people)[1])).toBeCloseTo(0.5, 9);
				const turned = midRanks(...split([...people].reverse())).reverse();
				ranks.forEach((rank, i) => expect(turned[i]).toBeCloseTo(rank, 12));
				people.forEach((a, i) =>
					people.forEach((b, j) => {
						if (a.value < b.value) expect(ranks[i]).toBeLessThan(ranks[j] ?? NaN);
						if (a.value === b.value) expect(ranks[i]).toBe(ranks[j]);
					})
				);
			})
		);
	});
});
