import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../stats/wilson.ts';
import type { Value } from '../facts/value.ts';
import { differenceInterval, verdictOf } from './difference.ts';

const share = (count: number, total: number): Value => ({
	kind: 'value',
	value: count / total,
	interval: wilsonInterval(count, total)
});

describe('the interval of a difference', () => {
	it('is that of Newcombe’s tenth method, as printed (1998, table II)', () => {
		const of = (count: number, total: number) =>
			[count / total, wilsonInterval(count, total)] as const;
		const { lower, upper } = differenceInterval(...of(56, 70), ...of(48, 80));
		expect([lower, upper].map((bound) => bound.toFixed(4))).toEqual(['0.0524', '0.3339']);
	});
});

describe('two figures', () => {
	it('differ clearly, or are too close to call', () => {
		expect(verdictOf(share(500, 1000), share(400, 1000), null)).toEqual({
			kind: 'clear',
			higher: true
		});
		expect(verdictOf(share(50, 100), share(45, 100), null)).toEqual({ kind: 'close' });
	});

	it('without intervals differ from a least difference on, or are not held against each other', () => {
		const plain = (value: number): Value => ({ kind: 'value', value });
		expect(verdictOf(plain(60), plain(65), 5)).toEqual({ kind: 'clear', higher: false });
		expect(verdictOf(plain(60), plain(64.9), 5)).toEqual({ kind: 'close' });
		expect(verdictOf(plain(60), plain(10), null)).toEqual({ kind: 'none' });
	});

	it('are no pair where one is an estimate or missing', () => {
		const value: Value = { kind: 'value', value: 80 };
		expect(verdictOf(value, { kind: 'estimate', value: 70 }, 1)).toEqual({ kind: 'none' });
		expect(verdictOf({ kind: 'not-published' }, value, 1)).toEqual({ kind: 'none' });
	});

	it('say the same whichever comes first', () => {
		const count = fc.integer({ min: 0, max: 500 });
		fc.assert(
			fc.property(count, count, (a, b) => {
				const [one, other] = [share(a, 500), share(b, 700)];
				const there = verdictOf(one, other, null);
				const back = verdictOf(other, one, null);
				expect(back).toEqual(
					there.kind === 'clear' ? { kind: 'clear', higher: !there.higher } : there
				);
			})
		);
	});
});
