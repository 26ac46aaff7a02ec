import { describe, expect, it } from 'vitest';
import type { ListedSite } from './chosen-sites.ts';
import { randomInstance } from './brute-force.fixture.ts';
import type { Problem } from './models.ts';
import { quickPlan } from './solve.ts';
import { planOfReading } from './proved.ts';
import { hubsForShareOn, reachableWeight } from './share.ts';
import { freeBuildings, lostHubs, nearestTo, planOfHubs } from './what-if.ts';

/** Twelve sites: the first stands, the second is left out, the others could be hubs. */
const instance = randomInstance(7, {
	demand: 20,
	sites: 12,
	density: 0.3,
	whole: true,
	fixed: 1,
	excluded: 1
});
const problem: Problem = { instance, model: 'mclp', p: 4, reach: 5, groups: null };
const sites = instance.siteIds.map((id, at): ListedSite => ({
	id,
	name: `Hall ${at}`,
	kind: 'community-venue',
	capacity: null,
	label: 'Village hall',
	longitude: 1 + at / 100,
	latitude: 52,
	status: 'unverified',
	sources: [],
	inside: true,
	yours: false,
	lastSeen: null,
	current: true,
	confirmed: null,
	address: null,
	postcode: null,
	list: 'venues',
	collected: '2026'
}));
const siteIndex = new Map(instance.siteIds.map((id, at) => [id, at]));
const question = { problem, sites, siteIndex, standing: [0] };

describe('buildings that are free', () => {
	it('could be hubs, and are neither taken, standing nor left out', () => {
		const free = freeBuildings(question, ['s4', 's5']).map(({ id }) => id);
		expect(free).toEqual(['s2', 's3', 's6', 's7', 's8', 's9', 's10', 's11']);
	});

	it('are told by how near they are, east and west being nearer than north by degrees', () => {
		const at = (id: string, longitude: number, latitude: number) => ({ id, longitude, latitude });
		const places = [
			at('north', 1, 52.1),
			at('east', 1.13, 52),
			at('far', 2, 52),
			at('here', 1, 52)
		];
		const near = nearestTo(places, { longitude: 1, latitude: 52 }, 3);
		expect(near.map(({ id }) => id)).toEqual(['here', 'east', 'north']);
	});
});

describe("the reader's own plan", () => {
	it('has what stands and each building once, and leaves out those that the question lacks', () => {
		const ids = ['s5', 's3', 's5', 'gone', 's0'];
		expect(planOfHubs(question, ids).open).toEqual([0, 3, 5]);
		expect(lostHubs(question, ids)).toBe(1);
		expect(lostHubs(question, ['s3'])).toBe(0);
	});
});

describe('a plan that was proved before', () => {
	const plan = quickPlan(problem);
	const hubs = plan.open.map((at) => ({ id: `s${at}` })) as Parameters<
		typeof planOfReading
	>[1]['hubs'];

	it('is as good as it was proved to be', () => {
		const proved = planOfReading(question, { hubs, status: 'optimal', gap: 0 });
		expect(proved).toMatchObject({ open: plan.open, status: 'optimal', gap: 0 });
		expect(proved.bound).toBe(plan.objective);
	});

	it('is not called the best where that was not proved', () => {
		const found = planOfReading(question, { hubs, status: 'feasible', gap: 0.2 });
		expect(found).toMatchObject({ open: plan.open, status: 'feasible', gap: 0.2, bound: null });
	});
});

describe('hubs for a share of the people', () => {
	it('counts those for whom any building is near', () => {
		const weights = Float64Array.of(2, 3, 5);
		// The second of three has no building within reach.
		expect(reachableWeight({ weights, starts: Int32Array.of(0, 1, 1, 4) })).toBe(7);
	});

	it('is not known without a frontier', () => {
		expect(hubsForShareOn(question, [])).toBeNull();
	});

	it('takes the fewest new hubs on the frontier, and says where none is enough', () => {
		const reachable = reachableWeight(instance);
		const at = (hubs: number, share: number) => ({
			...quickPlan(problem),
			open: Array.from({ length: hubs + question.standing.length }, (_, site) => site),
			servedWeight: share * reachable
		});
		const forShare = hubsForShareOn(question, [at(0, 0.2), at(1, 0.5), at(2, 0.8)]);
		expect([0.1, 0.5, 0.6, 0.9].map((share) => forShare?.(share))).toEqual([0, 1, 2, null]);
	});
});
