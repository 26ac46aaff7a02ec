import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_REQUEST } from './request.ts';
import { boundsOf, inOrder, provisionClass, type Ordered } from './rule.ts';

describe('what is little', () => {
	it('has a bound that means something, inclusive where it says so', () => {
		const count = boundsOf(DEFAULT_REQUEST, 5);
		expect([2.99, 3, 5.99, 6].map((value) => provisionClass(value, count))).toEqual([0, 1, 1, 2]);
		const nearest = boundsOf({ ...DEFAULT_REQUEST, measure: 'nearest' }, 5);
		expect([7.5, 15, 15.1, Infinity].map((value) => provisionClass(value, nearest))).toEqual([
			2, 1, 0, 0
		]);
		const shared = boundsOf({ ...DEFAULT_REQUEST, measure: 'e2sfca' }, 8);
		expect([3.9, 4, 8].map((value) => provisionClass(value, shared))).toEqual([0, 1, 2]);
		const rate = boundsOf({ ...DEFAULT_REQUEST, measure: 'published-rate' }, 20);
		expect([19.9, 20, 25].map((value) => provisionClass(value, rate))).toEqual([0, 1, 2]);
		expect(provisionClass(NaN, count)).toBeNull();
	});
});

describe('the order of the list', () => {
	const area = (code: string, change: Partial<Ordered> = {}): Ordered => ({
		code,
		little: 1,
		value: 1,
		moreIsBetter: true,
		count: 1,
		e2sfca: 2,
		core20Residents: 100,
		...change
	});

	it('is by how many kinds there is little of, then the measure, count, E2SFCA, Core20 residents and code', () => {
		const sorted = [
			area('h', { value: NaN }),
			area('g', { value: 2 }),
			area('i', { value: 2, little: 2 }),
			area('b'),
			area('a'),
			area('f', { core20Residents: 50 }),
			area('c', { core20Residents: 200 }),
			area('d', { e2sfca: 1 }),
			area('e', { count: 0 })
		]
			.sort(inOrder)
			.map(({ code }) => code);
		expect(sorted).toEqual(['i', 'e', 'd', 'c', 'a', 'b', 'f', 'g', 'h']);
		// Where less is better, the furthest first.
		expect(
			[area('a', { value: 5, moreIsBetter: false }), area('b', { value: 9, moreIsBetter: false })]
				.sort(inOrder)
				.map(({ code }) => code)
		).toEqual(['b', 'a']);
	});

	it('does not depend on how the areas came', () => {
		const areas = fc.uniqueArray(
			fc.record({
				code: fc.string({ minLength: 1, maxLength: 3 }),
				little: fc.constantFrom(0, 1, 2),
				value: fc.constantFrom(0, 1, 2, NaN, Infinity),
				moreIsBetter: fc.constant(true),
				count: fc.constantFrom(0, 1, null),
				e2sfca: fc.constantFrom(0, 1, null),
				core20Residents: fc.constantFrom(0, 10)
			}),
			{ selector: ({ code }) => code, maxLength: 12 }
		);
		fc.assert(
			fc.property(areas, (given) => {
				const sorted = [...given].sort(inOrder);
				expect([...given].reverse().sort(inOrder)).toEqual(sorted);
			})
		);
	});
});
