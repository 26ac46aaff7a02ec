import { rgb } from 'd3-color';
import { interpolateRgbBasis } from 'd3-interpolate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ramp } from './ramp.ts';

describe('ramp', () => {
	it('begins and ends with the given colours', () => {
		expect(ramp(['#000000', '#123456', '#ffffff'], 2)).toEqual(['#000000', '#ffffff']);
		expect(ramp(['#000000', '#fe0000'], 1)).toEqual(['#7f0000']);
		expect(ramp(['#000000', '#fe0000'], 0)).toEqual([]);
	});

	it('is the curve that d3 draws', () => {
		const colour = fc
			.integer({ min: 0, max: 0xffffff })
			.map((value) => `#${value.toString(16).padStart(6, '0')}`);
		fc.assert(
			fc.property(
				fc.array(colour, { minLength: 2, maxLength: 7 }),
				fc.integer({ min: 2, max: 12 }),
				(given, count) => {
					const scale = interpolateRgbBasis(given);
					const theirs = Array.from({ length: count }, (_, i) =>
						rgb(scale(i / (count - 1))).formatHex()
					);
					expect(ramp(given, count)).toEqual(theirs);
				}
			)
		);
	});
});
