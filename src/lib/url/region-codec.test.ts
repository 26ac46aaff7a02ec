import { describe, expect, it } from 'vitest';
import { EDITION_IDS, EDITIONS } from '../facts/editions.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { LAYERS } from '../layers/index.ts';
import { PROVISIONS } from '../gaps/provisions.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import { mapCodecOf } from './region-codec.ts';
import { gapsCodecOf } from './region-gaps-codec.ts';
import { GAPS_CODEC } from './gaps-state.ts';
import { MAP_CODEC } from './map-state.ts';

const WARDS = 'We hold no outlines of wards for Here: they were collected for There.';
const CHARITIES =
	'We hold no counts of charities by district for Here: they were collected for There.';

/** A region that has no wards and no charities, and of whose registers none was imported. */
const parts = new Set(
	LAYERS.filter(({ optional }) => optional === undefined).flatMap((layer) =>
		EDITION_IDS.flatMap((edition) => layer.parts(EDITIONS[edition]))
	)
);
const region: Pick<RegionSummary, 'name' | 'files' | 'missing'> = {
	name: 'Here',
	files: [...parts].map((part) => ({ part, path: '', bytes: 0, gzipBytes: 0, sha256: '' })),
	missing: [
		{ dataset: 'w', covers: 'none', sentence: WARDS, parts: [], empties: ['wards-2022'] },
		{ dataset: 'c', covers: 'none', sentence: CHARITIES, parts: [], empties: ['charities'] }
	]
};

describe('a link to the map of a region', () => {
	const codec = mapCodecOf(region);

	it('leaves out what the region has not, and says so in one sentence', () => {
		const { state, notes } = codec.read('?layer=deprivation&with=core20,ward-borders');
		expect(state.overlays).toEqual(['core20']);
		expect(notes).toEqual([`Part of this link was left out. ${WARDS}`]);
	});

	it('says of a register that was never imported that it was not', () => {
		const { state, notes } = codec.read('?with=charities-offices,food-banks');
		expect(state.overlays).toEqual(['food-banks']);
		expect(notes).toEqual([
			'Part of this link was left out. We hold no registered offices of charities for Here: no such register was imported.'
		]);
	});

	it('is read as everywhere where nothing lacks', () => {
		const query = '?layer=births&edition=2025&with=core20,food-banks,yours&area=E01000001';
		expect(codec.read(query)).toEqual(MAP_CODEC.read(query));
	});
});

describe('a link to the gaps of a region', () => {
	const codec = gapsCodecOf(region);

	it('asks the usual question in place of one that has no figures, and says why', () => {
		const { state, notes } = codec.read(
			'?provision=charities&measure=published-rate&level=district'
		);
		expect(state.provision).toEqual(DEFAULT_REQUEST.provision);
		expect(state.measure).toBe(DEFAULT_REQUEST.measure);
		expect(notes).toEqual([`Part of this link was left out. ${CHARITIES}`]);
	});

	it.each(PROVISIONS.filter(({ id }) => id !== 'charities').map(({ id }) => id))(
		'is read as everywhere where it asks for %s',
		(id) => {
			const query = `?provision=${id}`;
			expect(codec.read(query)).toEqual(GAPS_CODEC.read(query));
		}
	);
});
