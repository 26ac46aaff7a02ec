/** How lines and names look, whichever layer they are of. */
import type { ExpressionFilterSpecification } from 'maplibre-gl';

/** The site's font, for all names on the map. */
export const FONT = ['Public Sans Variable'];

/** Lines that share a source with areas. */
export const IS_LINE: ExpressionFilterSpecification = ['has', 'line'];
/** Corners that are seen on a wide line; on a hairline they are four times the triangles for nothing. */
export const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const;

/** A line width or a radius that grows from region to street. */
export const growing = (small: number, large: number): number =>
	// The engine's types of expressions are wider than what any one property takes.
	['interpolate', ['linear'], ['zoom'], 7, small, 13, large] as unknown as number;
