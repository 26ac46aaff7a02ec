import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromSteps, toSteps } from './steps.ts';

it('a column becomes its steps and back', () => {
	const steps = toSteps([1.25094, 1.25101, 0.9], 1e5);
	expect(steps).toEqual({ scale: 1e5, steps: [125094, 7, -35101] });
	expect(fromSteps(steps)).toEqual([1.25094, 1.25101, 0.9]);
	expect(fromSteps(toSteps([]))).toEqual([]);
});

it('degrees of five places come back as they were', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -180_00000, max: 180_00000 })), (units) => {
			const degrees = units.map((unit) => unit / 1e5);
			expect(fromSteps(toSteps(degrees, 1e5))).toEqual(degrees);
		})
	);
});
