import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	countInReach,
	estimateCosts,
	keepSites,
	nearestIn,
	nearestSites,
	type Destination,
	type Origins
} from './costs.ts';
import { DETOUR, greatCircleKm, MODES, WALKING, type Settlement, type Travel } from './travel.ts';

const origins = (points: readonly Destination[], settlement: Settlement = 'urban'): Origins => ({
	longitude: points.map(({ longitude }) => longitude),
	latitude: points.map(({ latitude }) => latitude),
	settlement: points.map(() => settlement)
});

/** Points within about 15 km of each other, some at the very same place. */
const points = (min: number, max = 25) =>
	fc.array(
		fc.record({
			longitude: fc.integer({ min: 100, max: 130 }).map((n) => n / 100),
			latitude: fc.integer({ min: 5255, max: 5270 }).map((n) => n / 100)
		}),
		{ minLength: min, maxLength: max }
	);
const reach = fc.double({ min: 1, max: 120, noNaN: true });

describe('costs of journeys', () => {
	it('takes distance times detour at 80 metres a minute', () => {
		// A degree of latitude on a sphere of 6,371 km is 111.195 km.
		const [from, to] = [
			{ longitude: 1, latitude: 52 },
			{ longitude: 1, latitude: 52.01 }
		];
		expect(greatCircleKm(1, 52, 1, 52.01)).toBeCloseTo(1.11195, 4);
		const { cost } = nearestSites(origins([from]), [to], WALKING);
		expect(cost[0]).toBeCloseTo((1.11195 * DETOUR) / 0.08, 2);
		const kilometres: Travel = { ...WALKING, unit: 'kilometres' };
		expect(nearestSites(origins([from]), [to], kilometres).cost[0]).toBeCloseTo(
			1.11195 * DETOUR,
			4
		);
		const byCar: Travel = { unit: 'minutes', mode: 'drive', detour: 1 };
		expect(nearestSites(origins([from], 'smaller-rural'), [to], byCar).cost[0]).toBeCloseTo(
			60 / MODES.drive.legs[0].speed + (0.11195 / MODES.drive.legs[1].speed) * 60,
			3
		);
	});

	it('counts a site at the very limit', () => {
		const [from, to] = [
			{ longitude: 1, latitude: 52 },
			{ longitude: 1.02, latitude: 52 }
		];
		const at = nearestSites(origins([from]), [to], WALKING).cost[0] ?? NaN;
		expect([...countInReach(estimateCosts(origins([from]), [to], WALKING, at), at)]).toEqual([1]);
	});

	it('finds what looking at every pair finds', () => {
		fc.assert(
			fc.property(points(1), points(0), reach, (from, to, limit) => {
				const costs = estimateCosts(origins(from), to, WALKING, limit);
				const every = from.map((one) =>
					to
						.map(
							(site) =>
								(greatCircleKm(one.longitude, one.latitude, site.longitude, site.latitude) *
									DETOUR) /
								0.08
						)
						.sort((a, b) => a - b)
				);
				expect([...countInReach(costs, limit)]).toEqual(
					every.map((list) => list.filter((cost) => cost <= limit * (1 + 1e-9)).length)
				);
				const nearest = nearestSites(origins(from), to, WALKING);
				every.forEach((list, i) => expect(nearest.cost[i]).toBeCloseTo(list[0] ?? Infinity, 6));
				const inTable = nearestIn(costs);
				every.forEach((list, i) => {
					const [first = Infinity] = list;
					if (first < limit) expect(inTable.cost[i]).toBeCloseTo(first, 6);
				});
			})
		);
	});

	it('finds the nearest of many sites as of few', () => {
		fc.assert(
			fc.property(points(1), points(60, 90), (from, to) => {
				const nearest = nearestSites(origins(from), to, WALKING);
				from.forEach((one, i) => {
					const every = to.map(
						(site) => nearestSites(origins([one]), [site], WALKING).cost[0] ?? NaN
					);
					expect(nearest.cost[i]).toBeCloseTo(Math.min(...every), 6);
					expect(every[nearest.site[i] ?? -1]).toBeCloseTo(Math.min(...every), 6);
				});
			}),
			{ numRuns: 20 }
		);
	});

	it('never loses a site by a longer reach, nor by a further site', () => {
		fc.assert(
			fc.property(points(1), points(1), reach, (from, to, limit) => {
				const costs = estimateCosts(origins(from), to, WALKING, 2 * limit);
				const once = countInReach(costs, limit);
				const twice = countInReach(costs, 2 * limit);
				const fewer = countInReach(
					estimateCosts(origins(from), to.slice(1), WALKING, limit),
					limit
				);
				from.forEach((_, i) => {
					expect(twice[i]).toBeGreaterThanOrEqual(once[i] ?? Infinity);
					expect(once[i]).toBeGreaterThanOrEqual(fewer[i] ?? Infinity);
				});
			})
		);
	});

	it('leaves sites out as if they were not there', () => {
		fc.assert(
			fc.property(points(1), points(2), reach, (from, to, limit) => {
				const kept = keepSites(
					estimateCosts(origins(from), to, WALKING, limit),
					(site) => site % 2 === 0
				);
				const without = estimateCosts(
					origins(from),
					to.filter((_, site) => site % 2 === 0),
					WALKING,
					limit
				);
				expect([...countInReach(kept, limit)]).toEqual([...countInReach(without, limit)]);
			})
		);
	});

	it('refuses a reach beyond what it knows', () => {
		const costs = estimateCosts(origins([{ longitude: 1, latitude: 52 }]), [], WALKING, 10);
		expect(() => countInReach(costs, 11)).toThrow('beyond');
	});
});
