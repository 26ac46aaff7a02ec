import { describe, expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import { venuesPart } from './fixture.ts';
import { linkWorkers } from './link-workers.ts';

const part: AssetsPart = {
	...venuesPart(['n1', 'n2', 'n3', 'n4'].map((id, at) => ({ id, at, lists: [0] }))),
	kind: 'assets',
	part: 'link-workers',
	collected: '2022-09',
	names: ['North', 'East', 'South', 'West'],
	figures: {
		fte: [1, 3, null, 2],
		patients: [20_000, 20_000, 30_000, 20_000],
		practices: [2, 3, 4, 5],
		imd_score: [40, 10, 35, 20]
	}
};

/** Within three years of the census. */
const SOON = '2025-09-30';

describe('link workers', () => {
	it('singles nobody out by figures older than three years, and says that they are', () => {
		const { networks, gaps, findings, older } = linkWorkers(part, 'Testshire', '2025-10-01');
		expect(older).toBe(true);
		expect(gaps).toEqual([]);
		expect(networks.filter(({ gap }) => gap)).toEqual([]);
		expect(findings.join(' ')).toContain(
			'These figures were more than three years old in October 2025'
		);
		expect(findings.join(' ')).not.toMatch(/needier/);
		expect(linkWorkers(part, 'Testshire', SOON).older).toBe(false);
	});

	it('sets need against what was reported, and names the gaps', () => {
		const found = linkWorkers(part, 'Testshire', SOON);
		expect(found.networks.map(({ name }) => name)).toEqual(['North', 'South', 'West', 'East']);
		expect(found.networks[0]).toMatchObject({ rate: 0.5, gap: true });
		expect(found.regionRate).toBeCloseTo(1, 12);
		expect(found.gaps).toEqual(['n1']);
		// Rates 0.5, 1, 1.5 from the neediest: 2/1 · (0.5·(−1/3) + 1.5·(1/3))/3.
		expect(found.concentration).toBeCloseTo(2 / 9, 12);
		expect(found.findings[1]).toBe(
			'One network has higher need than the region’s patients on average (score 27.2) and reported fewer link workers per 10,000 patients: North (0.5).'
		);
	});

	it('takes not reported for unknown, not for zero', () => {
		const found = linkWorkers(part, 'Testshire', SOON);
		expect(found.networks.find(({ name }) => name === 'South')).toMatchObject({
			fte: null,
			rate: null,
			gap: false
		});
		expect(found.findings.at(-1)).toBe(
			'One network did not report, which does not mean none: South.'
		);
		const silent = { ...part, figures: { ...part.figures, fte: [null, null, null, null] } };
		expect(linkWorkers(silent, 'Testshire', SOON).findings).toEqual([
			'No network of Testshire reported its link workers.'
		]);
		const none = { ...part, figures: { ...part.figures, fte: [0, 3, null, 2] } };
		expect(linkWorkers(none, 'Testshire', SOON).networks[0]?.rate).toBe(0);
	});

	it('counts networks without a place, and gives no rate without patients', () => {
		const found = linkWorkers(
			{
				...part,
				unplaced: {
					ids: ['m1', 'm2'],
					names: ['Lost', 'Closed'],
					figures: {
						fte: [5, null],
						patients: [null, 0],
						practices: [null, 0],
						imd_score: [null, null]
					}
				}
			},
			'Testshire',
			SOON
		);
		expect(found.networks).toHaveLength(6);
		expect(found.networks.find(({ name }) => name === 'Lost')).toMatchObject({
			patients: null,
			fte: 5,
			rate: null,
			gap: false
		});
		expect(found.networks.find(({ name }) => name === 'Closed')).toMatchObject({ patients: 0 });
		// Workers of unknown patients don't count into the rate of others' patients.
		expect(found.regionRate).toBeCloseTo(1, 12);
		expect(found.findings).toContain(
			'We do not know the patients of one network that reported link workers, so it has no rate: Lost.'
		);
		expect(found.findings[0]).toContain('four primary care networks of 6');
		expect(found.notReported).toEqual(['South', 'Closed']);
	});
});
