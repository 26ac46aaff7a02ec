import { describe, expect, it } from 'vitest';
import { defaultState, readState, writeQuery } from '../url/map-state.ts';
import { buildView, partsFor } from '../view/view.ts';
import { available, goTogether, whyNotOffered, whyUnavailable } from './available.ts';
import type { PartName } from '../facts/parts.ts';
import { EDITION_IDS, EDITIONS } from '../facts/editions.ts';
import { LAYERS, OVERLAYS } from './index.ts';

const AREAS = {
	kind: 'areas',
	part: 'areas-2011' as const,
	vintage: '2011' as const,
	datasets: ['areas-lsoa11'],
	lsoa: {
		codes: ['E01000001', 'E01000002'],
		names: ['Here 001A', 'Here 001B'],
		residents: [1500, 1600],
		longitude: [1, 1.1],
		latitude: [52, 52.1]
	},
	msoa: { codes: ['E02000001'], names: ['Here'], of: [0, 0] },
	district: {
		codes: ['E07000001'],
		names: ['District'],
		of: [0, 0],
		partOf: [null],
		notes: [null]
	},
	place: { codes: ['E38000001'], names: ['Place'], of: [0, 0] }
};
const REGION = {
	slug: 'here',
	name: 'Here',
	body: '',
	validity: '',
	documents: [],
	missing: [],
	bounds: [0, 51, 2, 53] as [number, number, number, number],
	files: []
};

const only2025 = LAYERS.filter((layer) => !available(layer, '2019'));

describe('a layer that is in one edition only', () => {
	it.each(only2025.map((layer) => layer.id))(
		'%s: a link to the other edition is told why',
		(id) => {
			const layer = only2025.find((one) => one.id === id);
			if (layer?.kind !== 'areas') throw new Error('an overlay has no map of its own');
			const state = { ...defaultState(), layer: id, edition: '2019' as const, overlays: [] };
			const read = readState(writeQuery(state));
			expect(read.state).toEqual(state);
			expect(read.notes).toEqual([
				`Part of this link has nothing to show: ${whyUnavailable(layer, '2019')}.`
			]);

			expect(partsFor(state)).toEqual(['areas-2011']);
			const view = buildView(REGION, state, (part) => (part === 'areas-2011' ? AREAS : undefined));
			expect(view?.broken).toEqual([]);
			expect(view?.waiting).toEqual([]);
			expect(view?.findings[0]?.text).toContain('is not published on the neighbourhoods of 2011');
			expect(view?.layers[0]?.contribution.drawing).toEqual({
				kind: 'fill',
				colours: AREAS[layer.level === 'msoa' ? 'msoa' : 'lsoa'].codes.map(() => null)
			});
		}
	);

	it('is said to be in the editions it is in', () => {
		expect(only2025.length).toBeGreaterThan(0);
		for (const layer of only2025) {
			expect(available(layer, '2025')).toBe(true);
			expect(whyUnavailable(layer, '2019')).toContain('in edition 2025');
		}
	});
});

describe('which layers are offered together', () => {
	const pairs = LAYERS.flatMap((one) => LAYERS.map((other) => [one, other] as const));
	const held = (parts: ReadonlySet<PartName>) => ({ name: 'Here', parts, missing: [] });
	const all = (edition: (typeof EDITION_IDS)[number]) =>
		new Set(LAYERS.flatMap((layer) => layer.parts(EDITIONS[edition])));

	it('is the same either way round, for every two layers', () => {
		for (const [one, other] of pairs) expect(goTogether(one, other)).toBe(goTogether(other, one));
	});

	it('is one area layer and one with outlines and names of its own, with any number of others', () => {
		for (const [one, other] of pairs) {
			const kinds = [one.kind, other.kind];
			const alike = one !== other && one.kind === other.kind;
			expect(goTogether(one, other), kinds.join()).toBe(
				!(alike && (one.kind === 'areas' || one.kind === 'outlines'))
			);
		}
	});

	it('is said with a reason for every layer, pair and edition where it is not', () => {
		for (const edition of EDITION_IDS) {
			for (const [one, other] of pairs) {
				const why = whyNotOffered(one, { edition, held: held(all(edition)), shown: [other] });
				expect(why === null).toBe(available(one, edition) && goTogether(one, other));
				if (why !== null) expect(why).toContain(`“${one.title}”`);
			}
		}
	});

	it('leaves out what a region has no part of', () => {
		for (const layer of OVERLAYS) {
			for (const edition of EDITION_IDS) {
				const needed = layer.parts(EDITIONS[edition]);
				for (const missing of needed) {
					const parts = new Set([...all(edition)].filter((part) => part !== missing));
					const why = whyNotOffered(layer, { edition, held: held(parts), shown: [] });
					expect(why).not.toBeNull();
				}
				expect(
					whyNotOffered(layer, { edition, held: held(all(edition)), shown: [] }) === null
				).toBe(available(layer, edition));
			}
		}
	});
});
