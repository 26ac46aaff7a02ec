/** Everything the map is to show, in the words of the page: drawings, not layers of an engine. */
import type { Drawing } from '../layers/layer.ts';
import type { BoundariesPart } from '../geometry/parts.ts';
import type { GroupLevel, Level } from '../areas/region.ts';
import type { MapThemeName } from '../picture/theme.ts';

export interface Scene {
	boundaries: BoundariesPart;
	/** District index by LSOA, for the lines between districts. */
	districts: readonly number[];
	/** Unit index by LSOA: units are what is coloured, named and chosen. */
	unitOf: readonly number[];
	/** Index of the area of each level by LSOA, for lines between them. */
	parents: Readonly<Record<GroupLevel, readonly number[]>>;
	/** Where the circle of an area of a level stands: longitude and latitude. */
	centreOf: (level: Level, unit: number) => [number, number];
	drawings: readonly { id: string; drawing: Drawing }[];
	/** LSOA indices of the chosen area. */
	selected: readonly number[];
	theme: MapThemeName;
}
