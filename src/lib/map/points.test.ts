import { expect, test } from 'vitest';
import type { PointMark } from '../layers/layer.ts';
import { isSameOnMap } from './points.ts';

const mark: PointMark = {
	id: 'a',
	name: 'Hall',
	kind: 'village hall',
	longitude: 1.3,
	latitude: 52.6,
	area: 0,
	hollow: false,
	lines: []
};

test('points look the same whatever is said of them', () => {
	expect(isSameOnMap([mark], [{ ...mark, name: 'The hall', lines: ['Open on Mondays'] }])).toBe(
		true
	);
	expect(isSameOnMap([], [])).toBe(true);
});

test('points look different where one moved, became hollow, came or went', () => {
	expect(isSameOnMap([mark], [{ ...mark, longitude: 1.4 }])).toBe(false);
	expect(isSameOnMap([mark], [{ ...mark, latitude: 52.7 }])).toBe(false);
	expect(isSameOnMap([mark], [{ ...mark, hollow: true }])).toBe(false);
	expect(isSameOnMap([mark], [mark, mark])).toBe(false);
	expect(isSameOnMap([mark, mark], [mark])).toBe(false);
});
