/** The pictures of the map page, of gaps and of a plan: what each says, and what its colours mean. */
import { LEVELS, type Selection } from '../areas/region.ts';
import type { Document } from '../document/document.ts';
import type { Key, KeyRow } from '../document/picture.ts';
import type { GapsAnalysis } from '../gaps/answer.ts';
import { cellIndex, GAP_CELL, NEED_CLASSES, PROVISION_CLASSES } from '../gaps/classes.ts';
import { barOf } from '../gaps/need-bar.ts';
import { STANDING_WORDS, STANDINGS, standingCounts } from '../gaps/standing.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import type { BasemapPart, BoundariesPart } from '../geometry/parts.ts';
import { GAP_COLOURS, NEED_PROVISION_COLOURS } from '../layers/palettes.ts';
import { POINT_SHAPES, POINT_SYMBOLS } from '../layers/shapes.ts';
import type { PlanOnMap } from '../picture/draw.ts';
import { keyOfGrid, keyOfRows, keysOf } from '../picture/legend.ts';
import { pictureOf, type Look } from '../picture/picture.ts';
import { hubLabel } from '../siting/plan-words.ts';
import type { SitingReading } from '../siting/reading.ts';
import type { DirectoryRow } from '../register/directory/directory.ts';
import { capitalise, formatCount, formatList, formatQuantity } from '../text/format.ts';
import { AREAS_TO_LOOK_IN } from '../text/names.ts';
import type { Signs } from '../view/directory-view.ts';
import type { View } from '../view/view.ts';

/** What of a page a picture shows. */
export interface OnMap {
	boundaries: BoundariesPart;
	basemap: BasemapPart;
	look: Look;
	/** The chosen area, as far as others may know it; null where none is. */
	selected: Selection | null;
}

/** The document with the picture of a view. */
function pictured(
	document: Document,
	{ areas, units, layers }: View,
	keys: readonly Key[],
	{ boundaries, basemap, look, selected }: OnMap,
	plan: PlanOnMap | null = null
): Document {
	const chosen: Key[] = selected
		? [keyOfRows('Chosen', [{ symbol: { kind: 'selected' }, label: selected.name, count: null }])]
		: [];
	const picture = pictureOf({
		of: document,
		keys: [...keys, ...chosen],
		map: {
			areas,
			units,
			boundaries,
			basemap,
			layers: layers.map(({ layer: { title }, contribution: { drawing, legend } }) => ({
				title,
				drawing,
				classes: legend.classes
			})),
			selected,
			plan
		},
		look
	});
	return { ...document, picture };
}

/** A document on what the map page shows, with its picture. */
export function mapPictured(document: Document, view: View, on: OnMap): Document {
	const over = view.layers.slice(1).map(({ layer }) => layer.title);
	const asked = [
		{ label: 'Areas', value: `every ${LEVELS[view.units.level].one}` },
		...(over.length > 0 ? [{ label: 'With', value: formatList(over) }] : [])
	];
	return pictured({ ...document, asked }, view, keysOf(view.legends), on);
}

/** A document on places that were found with its picture: a sign a kind, over quiet areas. */
export function placesPictured(
	document: Document,
	{ view, rows, signs }: { view: View; rows: readonly DirectoryRow[]; signs: Signs },
	on: OnMap
): Document {
	const found = signs.map(({ label, symbol: { shape, colour }, count }): KeyRow => ({
		symbol: { kind: 'point', path: POINT_SHAPES[shape], colour, hollow: false },
		label,
		count: formatCount(count)
	}));
	const unplaced = rows.filter(({ lead }) => lead.longitude === null).length;
	const note = [
		'Hollow: not listed lately, or closed.',
		...(unplaced > 0 ? [`${formatQuantity(unplaced, 'place')} without a point on the map.`] : [])
	].join(' ');
	const look = { ...on.look, bounds: around(view, rows, on) };
	return pictured(document, view, [keyOfRows('Places found', found, note)], { ...on, look });
}

/** Degrees beyond the outermost places of a chosen area that a picture shows: about 2 km. */
const BEYOND = { longitude: 0.03, latitude: 0.018 };

/** The chosen area with the places found in it; the whole region where none is chosen. */
function around(
	{ areas }: View,
	rows: readonly DirectoryRow[],
	{ selected, look }: OnMap
): OnMap['look']['bounds'] {
	if (!selected) return look.bounds;
	return boundsOf(
		areas,
		selected,
		rows.map(({ lead }) => lead),
		BEYOND
	);
}

/** The window around the neighbourhoods of an area and some places, and so much beyond. */
function boundsOf(
	areas: View['areas'],
	{ members }: Selection,
	placed: readonly { longitude: number | null; latitude: number | null }[],
	beyond: { longitude: number; latitude: number }
): OnMap['look']['bounds'] {
	const of = (homes: readonly number[], points: readonly (number | null)[]) =>
		[...members.map((at) => homes[at] ?? NaN), ...points].filter(
			(one): one is number => one !== null && Number.isFinite(one)
		);
	const longitudes = of(
		areas.longitude,
		placed.map(({ longitude }) => longitude)
	);
	const latitudes = of(
		areas.latitude,
		placed.map(({ latitude }) => latitude)
	);
	return [
		Math.min(...longitudes) - beyond.longitude,
		Math.min(...latitudes) - beyond.latitude,
		Math.max(...longitudes) + beyond.longitude,
		Math.max(...latitudes) + beyond.latitude
	];
}

/** Degrees around a chosen area that a picture of gaps shows: about 8 km, its town and those beside it. */
const NEIGHBOURS = { longitude: 0.12, latitude: 0.072 };

/** Gaps from near where an area is chosen, unless the reader has the map rest somewhere. */
const nearGap = ({ areas }: View, { look, selected }: OnMap): Look =>
	selected && look.camera === null
		? { ...look, bounds: boundsOf(areas, selected, [], NEIGHBOURS) }
		: look;

/** A document on gaps with its picture. */
export function gapsPictured(
	document: Document,
	{ view, analysis, answer, grid }: GapsOnMap,
	on: OnMap
): Document {
	const { shape, colour } = POINT_SYMBOLS.communityVenue;
	const isPlaced = view.layers.some(({ contribution }) => contribution.drawing.kind === 'points');
	const places: Key[] = isPlaced
		? [
				keyOfRows('Also on the map', [
					{
						symbol: { kind: 'point', path: POINT_SHAPES[shape], colour, hollow: true },
						label: 'A place that was counted',
						count: null
					}
				])
			]
		: [];
	const keys = grid ? gridKey(analysis) : standingKey(analysis, answer);
	const look = nearGap(view, on);
	const note = [keys.note, look === on.look ? null : 'Counted in the whole region.']
		.filter(Boolean)
		.join(' ');
	return pictured(document, view, [{ ...keys, note: note || null }, ...places], { ...on, look });
}

export interface GapsOnMap {
	view: View;
	analysis: GapsAnalysis;
	/** What would change the answer; null until that was asked. */
	answer: VariationsAnswer | null;
	/** Whether areas are coloured by need and provision, three by three. */
	grid: boolean;
}

/** What the colours of gaps mean, and how many areas have each. */
export function standingKey(analysis: GapsAnalysis, answer: VariationsAnswer | null): Key {
	const counts = standingCounts(analysis, answer);
	const shown = STANDINGS.filter((standing) => answer !== null || standing !== 'could-be');
	return keyOfRows(
		`Number of ${LEVELS[analysis.units.level].many}`,
		shown.map((standing) => ({
			symbol:
				standing === 'unknown'
					? { kind: 'no-data' }
					: { kind: 'fill', colour: GAP_COLOURS[standing] },
			label: capitalise(STANDING_WORDS[standing]),
			count: formatCount(counts[standing])
		})),
		answer === null ? 'What would change the answer was not tested when this was made.' : null
	);
}

function gridKey(analysis: GapsAnalysis): Key {
	const { areas, bounds, cells, request, units } = analysis;
	const without = areas.filter(({ cell }) => cell === null).length;
	const rows = [...PROVISION_CLASSES].reverse().map((provision) => ({
		label: ['Little', 'Some', 'Good'][provision] ?? '',
		about: bounds.words[provision] ?? '',
		cells: NEED_CLASSES.map((need) => {
			const index = cellIndex({ need, provision });
			return {
				colour: NEED_PROVISION_COLOURS[index] ?? '#ffffff',
				count: formatCount(cells[index]?.length ?? 0),
				isOutlined: need === GAP_CELL.need && provision === GAP_CELL.provision
			};
		})
	}));
	return keyOfGrid(
		`Need and provision: number of ${LEVELS[units.level].many}`,
		{ columns: ['Low need', 'Some', 'High need'], rows },
		`The outlined cell is the gap. High need: ${barOf(request.bar).title}. ${formatCount(without)} not surveyed or without a figure.`
	);
}

/** A document on a plan of hubs with its picture. */
export const planPictured = (
	document: Document,
	{ view, reading, plan }: { view: View; reading: SitingReading; plan: PlanOnMap },
	on: OnMap
): Document => pictured(document, view, planKeys(view, reading), on, plan);

/** What a plan's hubs, the signs beside them and the colours below mean. */
export function planKeys({ legends }: View, { hubs }: Pick<SitingReading, 'hubs'>): Key[] {
	const areas = keyOfRows(
		AREAS_TO_LOOK_IN,
		hubs.map((hub) => ({
			symbol: { kind: 'hub', standing: hub.standing, number: hub.number },
			label: hubLabel(hub),
			count: null
		}))
	);
	const signs = keyOfRows('Signs', [
		{ symbol: { kind: 'building' }, label: 'Building that suits', count: null },
		{ symbol: { kind: 'journey' }, label: 'Neighbourhood near a hub', count: null }
	]);
	return [areas, signs, ...keysOf(legends)];
}
