/** The map of a directory: the rows of the list as points, a layer a kind, over quiet areas. */
import type { DirectoryRow } from '../register/directory/directory.ts';
import { addressLine } from '../register/address-line.ts';
import { kindWords } from '../register/directory/directory.ts';
import { ASSET_KINDS, type AssetKind } from '../register/kinds.ts';
import { DEFAULT_EDITION, EDITIONS } from '../facts/editions.ts';
import type { Contribution, Drawing, Legend, OverlayLayer, PointMark } from '../layers/layer.ts';
import { POINT_SYMBOLS, type PointSymbol } from '../layers/shapes.ts';
import { unitsOf, type RegionAreas } from '../areas/region.ts';
import { formatCount } from '../text/format.ts';
import type { ShownLayer, View } from './view.ts';

/** How each kind is drawn; the reader's own have a symbol of their own. */
const SYMBOLS: Readonly<Record<AssetKind, PointSymbol>> = {
	'community-venue': POINT_SYMBOLS.communityVenue,
	'food-bank': POINT_SYMBOLS.foodBank,
	'gp-practice': POINT_SYMBOLS.gpPractice,
	pharmacy: POINT_SYMBOLS.pharmacy,
	dentist: POINT_SYMBOLS.dentist,
	library: POINT_SYMBOLS.library,
	school: POINT_SYMBOLS.school,
	hospital: POINT_SYMBOLS.hospital,
	'maternity-unit': POINT_SYMBOLS.maternityUnit,
	'maternity-named-site': POINT_SYMBOLS.maternityUnit,
	'maternity-hub-or-clinic': POINT_SYMBOLS.maternityHub,
	'link-worker': POINT_SYMBOLS.linkWorkers,
	charity: POINT_SYMBOLS.communityVenue,
	'family-hub': POINT_SYMBOLS.familyHub,
	'other-service': POINT_SYMBOLS.communityVenue
};

/** The symbol of a kind. */
export const symbolOf = (kind: AssetKind): PointSymbol => SYMBOLS[kind];

/** The symbol of a row where these kinds are asked for; the reader's own have theirs. */
export const symbolOfRow = (row: DirectoryRow, asked: readonly AssetKind[]): PointSymbol =>
	row.yours ? POINT_SYMBOLS.yours : symbolOf(drawnAs(row, asked));

export interface DirectoryViewRequest {
	regionName: string;
	areas: RegionAreas;
	rows: readonly DirectoryRow[];
	/** The kinds that are asked for; none is all. */
	kinds: readonly AssetKind[];
	/** Colour of the areas, which say nothing here. */
	ground: string;
}

/**
 * What a place of several kinds is drawn as: what it is first of all, or the first of its kinds that
 * is asked for. Whoever asks for food banks meets no sign of another kind.
 */
function drawnAs({ lead, kinds }: DirectoryRow, asked: readonly AssetKind[]): AssetKind {
	return asked.length === 0 || asked.includes(lead.kind)
		? lead.kind
		: (kinds.find((kind) => asked.includes(kind)) ?? lead.kind);
}

/** A view for the map alone: areas to hover and choose are communities. */
export function directoryView({
	regionName,
	areas,
	rows,
	kinds,
	ground
}: DirectoryViewRequest): View {
	const units = unitsOf(areas, 'msoa');
	const groups = new Map<AssetKind | 'yours', DirectoryRow[]>();
	for (const row of rows) {
		const id = row.yours ? 'yours' : drawnAs(row, kinds);
		const group = groups.get(id);
		if (group) group.push(row);
		else groups.set(id, [row]);
	}
	const layers = [...groups].map(([id, all]) => pointsLayer(id, all));
	const counts = units.codes.map(() => 0);
	for (const { area } of rows) {
		const unit = area === null ? -1 : (units.of[area] ?? -1);
		if (unit >= 0) counts[unit] = (counts[unit] ?? 0) + 1;
	}
	return {
		regionName,
		edition: EDITIONS[DEFAULT_EDITION],
		areas,
		units,
		layers: [
			shown('ground', 'Communities', {
				kind: 'fill',
				colours: units.codes.map(() => ground)
			}),
			...layers
		],
		waiting: [],
		broken: [],
		legends: [],
		columns: [],
		sortedBy: { column: 'name', descending: false },
		findings: [],
		label: (unit) => ({
			name: units.names[unit] ?? '',
			text: `${formatCount(counts[unit] ?? 0)} in the list`
		})
	};
}

/** Signs of points, what they are and how many there are of each. */
export type Signs = readonly { label: string; symbol: PointSymbol; count: number }[];

/**
 * What the points of a list stand for, with how many of each: the legend of the map. A place of several
 * kinds is drawn once, and counted in each, as everywhere; where some kinds are asked for, in those.
 */
export function legendOf(rows: readonly DirectoryRow[], asked: readonly AssetKind[] = []): Signs {
	const drawn = rows.filter(({ lead }) => lead.longitude !== null);
	const own = drawn.filter(({ yours }) => yours).length;
	const all = Object.keys(ASSET_KINDS) as AssetKind[];
	const shownKinds = asked.length === 0 ? all : all.filter((kind) => asked.includes(kind));
	const ofKinds = shownKinds.map((kind) => ({
		label: ASSET_KINDS[kind].plural,
		symbol: symbolOf(kind),
		count: drawn.filter(({ kinds, yours }) => !yours && kinds.includes(kind)).length
	}));
	return [...ofKinds, { label: 'Yours', symbol: POINT_SYMBOLS.yours, count: own }].filter(
		({ count }) => count > 0
	);
}

function pointsLayer(id: AssetKind | 'yours', rows: readonly DirectoryRow[]): ShownLayer {
	return shown(id, id === 'yours' ? 'Yours' : ASSET_KINDS[id].plural, {
		kind: 'points',
		...(id === 'yours' ? POINT_SYMBOLS.yours : symbolOf(id)),
		points: rows.flatMap(markOf)
	});
}

/** The mark of a row; none for one that has no point to show. */
function markOf({ id, lead, area, status, freshness, yours }: DirectoryRow): PointMark[] {
	const { longitude, latitude } = lead;
	if (longitude === null || latitude === null) return [];
	const kind = kindWords(lead);
	return [
		{
			id,
			name: lead.name,
			kind,
			longitude,
			latitude,
			area,
			hollow: status === 'stale' || status === 'closed',
			lines: [
				`${yours ? 'Yours: ' : ''}${kind}`,
				addressLine(lead),
				`${status.charAt(0).toUpperCase()}${status.slice(1)}: ${freshness.reason}`
			].filter((line) => line !== '')
		}
	];
}

const NO_LEGEND: Legend = {
	title: '',
	counted: '',
	classes: [],
	note: null,
	reference: null,
	histogram: false,
	ends: null
};

function shown(id: string, title: string, drawing: Drawing): ShownLayer {
	const contribution: Contribution = {
		drawing,
		legend: NO_LEGEND,
		columns: [],
		sortedBy: null,
		findings: [],
		details: () => [],
		label: null,
		measure: null,
		datasets: [],
		period: '',
		caveats: []
	};
	const layer: OverlayLayer = {
		id,
		kind: 'points',
		title,
		question: title,
		group: 'assets',
		about: title,
		initially: true,
		parts: () => [],
		build: () => contribution
	};
	return { layer, contribution };
}
