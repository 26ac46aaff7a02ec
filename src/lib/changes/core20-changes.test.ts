import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, groupsOf } from './core20-changes.ts';

const link = (from: string, to: string) => ({ from, to });
const moves = (links: { from: string; to: string }[], before: string[], after: string[]) =>
	changesOf(groupsOf(links), new Set(before), new Set(after)).map(({ move, redrawn }) => ({
		move,
		redrawn
	}));

describe('areas on a list of two editions', () => {
	it('enter, leave and stay where they are the same area', () => {
		const links = ['a', 'b', 'c', 'd'].map((code) => link(code, code));
		expect(moves(links, ['a', 'b'], ['b', 'c'])).toEqual([
			{ move: 'left', redrawn: false },
			{ move: 'stayed', redrawn: false },
			{ move: 'entered', redrawn: false }
		]);
	});

	it('are followed through splits and mergers, and said to be redrawn', () => {
		const split = [link('a', 'x'), link('a', 'y')];
		expect(moves(split, ['a'], ['x', 'y'])).toEqual([{ move: 'stayed', redrawn: true }]);
		expect(moves(split, ['a'], ['x'])).toEqual([{ move: 'in-part', redrawn: true }]);
		expect(moves(split, [], ['x', 'y'])).toEqual([{ move: 'entered', redrawn: true }]);
		const merged = [link('a', 'x'), link('b', 'x')];
		expect(moves(merged, ['a', 'b'], [])).toEqual([{ move: 'left', redrawn: true }]);
		expect(moves(merged, ['a'], [])).toEqual([{ move: 'in-part', redrawn: true }]);
	});

	it('are each counted once, whatever became of whom', () => {
		const code = fc.constantFrom(...'abcdefgh');
		fc.assert(
			fc.property(
				fc.array(fc.record({ from: code, to: code }), { minLength: 1 }),
				fc.uniqueArray(code),
				fc.uniqueArray(code),
				(links, before, after) => {
					const there = (list: string[], side: 'from' | 'to') =>
						list.filter((one) => links.some((of) => of[side] === one)).sort();
					const changes = changesOf(groupsOf(links), new Set(before), new Set(after));
					expect(changes.flatMap(({ listedBefore }) => listedBefore).sort()).toEqual(
						there(before, 'from')
					);
					expect(changes.flatMap(({ listedAfter }) => listedAfter).sort()).toEqual(
						there(after, 'to')
					);
					for (const { move, listedBefore, listedAfter, from, to } of changes) {
						if (move === 'entered') expect(listedBefore).toEqual([]);
						if (move === 'left') expect(listedAfter).toEqual([]);
						if (move === 'stayed') expect([listedBefore, listedAfter]).toEqual([from, to]);
					}
				}
			)
		);
	});
});
