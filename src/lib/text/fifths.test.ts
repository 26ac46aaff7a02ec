import { expect, it } from 'vitest';
import { acrossFifths } from './fifths.ts';
import { formatWholePercent } from './format.ts';

it.each([
	[
		[0.12, 0.31, 0.25, 0.22, 0.2],
		'In the most deprived fifth 12% live far away, in the least deprived 20%. The second fifth has the most, 31%.'
	],
	[
		[0.3, 0.2, 0.1, 0.25, 0.35],
		'In the most deprived fifth 30% live far away, in the least deprived 35%. The third fifth has the least, 10%.'
	],
	[
		[0.3, 0.28, 0.25, 0.24, 0.2],
		'In the most deprived fifth 30% live far away, in the least deprived 20%.'
	],
	[
		[0.3, 0.305, 0.25, 0.24, 0.2],
		'In the most deprived fifth 30% live far away, in the least deprived 20%.'
	],
	[
		[0.2, 0.31, 0.1, 0.2, 0.2],
		'In the most and in the least deprived fifth 20% live far away. The second fifth has the most, 31%. The third fifth has the least, 10%.'
	],
	[
		[0, 0, 0, 0, 0.002],
		'In the most deprived fifth 0% live far away, in the least deprived less than 1%.'
	]
])('%j', (shares, sentence) => {
	const words = (fifth: number) => formatWholePercent(shares[fifth] ?? NaN);
	expect(acrossFifths(shares, words, 'live far away')).toBe(sentence);
});
