import { describe, expect, it } from 'vitest';
import { analyseGaps } from './analysis.ts';
import { atLevel, comparisonsOf } from './comparisons.ts';
import { fixtureBench } from './fixture.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';
import { mismatch } from './together.ts';

const bench = fixtureBench();
const ask = (change: Partial<GapsRequest>) => analyseGaps({ ...DEFAULT_REQUEST, ...change }, bench);

describe('a question of small areas, asked of larger ones', () => {
	it('has an answer for districts and one for places', () => {
		const all = comparisonsOf(ask({ level: 'lsoa' }), bench);
		expect(all.map(({ units }) => units.level)).toEqual(['district', 'place']);
		for (const one of all) {
			expect(mismatch(one.request)).toBeNull();
			expect(one.request.provision).toEqual(DEFAULT_REQUEST.provision);
		}
	});

	it('is not asked again of the level it was asked of', () => {
		const asked = { ...DEFAULT_REQUEST, ...atLevel(DEFAULT_REQUEST, 'district') };
		const analysis = analyseGaps(asked, bench);
		expect(comparisonsOf(analysis, bench)[0]).toBe(analysis);
	});

	it('keeps its measure where larger areas have it, and takes the usual one elsewhere', () => {
		expect(atLevel({ ...DEFAULT_REQUEST, measure: 'nearest' }, 'district').measure).toBe('nearest');
		expect(atLevel({ ...DEFAULT_REQUEST, measure: 'rate' }, 'lsoa').measure).not.toBe('rate');
	});
});
