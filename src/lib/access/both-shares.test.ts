import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mustSayBoth, sharesBeyond } from './both-shares.ts';

it('counts who is beyond what is confirmed, and beyond everything', () => {
	const shares = sharesBeyond([10, 20, 30, 40], [5, 31, 40, Infinity], [60, 30, 31, 30], 30);
	expect(shares).toEqual({ confirmed: 0.9, all: 0.3 });
	expect(mustSayBoth(shares)).toBe(true);
	expect(sharesBeyond([], [], [], 30)).toEqual({ confirmed: 0, all: 0 });
});

it('says both from more than a point on, either way', () => {
	expect(mustSayBoth({ confirmed: 0.2, all: 0.19 })).toBe(false);
	expect(mustSayBoth({ confirmed: 0.2, all: 0.189 })).toBe(true);
	expect(mustSayBoth({ confirmed: 0.189, all: 0.2 })).toBe(true);
	expect(mustSayBoth({ confirmed: 0.2, all: 0.2 })).toBe(false);
});

it('never puts more people far away by counting more places', () => {
	const cost = fc.oneof(fc.double({ min: 0, max: 90, noNaN: true }), fc.constant(Infinity));
	const point = fc.tuple(fc.integer({ min: 0, max: 50 }), cost, cost);
	fc.assert(
		fc.property(fc.array(point), (points) => {
			const column = (at: 0 | 1 | 2) => points.map((one) => one[at]);
			const { confirmed, all } = sharesBeyond(column(0), column(1), column(2), 30);
			expect(all).toBeLessThanOrEqual(confirmed + 1e-12);
			// Without a place that is not confirmed, the two are one.
			const alone = sharesBeyond(column(0), column(1), [], 30);
			expect(alone.all).toBe(alone.confirmed);
		})
	);
});
