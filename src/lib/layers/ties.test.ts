import { describe, expect, it } from 'vitest';
import { nameOf, tiedWords, tiesWith, type Mean } from './ties.ts';

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

	it('are named while they are few, and counted where they are many', () => {
		expect(tiedWords(['A'], 'district')).toBe('A');
		expect(tiedWords(['A (X)', 'B (Y)'], 'community', 'communities')).toBe('A (X) and B (Y)');
		expect(tiedWords(['A', 'B', 'C', 'D'], 'community', 'communities')).toBe(
			'four communities alike, A among them'
		);
	});
});
