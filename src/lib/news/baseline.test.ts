import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readBaseline, sinceBaseline, type Baseline } from './baseline.ts';

const NOW: Baseline = {
	format: 1,
	region: 'here',
	name: 'Here',
	places: [
		['a', 'Hall'],
		['b', 'Library']
	],
	residents: 1000,
	residentsListed: 200,
	residentsOf: 'Census 2021',
	listed: ['E01000001'],
	index: '2025',
	lists: { Venues: '2026-08-17' },
	rules: { 'Deciles on the list': 2 }
};
const NOTHING = { places: [], people: [], list: [], method: [] };

describe('a baseline', () => {
	it('says nothing where nothing has changed', () => {
		expect(sinceBaseline(NOW, readBaseline(JSON.stringify(NOW)))).toEqual(NOTHING);
	});

	it('splits what did into places, people, list and method', () => {
		const then: Baseline = {
			...NOW,
			places: [
				['a', 'Hall'],
				['c', 'Clinic']
			],
			residents: 900,
			residentsOf: 'mid-2020',
			listed: ['E01000002'],
			index: '2019',
			lists: { Venues: '2026-01-05', Banks: '2024-05' },
			rules: { 'Deciles on the list': 1 }
		};
		expect(sinceBaseline(then, NOW)).toEqual({
			places: [
				'One place listed now and not then: Library.',
				'One place listed then and not now: Clinic.'
			],
			people: [
				'900 residents then (mid-2020), 1,000 now (Census 2021).',
				'In the most deprived fifth: 200 then, 200 now.'
			],
			list: [
				'Venues: read 2026-01-05 then, 2026-08-17 now.',
				'Banks: no longer here.',
				'By the index of 2025 in place of 2019, one entered the most deprived fifth and one left it.'
			],
			method: ['Deciles on the list: 1 then, 2 now.']
		});
	});

	it.each([
		['levels', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
		['rules', `{"rules":{${Array.from({ length: 400_000 }, (_, at) => `"${at}":1`).join(',')}}}`]
	])('of %s without end is refused before any of it is read', (_, text) => {
		const parse = vi.spyOn(JSON, 'parse');
		expect(() => readBaseline(text)).toThrow('not a baseline');
		expect(parse).not.toHaveBeenCalled();
		parse.mockRestore();
	});

	it('of another area is refused by its name, and any other file in one sentence', () => {
		expect(() => sinceBaseline({ ...NOW, region: 'there', name: 'There' }, NOW)).toThrow(
			/of There/
		);
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
				expect(() => readBaseline(content)).toThrow(/not a baseline from this site/);
			})
		);
	});
});
