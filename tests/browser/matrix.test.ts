/** The choice of the default run: needs no page. */
import { expect, test } from './fixtures.ts';
import { ALL, combinations, SIZES } from './matrix.ts';

const AXES = { slug: ['a', 'b', 'c'], size: SIZES } as const;
const inDefaultRun = (all: ReturnType<typeof combinations<typeof AXES>>) =>
	all.filter(({ tag }) => !tag.includes(ALL)).map(({ title }) => title);

test('every combination is there once, and the default run has every value of every axis', () => {
	const all = combinations(AXES);
	expect(new Set(all.map(({ title }) => title)).size).toBe(6);
	expect(inDefaultRun(all)).toEqual(['a, desktop', 'b, phone', 'c, desktop']);
	for (const { size, tag } of all) expect(tag.includes('@phone-only')).toBe(size === 'phone');
});

test('a test may begin elsewhere and take fewer, but nothing that is not there', () => {
	const choice = { from: { slug: 'b', size: 'phone' }, most: 1 } as const;
	expect(inDefaultRun(combinations(AXES, choice))).toEqual(['b, phone']);
	const nowhere = { from: { slug: 'd' as 'a' } };
	expect(() => combinations(AXES, nowhere)).toThrow('slug is never d');
});
