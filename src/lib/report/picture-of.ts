/** The pictures of the map page, of gaps and of a plan: what each says, and what its colours mean. */
import { LEVELS, unitHolding, type Selection } from '../areas/region.ts';
import type { Document } from '../document/document.ts';
import type { Key } from '../document/picture.ts';
import type { GapsAnalysis } from '../gaps/answer.ts';
import { cellIndex, GAP_CELL, NEED_CLASSES, PROVISION_CLASSES } from '../gaps/classes.ts';
import { measureOf } from '../gaps/measures.ts';
import { needOf } from '../gaps/needs.ts';
import { barOf } from '../gaps/need-bar.ts';
import { provisionWords } from '../gaps/provisions.ts';
import { areaSentence, findings } from '../gaps/sentences.ts';
import { STANDING_WORDS, STANDINGS, standingCounts } from '../gaps/standing.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import type { BasemapPart, BoundariesPart } from '../geometry/parts.ts';
import { GAP_COLOURS, NEED_PROVISION_COLOURS } from '../layers/palettes.ts';
import { POINT_SHAPES, POINT_SYMBOLS } from '../layers/shapes.ts';
import type { PlanOnMap } from '../picture/draw.ts';
import { keyOfGrid, keyOfRows, keysOf } from '../picture/legend.ts';
import { pictureOf, type Look } from '../picture/picture.ts';
import type { SitingReading } from '../siting/reading.ts';
import { capitalise, formatCount, formatList } from '../text/format.ts';
import { basisOf, type View } from '../view/view.ts';

/** What of a page a picture shows. */
export interface OnMap {
	boundaries: BoundariesPart;
	basemap: BasemapPart;
	look: Look;
	/** The chosen area, as far as others may know it; null where none is. */
	selected: Selection | null;
	/** The address of what is shown. */
	link: string;
	/** The day, in words. */
	made: string;
}

/** What a document says of itself, for a picture and a slide. */
export type Told = Pick<Document, 'title' | 'sentences' | 'asked' | 'address'>;

/** The document with its picture; what it says of itself is `told`. */
function pictured(
	document: Document,
	told: Told,
	view: View,
	keys: readonly Key[],
	{ boundaries, basemap, look, selected, made }: OnMap,
	plan: PlanOnMap | null = null
): Document {
	const { areas, units, layers } = view;
	const picture = pictureOf({
		of: told,
		keys: selected
			? [
					...keys,
					keyOfRows('Chosen', [{ symbol: { kind: 'selected' }, label: selected.name, count: null }])
				]
			: keys,
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
		look,
		made
	});
	return { ...document, ...told, picture };
}

/** What the map page shows, with its picture. */
export function mapPictured(document: Document, view: View, on: OnMap): Document {
	const [main, ...over] = view.layers;
	const told: Told = {
		title: `${main?.contribution.legend.title || (main?.layer.title ?? 'Map')}: ${view.regionName}`,
		sentences: view.findings.map(({ text }) => text),
		asked: [
			{ label: 'Areas', value: `every ${LEVELS[view.units.level].one}` },
			...(over.length > 0
				? [{ label: 'With', value: formatList(over.map(({ layer }) => layer.title)) }]
				: []),
			{ label: 'Period', value: basisOf(view) }
		],
		address: on.link
	};
	return pictured(document, told, view, keysOf(view.legends), on);
}

/** What is known of gaps, with its picture. `grid`: coloured by need and provision, three by three. */
export function gapsPictured(
	document: Document,
	{ view, analysis, answer, grid, sites }: GapsOnMap,
	on: OnMap
): Document {
	const { request, rule, regionName, edition } = analysis;
	const chosen = on.selected && unitHolding(view.units, on.selected);
	const area = chosen === null ? undefined : analysis.areas[chosen];
	const told: Told = {
		title: `Where are the gaps? ${regionName}`,
		sentences: [
			...(area ? [`${area.name}: ${areaSentence(area, analysis)}`] : []),
			...findings(analysis)
		],
		asked: [
			{ label: 'Need', value: `${needOf(request.need).title}; high: ${barOf(request.bar).about}` },
			{
				label: 'What is counted',
				value: `${provisionWords(request.provision)}, ${measureOf(request.measure).title.toLowerCase()}`
			},
			{ label: 'Called a gap', value: rule },
			{ label: 'Areas', value: `every ${LEVELS[request.level].one}; ${edition.title}` }
		],
		address: on.link
	};
	const places: Key[] = sites
		? [
				keyOfRows('Also on the map', [
					{
						symbol: {
							kind: 'point',
							path: POINT_SHAPES[POINT_SYMBOLS.communityVenue.shape],
							colour: POINT_SYMBOLS.communityVenue.colour,
							hollow: true
						},
						label: 'A place that was counted',
						count: null
					}
				])
			]
		: [];
	const keys = grid ? gridKey(analysis) : standingKey(analysis, answer);
	// What was asked stands by itself.
	return pictured({ ...document, notes: analysis.caveats }, told, view, [keys, ...places], on);
}

export interface GapsOnMap {
	view: View;
	analysis: GapsAnalysis;
	/** What would change the answer; null until that was asked. */
	answer: VariationsAnswer | null;
	grid: boolean;
	/** Whether the places counted are drawn. */
	sites: boolean;
}

/** What the colours of gaps mean, and how many areas have each. */
function standingKey(analysis: GapsAnalysis, answer: VariationsAnswer | null): Key {
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

/** A plan of hubs with its picture. */
export function planPictured(
	document: Document,
	{ view, reading, plan }: { view: View; reading: SitingReading; plan: PlanOnMap },
	on: OnMap
): Document {
	const { hubs, gains, total, beside, parameters } = reading;
	const told: Told = {
		title: `Where could new hubs go? ${view.regionName}`,
		sentences: [
			total,
			...gains
				.toSorted((a, b) => Number(b.isGain) - Number(a.isGain))
				.map(({ sentence }) => sentence),
			...beside
		],
		asked: parameters,
		address: on.link
	};
	const areas = keyOfRows(
		'Areas to look in',
		hubs.map(({ number, standing, area, district, name }) => ({
			symbol: { kind: 'hub', standing, number },
			label: standing ? `${name} (a hub today)` : `Around ${area}, ${district}`,
			count: null
		}))
	);
	const signs = keyOfRows('', [
		{ symbol: { kind: 'building' }, label: 'Building that suits', count: null },
		{ symbol: { kind: 'journey' }, label: 'Neighbourhood near a hub', count: null }
	]);
	return pictured(document, told, view, [areas, signs, ...keysOf(view.legends)], on, plan);
}
