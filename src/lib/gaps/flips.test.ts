import { describe, expect, it } from 'vitest';
import { atLevel } from './comparisons.ts';
import { flipsOf, partsToVary } from './flips.ts';
import { NEEDS } from './needs.ts';
import { DEFAULT_REQUEST } from './request.ts';
import type { VariationsAnswer } from './variations.ts';

const answer: VariationsAnswer = {
	areas: new Map([
		['E1', { code: 'E1', asked: 9, found: 7, flips: ['people travel 15% further'] }],
		['E3', { code: 'E3', asked: 0, found: 0, flips: [] }]
	]),
	asked: [],
	ranges: new Map([['E1', { now: 0.9, upTo: 1.2 }]]),
	uneven: null
};

describe('what would change an area’s place in the list', () => {
	it('is said of a gap with the radius up to which it is one', () => {
		const words = flipsOf({ code: 'E1', verdict: 'gap' }, answer);
		expect(words).toHaveLength(2);
		expect(words[0]).toContain('7 of the 9');
		expect(words[1]).toContain('1.20 km');
	});

	it('says no radius of what is no gap, and nothing while nothing was asked', () => {
		expect(flipsOf({ code: 'E1', verdict: 'strength' }, answer)).toHaveLength(1);
		expect(flipsOf({ code: 'E2', verdict: 'gap' }, answer)).toEqual([]);
		expect(flipsOf({ code: 'E1', verdict: 'gap' }, null)).toEqual([]);
	});
});

describe('the parts to ask it', () => {
	it('are those of both editions where the question can be asked of both, and the reader’s own', () => {
		const parts = partsToVary(DEFAULT_REQUEST, () => false);
		expect(parts).toContain('deprivation-2025');
		expect(parts).toContain('deprivation-2019');
		expect(parts).toContain('yours');
		expect(parts).not.toContain('coverage');
		expect(new Set(parts).size).toBe(parts.length);
	});

	it('are those of one edition where only that has the need, with what adds to the evidence', () => {
		const need = NEEDS.find(({ editions }) => editions.join() === '2025');
		const request = atLevel({ ...DEFAULT_REQUEST, need: need?.id ?? '' }, 'msoa');
		const parts = partsToVary(request, (part) => part === 'coverage');
		expect(parts).toContain('deprivation-2025');
		expect(parts).not.toContain('deprivation-2019');
		expect(parts.slice(-2)).toEqual(['coverage', 'yours']);
	});
});
