import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	AMONG,
	BREAK_METHODS,
	MAX_CLASSES,
	MIN_CLASSES,
	type Among,
	type BreakMethod
} from '../indicators/classes.ts';
import { EDITION_IDS } from '../facts/editions.ts';
import { available } from '../layers/available.ts';
import { AREA_LAYERS, LAYERS, OVERLAYS } from '../layers/index.ts';
import { MARKINGS } from '../layers/layer.ts';
import { defaultState, readState, writeQuery, type MapState } from './map-state.ts';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

const states: fc.Arbitrary<MapState> = fc.record({
	layer: fc.constantFrom(...AREA_LAYERS.map(({ id }) => id)),
	edition: fc.constantFrom(...EDITION_IDS),
	overlays: fc.subarray(OVERLAYS.map(({ id }) => id)),
	marking: fc.constantFrom(...MARKINGS),
	breaks: fc.option(
		fc.oneof(
			fc.record({
				method: fc.constantFrom(...(Object.keys(BREAK_METHODS) as BreakMethod[])),
				classes: fc.integer({ min: MIN_CLASSES, max: MAX_CLASSES }),
				among: fc.constantFrom(...(Object.keys(AMONG) as Among[]))
			}),
			fc.record({
				method: fc.constant('own' as const),
				bounds: fc
					.uniqueArray(
						fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000 + 0),
						{ minLength: 1, maxLength: MAX_CLASSES - 1 }
					)
					.map((bounds) => bounds.sort((a, b) => a - b))
			})
		)
	),
	compare: fc.option(
		fc.record({
			layer: fc.constantFrom(...AREA_LAYERS.map(({ id }) => id)),
			edition: fc.constantFrom(...EDITION_IDS)
		})
	),
	area: fc.option(
		fc.integer({ min: 0, max: 99_999_999 }).map((n) => `E${String(n).padStart(8, '0')}`)
	),
	camera: fc.option(
		fc.record({
			latitude: fc.double({ min: 49, max: 61, noNaN: true }).map((n) => round(n, 4)),
			longitude: fc.double({ min: -9, max: 3, noNaN: true }).map((n) => round(n, 4)),
			zoom: fc.double({ min: 5, max: 17, noNaN: true }).map((n) => round(n, 2))
		})
	)
});

describe('the state in the address', () => {
	it('comes back as it was written', () => {
		fc.assert(
			fc.property(states, (state) => {
				const back = readState(writeQuery(state));
				// All that is left to say is which layers have nothing to show in this edition.
				const nothing = LAYERS.filter(
					(layer) =>
						[state.layer, ...state.overlays].includes(layer.id) && !available(layer, state.edition)
				);
				expect(back.notes).toHaveLength(nothing.length);
				expect(writeQuery(back.state)).toBe(writeQuery(state));
				expect({ ...back.state, camera: null }).toEqual({ ...state, camera: null });
				expect(back.state.camera === null).toBe(state.camera === null);
			})
		);
	});

	it('leaves out what is default', () => {
		expect(writeQuery(defaultState())).toBe('');
		expect(writeQuery({ ...defaultState(), edition: '2019' })).toBe(
			'?layer=deprivation&edition=2019&with=core20,community-venues'
		);
	});

	it('keeps "no overlays" apart from "the usual overlays"', () => {
		const none = writeQuery({ ...defaultState(), overlays: [] });
		expect(none).toBe('?layer=deprivation&edition=2025&with=none');
		expect(readState(none).state.overlays).toEqual([]);
	});

	it('survives any text and says what it left out', () => {
		fc.assert(
			fc.property(
				fc.dictionary(
					fc.constantFrom('layer', 'edition', 'with', 'area', 'view', 'x'),
					fc.string()
				),
				(query) => {
					const { state, notes } = readState(new URLSearchParams(query).toString());
					expect(AREA_LAYERS.map(({ id }) => id)).toContain(state.layer);
					for (const note of notes) expect(note.length).toBeLessThan(200);
				}
			)
		);
		const { notes, state } = readState(
			'layer=<script>&edition=1999&area=Norwich&view=0,0,99&with=core20,ghosts'
		);
		expect(notes).toHaveLength(5);
		expect(state).toEqual({ ...defaultState(), overlays: ['core20'] });
	});

	it('ignores parameters of other pages', () => {
		expect(readState('utm_source=newsletter').notes).toEqual([]);
	});
});
