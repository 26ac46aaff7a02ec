import { expect, it } from 'vitest';
import { groupRows } from './grouped.ts';

it('groups row numbers by key, in order of appearance', () => {
	expect([...groupRows(['b', 'a', 'b'])]).toEqual([
		['b', [0, 2]],
		['a', [1]]
	]);
	expect(groupRows([]).size).toBe(0);
});
