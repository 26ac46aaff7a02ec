/** The search of a region's page: loaded when somebody begins to search. */
import type { RegionAreas } from '../areas/region.ts';
import { areaEntries, assetEntries, layerEntries, type SearchAsset } from './entries.ts';
import { createSearch, type Search } from './search.ts';

/** Index all that can be found: areas, what the map can show, and the loaded assets. */
export const searchOf = (
	areas: RegionAreas,
	layers: Parameters<typeof layerEntries>[0],
	assets: readonly SearchAsset[]
): Search =>
	createSearch([...areaEntries(areas), ...layerEntries(layers), ...assetEntries(assets, areas)]);
