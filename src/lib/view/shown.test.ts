import { describe, expect, it } from 'vitest';
import { EDITION_IDS } from '../facts/editions.ts';
import { available } from '../layers/available.ts';
import { AREA_LAYERS, layerById, OVERLAYS } from '../layers/index.ts';
import { defaultState, MAP_CODEC } from '../url/map-state.ts';
import { changeToShow, shownBeside, shownBy } from './shown.ts';

const state = defaultState();

describe('what the second map shows', () => {
	it('is nothing where nothing is compared', () => {
		expect(shownBeside(state)).toBeNull();
	});

	it('has the markings of the first map, none of its points, and its classes of the same measure alone', () => {
		const overlays = OVERLAYS.map(({ id }) => id);
		const compare = { layer: 'deprivation', edition: '2019' as const };
		const beside = shownBeside({ ...state, overlays, compare });
		expect(beside).toMatchObject({ ...compare, breaks: null, marking: state.marking });
		expect(beside?.overlays).toContain('core20');
		const breaks = { method: 'own' as const, bounds: [10, 20] };
		expect(shownBeside({ ...state, breaks, compare })?.breaks).toEqual(breaks);
		expect(shownBeside({ ...state, layer: 'births', breaks, compare })?.breaks).toBeNull();
		for (const id of overlays) {
			expect(beside?.overlays.includes(id)).toBe(layerById(id).kind === 'marking');
		}
	});
});

describe('showing what was searched for', () => {
	it('always ends with the layer shown, in an edition that has it', () => {
		for (const { id } of [...AREA_LAYERS, ...OVERLAYS]) {
			for (const edition of EDITION_IDS) {
				const before = { ...state, edition };
				const after = { ...before, ...changeToShow(before, id) };
				const { layer, overlays } = shownBy(after);
				expect([layer, ...overlays]).toContain(id);
				if (layer === id) expect(available(layerById(id), after.edition)).toBe(true);
			}
		}
	});

	it('keeps the edition where it has the layer, and the order of overlays in the address', () => {
		expect(changeToShow({ ...state, edition: '2019' }, 'deprivation')).toMatchObject({
			edition: '2019',
			breaks: null
		});
		const [first, ...others] = OVERLAYS.map(({ id }) => id);
		expect(changeToShow({ ...state, overlays: others }, first ?? '')).toEqual({
			overlays: [first, ...others]
		});
	});

	it('changes nothing where an overlay is on', () => {
		expect(changeToShow({ ...state, overlays: ['core20'] }, 'core20')).toBeNull();
	});

	it('gives states that their own address gives back', () => {
		for (const { id } of AREA_LAYERS) {
			const after = { ...state, ...changeToShow(state, id) };
			expect(MAP_CODEC.read(MAP_CODEC.query(after)).state).toEqual(after);
		}
	});
});
