/**
 * The layers there are. Adding one is a file and a line here; the map, the panel, the
 * legend, the table, the sentences and the sources follow. A column of a stored table needs
 * neither, but an entry in indicators/stored-measures.ts.
 */
import { birthLayers } from './births.ts';
import { boundaryLayers } from './boundaries.ts';
import { charityLayers } from './charities.ts';
import { communityVenues } from './community-venues.ts';
import { core20 } from './core20.ts';
import { venueDirectories } from './coverage.ts';
import { deprivationLayers } from './deprivation.ts';
import { english } from './english.ts';
import { familyHubs } from './family-hubs.ts';
import { foodBanks } from './food-banks.ts';
import { gpPractices } from './gp-practices.ts';
import { hostLayers } from './hosts.ts';
import type { AreaLayer, Layer, OverlayLayer } from './layer.ts';
import { lifeExpectancyLayers } from './life-expectancy.ts';
import { maternityHubs, maternityUnits } from './maternity.ts';
import { linkWorkers, networkAreas } from './networks.ts';
import { officeLayers } from './offices.ts';
import { peopleLayers } from './people.ts';
import { placeLayers } from './place.ts';
import { storedLayers } from './stored.ts';
import { yours } from './yours.ts';

export const LAYERS: readonly Layer[] = [
	...deprivationLayers,
	core20,
	...birthLayers,
	...lifeExpectancyLayers,
	...peopleLayers,
	...placeLayers,
	...storedLayers,
	english,
	...charityLayers,
	...officeLayers,
	venueDirectories,
	communityVenues,
	foodBanks,
	familyHubs,
	yours,
	linkWorkers,
	networkAreas,
	gpPractices,
	maternityUnits,
	maternityHubs,
	...hostLayers,
	...boundaryLayers
];

export const AREA_LAYERS: readonly AreaLayer[] = LAYERS.filter((layer) => layer.kind === 'areas');
export const OVERLAYS: readonly OverlayLayer[] = LAYERS.filter((layer) => layer.kind !== 'areas');

/** The layer with this id. Throws where there is none: addresses are checked before. */
export function layerById(id: string): Layer {
	const layer = LAYERS.find((candidate) => candidate.id === id);
	if (!layer) throw new Error(`no layer "${id}"`);
	return layer;
}
