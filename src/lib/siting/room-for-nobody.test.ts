import { describe, expect, it } from 'vitest';
import { makeInstance } from './instance.ts';
import { roomForNobody } from './room-for-nobody.ts';

const instance = (weights: number[], capacities: (number | null)[]) =>
	makeInstance({
		demand: weights.map((weight, i) => ({ id: `d${i}`, weight })),
		sites: capacities.map((capacity, i) => ({
			id: `s${i}`,
			state: i === 2 ? ('excluded' as const) : ('candidate' as const),
			capacity
		})),
		pairs: { length: 1, demand: [0], site: [0], cost: [1] }
	});

describe('that nobody is served for want of room', () => {
	it('is said with the largest site and the smallest demand', () => {
		expect(roomForNobody(instance([1500, 0, 1620.5], [20, 30]))).toMatch(
			/every capacity is smaller than every demand: the largest site has room for 30, and the smallest demand point asks for 1,500\./
		);
		// What is excluded has no room for anybody.
		expect(roomForNobody(instance([40], [20, 30, 90]))).not.toBeNull();
	});
	it('is not said where a site has room, or no limit', () => {
		expect(roomForNobody(instance([30, 50], [20, 30]))).toBeNull();
		expect(roomForNobody(instance([50], [20, null]))).toBeNull();
		expect(roomForNobody(instance([50], [null]))).toBeNull();
		expect(roomForNobody(instance([0], [20]))).toBeNull();
	});
});
