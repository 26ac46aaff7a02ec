/** What links could not be understood in: every page says each thing once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionSummary } from '../facts/manifest.ts';
import { ASSETS_CODEC } from './assets-state.ts';
import { GAPS_CODEC } from './gaps-state.ts';
import { MAP_CODEC } from './map-state.ts';
import { mapCodecOf } from './region-codec.ts';
import { gapsCodecOf } from './region-gaps-codec.ts';
import { SITING_CODEC } from './siting-state.ts';

/** A region whose pack holds nothing. */
const bare: Pick<RegionSummary, 'name' | 'files' | 'missing'> = {
	name: 'Here',
	files: [],
	missing: []
};
const MAP_NAMES = ['layer', 'edition', 'with', 'marking', 'breaks', 'compare', 'area', 'view'];
const GAPS_NAMES = [
	...['need', 'provision', 'measure', 'level', 'bar', 'reach', 'mode', 'k', 'edition'],
	...['verified', 'area', 'cell', 'sites', 'maternity', 'view']
];
const CODECS: readonly [string, (query: string) => { notes: string[] }, readonly string[]][] = [
	['map', MAP_CODEC.read, MAP_NAMES],
	['map of a region', mapCodecOf(bare).read, MAP_NAMES],
	['gaps', GAPS_CODEC.read, GAPS_NAMES],
	['gaps of a region', gapsCodecOf(bare).read, GAPS_NAMES],
	[
		'assets',
		ASSETS_CODEC.read,
		['part', 'kinds', 'place', 'status', 'age', 'yours', 'sort', 'order', 'asset', 'view']
	],
	[
		'siting',
		SITING_CODEC.read,
		[
			...['who', 'in', 'aim', 'hubs', 'unit', 'reach', 'from', 'standing', 'verified'],
			...['core20', 'rural', 'must', 'not', 'plan', 'view']
		]
	]
];
/** Few texts, so that many parameters are wrong in the same way. */
const text = fc.constantFrom(
	...['zz', '!', '', '-1', 'none', 'E0', 'charities', 'food-banks', 'core20,ward-borders'],
	...['yes', 'deprivation', 'district', '2019', '2025', 'a,b', '<b>', '0,0,0']
);

describe.each(CODECS)('what is said of a link to the page: %s', (_, read, names) => {
	it('is said once, whatever the link asks for', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...names), text), (query) => {
				const { notes } = read(new URLSearchParams(query).toString());
				expect(notes).toEqual([...new Set(notes)]);
			}),
			{ numRuns: 500 }
		);
	});

	it('is said where nothing can be understood', () => {
		const all = Object.fromEntries(names.map((name) => [name, 'zz']));
		const { notes } = read(new URLSearchParams(all).toString());
		expect(notes.length).toBeGreaterThan(3);
		expect(notes).toEqual([...new Set(notes)]);
	});
});

describe('two parameters that are wrong in the same way', () => {
	it.each([
		['?sites=zz&verified=zz', GAPS_CODEC.read],
		['?must=%21&not=%21', SITING_CODEC.read]
	])('are one note in %s', (query, read) => {
		expect(read(query).notes).toHaveLength(1);
	});
});
