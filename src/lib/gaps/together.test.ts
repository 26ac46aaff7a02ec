import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODE_IDS } from '../access/travel.ts';
import { EDITION_IDS } from '../facts/editions.ts';
import { MEASURE_IDS } from './measures.ts';
import { BAR_IDS, usualBar } from './need-bar.ts';
import { NEEDS } from './needs.ts';
import { PROVISIONS } from './provisions.ts';
import { DEFAULT_REQUEST, readReach, writeReach, type GapsRequest } from './request.ts';
import { mended, mismatch, usualMeasure } from './together.ts';

const requests: fc.Arbitrary<GapsRequest> = fc.record({
	edition: fc.constantFrom(...EDITION_IDS),
	need: fc.constantFrom(...NEEDS.map(({ id }) => id), 'nonsense'),
	provision: fc.subarray([...PROVISIONS.map(({ id }) => id), 'nonsense']),
	measure: fc.constantFrom(...MEASURE_IDS),
	level: fc.constantFrom('lsoa', 'msoa', 'place', 'district'),
	bar: fc.constantFrom(...BAR_IDS),
	mode: fc.constantFrom(...MODE_IDS),
	reach: fc.record({
		cost: fc.constantFrom(0, 1, 15, 90, 500),
		unit: fc.constantFrom('minutes', 'kilometres')
	}),
	k: fc.constantFrom(0, 1, 3, 2.5, 99),
	verifiedOnly: fc.boolean()
});

describe('what goes together', () => {
	it('says why not, in a sentence', () => {
		const why = (change: Partial<GapsRequest>) => mismatch({ ...DEFAULT_REQUEST, ...change })?.why;
		expect(why({})).toBeUndefined();
		expect(why({ need: 'ethnic-asian', edition: '2019' })).toContain('only with IoD 2025');
		expect(why({ need: 'life-expectancy-males', level: 'lsoa', bar: 'share-20' })).toContain(
			'communities only, not for neighbourhoods'
		);
		expect(why({ provision: ['charities'] })).toContain('whole districts');
		expect(why({ provision: ['charities', 'library'], level: 'district' })).toContain(
			'can’t be counted together'
		);
		expect(
			why({ provision: ['charities'], level: 'district', bar: 'region', measure: 'nearest' })
		).toContain('We do not know where');
		expect(why({ measure: 'rate' })).toContain('as small as communities');
		expect(why({ level: 'district', measure: 'rate' })).toContain('Core20');
		expect(why({ bar: 'rural' })).toContain('rural');
		expect(why({ reach: { cost: 600, unit: 'minutes' } })).toBe(
			'“Near” can be from 5 to 60 minutes on foot.'
		);
		expect(why({ k: 0 })).toContain('whole number');
	});

	it('mends any request into one that can be answered, and leaves alone what can', () => {
		fc.assert(
			fc.property(requests, (request) => {
				const after = mended(request, DEFAULT_REQUEST);
				expect(mismatch(after)).toBeNull();
				if (mismatch(request) === null) expect(after).toEqual(request);
			}),
			{ numRuns: 500 }
		);
	});

	it('has a usual bar and a usual measure for every need, provision and level', () => {
		for (const { id, levels, editions } of NEEDS) {
			for (const level of levels) {
				const provision = ['library'];
				expect(
					mismatch({
						...DEFAULT_REQUEST,
						need: id,
						level,
						edition: editions[0] ?? '2025',
						provision,
						bar: usualBar(id, level),
						measure: usualMeasure(provision, level)
					})
				).toBeNull();
			}
		}
		expect(usualMeasure(['charities'], 'district')).toBe('published-rate');
		expect(usualMeasure(['library'], 'district')).toBe('rate');
		expect(usualMeasure(['library'], 'lsoa')).toBe('count');
	});
});

it('reads and writes a reach', () => {
	expect(readReach('15')).toEqual({ cost: 15, unit: 'minutes' });
	expect(readReach('2.5km')).toEqual({ cost: 2.5, unit: 'kilometres' });
	for (const text of ['', 'far', '-3', '1e2', '12345', '2 miles'])
		expect(readReach(text)).toBeNull();
	expect(writeReach({ cost: 2.5, unit: 'kilometres' })).toBe('2.5km');
	expect(writeReach({ cost: 15, unit: 'minutes' })).toBe('15');
});
