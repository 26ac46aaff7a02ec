import { expect, it } from 'vitest';
import { bendWords } from './life-expectancy.ts';

it.each([
	['in order', [-3.1, -0.1, 0.7, 0.9, 1.6], ''],
	['back by less than the other error', [-2.3, 0.5, 0.3, 0.6, 0.9], ''],
	['level at both ends', [0.1, 0.2, 0.1, 0.2, 0.1], ''],
	[
		'back by half a year and more',
		[-1.6, 0.2, -0.5, 0.4, 1.5],
		', but not step by step: from the most to the least deprived fifth it is −1.6, +0.2, −0.5, +0.4 and +1.5 years from the region’s average'
	],
	[
		'the second fifth the worst',
		[-0.4, -1.8, 0.2, 0.4, 1],
		', but not step by step: from the most to the least deprived fifth it is −0.4, −1.8, +0.2, +0.4 and +1.0 years from the region’s average'
	],
	[
		'longer lives where there is more deprivation, and a bend',
		[1, 0.2, 0.9, 0.1, -0.8],
		', but not step by step: from the most to the least deprived fifth it is +1.0, +0.2, +0.9, +0.1 and −0.8 years from the region’s average'
	]
] as const)('life expectancy by fifth, %s', (_, fifths, words) => {
	expect(bendWords(fifths)).toBe(words);
});
