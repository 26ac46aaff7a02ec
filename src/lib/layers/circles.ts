/** Largest radius of a proportional circle, in pixels. */
export const LARGEST_RADIUS = 30;

/** Radius in pixels of a circle whose area is in proportion to an amount. */
export function circleRadius(amount: number, largest: number): number {
	return largest > 0 ? Math.sqrt(Math.max(0, amount) / largest) * LARGEST_RADIUS : 0;
}
