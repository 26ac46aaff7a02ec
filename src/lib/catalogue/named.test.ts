import { expect, it } from 'vitest';
import { namedSources } from './named.ts';

it('names each dataset once, in their order, without those that nobody knows', () => {
	const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }));
	expect(
		namedSources(
			['c', 'a', 'unknown', 'c'],
			[a, b, c].map((one) => one ?? { id: '' })
		)
	).toEqual([c, a]);
});
