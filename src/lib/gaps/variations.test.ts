import { describe, expect, it } from 'vitest';
import { analyseGaps } from './analysis.ts';
import { fixtureBench, fixtureParts, VENUES } from './fixture.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';
import {
	compareVariations,
	radiusRanges,
	radiusSentence,
	unevenGaps,
	variationSentence,
	variationsOf,
	vary
} from './variations.ts';
import { Workbench } from './workbench.ts';

const request: GapsRequest = { ...DEFAULT_REQUEST, level: 'lsoa', k: 1 };
/** The venue at 2.2 km is 0.8 km from the neighbourhood at 3 km and 1.2 km from the one at 1 km. */
const bench = () => fixtureBench({ venues: VENUES.slice(1) });

function run(asked: GapsRequest, on = bench()) {
	const analysis = analyseGaps(asked, on);
	const gaps = new Set(analysis.gaps.flatMap((unit) => analysis.areas[unit]?.code ?? []));
	const varied = variationsOf(asked, on).map((one) => vary(one, on));
	return { gaps, varied, compared: compareVariations(gaps, varied) };
}

describe('what would flip it', () => {
	it('varies the radius, the detour, each source, what is unverified and the edition', () => {
		const { varied } = run(request);
		expect(varied.map(({ id }) => id)).toEqual([
			'radius-0.7',
			'radius-0.85',
			'radius-1.15',
			'radius-1.3',
			'detour',
			'without-one',
			'without-two',
			'verified',
			'edition-2019'
		]);
	});

	it('names the single changes that take an area off the list', () => {
		const { gaps, compared } = run(request);
		// At 0 and at 1 km there is nothing within 0.92 km. Within 1.2 km, the second has a venue.
		expect([...gaps]).toEqual(['E01000001', 'E01000002']);
		expect(compared.get('E01000001')).toMatchObject({ asked: 9, found: 9, flips: [] });
		const second = compared.get('E01000002');
		expect(second?.flips).toEqual([
			'people travel 30% further',
			'we take need, and the areas, from the Indices of Deprivation 2019'
		]);
		expect(
			variationSentence(second ?? { code: '', asked: 0, found: 0, flips: [] }, true)
		).toContain('It would not be one if people travel 30% further; or if we take need');
	});

	it('finds areas that are no gap as asked, but under other ways of counting', () => {
		const { gaps, compared } = run(request);
		// At 2 km the venue that only the first list has is the only one.
		expect(gaps.has('E01000003')).toBe(false);
		expect(compared.get('E01000003')?.flips).toContain('we leave out the list “List one”');
	});

	it('gives the same as asking anew', () => {
		const on = bench();
		for (const factor of [0.7, 1.3]) {
			const one = variationsOf(request, on).find(({ id }) => id === `radius-${factor}`);
			if (!one) throw new Error('no such variation');
			const anew = analyseGaps(
				{ ...request, reach: { cost: 15 * factor, unit: 'minutes' } },
				fixtureBench({ venues: VENUES.slice(1) })
			);
			expect([...vary(one, on).gaps].sort()).toEqual(
				anew.gaps.map((unit) => anew.areas[unit]?.code ?? '').sort()
			);
		}
	});

	it('varies published figures by how they are measured', () => {
		const asked: GapsRequest = {
			...request,
			level: 'district',
			bar: 'region',
			provision: ['charities'],
			measure: 'published-rate'
		};
		expect(run(asked).varied.map(({ id }) => id)).toEqual([
			'measure-published-number',
			'measure-published-income',
			'measure-published-income-per-resident',
			'edition-2019'
		]);
	});

	it('leaves out an edition that is not loaded, and a source that is all there is', () => {
		const parts = fixtureParts({ venues: [{ id: 'a', at: 1, lists: [0] }] });
		parts.delete('areas-2011');
		const on = new Workbench('Testshire', (part) => parts.get(part));
		expect(variationsOf(request, on).map(({ id }) => id)).toEqual([
			'radius-0.7',
			'radius-0.85',
			'radius-1.15',
			'radius-1.3',
			'detour'
		]);
	});

	it('says up to which radius an area has little', () => {
		const ranges = radiusRanges(request, bench());
		const now = (15 * 0.08) / 1.3;
		const first = ranges?.get('E01000002');
		// The venue is at 1.2 km.
		expect(first?.now).toBeCloseTo(now, 9);
		expect(first?.upTo).toBeGreaterThan(1.18);
		expect(first?.upTo).toBeLessThan(1.21);
		expect(ranges?.get('E01000001')?.upTo).toBeNull();
		expect(radiusSentence({ now, upTo: 1.2 })).toBe(
			'It would stay a gap at any straight-line distance up to 1.20 km (the question uses 0.92 km).'
		);
		expect(radiusRanges({ ...request, measure: 'nearest' }, bench())).toBeNull();
	});

	it('counts people where a variant has them', () => {
		const asked: GapsRequest = { ...request, level: 'msoa' };
		// Of Alder's neighbourhoods at 0 and at 1 km, the second reaches a venue at 1.7 km.
		const far = fixtureBench({ venues: [{ id: 'x', at: 1.7, lists: [0] }] });
		const { points } = far.edition('2025');
		const counted = (share: readonly [number, number]) => {
			const residents = points.residents.map((here, at) => here * (share[at % 2] ?? 0));
			return [...vary({ id: '', title: '', request: asked, variant: { residents } }, far).gaps];
		};
		expect(counted([2, 0])).toContain('E02000001');
		expect(counted([0, 2])).not.toContain('E02000001');
	});

	it('says how many gaps there would be if residents were spread unevenly', () => {
		// One output area a neighbourhood: there is nothing to spread.
		const { gaps } = run(request);
		expect(unevenGaps(request, bench(), gaps.size)).toBe(
			'If people were spread unevenly within neighbourhoods, there would most likely still be two neighbourhoods in this list.'
		);
		const published: GapsRequest = { ...request, measure: 'published-rate', level: 'district' };
		expect(unevenGaps(published, bench(), 0)).toBeNull();
	});
});
