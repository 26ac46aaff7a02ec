import { describe, expect, it } from 'vitest';
import type { Value } from '../facts/value.ts';
import { placesAllowed } from './place-among.ts';

const of = (value: number, half: number): Value => ({
	kind: 'value',
	value,
	interval: { lower: value - half, upper: value + half }
});

describe('places that intervals allow', () => {
	const values = [of(70, 1), of(72, 2), of(73, 2), of(80, 1), { kind: 'missing' } as Value];

	it('leaves apart only what no interval brings together', () => {
		expect(placesAllowed(values, 0, false)).toEqual({ best: 1, worst: 3 });
		expect(placesAllowed(values, 1, false)).toEqual({ best: 1, worst: 3 });
		expect(placesAllowed(values, 3, false)).toEqual({ best: 4, worst: 4 });
	});

	it('counts from the other end where the highest comes first', () => {
		expect(placesAllowed(values, 3, true)).toEqual({ best: 1, worst: 1 });
		expect(placesAllowed(values, 0, true)).toEqual({ best: 2, worst: 4 });
	});

	it('says nothing of a value without an interval, and takes others without one as they are', () => {
		const plain: Value = { kind: 'estimate', value: 72 };
		expect(placesAllowed([plain, ...values], 0, false)).toBeNull();
		expect(placesAllowed([plain, of(75, 1)], 1, false)).toEqual({ best: 2, worst: 2 });
	});
});
