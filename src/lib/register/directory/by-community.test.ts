import { expect, it } from 'vitest';
import { makeAreas } from '../../areas/region.ts';
import { byCommunity, ELSEWHERE } from './by-community.ts';
import type { DirectoryRow } from './directory.ts';

const areas = makeAreas(
	{
		vintage: '2021',
		datasets: [],
		lsoa: {
			codes: ['E01000001', 'E01000002', 'E01000003'],
			names: ['Town 001A', 'Town 001B', 'Town 002A'],
			residents: [1000, 1000, 1000],
			longitude: [1, 1, 1],
			latitude: [52, 52, 52]
		},
		msoa: { codes: ['E02000001', 'E02000002'], names: ['West', 'East'], of: [0, 0, 1] },
		district: {
			codes: ['E07000001'],
			names: ['Town'],
			of: [0, 0, 0],
			partOf: [null],
			notes: [null]
		},
		place: { codes: ['P1'], names: ['All'], of: [0, 0, 0] }
	},
	'a test'
);
const row = (id: string, area: number | null) => ({ id, area }) as DirectoryRow;

it('lists places by community under its name, and last those that lie in none', () => {
	const rows = [row('a', 0), row('b', null), row('c', 2), row('d', 1)];
	expect(byCommunity(rows, areas).map(({ row: { id }, heading }) => [heading, id])).toEqual([
		['East, Town', 'c'],
		['West, Town', 'a'],
		[null, 'd'],
		[ELSEWHERE, 'b']
	]);
});
