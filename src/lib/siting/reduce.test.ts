import { describe, expect, it } from 'vitest';
import { colsOf, openSites, rowsOf } from './core.ts';
import { makeCore } from './make-core.ts';
import { makeInstance, SitingError, type SiteState } from './instance.ts';
import { nearest } from './plan.ts';

/** An instance of a table of costs; null is no pair. */
function table(rows: (number | null)[][], weights: number[], states: SiteState[]) {
	const pairs = { demand: [] as number[], site: [] as number[], cost: [] as number[] };
	rows.forEach((row, i) =>
		row.forEach((cost, j) => {
			if (cost === null) return;
			pairs.demand.push(i);
			pairs.site.push(j);
			pairs.cost.push(cost);
		})
	);
	return makeInstance({
		demand: weights.map((weight, i) => ({ id: `d${i}`, weight })),
		sites: states.map((state, j) => ({ id: `s${j}`, state })),
		pairs: { length: pairs.cost.length, ...pairs }
	});
}
const free: SiteState = 'candidate';
const plain = { reach: null, binary: false, dropWeightless: true, p: 2 };

describe('what cannot matter is left out', () => {
	it('sites that another is as good as for everyone', () => {
		const instance = table(
			[
				[1, 1, 2],
				[4, 4, 3]
			],
			[1, 1],
			[free, free, free]
		);
		const core = makeCore(instance, plain);
		// The second is the first again; the third is nearer for someone.
		expect([...core.siteOfCol]).toEqual([0, 2]);
		expect(openSites(instance, core, [0], 2)).toEqual([0, 1]);
	});
	it('but never a site that stands, nor one that is better for a single person', () => {
		const core = makeCore(
			table(
				[
					[2, 1],
					[4, 4]
				],
				[1, 1],
				['fixed', free]
			),
			plain
		);
		expect([...core.siteOfCol]).toEqual([0, 1]);
		expect(
			makeCore(
				table(
					[
						[1, 2],
						[5, 4]
					],
					[1, 1],
					[free, free]
				),
				plain
			).siteOfCol
		).toHaveLength(2);
	});
	it('pairs farther than a site that stands', () => {
		const core = makeCore(
			table(
				[
					[3, 5, 1],
					[2, 1, null]
				],
				[1, 1],
				['fixed', free, free]
			),
			plain
		);
		expect(core.cols.length).toBe(4);
	});
	it('neighbourhoods with the same sites in reach are one, with their people together', () => {
		const instance = table(
			[
				[1, 9],
				[2, 9],
				[9, 3]
			],
			[1, 2, 4],
			[free, free]
		);
		const core = makeCore(instance, { ...plain, reach: 5, binary: true });
		expect([...core.weights]).toEqual([3, 4]);
		expect(rowsOf(makeCore(instance, plain))).toBe(3);
	});
	it('excluded sites and people nobody can serve', () => {
		const core = makeCore(
			table(
				[
					[1, null],
					[null, 1]
				],
				[1, 1],
				['excluded', free]
			),
			plain
		);
		expect([rowsOf(core), colsOf(core)]).toEqual([1, 1]);
	});
});

describe('everyone goes to the nearest', () => {
	it('and to the first where two are as near', () => {
		const instance = table(
			[
				[2, 2, 1],
				[null, 7, 8]
			],
			[1, 1],
			[free, free, free]
		);
		expect([...nearest(instance, [0, 1], null)]).toEqual([0, 1]);
		expect([...nearest(instance, [0, 1], 5)]).toEqual([0, -1]);
	});
});

describe('data that cannot be', () => {
	const sites = [{ id: 's', state: free }];
	const one = { length: 1, demand: [0], site: [0], cost: [1] };
	it.each([
		['weight', [{ id: 'd', weight: -1 }], one],
		['weight', [{ id: 'd', weight: NaN }], one],
		[
			'duplicate',
			[
				{ id: 'd', weight: 1 },
				{ id: 'd', weight: 1 }
			],
			one
		],
		['cost', [{ id: 'd', weight: 1 }], { ...one, cost: [NaN] }],
		['unknown', [{ id: 'd', weight: 1 }], { ...one, site: [7] }],
		[
			'duplicate',
			[{ id: 'd', weight: 1 }],
			{ length: 2, demand: [0, 0], site: [0, 0], cost: [1, 2] }
		],
		['empty', [], one]
	] as const)('are refused as %s', (fault, demand, pairs) => {
		try {
			makeInstance({ demand, sites, pairs });
			expect.unreachable();
		} catch (error) {
			expect(error).toBeInstanceOf(SitingError);
			expect((error as SitingError).fault).toBe(fault);
		}
	});
});
