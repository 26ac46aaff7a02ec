import { describe, expect, it } from 'vitest';
import { defaultSitingState } from '../url/siting-state.ts';
import { groupGains, isMissed } from './gains.ts';
import type { OutcomeRow } from './outcome.ts';

const row = (id: string, people: number, today: number | null, proposed: number): OutcomeRow => {
	const outcome = (within: number) => ({ within, median: null, bySteps: [], told: null });
	return {
		id,
		label: id,
		people,
		today: today === null ? null : outcome(today),
		proposed: outcome(proposed)
	};
};
const choice = defaultSitingState();
const said = (rows: OutcomeRow[], change: Partial<typeof choice> = {}) =>
	groupGains({ choice: { ...choice, ...change } }, rows).map(({ sentence }) => sentence);

describe('what each group gains', () => {
	it('is said of each, also that it is none', () => {
		const rows = [
			row('core20', 1766.47, 126.8, 1015.8),
			row('rural', 3456.4, 0, 0),
			row('core20-residents', 150192, 11523.8, 81531.9)
		];
		expect(said(rows)).toEqual([
			'Of the 1,766 in the most deprived neighbourhoods, 1,016 (58%) would have a hub near, 889 more than today (estimate).',
			'None of the 3,456 in rural neighbourhoods would have a hub near (estimate).',
			'Of all 150,192 residents of the most deprived neighbourhoods, 81,532 (54%) would have a hub near, 70,008 more than today (estimate).'
		]);
	});

	it('is not said twice of those that the question is about, and nothing of today where that is unknown', () => {
		const rows = [row('core20', 1766, null, 900), row('rural', 3456, null, 302)];
		expect(said(rows, { focus: 'rural' })).toEqual([
			'Of the 1,766 in the most deprived neighbourhoods, 900 (51%) would have a hub near (estimate).'
		]);
		expect(said(rows, { focus: 'core20', who: 'females-15-44' })).toEqual([
			'Of the 3,456 in rural neighbourhoods, 302 (9%) would have a hub near (estimate).'
		]);
	});

	it('stands beside the total where it is next to nothing', () => {
		const rows = [row('core20', 1766, null, 15), row('rural', 3456, 55, 60)];
		expect(groupGains({ choice }, rows).filter(isMissed)).toHaveLength(2);
		expect(groupGains({ choice }, [row('rural', 3456, null, 302)]).filter(isMissed)).toEqual([]);
	});

	it('gives no number where an estimate is small, and says where nothing is gained', () => {
		const rows = [row('core20', 1766, 3, 8.2), row('rural', 3456, 55, 55.3)];
		expect(said(rows)).toEqual([
			'Of the 1,766 in the most deprived neighbourhoods, fewer than 10 (estimate) would have a hub near.',
			'Of the 3,456 in rural neighbourhoods, 55 (2%) would have a hub near, no more than today (estimate).'
		]);
	});
});
