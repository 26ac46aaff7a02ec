import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../text/format.ts';
import { besideBounds, costFormat } from './answer-words.ts';
import { DEFAULT_REQUEST } from './request.ts';
import { boundsOf, provisionClass } from './rule.ts';

describe('a figure beside the bound of the rule', () => {
	it('does not read like the bound that it falls short of', () => {
		const bounds = boundsOf({ ...DEFAULT_REQUEST, k: 1 }, 5);
		const words = besideBounds(formatDecimal, bounds);
		expect([0.94, 0.998, 1, 1.04, 1.97, 2].map(words)).toEqual([
			'0.9',
			'just under 1.0',
			'1.0',
			'1.0',
			'just under 2.0',
			'2.0'
		]);
	});

	it('is just over a reach that it is beyond', () => {
		const words = costFormat({ ...DEFAULT_REQUEST, reach: { unit: 'minutes', cost: 15 } });
		expect([15, 15.2, 15.6].map(words)).toEqual([
			'15 minutes on foot',
			'just over 15 minutes on foot',
			'16 minutes on foot'
		]);
	});

	it('never contradicts the rule, whatever the figure', () => {
		const bounds = boundsOf({ ...DEFAULT_REQUEST, k: 3 }, 5);
		const words = besideBounds(formatDecimal, bounds);
		fc.assert(
			fc.property(fc.double({ min: 0, max: 9, noNaN: true }), (value) => {
				const isLittle = provisionClass(value, bounds) === 0;
				const said = words(value);
				expect(isLittle).toBe(said.startsWith('just under 3') || Number(said) < 3);
			})
		);
	});
});
