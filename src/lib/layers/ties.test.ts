import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalBirths } from './births-total.ts';
import { endsOf, nameOf, onlyOf, tiedWords, tiesWith, type Mean } from './ties.ts';

const all = [0.1 + 0.2, 0.3, 0.5].map((mean, first): Mean => {
	const name = 'ABC'.charAt(first);
	return { code: name, name, first, mean };
});

describe('areas that are alike', () => {
	it('are all of them with the figure, whatever the last digit of a sum', () => {
		expect(tiesWith(all[1], all).map(nameOf)).toEqual(['A', 'B']);
		expect(tiesWith(all[2], all).map(nameOf)).toEqual(['C']);
		expect(tiesWith(undefined, all)).toEqual([]);
	});

	it('are at both ends of a list in order, each of them', () => {
		const figure = fc.integer({ min: 0, max: 4 });
		fc.assert(
			fc.property(fc.array(figure), (figures) => {
				const ordered = [...figures].sort((a, b) => b - a);
				const { first, last, apart } = endsOf(ordered, (one) => one);
				const [most, least] = [Math.max(...figures), Math.min(...figures)];
				expect(first).toEqual(figures.filter((one) => one === most));
				expect(last).toEqual(figures.filter((one) => one === least));
				expect(apart).toBe(figures.length > 0 && most > least);
			})
		);
		expect(onlyOf(['A'], (code) => code)).toBe('A');
		expect(onlyOf(['A', 'B'], (code) => code)).toBeNull();
	});

	it('are all named as those with most births, or fewest', () => {
		const groups = ['Ash', 'Beech', 'Cedar', 'Elm'].map((name, at) => ({
			code: `E0700000${at + 1}`,
			name,
			members: [at],
			partOf: null,
			note: null
		}));
		const total = (births: number[]) =>
			totalBirths(
				groups.slice(0, births.length),
				births.map((value) => ({ kind: 'value', value })),
				'babies were born',
				'without'
			);
		expect(total([60, 60, 40, 40])).toEqual({
			text: '200 babies were born: most in Ash and Beech (60 each, 30.0%), fewest in Cedar and Elm (40 each).',
			area: null
		});
		expect(total([60, 20])?.text).toBe(
			'80 babies were born: most in Ash (60, 75.0%), fewest in Beech (20).'
		);
		// Where all have as many, none has fewest.
		expect(total([50, 50])?.text).toBe(
			'100 babies were born: most in Ash and Beech (50 each, 50.0%).'
		);
	});

	it('are named while they are few, and counted where they are many', () => {
		expect(tiedWords(['A'], 'district')).toBe('A');
		expect(tiedWords(['A (X)', 'B (Y)'], 'community', 'communities')).toBe('A (X) and B (Y)');
		expect(tiedWords(['A', 'B', 'C', 'D'], 'community', 'communities')).toBe(
			'four communities alike, A among them'
		);
	});
});
