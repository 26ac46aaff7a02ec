import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MODE_IDS } from '../access/travel.ts';
import { BUILDING_IDS } from '../siting/buildings.ts';
import { HUB_KIND_IDS } from '../siting/hub-kinds.ts';
import { FOCUS_IDS, WHO_IDS } from '../siting/people.ts';
import { AIM_IDS } from '../siting/question.ts';
import { defaultSitingState, SITING_CODEC, type SitingState } from './siting-state.ts';

const siteIds = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}-[0-9a-f]{1,12}$/), { maxLength: 5 });
const states: fc.Arbitrary<SitingState> = fc.record({
	who: fc.constantFrom(...WHO_IDS),
	focus: fc.constantFrom(...FOCUS_IDS),
	core20Weight: fc.integer({ min: 0, max: 20 }).map((n) => n / 2),
	ruralWeight: fc.integer({ min: 0, max: 20 }).map((n) => n / 2),
	aim: fc.constantFrom(...AIM_IDS),
	hubs: fc.integer({ min: 0, max: 30 }),
	measure: fc.constantFrom('minutes', 'kilometres'),
	mode: fc.constantFrom(...MODE_IDS),
	reach: fc.integer({ min: 1, max: 240 }).map((n) => n / 2),
	kind: fc.constantFrom(...HUB_KIND_IDS),
	candidates: fc.subarray(BUILDING_IDS),
	verifiedOnly: fc.boolean(),
	standing: fc.subarray(BUILDING_IDS),
	fixed: siteIds,
	excluded: siteIds,
	plan: fc.option(siteIds),
	camera: fc.constant(null)
});

describe('the address of the siting page', () => {
	it('comes back as it was written', () => {
		fc.assert(
			fc.property(states, (state) => {
				const { state: back, notes } = SITING_CODEC.read(SITING_CODEC.query(state));
				expect(notes).toEqual([]);
				expect(back).toEqual(state);
			})
		);
	});
	it('is plain for the worked example', () => {
		expect(SITING_CODEC.query(defaultSitingState())).toBe('');
	});
	it('survives any text and says what it left out', () => {
		const names = ['who', 'in', 'aim', 'hubs', 'reach', 'from', 'must', 'plan', 'view', 'core20'];
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (query) => {
				const { state, notes } = SITING_CODEC.read(new URLSearchParams(query).toString());
				expect(state.hubs).toBeGreaterThanOrEqual(0);
				expect(state.reach).toBeGreaterThan(0);
				for (const note of notes) expect(note.length).toBeLessThan(200);
			})
		);
		const { state, notes } = SITING_CODEC.read('hubs=-1&reach=1e9&from=venues,castles&plan=<b>');
		expect(notes).toHaveLength(4);
		expect(state).toEqual({ ...defaultSitingState(), candidates: ['venues'], plan: [] });
	});
});
