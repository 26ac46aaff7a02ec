import { expect, it } from 'vitest';
import { EDITIONS } from '../facts/editions.ts';
import { known, numberOf, type Value } from '../facts/value.ts';
import type { Measure } from '../indicators/measure.ts';
import { decodeAreas, unitsOf } from '../areas/region.ts';
import type { LayerContext } from './layer.ts';
import { measured } from './measured.ts';
import { DECILE_COLOURS } from './palettes.ts';

const NAMES = ['X 001A', 'X 001B', 'Y 001A'];
const areas = decodeAreas({
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['areas-lsoa21'],
	lsoa: {
		codes: ['E01000001', 'E01000002', 'E01000003'],
		names: NAMES,
		residents: [1000, 3000, 2000],
		longitude: [1, 1, 1],
		latitude: [52, 52, 52]
	},
	msoa: { codes: ['E02000001'], names: ['North'], of: [0, 0, 0] },
	district: { codes: ['E07000001'], names: ['X'], of: [0, 0, 0], partOf: [null], notes: [null] },
	place: { codes: ['E38000001'], names: ['Place'], of: [0, 0, 0] }
});
const none = (): never => {
	throw new Error('none');
};
const context: LayerContext = {
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
};
const base = {
	id: 'measure',
	title: 'A measure, 2021',
	label: 'Measure',
	unit: 'of something',
	datasets: [],
	period: '2021',
	caveats: []
} satisfies Partial<Measure>;
const rowsOf = (shown: ReturnType<typeof measured>, members: number[]) =>
	shown.details({ level: 'district', code: '', name: '', members });

it('makes every form of a decile out of it: colour, class, columns, label, details, download', () => {
	const shown = measured(
		context,
		{
			...base,
			values: known([1, 10, 1]),
			scale: {
				kind: 'deciles',
				ranks: [12, 33_000, 900],
				of: 33_755,
				rankId: 'rank',
				adjective: 'deprived',
				by: 'IoD 2025',
				name: 'Deprivation',
				prefix: ''
			}
		},
		{ findings: [] }
	);
	expect(shown.drawing).toEqual({
		kind: 'fill',
		colours: [DECILE_COLOURS[0], DECILE_COLOURS[9], DECILE_COLOURS[0]]
	});
	expect(shown.legend.classes.map(({ label, count }) => [label, count])).toEqual([
		['1, most deprived', 2],
		...[2, 3, 4, 5, 6, 7, 8, 9].map((decile) => [String(decile), 0]),
		['10, least deprived', 1]
	]);
	expect(shown.columns.map(({ id, values }) => [id, values])).toEqual([
		['measure', [1, 10, 1]],
		['rank', [12, 33_000, 900]]
	]);
	expect(shown.sortedBy).toEqual({ column: 'rank', descending: false });
	expect(shown.label?.(2)).toBe('decile 1, rank 900 of 33,755');
	expect(rowsOf(shown, [1])[0]).toMatchObject({ value: 'decile 10 of 10' });
	expect(rowsOf(shown, [0, 1, 2])[0]).toMatchObject({ value: '2 of 3 neighbourhoods' });
	expect(shown.measure?.values.map(numberOf)).toEqual([1, 10, 1]);
});

it('makes every form of an amount out of it, with bounds, and says what is not known', () => {
	const values: Value[] = [
		{ kind: 'value', value: 4, interval: { lower: 3, upper: 5 } },
		{ kind: 'estimate', value: 12 },
		{ kind: 'suppressed' }
	];
	const heading = (id: string) => ({ id, label: id, description: id });
	const shown = measured(
		context,
		{
			...base,
			values,
			scale: { kind: 'amounts', format: String, classes: { fixed: [10] } },
			interval: { lower: heading('from'), upper: heading('to') },
			first: 'lowest',
			england: { value: 7, label: 'England' }
		},
		{ findings: [] }
	);
	if (shown.drawing.kind !== 'fill') throw new Error('no fill');
	expect(new Set(shown.drawing.colours).size).toBe(3);
	expect(shown.drawing.colours[2]).toBeNull();
	expect(shown.legend.classes.map(({ label, count }) => [label, count])).toEqual([
		['4 to 10', 1],
		['10 to 12', 1],
		['Withheld by the publisher', 1]
	]);
	expect(shown.legend.note).toBe('England: 7.');
	expect(shown.columns.map(({ id, values, statuses }) => [id, values, statuses])).toEqual([
		['measure', [4, 12, null], ['value', 'estimate', 'suppressed']],
		['from', [3, null, null], ['value', 'not-applicable', 'suppressed']],
		['to', [5, null, null], ['value', 'not-applicable', 'suppressed']]
	]);
	expect(shown.sortedBy).toEqual({ column: 'measure', descending: false });
	expect(NAMES.map((_, unit) => shown.label?.(unit))).toEqual([
		'4',
		'about 12 (estimate)',
		'withheld by the publisher'
	]);
	expect(rowsOf(shown, [0, 1, 2])).toEqual([
		{
			label: 'Measure',
			value: '4 to 12',
			note: 'in the 2 of its 3 neighbourhoods with a value; A measure, 2021'
		}
	]);
	expect(shown.measure).toEqual({ id: 'measure', unit: 'of something', values });
});
