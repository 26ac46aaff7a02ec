/**
 * The worked example of Norfolk and Waveney with its inputs as they were when these figures were
 * worked out a second time by other means: whatever becomes of lists and models, of these inputs
 * these are the answers. `siting-worked-example.tsv` has a line each building, with its name and
 * whether it is a hub, in the order of their numbers from 0; and a line each kind of place to
 * live, with the babies under one there and the buildings within 20 minutes on foot.
 */
import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeInstance, withWeights } from '../../src/lib/siting/instance.ts';
import type { Problem } from '../../src/lib/siting/models.ts';
import { nearest, score, type Plan } from '../../src/lib/siting/plan.ts';
import { solve } from '../../src/lib/siting/solve.ts';
import { nearSwaps } from '../../src/lib/siting/swaps.ts';

const LINES = readFileSync(new URL('siting-worked-example.tsv', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n')
	.map((line) => line.split('\t'));
const SITES = LINES.filter(([kind]) => kind === 'site').map(([, name = '', stands]) => ({
	name,
	stands: stands === 'yes'
}));
const PEOPLE = LINES.filter(([kind]) => kind === 'people').map(
	([, where = '', babies, sites = '']) => ({
		where,
		babies: Number(babies),
		sites: sites === '' ? [] : sites.split(' ').map(Number)
	})
);

const pairs = PEOPLE.flatMap(({ sites }, demand) => sites.map((site) => ({ demand, site })));
const instance = makeInstance({
	demand: PEOPLE.map(({ babies }, at) => ({ id: String(at), weight: babies })),
	sites: SITES.map(({ stands }, at) => ({
		id: String(at),
		state: stands ? 'fixed' : 'candidate'
	})),
	pairs: {
		length: pairs.length,
		demand: pairs.map(({ demand }) => demand),
		site: pairs.map(({ site }) => site),
		cost: pairs.map(() => 1)
	}
});
const problem: Problem = { instance, model: 'mclp', p: 6 + 5, reach: 20 };
const rural = {
	...problem,
	instance: withWeights(
		instance,
		PEOPLE.map(({ where, babies }) => (where.includes('rural') ? babies : 0))
	)
};
const total = ({ weights }: { weights: Float64Array }) =>
	weights.reduce((sum, one) => sum + one, 0);
const answer = (asked: Problem) =>
	solve(asked, { method: 'exact', timeLimit: Infinity, seed: 1, loadHighs: () => loadHighs() });

describe('the worked example of Norfolk and Waveney, of pinned inputs', () => {
	let plan: Plan;
	beforeAll(async () => {
		plan = await answer(problem);
	});

	it('is 1,016 of 5,090 babies, all of them in Core20 neighbourhoods', () => {
		expect(SITES.filter(({ stands }) => stands)).toHaveLength(6);
		expect(plan.status).toBe('optimal');
		expect(plan.objective).toBeCloseTo(1015.78, 2);
		expect(total(instance)).toBeCloseTo(5090.4, 1);
		const { open } = plan;
		const ofRural = score(rural, { open, siteOf: nearest(instance, open, 20) });
		expect(ofRural.objective).toBe(0);
	});

	it('serves no rural baby, where as many hubs for rural families serve 302 of 3,456', async () => {
		const best = await answer(rural);
		expect(best.status).toBe('optimal');
		expect(Math.round(best.objective ?? NaN)).toBe(302);
		expect(Math.round(total(rural.instance))).toBe(3456);
	});

	it('has every single change of a building that loses at most a hundredth', () => {
		const said = nearSwaps(problem, plan).swaps.map(({ out, into, worse }) => [
			(100 * worse).toFixed(2),
			SITES[into]?.name,
			SITES[out]?.name
		]);
		expect(said).toEqual([
			['0.00', 'Earlham PCC', "St Mary's Church Hall"],
			['0.00', "Crossroads St Mary's", "St Mary's Church Hall"],
			['0.16', 'Saturday Warm Space', 'Age Connected Great Yarmouth'],
			['0.24', 'Tuesday Drop in', 'Age Connected Great Yarmouth'],
			['0.45', 'West Earlham Library', "St Mary's Church Hall"],
			['0.60', 'Mile Cross Phoenix Childrens Project', 'TLC Dinner Choices Limited'],
			['0.63', 'Magdalen Way Methodist Church', 'Saturday Warm Space'],
			['0.63', 'St Mary Magdalene Church, Gorleston', 'Saturday Warm Space'],
			['0.68', 'ON YOUR SIDE NORWICH LTD', 'Age Connected Great Yarmouth'],
			['0.70', 'Saint Andrews Warm Welcome', 'WARM SPACES - Waterlane Leisure Centre'],
			['0.71', 'NR5 Community Hub', "St Mary's Church Hall"]
		]);
	});
});
