/** What can be searched for: what the map can show, areas of every level, and the loaded assets. */
import type { PartName } from '../facts/parts.ts';
import { PartReader, type PartSource } from '../facts/reader.ts';
import type { Vintage } from '../areas/vintage.ts';
import type { AssetsPart } from '../register/parts.ts';
import { NAMED_TITLE, namedFor, namedWhen, type NamedService } from '../register/named-services.ts';
import { areaName, groupOf, LEVELS, type Level, type RegionAreas } from '../areas/region.ts';
import { capitalise } from '../text/format.ts';
import { peopleSayOfKind, peopleSayOfLayer } from './people-say.ts';

/** An asset as the search knows it. */
export interface SearchAsset {
	id: string;
	name: string;
	/** "Village hall". */
	kind: string;
	longitude: number;
	latitude: number;
	/** Code of the LSOA in the vintage shown; null outside the region. */
	area: string | null;
	/** The layer that draws it, and its title, which heads its group of results. */
	layer: string;
	group: string;
}

export type Found =
	| { kind: 'layer'; id: string }
	| { kind: 'area'; level: Level; code: string; name: string }
	| { kind: 'asset'; asset: SearchAsset }
	| { kind: 'service'; id: string };

export interface Entry {
	found: Found;
	/** Heading of its group: "Districts". */
	group: string;
	/** Groups of equally good results stand in this order. */
	order: number;
	/** What it is listed as, and what else is to be said of it. */
	name: string;
	note: string;
	/** An area's code; empty for an asset. */
	code: string;
	/** Words that find it, but less well than its name: where it is, what it is. */
	about: string;
}

/** The order of groups of areas, those that most people know first; assets follow. */
const LEVEL_ORDER: readonly Level[] = ['district', 'place', 'msoa', 'lsoa'];

/** What is read of a layer to find it. */
interface NamedLayer {
	id: string;
	title: string;
	question: string;
	alsoCalled?: string;
}

/**
 * What the map can show. By its title and what else it is called, so that who types a name of a
 * thing and not of a place finds it too; they stand after the areas and before the assets.
 */
export function layerEntries(layers: readonly NamedLayer[]): Entry[] {
	return layers.map(({ id, title, question, alsoCalled = '' }) => ({
		found: { kind: 'layer', id },
		group: 'Show on the map',
		order: LEVEL_ORDER.length,
		name: title,
		note: question,
		code: '',
		about: `${question} ${alsoCalled} ${peopleSayOfLayer(id)}`
	}));
}

/** Every area of a region. */
export function areaEntries(areas: RegionAreas): Entry[] {
	const entry = (level: Level, code: string, name: string, note: string, about = note): Entry => ({
		found: { kind: 'area', level, code, name },
		group: capitalise(LEVELS[level].many),
		order: LEVEL_ORDER.indexOf(level),
		name,
		note,
		code,
		about
	});
	const districtsOf = (members: readonly number[]) => [
		...new Set(members.map((area) => groupOf(areas, 'district', area).name))
	];
	return [
		...areas.groups.place.map(({ code, name }) => entry('place', code, name, '')),
		...areas.groups.district.map(({ code, name, partOf }) =>
			entry('district', code, name, partOf ? `part of ${partOf}` : '', partOf ?? '')
		),
		...areas.groups.msoa.map(({ code, name, members }) =>
			entry('msoa', code, name, districtsOf(members).join(', '))
		),
		...areas.codes.map((code, area): Entry => {
			const name = areas.names[area] ?? code;
			return {
				...entry('lsoa', code, name, groupOf(areas, 'msoa', area).name),
				found: { kind: 'area', level: 'lsoa', code, name: areaName(areas, area) }
			};
		})
	];
}

/** Assets, with the community and the district they are in. */
export function assetEntries(assets: readonly SearchAsset[], areas: RegionAreas): Entry[] {
	const layers = [...new Set(assets.map(({ layer }) => layer))];
	return assets.map((asset): Entry => {
		const area = asset.area === null ? undefined : areas.index.get(asset.area);
		const where =
			area === undefined
				? []
				: [groupOf(areas, 'msoa', area).name, groupOf(areas, 'district', area).name];
		return {
			found: { kind: 'asset', asset },
			group: asset.group,
			order: LEVEL_ORDER.length + 1 + layers.indexOf(asset.layer),
			name: asset.name,
			note: [asset.kind, ...new Set(where)].join(', '),
			code: '',
			about: [
				asset.kind,
				asset.group,
				...where,
				peopleSayOfLayer(asset.layer),
				peopleSayOfKind(asset.kind)
			].join(' ')
		};
	});
}

/** Services of the whole area, which stand after all places. */
export function serviceEntries(services: readonly NamedService[]): Entry[] {
	return services.map((service) => ({
		found: { kind: 'service', id: service.id },
		group: NAMED_TITLE,
		order: Infinity,
		name: service.name,
		note: `${capitalise(namedFor(service))}. ${namedWhen(service)}`,
		code: '',
		about: `${service.what} ${service.kind} ${service.area}`
	}));
}

/** What is read of a layer to find its assets. */
interface AssetLayer<Edition> {
	id: string;
	title: string;
	parts: (edition: Edition) => readonly PartName[];
}

/**
 * The assets of those parts that are loaded, for the layers that draw them. A part that
 * several layers read counts for the first.
 */
export function loadedAssets<Edition extends { vintage: Vintage }>(
	layers: readonly AssetLayer<Edition>[],
	edition: Edition,
	source: PartSource | PartReader
): SearchAsset[] {
	const reader = PartReader.of(source);
	const seen = new Set<PartName>();
	return layers.flatMap(({ id, title, parts }) =>
		parts(edition).flatMap((name) => {
			if (seen.has(name)) return [];
			seen.add(name);
			const part = reader.find(name);
			return part?.kind === 'assets' ? assetsOf(part, id, title, edition.vintage) : [];
		})
	);
}

function assetsOf(part: AssetsPart, layer: string, group: string, vintage: Vintage): SearchAsset[] {
	const codes = vintage === '2021' ? part.lsoa21 : part.lsoa11;
	return part.ids.map((id, i) => ({
		id,
		name: part.names[i] ?? id,
		kind: part.kinds[part.kindOf[i] ?? -1]?.label ?? group,
		longitude: part.longitude[i] ?? NaN,
		latitude: part.latitude[i] ?? NaN,
		area: codes[i] ?? null,
		layer,
		group
	}));
}
