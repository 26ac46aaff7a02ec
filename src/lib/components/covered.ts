/** What lies over a map, in pixels from its right and from its foot. */
export interface Covered {
	right: number;
	bottom: number;
}
