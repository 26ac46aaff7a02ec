import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreaksChoice } from '../indicators/classes.ts';
import type { EnglandClasses } from '../facts/parts.ts';
import { everyDivision } from '../indicators/classes.ts';
import { EDITIONS } from '../facts/editions.ts';
import { decodeAreas, unitsOf } from '../areas/region.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { measured } from './measured.ts';

/** The legend of some values, as many neighbourhoods. */
function legendOf(
	values: readonly number[],
	breaks: BreaksChoice | null,
	england: EnglandClasses | null = null,
	short?: (low: number, high: number) => string,
	format = formatDecimal
) {
	const one = { codes: ['X'], names: ['Here'], of: values.map(() => 0) };
	const areas = decodeAreas({
		kind: 'areas',
		part: 'areas-2021',
		vintage: '2021',
		datasets: [],
		lsoa: {
			codes: values.map((_, i) => `E${i}`),
			names: values.map((_, i) => `Here ${i}`),
			residents: values.map(() => 1500),
			longitude: values.map(() => 1),
			latitude: values.map(() => 52)
		},
		msoa: one,
		district: { ...one, partOf: [null], notes: [null] },
		place: one
	});
	const nothing = () => {
		throw new Error('nothing is read');
	};
	return measured(
		{
			regionName: 'Here',
			edition: EDITIONS['2025'],
			areas,
			units: unitsOf(areas, 'lsoa'),
			breaks,
			england: () => england,
			marking: 'outline',
			facts: nothing,
			assets: nothing,
			outlines: nothing,
			notHeld: () => null
		},
		{
			id: 'measure',
			title: 'Measure',
			label: 'Measure',
			unit: 'of something',
			values: values.map((value) => ({ kind: 'value', value })),
			scale: {
				kind: 'amounts',
				format,
				...(short ? { short } : {}),
				classes: { fixed: [10, 20] }
			},
			datasets: [],
			period: '',
			caveats: []
		},
		{ findings: [] }
	).legend;
}

const region = (method: 'quantile' | 'equal' | 'natural', classes = 5): BreaksChoice => ({
	method,
	classes,
	among: 'region'
});

describe('labels of classes', () => {
	it('get more digits until they differ, also the short ones', () => {
		const short = (low: number, high: number) => `${formatCount(low)}–${formatCount(high)}%`;
		const { classes } = legendOf([0.01, 0.02, 0.03, 0.04], region('equal', 3), null, short);
		expect(classes.map(({ label }) => label)).toEqual([
			'0.01 to 0.02',
			'0.02 to 0.03',
			'0.03 to 0.04'
		]);
		expect(classes.map(({ short }) => short)).toEqual(['0.01–0.02', '0.02–0.03', '0.03–0.04']);
	});

	it('are a layer’s own where these tell the classes apart', () => {
		const short = (low: number, high: number) => `${formatCount(low)}–${formatCount(high)}%`;
		const { classes } = legendOf([5, 12, 25], null, null, short);
		expect(classes.map(({ short }) => short)).toEqual(['5–10%', '10–20%', '20–25%']);
	});

	it('never read the same, nor from one text to the same, whatever the values', () => {
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
				fc.constantFrom('quantile' as const, 'equal' as const, 'natural' as const),
				fc.integer({ min: 3, max: 7 }),
				fc.constantFrom(formatCount, formatDecimal, (value: number) => `${value.toFixed(2)} km`),
				(values, method, count, format) => {
					const { classes } = legendOf(values, region(method, count), null, undefined, format);
					expect(new Set(classes.map(({ label }) => label)).size).toBe(classes.length);
					expect(new Set(classes.map(({ short }) => short)).size).toBe(classes.length);
					expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
					if (classes.length === 1) return;
					for (const { label } of classes) {
						const [low, high] = label.split(' to ');
						expect(low).not.toBe(high);
					}
				}
			)
		);
	});
});

describe('classes of the reader’s own choice', () => {
	it('at their own numbers keep a class that holds nothing, and say so', () => {
		const { classes, note } = legendOf([12, 14, 35], { method: 'own', bounds: [10, 20, 30] });
		expect(classes.map(({ label, count }) => [label, count])).toEqual([
			['below 10', 0],
			['10.0 to 20.0', 2],
			['20.0 to 30.0', 0],
			['30 or more', 1]
		]);
		expect(note).toContain('your own numbers');
	});

	it('are cut on England’s values where the reader asks, and the legend says which', () => {
		const england = everyDivision(Array.from({ length: 1000 }, (_, i) => i / 10));
		const choice = { method: 'quantile', classes: 4, among: 'england' } as const;
		const { classes, note } = legendOf([1, 2, 3, 60], choice, england);
		expect(classes.map(({ count }) => count)).toEqual([3, 0, 1, 0]);
		expect(note).toContain('England’s 1,000 neighbourhoods');
		expect(legendOf([1, 2, 3, 60], region('quantile', 4)).note).toContain(
			'the neighbourhoods of Here'
		);
	});

	it('say so where England’s values are not here', () => {
		const choice = { method: 'quantile', classes: 4, among: 'england' } as const;
		expect(legendOf([1, 2, 3, 4], choice).note).toContain('are not here');
	});

	it('say how many classes there are where values fall together', () => {
		const { classes, note } = legendOf([1, 1, 1, 1, 9], region('quantile', 5));
		expect(classes.length).toBeLessThan(5);
		expect(note).toContain(`There are ${classes.length}, not 5`);
	});
});
