import { describe, expect, it } from 'vitest';
import type { CoveragePart } from './parts.ts';
import { kindsByCoverage, leastSurvey, surveyOf } from './coverage.ts';

const row = (change: Partial<CoveragePart['rows'][number]>): CoveragePart['rows'][number] => ({
	source: 's',
	title: 'A list',
	kinds: ['community-venue'],
	district: 'E07000206',
	period: '2026',
	assets: 4,
	survey: 'listed',
	...change
});

describe('coverage', () => {
	it('is the best that any list gives, with the lists named', () => {
		const rows = [
			row({}),
			row({ source: 't', title: 'A register', survey: 'complete', assets: 9 })
		];
		const found = surveyOf({ rows }, 'community-venue', 'E07000206');
		expect(found).toMatchObject({ survey: 'complete', sources: ['s', 't'], listings: 13 });
		expect(found.reasons.join()).toMatch(/A list \(2026\) and A register/);
	});

	it('is not surveyed where no list looks, even if one lists a stray', () => {
		expect(surveyOf({ rows: [row({})] }, 'library', 'E07000206').survey).toBe('not-surveyed');
		const stray = [row({ survey: 'not-surveyed', assets: 1 })];
		const found = surveyOf({ rows: stray }, 'community-venue', 'E07000206');
		expect(found.survey).toBe('not-surveyed');
		expect(found.listings).toBe(0);
		expect(found.reasons.join(' ')).toMatch(/lists one asset here, and looks elsewhere/);
		expect(surveyOf({ rows: [row({})] }, 'community-venue', 'E07000143').survey).toBe(
			'not-surveyed'
		);
	});

	it('of several districts is the least', () => {
		expect(leastSurvey(['complete', 'listed'])).toBe('listed');
		expect(leastSurvey(['complete', 'not-surveyed', 'listed'])).toBe('not-surveyed');
		expect(leastSurvey([])).toBe('not-surveyed');
	});

	it('names the kinds that nobody lists', () => {
		const { covered, uncovered } = kindsByCoverage({ rows: [row({})] });
		expect(covered).toEqual(['community-venue']);
		expect(uncovered).toContain('family-hub');
	});
});
