/** Largest radius of a proportional circle, in pixels. */
const LARGEST = 30;

/** Radius in pixels of a circle whose area is in proportion to an amount. */
export function circleRadius(amount: number, largest: number): number {
	return largest > 0 ? Math.sqrt(Math.max(0, amount) / largest) * LARGEST : 0;
}
