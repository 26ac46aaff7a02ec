import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components, crosswalk, type Change, type Link } from './crosswalk.ts';

const link = (from: string, to: string, change: Change): Link => ({ from, to, change });

describe('crosswalk', () => {
	it('copies what is unchanged and sums what was merged', () => {
		const links = [link('a', 'a', 'U'), link('b', 'x', 'M'), link('c', 'x', 'M')];
		const counts = new Map([
			['a', 7],
			['b', 3],
			['c', 4.25]
		]);
		const weights = new Map([
			['a', 0],
			['x', 9]
		]);
		expect(crosswalk(links, counts, weights)).toEqual(
			new Map([
				['a', { value: 7, status: 'value' }],
				['x', { value: 7.25, status: 'value' }]
			])
		);
	});

	it('shares out what was split, by weight, as an estimate', () => {
		const links = [link('a', 'x', 'S'), link('a', 'y', 'S')];
		const crossed = crosswalk(
			links,
			new Map([['a', 10]]),
			new Map([
				['x', 1],
				['y', 2]
			])
		);
		expect(crossed.get('x')).toEqual({ value: 3.33, status: 'estimate' });
		expect(crossed.get('y')).toEqual({ value: 6.67, status: 'estimate' });
	});

	it('shares out equally where no one is left to weigh by', () => {
		const links = [link('a', 'x', 'S'), link('a', 'y', 'S')];
		const none = new Map([
			['x', 0],
			['y', 0]
		]);
		const crossed = crosswalk(links, new Map([['a', 3]]), none);
		expect([...crossed.values()].map(({ value }) => value)).toEqual([1.5, 1.5]);
	});

	it('pools an irregular change', () => {
		const links = [link('a', 'x', 'X'), link('b', 'x', 'X'), link('b', 'y', 'X')];
		const crossed = crosswalk(
			links,
			new Map([
				['a', 6],
				['b', 6]
			]),
			new Map([
				['x', 30],
				['y', 10]
			])
		);
		expect(crossed.get('x')).toEqual({ value: 9, status: 'estimate' });
		expect(crossed.get('y')).toEqual({ value: 3, status: 'estimate' });
	});

	it('refuses an area without a count, a count that is none, and a false "unchanged"', () => {
		const links = [link('a', 'x', 'U')];
		const one = new Map([['x', 1]]);
		expect(() => crosswalk(links, new Map(), one)).toThrow('no number for a');
		expect(() => crosswalk(links, new Map([['a', NaN]]), one)).toThrow('is no count');
		expect(() => crosswalk(links, new Map([['a', -1]]), one)).toThrow('is no count');
		expect(() => crosswalk([...links, link('a', 'y', 'S')], new Map([['a', 1]]), one)).toThrow(
			'said to be unchanged'
		);
	});

	/** Links between up to eight old and eight new areas, each new one with an old one. */
	const cases = fc
		.record({
			pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 1, maxLength: 20 }),
			counts: fc.array(fc.nat(1_000_00), { minLength: 8, maxLength: 8 }),
			weights: fc.array(fc.nat(500), { minLength: 8, maxLength: 8 })
		})
		.map(({ pairs, counts, weights }) => ({
			links: pairs.map(([from, to]) => link(`o${from}`, `n${to}`, 'X')),
			counts: new Map(counts.map((count, index) => [`o${index}`, count / 100])),
			weights: new Map(weights.map((weight, index) => [`n${index}`, weight]))
		}));

	it('keeps the total of every component to the hundredth', () => {
		fc.assert(
			fc.property(cases, ({ links, counts, weights }) => {
				const crossed = crosswalk(links, counts, weights);
				const hundredths = (values: (number | undefined)[]) =>
					values.reduce<number>((sum, value) => sum + Math.round((value ?? NaN) * 100), 0);
				for (const { from, to } of components(links)) {
					const before = hundredths(from.map((area) => counts.get(area)));
					expect(hundredths(to.map((area) => crossed.get(area)?.value))).toBe(before);
				}
			})
		);
	});

	it('gives every new area one number not below zero, in whatever order links stand', () => {
		fc.assert(
			fc.property(cases, ({ links, counts, weights }) => {
				const crossed = crosswalk(links, counts, weights);
				expect(new Set(crossed.keys())).toEqual(new Set(links.map(({ to }) => to)));
				for (const { value } of crossed.values()) expect(value).toBeGreaterThanOrEqual(0);
				const again = crosswalk([...links].reverse(), counts, weights);
				for (const [area, value] of crossed) expect(again.get(area)).toEqual(value);
			})
		);
	});

	it('never marks an area as a value that shares its component with another', () => {
		fc.assert(
			fc.property(cases, ({ links, counts, weights }) => {
				const crossed = crosswalk(links, counts, weights);
				for (const { to } of components(links)) {
					const expected = to.length === 1 ? 'value' : 'estimate';
					for (const area of to) expect(crossed.get(area)?.status).toBe(expected);
				}
			})
		);
	});
});
