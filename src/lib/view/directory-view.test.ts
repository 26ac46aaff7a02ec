import { expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../register/fixture.ts';
import { makeDirectory } from '../register/directory/directory.ts';
import type { AssetKind } from '../register/kinds.ts';
import { directoryView, legendOf, symbolOf, symbolOfRow } from './directory-view.ts';

/** A hall with a food bank in it, on the lists of both. */
const { rows } = makeDirectory(
	[aClaim({ id: 'hall' }), aClaim({ id: 'food', kind: 'food-bank', place: 'hall' })],
	[],
	AREAS,
	COLLECTIONS
);
const signs = (kinds: readonly AssetKind[]) =>
	legendOf(rows, kinds).map(({ label, count }) => [label, count]);
const layers = (kinds: readonly AssetKind[]) =>
	directoryView({ regionName: 'Here', areas: AREAS, rows, kinds, ground: '#fff' })
		.layers.slice(1)
		.map(({ layer }) => layer.title);

it('draws a place of several kinds as what it is first of all', () => {
	expect(rows).toHaveLength(1);
	expect(layers([])).toEqual(['Food banks']);
	expect(signs([])).toEqual([
		['Community venues', 1],
		['Food banks', 1]
	]);
});

it.each<[AssetKind, string]>([
	['food-bank', 'Food banks'],
	['community-venue', 'Community venues']
])('draws it as %s where that is asked for, and names no other', (kind, title) => {
	expect(layers([kind])).toEqual([title]);
	expect(signs([kind])).toEqual([[title, 1]]);
	expect(rows.map((row) => symbolOfRow(row, [kind]))).toEqual([symbolOf(kind)]);
});
