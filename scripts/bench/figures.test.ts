import { describe, expect, it } from 'vitest';
import { formatTable, median, notMeasured, timeRatio, verdict } from './figures.ts';

describe('median', () => {
	it.each([
		[[3], 3],
		[[9, 1, 5], 5],
		[[4, 1, 3, 2], 2.5]
	])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
	it('has none of nothing', () => expect(() => median([])).toThrow());
});

describe('figures', () => {
	const hover = { title: 'hover', bar: 1.1 };
	it('holds a ratio of medians against the bar', () => {
		const figure = timeRatio(hover, [11, 10, 900], [10, 10, 10]);
		expect(figure.value).toBeCloseTo(1.1);
		expect(verdict(figure)).toBe('within');
		expect(verdict(timeRatio(hover, [12], [10]))).toBe('over');
	});
	it('prints a line a figure, with what is missing and why', () => {
		const figures = [
			timeRatio(hover, [12], [10]),
			notMeasured({ title: 'build', bar: 60, unit: 's' }, 'ask for it with --with-build')
		];
		const lines = formatTable(figures).split('\n');
		expect(lines).toHaveLength(3);
		expect(lines[1]).toMatch(/^hover +1\.20 x bare +<= 1\.1 x bare +over +12\.0 ms \(n=1\), bare/);
		expect(lines[2]).toMatch(/^build +- +<= 60 s +not measured +ask for it/);
	});
});
