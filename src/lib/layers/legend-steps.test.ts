import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegendClass } from './layer.ts';
import { fitsStrip, stepsOf } from './legend-steps.ts';

const classes = (counts: readonly number[]) =>
	counts.map((count, i): LegendClass => ({
		label: `class ${i + 1}`,
		short: String(i + 1),
		symbol: { kind: 'fill', colour: '#000000' },
		count,
		units: null
	}));

describe('steps of a legend', () => {
	it('are five of deciles, and the classes themselves where they are few', () => {
		expect(stepsOf(classes(Array(10).fill(3))).map(({ short }) => short)).toEqual([
			'1–2',
			'3–4',
			'5–6',
			'7–8',
			'9–10'
		]);
		expect(stepsOf(classes([1, 2, 3])).map(({ label }) => label)).toEqual([
			'class 1',
			'class 2',
			'class 3'
		]);
	});

	it('keep every class, in order, and every count', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(999), { maxLength: 15 }), (counts) => {
				const all = classes(counts);
				const steps = stepsOf(all);
				expect(steps.flatMap((step) => step.classes)).toEqual(all);
				const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
				expect(sum(steps.map(({ count }) => count))).toBe(sum(counts));
			})
		);
	});

	it('stand in a strip only where none runs into the next', () => {
		const named = (names: readonly string[]) =>
			names.map((short) => ({ short, label: short, classes: [], count: 0 }));
		expect(fitsStrip(stepsOf(classes(Array(10).fill(3))))).toBe(true);
		expect(fitsStrip(named(['36–40', '40–45', '45–50', '50–53', 'none']))).toBe(true);
		expect(fitsStrip(named(['161–200', '200–300', '300–400', '400–500', '500–529']))).toBe(true);
		expect(fitsStrip(named(['161–200', '200–300', '300–400', '400–500', '500–529', 'none']))).toBe(
			false
		);
		expect(fitsStrip([])).toBe(true);
	});
});
