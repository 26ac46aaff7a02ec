/**
 * What an embed on another site shows before its map is asked for: a still picture that is coloured
 * anew for each layer, and what it means in words. Small, as all of it comes before a press.
 */
import { NO_DATA_PATTERN } from '../export/key-symbols.ts';
import type { Key, KeyRow, Mark } from '../document/picture.ts';
import { mapSvg } from '../export/svg-marks.ts';
import { sourcesOf, type NamedSource } from '../catalogue/notes.ts';
import { LEVELS, unitsOf } from '../areas/region.ts';
import { keysOf } from '../picture/legend.ts';
import { drawMap, isOfPlan, type PlanOnMap } from '../picture/draw.ts';
import { planeOfBounds } from '../picture/plane.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { BasemapPart, BoundariesPart } from '../geometry/parts.ts';
import type { Contribution } from '../layers/layer.ts';
import { captionOf } from '../view/shown.ts';
import { basisOf, type View } from '../view/view.ts';

/** What is said of a layer on the areas of an edition. */
export interface EmbedWords {
	/** "Deprivation, IoD 2025". */
	caption: string;
	/** What the layer finds, and of when its figures are. */
	sentences: readonly string[];
	/** Where the figures are from, in a line a source. */
	sources: readonly string[];
	/** What the colours mean. */
	keys: readonly Key[];
	/** What else may lie on the picture, by the id of its layer. */
	over: Readonly<Record<string, KeyRow>>;
}

/** How the picture is coloured for a layer. */
export interface EmbedColours {
	/** Null is no data. */
	palette: readonly (string | null)[];
	/** Of each neighbourhood, its place in the palette. */
	colours: readonly number[];
	/** What is said of an area of the layer's own level, and of each unit its place in that list. */
	texts: readonly string[];
	of: readonly number[];
	/** Codes of the units where they are not neighbourhoods. */
	units: readonly string[] | null;
}

/** What there is to choose on a picture, by code: its name and its neighbourhoods. */
export type EmbedAreas = Readonly<Record<string, readonly [name: string, members: number[]]>>;

type Drawing = Contribution['drawing'];

/** The size of the picture, in its own units: about that of a frame, so that names can be read there. */
export const EMBED_PICTURE = { width: 400, height: 300 } as const;
const DETAIL = { steps: 4, triangle: 0.8 } as const;

/** What an embed says of a view; `sources` are all datasets by name. */
export function embedWords(view: View, sources: readonly NamedSource[]): EmbedWords {
	const [main, ...over] = view.layers;
	const own = main ? [main] : [];
	const basis = basisOf({ ...view, layers: own });
	const [first] = view.legends;
	return {
		caption: captionOf(view),
		sentences: [
			...(main?.contribution.findings ?? []).slice(0, 2).map(({ text }) => text),
			...(basis === '' ? [] : [basis])
		],
		sources: sourcesOf(own, sources).map(
			({ title, publisher, period }) => `${title}, ${publisher}, ${period}`
		),
		keys: first ? keysOf([first]) : [],
		over: Object.fromEntries(
			over.flatMap(({ layer: { id }, contribution: { legend } }) =>
				keysOf([{ legend }])
					.flatMap(({ rows }) => rows.slice(0, 1))
					.map((row) => [id, row])
			)
		)
	};
}

/** How the picture is coloured for the area layer of a view. Throws where that draws something else. */
export function embedColours({ units, areas, layers }: View): EmbedColours {
	const [main] = layers;
	if (main?.contribution.drawing.kind !== 'fill')
		throw new Error(`“${main?.layer.title ?? ''}” does not colour areas`);
	const { drawing, label } = main.contribution;
	const palette = [...new Set(drawing.colours)];
	const said = units.codes.map((_, unit) => label?.(unit) ?? '');
	const texts = [...new Set(said)];
	return {
		palette,
		colours: areas.codes.map((_, area) =>
			palette.indexOf(drawing.colours[units.of[area] ?? -1] ?? null)
		),
		texts,
		of: said.map((text) => texts.indexOf(text)),
		units: units.level === 'lsoa' ? null : units.codes
	};
}

/** All areas of a view that can be chosen: neighbourhoods first, in the order of their colours. */
export const embedAreas = ({ areas }: View): EmbedAreas =>
	Object.fromEntries(
		(['lsoa', 'msoa', 'district', 'place'] as const).flatMap((level) => {
			const { codes, names, members } = unitsOf(areas, level);
			return codes.map((code, unit) => [code, [names[unit] ?? code, [...(members[unit] ?? [])]]]);
		})
	);

/** Of what a picture is drawn. */
export interface EmbedGround {
	boundaries: BoundariesPart;
	basemap: BasemapPart;
	bounds: RegionSummary['bounds'];
}

/**
 * The still picture of a view of neighbourhoods as SVG, with what may be changed in it named: a
 * shape a neighbourhood by its number, what lies over them by the ids of their layers, and a plan of
 * hubs as that.
 */
export function embedPicture(
	view: View,
	ground: EmbedGround,
	plan: PlanOnMap | null = null
): string {
	const { areas, layers, units, regionName } = view;
	const plane = planeOfBounds(ground.bounds, EMBED_PICTURE, 6);
	const numbers = areas.codes.map((_, area) => String(area));
	const drawn = drawMap(
		{
			areas,
			units: { ...unitsOf(areas, 'lsoa'), names: numbers },
			boundaries: ground.boundaries,
			basemap: ground.basemap,
			layers: layers.map(({ layer: { id }, contribution: { drawing } }) => ({
				title: id,
				drawing: ofNeighbourhoods(view, drawing),
				classes: []
			})),
			selected: null,
			plan,
			each: true
		},
		plane,
		DETAIL
	);
	/** The layer that a mark is of: null is the ground, and what stands over it. */
	const ofLayer = (name: string) =>
		layers.find(({ layer: { id } }) => name === id || name.startsWith(`${id}: `))?.layer.id ?? null;
	const known = new Set(numbers);
	const groups: { layer: string | null; marks: (typeof drawn.marks)[number][] }[] = [];
	for (const mark of drawn.marks) {
		const name = 'name' in mark ? mark.name : '';
		const layer = known.has(name) ? 'areas' : isOfPlan(mark) ? 'plan' : ofLayer(name);
		const last = groups.at(-1);
		const shown = layer === 'areas' && units.level !== 'lsoa' ? withoutEdge(mark) : mark;
		if (last?.layer === layer) last.marks.push(shown);
		else groups.push({ layer, marks: [shown] });
	}
	const { width, height, sea } = drawn;
	const svgOf = (marks: typeof drawn.marks) =>
		mapSvg({ ...drawn, marks })
			.split('\n')
			.slice(1)
			.join('\n');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Arial, Helvetica, sans-serif">`,
		`<title>${regionName}: every ${LEVELS.lsoa.one}</title>`,
		NO_DATA,
		`<rect width="${width}" height="${height}" fill="${sea}"/>`,
		...groups.map(({ layer, marks }) =>
			layer === null ? svgOf(marks) : `<g data-layer="${layer}">\n${svgOf(marks)}\n</g>`
		),
		'</svg>\n'
	].join('\n');
}

/** The colours of each neighbourhood, where those of larger areas are drawn. */
const ofNeighbourhoods = ({ areas, units }: View, drawing: Drawing): Drawing =>
	drawing.kind === 'fill' && units.level !== 'lsoa'
		? {
				...drawing,
				colours: areas.codes.map((_, area) => drawing.colours[units.of[area] ?? -1] ?? null)
			}
		: drawing;

/** A shape without an edge to be seen: where larger areas are coloured, those of neighbourhoods say nothing. */
const withoutEdge = (mark: Mark): Mark =>
	mark.kind === 'area' && mark.stroke && typeof mark.fill !== 'string'
		? { ...mark, stroke: { ...mark.stroke, colour: mark.fill.colour } }
		: mark;

const NO_DATA = `<defs>${NO_DATA_PATTERN}</defs>`;
