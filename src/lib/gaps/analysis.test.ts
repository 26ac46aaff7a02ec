import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf } from '../facts/value.ts';
import { analyseGaps } from './analysis.ts';
import { CannotAnswer, type GapsAnalysis } from './answer.ts';
import { areasInOrder, gapsCsv, gapsJson } from './download.ts';
import { evidenceOf } from './evidence.ts';
import { fixtureBench, fixtureParts, VENUES } from './fixture.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';
import { areaSentence, findings } from './sentences.ts';
import { NO_OWNER } from '../catalogue/owner.ts';
import type { FactsPart } from '../facts/parts.ts';
import { Workbench } from './workbench.ts';

/** 15 minutes are 1.2 km by road: 0.92 km of straight line. */
const ask = (change: Partial<GapsRequest> = {}): GapsRequest => ({
	...DEFAULT_REQUEST,
	level: 'lsoa',
	k: 1,
	...change
});
const codes = ({ areas }: GapsAnalysis, units: readonly number[]) =>
	units.map((unit) => areas[unit]?.code.at(-1));

describe('the analysis of gaps', () => {
	it('finds what is above the bar with fewer than k in reach, and nothing else', () => {
		const analysis = analyseGaps(ask(), fixtureBench());
		// A venue is within 0.92 km of each of the Core20 neighbourhoods at 0, 1 and 2 km. Those at
		// 4 and 5 km have none, and are below the bar.
		expect(codes(analysis, analysis.gaps)).toEqual([]);
		expect(analysis.areas.map(({ count }) => count)).toEqual([1, 1, 1, 1, 0, 0, 2, 1]);
		expect(analysis.areas[4]?.verdict).toBe('below');
		const two = analyseGaps(ask({ k: 2 }), fixtureBench());
		// Alike by count: less E2SFCA first, then more residents in Core20.
		expect(two.gaps.map((unit) => two.areas[unit]?.e2sfca)).toEqual(
			two.gaps.map((unit) => two.areas[unit]?.e2sfca ?? 0).sort((a, b) => a - b)
		);
		expect([...codes(two, two.gaps)].sort()).toEqual(['1', '2', '3']);
		expect(two.areas[0]?.none).toBe(0);
	});

	it('takes averages of residents for larger areas, and marks communities with any Core20', () => {
		const analysis = analyseGaps(ask({ level: 'msoa', k: 3 }), fixtureBench());
		expect(analysis.areas.map(({ above }) => above)).toEqual([true, true, false, false]);
		expect(analysis.areas[1]).toMatchObject({
			name: 'Birch',
			residents: 1200 + 1300,
			core20Residents: 1200,
			districts: ['East'],
			verdict: 'gap'
		});
		expect(numberOf(analysis.areas[3]?.provision ?? { kind: 'missing' })).toBeCloseTo(
			(2 * 1600 + 1 * 1700) / 3300,
			9
		);
		expect(analysis.areas[2]?.none).toBe(1);
	});

	it('has the provision of the Core20 residents where the bar is Core20, everyone’s beside', () => {
		// Cedar begins at 4 km; Birch is the neighbourhoods at 2 km (Core20, 1,200 residents) and at
		// 3 km (1,300), and venues stand at 2.2 and 3 km: the Core20 residents reach the two.
		const venues = [
			{ id: 'a', at: 0.1, lists: [0] },
			{ id: 'b', at: 2.2, lists: [0] },
			{ id: 'c', at: 2.85, lists: [0] }
		];
		const asked = ask({ level: 'msoa', k: 2 });
		const core20 = analyseGaps(asked, fixtureBench({ venues }));
		const [alder, birch, cedar] = core20.areas;
		expect(birch).toMatchObject({ count: 2, verdict: 'enough' });
		expect(birch?.whole?.count).toBeCloseTo((2 * 1200 + 2 * 1300) / 2500, 9);
		// All of Alder is Core20, and none of Cedar: their figures are everyone's.
		expect(alder?.whole).toBeNull();
		expect(cedar?.whole).toBeNull();
		const near = analyseGaps(asked, fixtureBench({ venues: venues.slice(0, 2) }));
		const [, other] = near.areas;
		expect(other).toMatchObject({ count: 1, verdict: 'gap' });
		expect(other?.whole?.count).toBe(1);
		expect(other?.nearest).toBeLessThan(other?.whole?.nearest ?? NaN);
		expect(other?.nearest).toBeCloseTo((0.2 * 1.3 * 60) / 4.8, 1);
		// By another bar the figures are everyone's.
		const share = analyseGaps({ ...asked, bar: 'share-40' }, fixtureBench({ venues }));
		expect(share.areas.every(({ whole }) => whole === null)).toBe(true);
		expect(share.areas[1]?.count).toBeCloseTo(birch?.whole?.count ?? NaN, 9);
		// Said, and in files.
		expect(core20.rule).toBe(
			'high need (Core20), and fewer than 2 in reach for its Core20 residents'
		);
		const [header = '', ...rows] = gapsCsv(core20, NO_OWNER).split('\n');
		const cell = (row: string | undefined, name: string) =>
			row?.split(',')[header.split(',').indexOf(name)];
		const row = rows.find((one) => one.includes('Birch'));
		expect(cell(row, 'provision_of')).toBe('Core20 residents');
		expect(cell(row, 'in_reach')).toBe('2');
		expect(cell(row, 'in_reach_all_residents')).toBe('2');
		expect(gapsCsv(share, NO_OWNER)).not.toContain('in_reach_all_residents');
	});

	it('shares what is near the border with those beyond it', () => {
		const alone = analyseGaps(ask(), fixtureBench());
		const beside = analyseGaps(ask(), fixtureBench({ beyond: [{ at: -0.5, residents: 5000 }] }));
		expect(beside.areas[0]?.e2sfca).toBeLessThan((alone.areas[0]?.e2sfca ?? 0) / 2);
		expect(beside.areas[7]?.e2sfca).toBe(alone.areas[7]?.e2sfca);
		expect(beside.areas.map(({ count }) => count)).toEqual(alone.areas.map(({ count }) => count));
	});

	it('never calls an area a gap where nobody looked', () => {
		const far = [{ id: 'x', at: 30, lists: [0] }];
		const request = ask({ bar: 'share-40', level: 'district', measure: 'rate' });
		expect(() => analyseGaps(request, fixtureBench({ venues: far }))).toThrow(CannotAnswer);
		const districts = analyseGaps(
			{ ...request, bar: 'region', need: 'rural' },
			fixtureBench({ venues: far, west: 'not-surveyed' })
		);
		expect(districts.gaps).toEqual([]);
		expect(districts.areas[1]).toMatchObject({
			verdict: 'not-surveyed',
			provision: { kind: 'not-surveyed' },
			cell: null
		});
		expect(findings(districts).join(' ')).toContain('Unknown is not a gap');
		const looked = analyseGaps(
			{ ...request, bar: 'region', need: 'rural' },
			fixtureBench({ venues: VENUES.slice(0, 2), west: 'listed' })
		);
		expect(codes(looked, looked.gaps)).toEqual(['2']);
	});

	it('knows no figure of charities for a part of a district, and puts it on no list', () => {
		const request = ask({
			level: 'district',
			bar: 'region',
			provision: ['charities'],
			measure: 'published-rate'
		});
		const analysis = analyseGaps(request, fixtureBench());
		expect(analysis.areas[1]?.provision).toEqual({ kind: 'missing' });
		expect(numberOf(analysis.areas[0]?.provision ?? { kind: 'missing' })).toBeCloseTo(
			(10 / 4600) * 10_000,
			9
		);
	});

	it('answers nothing about charities where no district has a figure', () => {
		const parts = fixtureParts();
		const { columns, ...charities } = parts.get('charities') as FactsPart;
		const none = { values: [null, null] };
		parts.set('charities', {
			...charities,
			columns: { ...columns, registered_charities: none, total_income_gbp: none }
		});
		const bench = new Workbench('Testshire', (part) => parts.get(part));
		for (const measure of ['published-rate', 'published-number'] as const) {
			const request = ask({ level: 'district', bar: 'region', provision: ['charities'], measure });
			expect(() => analyseGaps(request, bench)).toThrow(
				'No figure of registered charities is known for any district of Testshire'
			);
		}
	});

	it('flags areas whose reach leaves what is known', () => {
		const near = analyseGaps(ask(), fixtureBench());
		expect(near.areas.every(({ edge }) => edge === 0)).toBe(true);
		const far = analyseGaps(
			ask({ mode: 'drive', reach: { cost: 40, unit: 'minutes' } }),
			fixtureBench()
		);
		expect(far.areas.every(({ edge }) => edge === 1)).toBe(true);
	});

	it('says beside journeys by car who has none: in findings, evidence, sentence and files', () => {
		const parts = fixtureParts();
		const cars = {
			kind: 'facts',
			part: 'cars-2025',
			vintage: '2021',
			level: 'lsoa',
			datasets: ['plus-groups-2021'],
			columns: {
				no_car: { values: [40, 20, 20, 20, 20, 20, 10, 10] },
				households_cars: { values: [100, 100, 100, 100, 100, 100, 100, 100] }
			},
			england: { no_car_percent_mean: 23.5 }
		} satisfies FactsPart;
		parts.set('cars-2025', cars);
		const bench = new Workbench('Testshire', (part) => parts.get(part));
		const reach = { cost: 20, unit: 'minutes' } as const;
		const byCar = analyseGaps(ask({ mode: 'drive', reach }), bench);
		const [area] = byCar.areas;
		if (!area) throw new Error('no area');
		expect(findings(byCar).at(-1)).toMatch(/^In Testshire, 20\.0% of households have no car/);
		expect(evidenceOf(area, byCar, bench).find(({ id }) => id === 'cars')).toMatchObject({
			value: '40.0%',
			note: 'Census 2021; 20.0% in Testshire as a whole; times by car say little about them'
		});
		expect(areaSentence(area, byCar)).toMatch(/ 40\.0% of its households have no car or van\.$/);
		const [header = ''] = gapsCsv(byCar, NO_OWNER).split('\n');
		expect(header.split(',')).toContain('households_without_car_percent');
		expect(JSON.parse(gapsJson(byCar, NO_OWNER))).toMatchObject({ cars: byCar.cars });
		// On foot it has no place.
		const onFoot = analyseGaps(ask(), bench);
		expect(onFoot.areas.every(({ noCar }) => noCar === null)).toBe(true);
		expect(gapsCsv(onFoot, NO_OWNER)).not.toContain('households_without_car');
	});

	it('says the same in list, table, classes and files', () => {
		const analysis = analyseGaps(ask({ k: 2 }), fixtureBench());
		const ordered = areasInOrder(analysis);
		expect(ordered.slice(0, analysis.gaps.length).map(({ unit }) => unit)).toEqual(analysis.gaps);
		expect(new Set(analysis.cells[8 - 0])).toEqual(new Set(analysis.gaps));
		expect(analysis.cells.flat()).toHaveLength(8);
		const json = JSON.parse(gapsJson(analysis, NO_OWNER)) as {
			gaps: string[];
			areas: { code: string }[];
			owner: string;
		};
		expect(json.owner).toBe(NO_OWNER);
		expect(json.gaps).toEqual(analysis.gaps.map((unit) => analysis.areas[unit]?.code));
		expect(json.areas.map(({ code }) => code)).toEqual(ordered.map(({ code }) => code));
		const lines = gapsCsv(analysis, NO_OWNER).trim().split('\n');
		expect(lines).toHaveLength(9);
		expect(lines[0]).toMatch(/^code,.*,looked_after_by$/);
		expect(lines[1]).toContain(json.gaps[0]);
		expect(lines.slice(1).filter((line) => !line.endsWith(`,${NO_OWNER}`))).toEqual([]);
	});

	it('gives the evidence of an area as several numbers, and a sentence with names', () => {
		const bench = fixtureBench();
		const analysis = analyseGaps(ask({ level: 'msoa' }), bench);
		const area = analysis.areas[1];
		if (!area) throw new Error('no area');
		const rows = evidenceOf(area, analysis, bench);
		expect(rows.map(({ id }) => id)).toEqual([
			'need',
			'per-head',
			'nearest',
			'reach',
			'reach-whole',
			'e2sfca',
			'currency',
			'charities',
			'survey'
		]);
		expect(rows.find(({ id }) => id === 'currency')?.value).toBe('1 of 1 near (100%)');
		expect(areaSentence(area, analysis)).toBe(
			'1,200 of 2,500 residents live in Core20 neighbourhoods. On average a Core20 resident has 1.0 community venues within 15 minutes on foot (estimate), and all have at least one. The average for all its residents is 1.0. For a Core20 resident the nearest is 3.2 minutes on foot away on average (estimate). For most of them (estimate) it is Hall B.'
		);
		const saysOf = (share: number, vouched: number | null) =>
			areaSentence(
				{ ...area, nearestSite: { id: 'b', name: 'Hall B', label: 'Hall', share, vouched } },
				analysis
			);
		// Fewer than half are not most of them, and both figures stand where old listings move one.
		const only = 'it is Hall B.';
		expect(saysOf(0.48, null)).toContain(`For about 48% of them (estimate) ${only}`);
		expect(saysOf(0.39, 0.64)).toContain(
			`For about 39% of them (estimate; 64% by checked or recent listings alone) ${only}`
		);
		const vouched = { count: 0.4, nearest: 5, none: 0 };
		expect(areaSentence({ ...area, vouched }, analysis)).toMatch(
			/within 15 minutes on foot \(estimate; 0\.4 by checked or recent listings alone\), .* away on average \(estimate; 5 by checked or recent listings alone\)\./
		);
		expect(saysOf(0.7, 0.9)).toContain('For most of them (estimate) it is Hall B.');
		expect(saysOf(0.7, 0)).toContain(
			'For most of them (estimate) it is Hall B, which is not checked and which no list has named recently.'
		);
	});

	it('calls no gap the clearest: the first of a list are its first', () => {
		const analysis = analyseGaps(ask({ k: 20, bar: 'region' }), fixtureBench());
		const many = { ...analysis, gaps: [0, 1, 2, 3, 4, 5] };
		for (const ranked of [true, false]) {
			const [first = ''] = findings({ ...many, ranked });
			expect(first).toContain('The first five in the list are ');
			expect(first.includes('their order means little')).toBe(!ranked);
		}
	});
});

describe('what always holds', () => {
	const venues = fc.uniqueArray(
		fc.record({
			id: fc.stringMatching(/^[a-z]{3}$/),
			at: fc.double({ min: -1, max: 8, noNaN: true }),
			lists: fc.subarray([0, 1], { minLength: 1 }),
			verified: fc.boolean()
		}),
		{ selector: ({ id }) => id, minLength: 1, maxLength: 10 }
	);
	const figures = ({ areas }: GapsAnalysis) =>
		areas.map(({ count, nearest, e2sfca, verdict, rank }) => ({
			count,
			nearest,
			e2sfca,
			verdict,
			rank
		}));

	it('a further asset lowers nobody’s access, and a longer reach nobody’s count', () => {
		fc.assert(
			fc.property(venues, (given) => {
				const all = analyseGaps(ask(), fixtureBench({ venues: given }));
				const fewer = analyseGaps(ask(), fixtureBench({ venues: given.slice(1) }));
				const further = analyseGaps(
					ask({ reach: { cost: 30, unit: 'minutes' } }),
					fixtureBench({ venues: given })
				);
				all.areas.forEach((area, i) => {
					expect(area.count).toBeGreaterThanOrEqual(fewer.areas[i]?.count ?? 0);
					expect(area.e2sfca).toBeGreaterThanOrEqual((fewer.areas[i]?.e2sfca ?? 0) - 1e-9);
					expect(area.nearest ?? Infinity).toBeLessThanOrEqual(fewer.areas[i]?.nearest ?? Infinity);
					expect(further.areas[i]?.count).toBeGreaterThanOrEqual(area.count ?? 0);
				});
			}),
			{ numRuns: 40 }
		);
	});

	it('the order of the assets and their names change nothing', () => {
		fc.assert(
			fc.property(venues, (given) => {
				const one = figures(analyseGaps(ask(), fixtureBench({ venues: given })));
				const turned = [...given].reverse().map((venue) => ({ ...venue, id: `z-${venue.id}` }));
				const other = figures(analyseGaps(ask(), fixtureBench({ venues: turned })));
				one.forEach((area, i) => {
					expect(other[i]?.count).toBe(area.count);
					expect(other[i]?.verdict).toBe(area.verdict);
					expect(other[i]?.e2sfca).toBeCloseTo(area.e2sfca ?? NaN, 9);
				});
			}),
			{ numRuns: 30 }
		);
	});

	it('the ordered areas are all of them, each once', () => {
		fc.assert(
			fc.property(venues, fc.integer({ min: 1, max: 4 }), (given, k) => {
				const analysis = analyseGaps(ask({ k }), fixtureBench({ venues: given }));
				expect(
					areasInOrder(analysis)
						.map(({ unit }) => unit)
						.sort((a, b) => a - b)
				).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
			}),
			{ numRuns: 30 }
		);
	});
});
