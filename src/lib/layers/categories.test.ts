import { expect, it } from 'vitest';
import { EDITIONS } from '../facts/editions.ts';
import { decodeAreas, unitsOf } from '../areas/region.ts';
import { measured } from './measured.ts';

const areas = decodeAreas({
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['areas-lsoa21'],
	lsoa: {
		codes: ['E01000001', 'E01000002', 'E01000003'],
		names: ['X 001A', 'X 001B', 'Y 001A'],
		residents: [1000, 3000, 2000],
		longitude: [1, 1, 1],
		latitude: [52, 52, 52]
	},
	msoa: { codes: ['E02000001'], names: ['North'], of: [0, 0, 0] },
	district: {
		codes: ['E07000001'],
		names: ['X'],
		of: [0, 0, 0],
		partOf: [null],
		notes: [null]
	},
	place: { codes: ['E38000001'], names: ['Place'], of: [0, 0, 0] }
});
const none = (): never => {
	throw new Error('none');
};

it('counts, colours and names each category, unknown apart, and leaves out what is not there', () => {
	const shown = measured(
		{
			regionName: 'Here',
			edition: EDITIONS['2025'],
			areas,
			units: unitsOf(areas, 'lsoa'),
			breaks: null,
			england: () => null,
			facts: none,
			assets: none,
			outlines: none,
			notHeld: () => null,
			marking: 'outline'
		},
		{
			id: 'kind',
			title: 'Kind of place',
			label: 'Kind',
			unit: 'kind of place',
			values: [{ kind: 'value', value: 0 }, { kind: 'value', value: 2 }, { kind: 'missing' }],
			scale: {
				kind: 'categories',
				categories: [
					{ label: 'Town', colour: '#111111' },
					{ label: 'Sea', colour: '#222222' },
					{ label: 'Country', colour: '#333333' }
				],
				detailNote: 'as classed'
			},
			datasets: [],
			period: '2021',
			caveats: []
		},
		{ findings: [] }
	);
	expect(shown.legend.classes.map(({ label, count }) => [label, count])).toEqual([
		['Town', 1],
		['Country', 1],
		['No data', 1]
	]);
	expect(shown.drawing).toEqual({ kind: 'fill', colours: ['#111111', '#333333', null] });
	expect(shown.columns[0]?.values).toEqual(['Town', 'Country', 'no data']);
	const row = (members: number[]) =>
		shown.details({ level: 'district', code: '', name: '', members });
	expect(row([1])).toEqual([{ label: 'Kind', value: 'Country', note: 'as classed' }]);
	expect(row([0, 1]).map(({ label, value }) => [label, value])).toEqual([
		['Town', '25.0%'],
		['Country', '75.0%']
	]);
});
