import { describe, expect, it } from 'vitest';
import { byarInterval, rateInterval } from './poisson.ts';

describe('interval of a count', () => {
	// Exact limits as tabulated (Ulm 1990; Breslow & Day 1987, table 2.10).
	it.each([
		[0, 0, 3.689],
		[1, 0.025, 5.572],
		[2, 0.242, 7.225],
		[5, 1.623, 11.668],
		[9, 4.115, 17.085]
	])('exact below ten: %i', (count, lower, upper) => {
		const found = byarInterval(count);
		expect(found.lower).toBeCloseTo(lower, 3);
		expect(found.upper).toBeCloseTo(upper, 3);
	});

	// R: x*(1-1/(9*x)-qnorm(.975)/(3*sqrt(x)))^3 and (x+1)*(1-1/(9*(x+1))+qnorm(.975)/(3*sqrt(x+1)))^3
	it.each([
		[10, 4.787, 18.391],
		[65, 50.1632, 82.8491],
		[1045, 982.5932, 1110.3312]
	])('Byar from ten: %i', (count, lower, upper) => {
		const found = byarInterval(count);
		expect(found.lower).toBeCloseTo(lower, 2);
		expect(found.upper).toBeCloseTo(upper, 2);
	});

	it('refuses what is no count', () => {
		expect(() => byarInterval(10.5)).toThrow('no count');
		expect(() => byarInterval(-1)).toThrow('no count');
	});
});

// The example of ?phe_rate: 82 events of 10,000, per 100,000.
it('interval of a rate', () => {
	const { lower, upper } = rateInterval(82, 10_000, 100_000);
	expect(lower).toBeCloseTo(652.16, 1);
	expect(upper).toBeCloseTo(1017.85, 1);
});
