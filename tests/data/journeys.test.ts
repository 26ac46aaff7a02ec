/** The models of journeys against published ones, on the facts as they are. */
import { beforeAll, describe, expect, it } from 'vitest';
import { CAR_MINUTES, carModel, type CarModel } from '../../src/lib/access/car-model.ts';
import { DETOUR, MODES, SETTLEMENTS } from '../../src/lib/access/travel.ts';
import { LIBRARY_WALKS, walkModel } from '../../src/lib/access/walk-model.ts';
import { makeFacts, type Facts } from '../../src/lib/facts/facts.ts';
import { projectFacts } from './built.ts';

let facts: Facts;
let car: CarModel;
beforeAll(async () => {
	const geodata = projectFacts();
	const ids = ['areas-lsoa11', CAR_MINUTES, LIBRARY_WALKS];
	facts = makeFacts(
		Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await geodata.table(id)])))
	);
	car = carModel(facts);
});

describe('journeys by car', () => {
	it('go at the speeds that the fit gives, in whole kilometres an hour', () => {
		expect(car.fitted.map(Math.round)).toEqual(MODES.drive.legs.map(({ speed }) => speed));
	});

	it('are as long as the published ones where they were not fitted', () => {
		expect(car.heldOut).toMatchObject({ areas: 14_455, districts: 153 });
		expect(Math.abs(car.heldOut.bias)).toBeLessThan(0.05);
		expect(car.heldOut.meanError).toBeLessThan(3);
		for (const one of SETTLEMENTS) {
			expect(Math.abs(car.bySettlement[one].bias), one).toBeLessThan(0.08);
		}
		expect(car.districts).toHaveLength(307);
	});
});

describe('journeys on foot', () => {
	it('agree with the network of paths, and are on the long side', () => {
		const { all, bySettlement } = walkModel(facts, DETOUR);
		expect(all.areas).toBe(178_605 - 16_470);
		expect(all.withinOne).toBeGreaterThan(0.99);
		expect(Math.min(...all.agree)).toBeGreaterThan(0.94);
		for (const one of SETTLEMENTS) {
			expect(Math.min(...bySettlement[one].agree), one).toBeGreaterThan(0.92);
			bySettlement[one].ours.forEach((share, at) => {
				expect(share, one).toBeLessThan(bySettlement[one].network[at] ?? NaN);
			});
		}
	});

	it('would fit best with a detour of 1.2', () => {
		const least = (detour: number) => Math.min(...walkModel(facts, detour).all.agree);
		expect(least(1.2)).toBeGreaterThan(least(DETOUR));
		expect(least(1.2)).toBeGreaterThan(least(1.1));
	});
});
