import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatWholePercent } from '../text/format.ts';
import { mustSayBoth, otherCountWords, otherShareWords, sharesBeyond } from './both-shares.ts';

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

it('tells the other figure in the sentence where it must, and only there', () => {
	expect(otherShareWords([0.35], [0.42], formatWholePercent)).toBe(
		' (42% by checked or recent listings alone)'
	);
	expect(otherShareWords([0.35, 0.2], [0.35, 0.22], formatWholePercent)).toBe(
		' (35% and 22% by checked or recent listings alone)'
	);
	expect(otherCountWords(15, 20, 39)).toBe('; by checked or recent listings alone it would be 20');
	expect(otherCountWords(3, 0, 39)).toBe('; by checked or recent listings alone it would be none');
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(share, fc.option(share), (all, other) => {
			const told = otherShareWords([all], other === null ? null : [other], formatWholePercent);
			const moves = other !== null && mustSayBoth({ confirmed: other, all });
			expect(told === '').toBe(!moves);
			if (moves) expect(told).toContain(formatWholePercent(other));
		})
	);
	const count = fc.integer({ min: 0, max: 60 });
	fc.assert(
		fc.property(count, fc.option(count), (all, other) => {
			const told = otherCountWords(all, other, 60);
			// One of sixty is more than a point.
			expect(told === '').toBe(other === null || other === all);
		})
	);
});
