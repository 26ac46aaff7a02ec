import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_IDS } from '../gaps/need-bar.ts';
import { NEEDS } from '../gaps/needs.ts';
import { PROVISIONS } from '../gaps/provisions.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../gaps/request.ts';
import { MEASURE_IDS } from '../gaps/measures.ts';
import { mismatch } from '../gaps/together.ts';
import type { Level } from '../areas/region.ts';
import { follow } from './gaps-change.ts';

const change: fc.Arbitrary<Partial<GapsRequest>> = fc.oneof(
	fc.constantFrom(...NEEDS.map(({ id }) => ({ need: id }))),
	fc.constantFrom(
		...(['lsoa', 'msoa', 'place', 'district'] as Level[]).map((level) => ({ level }))
	),
	fc
		.subarray(
			PROVISIONS.map(({ id }) => id),
			{ minLength: 1 }
		)
		.map((provision) => ({ provision })),
	fc.constantFrom(...MEASURE_IDS.map((measure) => ({ measure }))),
	fc.constantFrom(...BAR_IDS.map((bar) => ({ bar }))),
	fc.constantFrom({ edition: '2019' as const }, { edition: '2025' as const })
);

describe('a changed question', () => {
	it('can always be answered, whatever was changed before', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
				let request = DEFAULT_REQUEST;
				for (const one of changes) {
					request = follow(request, one).request;
					expect(mismatch(request)).toBeNull();
				}
			})
		);
	});

	it('keeps the need and the size of area that were chosen', () => {
		let request: GapsRequest = DEFAULT_REQUEST;
		for (const { id } of NEEDS) {
			request = follow(request, { need: id }).request;
			expect(request.need).toBe(id);
		}
		const charities = follow(DEFAULT_REQUEST, { provision: ['charities'] });
		expect(charities.request).toMatchObject({
			provision: ['charities'],
			level: 'district',
			measure: 'published-rate',
			bar: 'region'
		});
		expect(charities.why).toMatch(/whole districts/);
		const back = follow(charities.request, { level: 'msoa' });
		expect(back.request).toMatchObject({ level: 'msoa', measure: 'count', bar: 'core20' });
		expect(back.request.provision).not.toContain('charities');
	});

	it('changes nothing else where all goes together', () => {
		expect(follow(DEFAULT_REQUEST, { k: 5 })).toEqual({
			request: { ...DEFAULT_REQUEST, k: 5 },
			why: null
		});
	});
});
