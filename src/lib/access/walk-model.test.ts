import { describe, expect, it } from 'vitest';
import { factsFrom } from '../checks/fixture.ts';
import { LIBRARY_WALKS, walkModel } from './walk-model.ts';

/** At 5 km an hour and a detour of 1, ten minutes are 833 metres and fifteen 1,250. */
const facts = (rows: readonly (readonly [string, number | null, number, number])[]) =>
	factsFrom({
		[LIBRARY_WALKS]: {
			settlement: rows.map(([settlement]) => settlement),
			network_minutes: rows.map(([, minutes]) => minutes),
			straight_m: rows.map(([, , metres]) => metres),
			output_areas: rows.map(([, , , count]) => count)
		}
	});

describe('the agreement with the network of paths', () => {
	const { all, bySettlement } = walkModel(
		facts([
			['urban', 15, 1200, 6],
			['urban', 20, 1200, 2],
			['urban', 15, 800, 1],
			['smaller-rural', null, 4000, 1],
			['smaller-rural', 30, 200, 2]
		]),
		1
	);

	it('is a share of output areas, in the same band and within one', () => {
		expect(all.areas).toBe(12);
		expect(all.same).toBeCloseTo(7 / 12, 12);
		expect(all.withinOne).toBeCloseTo(10 / 12, 12);
		expect(bySettlement.urban).toMatchObject({ areas: 9, withinOne: 1 });
	});

	it('asks for the same yes or no at 15 and at 30 minutes', () => {
		expect(all.agree).toEqual([8 / 12, 1]);
		expect(all.network).toEqual([7 / 12, 11 / 12]);
		expect(all.ours).toEqual([11 / 12, 11 / 12]);
	});

	it('gets further away with a longer detour', () => {
		const longer = walkModel(facts([['urban', 15, 1200, 1]]), 1.3).all;
		expect(longer).toMatchObject({ same: 0, withinOne: 1, agree: [0, 1] });
	});

	it('holds a band up to its end, and beyond all bands one that has no end', () => {
		const edges = walkModel(
			facts([
				['urban', 30, 2490, 1],
				['urban', null, 2500, 1]
			]),
			1
		).all;
		expect(edges).toMatchObject({ same: 1, agree: [1, 1] });
	});
});
