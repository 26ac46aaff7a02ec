import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, effectiveRadiusKm, MODE_IDS, MODES, SETTLEMENTS, type Travel } from './travel.ts';

const travels: fc.Arbitrary<Travel> = fc.record({
	unit: fc.constantFrom('minutes', 'kilometres'),
	mode: fc.constantFrom(...MODE_IDS),
	detour: fc.constantFrom(1.3, { urban: 1.7, 'larger-rural': 1.5, 'smaller-rural': 1.3 })
});

describe('what a journey costs', () => {
	it('is 80 metres a minute on foot, and slowest at its ends by car', () => {
		const walk: Travel = { unit: 'minutes', mode: 'walk', detour: 1.25 };
		expect(costOf(walk, 'urban', 0.96)).toBeCloseTo(15, 12);
		const drive: Travel = { unit: 'minutes', mode: 'drive', detour: 1 };
		const [first, next, last] = MODES.drive.legs;
		const near = 60 / first.speed;
		expect(costOf(drive, 'urban', 0)).toBe(0);
		expect(costOf(drive, 'urban', 0.5)).toBeCloseTo(near / 2, 12);
		expect(costOf(drive, 'urban', 4)).toBeCloseTo(near + (60 * 3) / next.speed, 12);
		const far = near + (60 * 9) / next.speed + (60 * 20) / last.speed;
		expect(costOf(drive, 'urban', 30)).toBeCloseTo(far, 12);
		expect(costOf({ ...drive, detour: 1.5 }, 'urban', 20)).toBeCloseTo(far, 12);
		expect(costOf({ ...drive, unit: 'kilometres', detour: 1.3 }, 'urban', 10)).toBe(13);
	});

	it('rises with the distance, and the effective radius is its inverse', () => {
		fc.assert(
			fc.property(
				travels,
				fc.constantFrom(...SETTLEMENTS),
				fc.double({ min: 0, max: 100, noNaN: true }),
				(travel, settlement, km) => {
					const cost = costOf(travel, settlement, km);
					expect(effectiveRadiusKm(travel, settlement, cost)).toBeCloseTo(km, 9);
					expect(costOf(travel, settlement, km + 1)).toBeGreaterThan(cost);
				}
			)
		);
	});
});
