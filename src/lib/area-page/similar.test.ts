import { describe, expect, it } from 'vitest';
import type { PageArea } from './page-area.ts';
import { similarTo } from './similar.ts';

const community = (name: string): PageArea => ({
	level: 'msoa',
	code: `M-${name}`,
	name,
	within: '',
	official: null,
	members: []
});

describe('communities that are alike', () => {
	const [here, ...others] = 'Here Elm Ash Yew Oak Fir Box'.split(' ').map(community);
	if (!here) throw new Error('none');
	const profiles = new Map([
		[here, [1, 1]],
		// The further down, the further away.
		...others.map((other, i) => [other, [1 + i, 1]] as const)
	]);

	it('are the five nearest, in the order of the alphabet', () => {
		expect(similarTo(profiles, here).map(({ name }) => name)).toEqual([
			'Ash',
			'Elm',
			'Fir',
			'Oak',
			'Yew'
		]);
	});

	it('are none of what has no profile', () => {
		expect(similarTo(profiles, community('Elsewhere'))).toEqual([]);
	});
});
