import { describe, expect, it } from 'vitest';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatEstimate,
	formatList,
	formatPercent,
	formatPercentage,
	formatQuantity,
	formatWholePercent
} from './format.ts';

describe('numbers and lists in words', () => {
	it('are as British readers expect them', () => {
		expect(formatCount(163_834)).toBe('163,834');
		expect(formatDecimal(29.847)).toBe('29.8');
		expect(formatPercent(0.1586)).toBe('15.9%');
		expect([0, 0.0001, 0.9999, 1].map(formatPercent)).toEqual([
			'0%',
			'less than 0.1%',
			'more than 99.9%',
			'100%'
		]);
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

it('says no more of a small estimate than is known', () => {
	expect([0, 0.2, 9.4, 9.6, 1234.4].map(formatEstimate)).toEqual([
		'0',
		'fewer than 10 (estimate)',
		'fewer than 10 (estimate)',
		'10',
		'1,234'
	]);
	expect([0, 0.002, 0.184, 0.997, 1].map(formatWholePercent)).toEqual([
		'0%',
		'less than 1%',
		'18%',
		'more than 99%',
		'100%'
	]);
});

it('calls nothing “100.0%”, and neither nothing nor all what is not', () => {
	const parts = 0.1 + 0.2 + 0.7;
	expect([0, 0.0004, 0.0005, 0.9994, 0.9996, 1, parts].map(formatPercent)).toEqual([
		'0%',
		'less than 0.1%',
		'0.1%',
		'99.9%',
		'more than 99.9%',
		'100%',
		'100%'
	]);
	expect([0, 0.02, 39.84, 100].map(formatPercentage)).toEqual([
		'0%',
		'less than 0.1%',
		'39.8%',
		'100%'
	]);
});
