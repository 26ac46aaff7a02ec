import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFrom } from '../checks/fixture.ts';
import {
	agreementOf,
	CAR_MINUTES,
	carModel,
	carPairs,
	fitSpeeds,
	type CarPair
} from './car-model.ts';
import { costOf, DETOUR, MODES } from './travel.ts';

const driven = (straightKm: number) =>
	costOf({ unit: 'minutes', mode: 'drive', detour: DETOUR }, 'urban', straightKm);
const pair = (straightKm: number, minutes: number): CarPair => ({
	district: 'E07000001',
	districtName: 'North',
	settlement: 'urban',
	heldOut: true,
	straightKm,
	minutes
});

describe('the fit of speeds', () => {
	it('finds the speeds that the times were made with', () => {
		const speed = fc.integer({ min: 5, max: 120 });
		fc.assert(
			fc.property(speed, speed, (near, far) => {
				const made = [1, 2, 4, 8, 16].map((straightKm) => {
					const road = straightKm * DETOUR;
					const first = Math.min(road, 5);
					return { straightKm, minutes: 60 * (first / near + (road - first) / far) };
				});
				const [a = NaN, b = NaN] = fitSpeeds(made, [5, Infinity]);
				expect(a).toBeCloseTo(near, 6);
				expect(b).toBeCloseTo(far, 6);
			})
		);
	});

	it('refuses ways that say nothing of a leg', () => {
		expect(() => fitSpeeds([{ straightKm: 1, minutes: 5 }], [5, Infinity])).toThrow('apart');
	});
});

describe('the agreement with published minutes', () => {
	it('is none too long and none off where the times are our own', () => {
		const { areas, bias, meanError } = agreementOf([1, 7, 30].map((km) => pair(km, driven(km))));
		expect([areas, bias, meanError]).toEqual([3, 0, 0]);
	});

	it('counts bias by all minutes and errors by their size', () => {
		const { bias, meanError } = agreementOf([pair(10, driven(10) + 4), pair(10, driven(10) - 2)]);
		expect(meanError).toBeCloseTo(3, 9);
		expect(bias).toBeCloseTo(-2 / (2 * driven(10) + 2), 9);
	});

	const facts = (minutes: number[]) =>
		factsFrom({
			'areas-lsoa11': {
				lsoa11: ['a', 'b', 'c', 'd'],
				lad22: ['E07000001', 'E07000001', 'E07000002', 'E07000002'],
				lad22_name: ['North', 'North', 'Split', 'Split'],
				ruc11: ['A1', 'D1', 'E1', 'C1']
			},
			[CAR_MINUTES]: { lsoa11: ['a', 'b', 'c', 'd'], minutes, straight_km: [0.5, 5, 40, null] }
		});

	it('takes every second district, and leaves out whose way is not known', () => {
		expect(
			carPairs(facts([5, 12, 40, 8])).map(({ heldOut, settlement }) => [heldOut, settlement])
		).toEqual([
			[false, 'urban'],
			[false, 'larger-rural'],
			[true, 'smaller-rural']
		]);
	});

	it('is that of the held-out districts, and of each district', () => {
		// A fit needs a way in each leg: the third leg's is in the other district.
		expect(() => carModel(facts([5, 12, 40, 8]))).toThrow('apart');
		const all = facts([5, 12, 40, 8]);
		const swapped = factsFrom({
			'areas-lsoa11': {
				lsoa11: ['a', 'b', 'c', 'd'],
				lad22: ['E07000001', 'E07000001', 'E07000001', 'E07000002'],
				lad22_name: ['North', 'North', 'North', 'Split'],
				ruc11: ['A1', 'D1', 'E1', 'C1']
			},
			[CAR_MINUTES]: {
				lsoa11: ['a', 'b', 'c', 'd'],
				minutes: [0.5, 5, 40, 20].map(driven),
				straight_km: [0.5, 5, 40, 20]
			}
		});
		expect(carPairs(all)).toHaveLength(3);
		const model = carModel(swapped);
		model.fitted.forEach((speed, leg) =>
			expect(speed).toBeCloseTo(MODES.drive.legs[leg]?.speed ?? NaN, 6)
		);
		expect(model.heldOut).toMatchObject({ areas: 1, districts: 1, bias: 0 });
		expect(model.districts.map(({ name, areas, heldOut }) => [name, areas, heldOut])).toEqual([
			['North', 3, false],
			['Split', 1, true]
		]);
	});
});
