import { expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import { makeDirectory } from './directory.ts';
import { kilometresTo, nearestFirst } from './nearest.ts';

it('puts the nearest first, and what has no point last', () => {
	const at = (id: string, latitude: number | null) =>
		aClaim({ id, longitude: latitude === null ? null : 1, latitude });
	const { rows } = makeDirectory(
		[at('far', 52.5), at('nowhere', null), at('near', 52.01), at('also-nowhere', null)],
		[],
		AREAS,
		COLLECTIONS
	);
	const here = { label: 'AB1 2CD', longitude: 1, latitude: 52 };
	const sorted = nearestFirst(rows, here);
	expect(sorted.map(({ id }) => id)).toEqual(['near', 'far', 'nowhere', 'also-nowhere']);
	expect(sorted.map((row) => kilometresTo(row, here)?.toFixed(1))).toEqual([
		'1.1',
		'55.6',
		undefined,
		undefined
	]);
});
