/**
 * The view model: from facts and the state in the address to everything a page shows.
 * Map, legend, table, sentences, details and sources all read this one object.
 *
 * It is made in two steps, so that choosing an area or moving the map rebuilds nothing:
 * {@link buildView} from what is shown, {@link selectIn} from what is chosen in it.
 */
import { EDITIONS, type Edition } from '../facts/editions.ts';
import { available, unavailableContribution } from '../layers/available.ts';
import { LAYERS } from '../layers/index.ts';
import { textColumn } from '../layers/columns.ts';
import type {
	AreaLayer,
	Contribution,
	DetailRow,
	FindingOf,
	Layer,
	LayerContext,
	Legend,
	TableColumn
} from '../layers/layer.ts';
import { areasPart, ENGLAND_CLASSES, type PartName } from '../facts/parts.ts';
import { PartReader, type PartSource } from '../facts/reader.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { PLACE_COLUMNS } from '../areas/place-columns.ts';
import { whyEmpty } from '../facts/missing.ts';
import {
	findArea,
	groupOf,
	LEVELS,
	residentsOf,
	unitHolding,
	unitsOf,
	type RegionAreas,
	type Selection,
	type Units
} from '../areas/region.ts';
import { formatCount } from '../text/format.ts';
import type { MapState } from '../url/map-state.ts';

/** What of a page's state a view is made of. */
export const SHOWN = ['layer', 'edition', 'overlays', 'marking', 'breaks'] as const;
export type Shown = Pick<MapState, (typeof SHOWN)[number]>;

export interface ShownLayer {
	layer: Layer;
	contribution: Contribution;
}

export interface View {
	regionName: string;
	edition: Edition;
	areas: RegionAreas;
	/** The areas the table lists, the map colours and a click selects. */
	units: Units;
	/** The area layer first, then the overlays in the order of the registry. */
	layers: ShownLayer[];
	/** Asked for and not loaded yet: titles of the layers. */
	waiting: string[];
	/** Could not be built, which is a fault: titles of the layers. */
	broken: string[];
	legends: { id: string; legend: Legend }[];
	columns: TableColumn[];
	/** Column the table opens sorted by. */
	sortedBy: { column: string; descending: boolean };
	findings: FindingOf[];
	/** A few words on a unit, for hovering. */
	label: (unit: number) => { name: string; text: string };
}

export interface AreaDetails {
	code: string;
	name: string;
	/** "community (MSOA)". */
	level: string;
	rows: DetailRow[];
}

export interface ViewSelection {
	selection: Selection;
	/** The unit it is or lies in; null where it holds several. */
	unit: number | null;
	details: AreaDetails;
}

/** Every part of facts that a state needs, the most important first. */
export function partsFor(shown: Shown): PartName[] {
	const edition = EDITIONS[shown.edition];
	const wanted = shownLayers(shown)
		.filter((layer) => available(layer, edition.id))
		.flatMap((layer) => layer.parts(edition));
	return [
		...new Set<PartName>([
			areasPart(edition),
			...wanted,
			...(comparesEngland(shown) ? [ENGLAND_CLASSES] : [])
		])
	];
}

/** Whether the reader wants the area layer divided as England's values are, and can have that. */
function comparesEngland(shown: Shown): boolean {
	const { breaks } = shown;
	const asked = breaks !== null && breaks.method !== 'own' && breaks.among === 'england';
	return asked && shownLayers(shown).some((layer) => isAreaLayer(layer) && layer.englandBreaks);
}

/** The area layer leads, wherever it stands in the registry. */
function shownLayers({ layer: id, overlays }: Shown): Layer[] {
	return [
		...LAYERS.filter((layer) => layer.id === id),
		...LAYERS.filter((layer) => layer.id !== id && overlays.includes(layer.id))
	];
}

const isAreaLayer = (layer: Layer): layer is AreaLayer => layer.kind === 'areas';

/**
 * Build the view of a state. Layers whose parts aren't loaded are left out and named
 * in `waiting`. Null while even the areas of the edition are missing.
 */
export function buildView(
	region: RegionSummary,
	shown: Shown,
	source: PartSource | PartReader
): View | null {
	const parts = PartReader.of(source);
	const edition = EDITIONS[shown.edition];
	const areas = parts.areas(edition.vintage);
	if (!areas) return null;
	const wanted = shownLayers(shown);
	const main = wanted.find(isAreaLayer);
	const units = unitsOf(areas, main?.level ?? 'lsoa');

	const context: LayerContext = {
		regionName: region.name,
		edition,
		areas,
		units,
		marking: shown.marking,
		breaks: shown.breaks,
		england: (measure) => parts.find(ENGLAND_CLASSES)?.editions[edition.id][measure] ?? null,
		facts: (part) => parts.get(part),
		assets: (part) => parts.get(part),
		outlines: (part) => parts.get(part),
		notHeld: (part) => whyEmpty(region.missing, part)
	};

	const layers: ShownLayer[] = [];
	const waiting: string[] = [];
	const broken: string[] = [];
	for (const layer of wanted) {
		if (!available(layer, edition.id)) {
			// An overlay with nothing to show is left out; of the area layer, that is the answer.
			if (isAreaLayer(layer)) {
				layers.push({ layer, contribution: unavailableContribution(layer, context) });
			}
			continue;
		}
		if (!layer.parts(edition).every((part) => parts.has(part))) {
			waiting.push(layer.title);
			continue;
		}
		try {
			layers.push({ layer, contribution: layer.build(context) });
		} catch (fault) {
			// One layer's fault must not take the page down; tests fail on anything written here.
			console.error(fault);
			broken.push(layer.title);
		}
	}
	const mainContribution = layers.find(({ layer }) => isAreaLayer(layer))?.contribution;
	return {
		regionName: region.name,
		edition,
		areas,
		units,
		layers,
		waiting,
		broken,
		legends: layers.map(({ layer, contribution }) => ({
			id: layer.id,
			legend: contribution.legend
		})),
		columns: uniqueById([
			...placeColumns(areas, units, edition),
			...layers.flatMap(({ contribution }) => contribution.columns)
		]),
		sortedBy: mainContribution?.sortedBy ?? { column: 'name', descending: false },
		findings: findings(layers),
		label: (unit) => ({
			name: units.names[unit] ?? '',
			text: layers
				.flatMap(({ contribution }) => (contribution.label ? [contribution.label(unit)] : []))
				.join(' · ')
		})
	};
}

/** What a view shows of a chosen area; null where it has no area with that code. */
export function selectIn(view: View, code: string | null): ViewSelection | null {
	const selection = code === null ? null : findArea(view.areas, code);
	if (!selection) return null;
	return {
		selection,
		unit: unitHolding(view.units, selection),
		details: details(view, selection)
	};
}

/**
 * What the sentences of a view rest on: the period of each layer that has some, and when residents were
 * counted where one of them counts these. "Deprivation: Indices of Deprivation 2025. Residents: Census
 * 2021."
 */
export function basisOf({ layers, edition }: View): string {
	const told = layers.filter(
		({ layer, contribution }) => speaks(layer) && contribution.findings[0]
	);
	const counts = told.some(({ contribution: { datasets } }) =>
		datasets.includes(edition.residentsDataset)
	);
	return [
		...told.map(({ layer, contribution }) => `${layer.title}: ${contribution.period}.`),
		...(counts ? [`Residents: ${edition.residentsPeriod}.`] : [])
	].join(' ');
}

/** Why an area of a link isn't in a view, in words for the reader. */
export function unknownArea({ regionName, edition }: View, code: string): string {
	return `Area ${code} is not among the areas of ${regionName} that ${edition.short} uses. Neighbourhoods were redrawn between 2011 and 2021; choose another one on the map or in the table.`;
}

/** An area layer and an overlay of the same topic may both bring a column: it stands once. */
function uniqueById<T extends { id: string }>(items: readonly T[]): T[] {
	return items.filter((item, i) => items.findIndex(({ id }) => id === item.id) === i);
}

/** Whether the sentences of a view are those of a layer, too. */
const speaks = (layer: Layer): boolean =>
	isAreaLayer(layer) || layer.kind === 'points' || layer.kind === 'circles';

const findingsOf = ({ layer, contribution }: ShownLayer): FindingOf[] =>
	contribution.findings.map((finding) => ({ ...finding, layer }));

/** The area layer's findings lead; of each layer of assets, the first. */
function findings(layers: readonly ShownLayer[]): FindingOf[] {
	const lead = layers.filter(({ layer }) => isAreaLayer(layer));
	const others = layers.filter(({ layer }) => speaks(layer) && !isAreaLayer(layer));
	return uniqueById([
		...lead.flatMap((one) => findingsOf(one)),
		...others.flatMap((one) => findingsOf(one).slice(0, 1))
	]);
}

function placeColumns(areas: RegionAreas, units: Units, edition: Edition): TableColumn[] {
	const residents: TableColumn = {
		id: PLACE_COLUMNS.residents,
		label: 'Residents',
		description: `Usual residents, ${edition.residentsPeriod}`,
		align: 'end',
		values: units.members.map((members) => residentsOf(areas, members)),
		format: (value) => (typeof value === 'number' ? formatCount(value) : '')
	};
	if (units.level !== 'lsoa') {
		const { one, official } = LEVELS[units.level];
		const name = textColumn(
			{
				id: PLACE_COLUMNS.name,
				label: one.charAt(0).toUpperCase() + one.slice(1),
				description: official ? `Name of the ${one} (${official})` : `Name of the ${one}`
			},
			units.names
		);
		if (units.level !== 'msoa') return [name, residents];
		const district = textColumn(
			{
				id: PLACE_COLUMNS.district,
				label: 'District',
				description: 'District of most of its residents'
			},
			units.members.map((members) => mainDistrict(areas, members))
		);
		return [name, district, residents];
	}
	const all = [...areas.codes.keys()];
	return [
		textColumn(
			{
				id: PLACE_COLUMNS.name,
				label: 'Community',
				description: 'Community (MSOA), with the names of the House of Commons Library'
			},
			all.map((area) => groupOf(areas, 'msoa', area).name)
		),
		textColumn(
			{
				id: PLACE_COLUMNS.lsoa,
				label: 'Neighbourhood',
				description: 'Official name of the neighbourhood (LSOA)'
			},
			areas.names
		),
		textColumn(
			{
				id: PLACE_COLUMNS.district,
				label: 'District',
				description: 'District, or the part of it inside the region'
			},
			all.map((area) => groupOf(areas, 'district', area).name)
		),
		residents
	];
}

function mainDistrict(areas: RegionAreas, members: readonly number[]): string {
	const residents = new Map<string, number>();
	for (const area of members) {
		const { name } = groupOf(areas, 'district', area);
		residents.set(name, (residents.get(name) ?? 0) + (areas.residents[area] ?? 0));
	}
	return [...residents].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function details({ areas, edition, layers }: View, selection: Selection): AreaDetails {
	const { level, code, name, members } = selection;
	const { one, official } = LEVELS[level];
	const [first = 0] = members;
	const parents: DetailRow[] =
		level === 'lsoa'
			? (['msoa', 'district', 'place'] as const).map((parent) => {
					const group = groupOf(areas, parent, first);
					const words = LEVELS[parent];
					return {
						label: words.official
							? `In the ${words.one} (${words.official})`
							: `In the ${words.one}`,
						value: group.name,
						note: group.note
					};
				})
			: [];
	const own = level === 'district' ? groupOf(areas, 'district', first).note : null;
	return {
		code,
		name,
		level: official ? `${one} (${official})` : one,
		rows: [
			...layers.flatMap(({ contribution }) => contribution.details(selection)),
			{
				label: 'Residents',
				value: formatCount(residentsOf(areas, members)),
				note: edition.residentsPeriod
			},
			...parents,
			{ label: 'Code', value: code, note: own }
		]
	};
}
