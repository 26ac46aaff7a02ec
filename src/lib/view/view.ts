/**
 * The view model: from facts and the state in the address to everything a page shows.
 * Map, legend, table, sentences, details and sources all read this one object.
 */
import { EDITIONS, type Edition } from '../indicators/editions.ts';
import { AREA_LAYERS, layerById, LAYERS } from '../layers/index.ts';
import type {
	Contribution,
	DetailRow,
	Drawing,
	Finding,
	Layer,
	LayerContext,
	Legend,
	TableColumn
} from '../layers/layer.ts';
import type { AreasPart, AssetsPart, FactsPart, RegionSummary } from '../region/pack.ts';
import { areaName, decodeAreas, groupOf, type RegionAreas } from '../region/region.ts';
import { formatCount } from '../report/format.ts';
import type { MapState } from '../url/map-state.ts';

/** A part of a pack that holds facts (boundaries and basemap go to the map alone). */
export type KnowledgePart = AreasPart | FactsPart | AssetsPart;

/** Finds a loaded part; undefined while it isn't there. */
export type PartSource = (part: string) => KnowledgePart | undefined;

export interface ShownLayer {
	layer: Layer;
	contribution: Contribution;
}

export interface AreaDetails {
	code: string;
	name: string;
	/** "Community: … · District: …" as rows, then each layer's rows. */
	rows: DetailRow[];
}

export interface View {
	edition: Edition;
	areas: RegionAreas;
	/** The area layer first, then the overlays in the order of the registry. */
	layers: ShownLayer[];
	/** Asked for and not loaded yet: titles of the layers. */
	waiting: string[];
	drawings: { id: string; drawing: Drawing }[];
	legends: { id: string; legend: Legend }[];
	columns: TableColumn[];
	findings: Finding[];
	/** LSOA index of the selected area, or null. */
	selected: number | null;
	details: AreaDetails | null;
	/** Why the area of the link isn't selected, or null. */
	selectionNote: string | null;
	/** A few words on an LSOA, for hovering. */
	label: (area: number) => { name: string; text: string };
}

/** The part of a region's pack with its areas in an edition's vintage. */
export const areasPart = (edition: Edition): string => `areas-${edition.vintage}`;
/** The part of a region's pack with the boundaries of an edition's LSOAs. */
export const boundariesPart = (edition: Edition): string =>
	`lsoa${edition.vintage.slice(2)}-boundaries`;

/** Every part of facts that a state needs, the most important first. */
export function partsFor(state: MapState): string[] {
	const edition = EDITIONS[state.edition];
	const wanted = shownLayers(state).flatMap((layer) => layer.parts(edition));
	return [...new Set([areasPart(edition), ...wanted])];
}

function shownLayers(state: MapState): Layer[] {
	return LAYERS.filter((layer) => layer.id === state.layer || state.overlays.includes(layer.id));
}

/**
 * Build the view of a state. Layers whose parts aren't loaded are left out and named
 * in `waiting`. Null while even the areas of the edition are missing.
 */
export function buildView(region: RegionSummary, state: MapState, source: PartSource): View | null {
	const edition = EDITIONS[state.edition];
	const areasFound = source(areasPart(edition));
	if (!areasFound || !('lsoa' in areasFound)) return null;
	const areas = decodeAreas(areasFound);

	const context: LayerContext = {
		regionName: region.name,
		edition,
		areas,
		marking: state.marking,
		facts: (part) => expectPart(source(part), part, (found) => 'columns' in found) as FactsPart,
		assets: (part) => expectPart(source(part), part, (found) => 'ids' in found) as AssetsPart
	};

	const layers: ShownLayer[] = [];
	const waiting: string[] = [];
	for (const layer of shownLayers(state)) {
		if (layer.parts(edition).every((part) => source(part) !== undefined)) {
			layers.push({ layer, contribution: layer.build(context) });
		} else {
			waiting.push(layer.title);
		}
	}

	const selected = state.area === null ? null : (areas.index.get(state.area) ?? null);
	return {
		edition,
		areas,
		layers,
		waiting,
		drawings: layers.map(({ layer, contribution }) => ({
			id: layer.id,
			drawing: contribution.drawing
		})),
		legends: layers.map(({ layer, contribution }) => ({
			id: layer.id,
			legend: contribution.legend
		})),
		columns: [
			...placeColumns(areas),
			...layers.flatMap(({ contribution }) => contribution.columns)
		],
		findings: findings(layers),
		selected,
		details: selected === null ? null : details(areas, edition, layers, selected),
		selectionNote:
			state.area !== null && selected === null
				? `Area ${state.area} is not among the neighbourhoods of ${region.name} that ${edition.short} uses. Neighbourhoods were redrawn between the editions; choose another one on the map or in the table.`
				: null,
		label: (area) => ({
			name: areaName(areas, area),
			text: layers
				.flatMap(({ contribution }) => (contribution.label ? [contribution.label(area)] : []))
				.join(' · ')
		})
	};
}

function expectPart(
	found: KnowledgePart | undefined,
	part: string,
	test: (found: KnowledgePart) => boolean
): KnowledgePart {
	if (!found) throw new Error(`a layer reads part "${part}" without naming it`);
	if (!test(found)) throw new Error(`part "${part}" is of another kind than the layer expects`);
	return found;
}

/** The area layer's findings lead; of each overlay, the first. */
function findings(layers: readonly ShownLayer[]): Finding[] {
	const main = layers.filter(({ layer }) => AREA_LAYERS.includes(layer as never));
	const lead = main.flatMap(({ contribution }) => contribution.findings);
	const points = layers
		.filter(({ layer }) => layer.kind === 'points')
		.flatMap(({ contribution }) => contribution.findings.slice(0, 1));
	return [...lead, ...points];
}

function placeColumns(areas: RegionAreas): TableColumn[] {
	const all = [...areas.codes.keys()];
	const text = (value: unknown) => (typeof value === 'string' ? value : '');
	return [
		{
			id: 'community',
			label: 'Community',
			description: 'Community (MSOA), with the names of the House of Commons Library',
			align: 'start',
			values: all.map((area) => groupOf(areas, 'msoa', area).name),
			format: text
		},
		{
			id: 'lsoa',
			label: 'Neighbourhood',
			description: 'Official name of the neighbourhood (LSOA)',
			align: 'start',
			values: areas.names,
			format: text
		},
		{
			id: 'district',
			label: 'District',
			description: 'District, or the part of it inside the region',
			align: 'start',
			values: all.map((area) => groupOf(areas, 'district', area).name),
			format: text
		},
		{
			id: 'residents',
			label: 'Residents',
			description: `Usual residents, ${areas.vintage === '2021' ? 'Census 2021' : 'mid-2020 estimate'}`,
			align: 'end',
			values: areas.residents,
			format: (value) => (typeof value === 'number' ? formatCount(value) : '')
		}
	];
}

function details(
	areas: RegionAreas,
	edition: Edition,
	layers: readonly ShownLayer[],
	area: number
): AreaDetails {
	const district = groupOf(areas, 'district', area);
	return {
		code: areas.codes[area] ?? '',
		name: areaName(areas, area),
		rows: [
			...layers.flatMap(({ contribution }) => contribution.details(area)),
			{
				label: 'Residents',
				value: formatCount(areas.residents[area] ?? 0),
				note: edition.residentsPeriod
			},
			{ label: 'Community (MSOA)', value: groupOf(areas, 'msoa', area).name, note: null },
			{ label: 'District', value: district.name, note: district.note },
			{ label: 'Place', value: groupOf(areas, 'place', area).name, note: null },
			{
				label: 'Neighbourhood (LSOA)',
				value: areas.codes[area] ?? '',
				note: areas.names[area] ?? null
			}
		]
	};
}

export { layerById };
