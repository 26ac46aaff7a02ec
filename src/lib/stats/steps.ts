/**
 * Columns of numbers that change little from one row to the next, as the steps between them:
 * a third of the bytes of the numbers themselves.
 */

/** A column: the first value and the step to each next, in units of 1/scale. */
export interface Steps {
	scale: number;
	steps: number[];
}

/** The steps of a column, to the nearest 1/scale. */
export function toSteps(values: readonly number[], scale = 1): Steps {
	let last = 0;
	const steps = values.map((value) => {
		const units = Math.round(value * scale);
		const step = units - last;
		last = units;
		return step;
	});
	return { scale, steps };
}

/** The column again. */
export function fromSteps({ scale, steps }: Steps): number[] {
	let units = 0;
	return steps.map((step) => (units += step) / scale);
}
