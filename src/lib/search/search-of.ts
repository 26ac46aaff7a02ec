/** The search of a region's page: loaded when somebody begins to search. */
import type { RegionAreas } from '../areas/region.ts';
import type { NamedService } from '../register/named-services.ts';
import {
	areaEntries,
	assetEntries,
	layerEntries,
	serviceEntries,
	type SearchAsset
} from './entries.ts';
import { createSearch, type Search } from './search.ts';

/** Index all that can be found: areas, what the map can show, the loaded assets, and services without a place. */
export const searchOf = (
	areas: RegionAreas,
	layers: Parameters<typeof layerEntries>[0],
	assets: readonly SearchAsset[],
	services: readonly NamedService[] = []
): Search =>
	createSearch([
		...areaEntries(areas),
		...layerEntries(layers),
		...assetEntries(assets, areas),
		...serviceEntries(services)
	]);
