import { describe, expect, it } from 'vitest';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatPercent,
	formatQuantity
} from './format.ts';

describe('numbers and lists in words', () => {
	it('are as British readers expect them', () => {
		expect(formatCount(163_834)).toBe('163,834');
		expect(formatDecimal(29.847)).toBe('29.8');
		expect(formatPercent(0.1586)).toBe('15.9%');
		expect(formatList(['Norwich', 'Breckland', 'Waveney'])).toBe('Norwich, Breckland and Waveney');
	});
	it('count small things in words and say none as no', () => {
		expect(formatQuantity(0, 'food bank')).toBe('no food banks');
		expect(formatQuantity(1, 'food bank')).toBe('one food bank');
		expect(formatQuantity(2, 'community', 'communities')).toBe('two communities');
		expect(formatQuantity(1200, 'venue')).toBe('1,200 venues');
		expect(capitalise('no venues')).toBe('No venues');
	});
});
