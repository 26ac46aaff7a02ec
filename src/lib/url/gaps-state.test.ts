import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR_IDS } from '../gaps/need-bar.ts';
import { MEASURE_IDS } from '../gaps/measures.ts';
import { NEEDS } from '../gaps/needs.ts';
import { PROVISIONS } from '../gaps/provisions.ts';
import { mismatch } from '../gaps/together.ts';
import type { Level } from '../areas/region.ts';
import { ORDERS } from '../gaps/listed.ts';
import { GAPS_CODEC, GAPS_VIEWS, requestOf, type GapsState } from './gaps-state.ts';

const state: fc.Arbitrary<GapsState> = fc
	.record({
		edition: fc.constantFrom('2025' as const, '2019' as const),
		need: fc.constantFrom(...NEEDS.map(({ id }) => id)),
		provision: fc.subarray(
			PROVISIONS.map(({ id }) => id),
			{ minLength: 1 }
		),
		measure: fc.constantFrom(...MEASURE_IDS),
		level: fc.constantFrom<Level>('lsoa', 'msoa', 'place', 'district'),
		bar: fc.constantFrom(...BAR_IDS),
		mode: fc.constantFrom('walk' as const, 'drive' as const),
		reach: fc.oneof(
			fc.integer({ min: 5, max: 60 }).map((cost) => ({ cost, unit: 'minutes' as const })),
			fc.integer({ min: 1, max: 40 }).map((cost) => ({ cost, unit: 'kilometres' as const }))
		),
		k: fc.integer({ min: 1, max: 20 }),
		verifiedOnly: fc.boolean(),
		show: fc.constantFrom(...GAPS_VIEWS),
		order: fc.constantFrom(...ORDERS),
		grid: fc.boolean(),
		area: fc.constantFrom(null, 'E02000001'),
		cell: fc.option(fc.integer({ min: 0, max: 8 })),
		sites: fc.boolean(),
		maternity: fc.record({
			who: fc.constantFrom('females-15-44' as const, 'residents' as const),
			services: fc.constantFrom('units' as const, 'units-and-hubs' as const),
			unverified: fc.boolean(),
			mode: fc.constantFrom('walk' as const, 'drive' as const),
			minutes: fc.constantFrom(15, 30, 60)
		}),
		camera: fc.constantFrom(null, { latitude: 52.6, longitude: 1.3, zoom: 9.5 })
	})
	.filter((one) => mismatch(requestOf(one)) === null);

describe('the address of the page of gaps', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(state, (one) => {
				expect(GAPS_CODEC.read(GAPS_CODEC.query(one))).toEqual({ state: one, notes: [] });
			})
		);
	});

	it('never asks for nonsense, whatever it holds', () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('charities', 'msoa', 'rate', 'rural', '99'));
		const names = ['need', 'provision', 'measure', 'level', 'bar', 'reach', 'mode', 'k', 'edition'];
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.constantFrom(...names), text)), (parameters) => {
				const { state: found } = GAPS_CODEC.read(`?${new URLSearchParams(parameters).toString()}`);
				expect(mismatch(requestOf(found))).toBeNull();
			})
		);
	});

	it('is plain for the plain page, and needs no more than what is meant', () => {
		expect(GAPS_CODEC.query(GAPS_CODEC.defaults())).toBe('');
		const { state: found, notes } = GAPS_CODEC.read('?provision=charities&level=district');
		expect(notes).toEqual([]);
		expect(found).toMatchObject({ measure: 'published-rate', bar: 'region' });
	});

	it('says why a link can’t be answered, and puts it right', () => {
		const { state: found, notes } = GAPS_CODEC.read('?provision=charities&level=msoa');
		expect(notes).toEqual([expect.stringMatching(/published for whole districts/)]);
		expect(found.level).toBe('district');
		expect(GAPS_CODEC.read('?need=luck').notes).toEqual([
			'Part of this link was left out: there is no need “luck”.'
		]);
	});
});
