/**
 * A picture of a view: a document, a map and what its colours mean. It is made once and written as
 * SVG (`svg.ts`), as pixels of that, or as the shapes of a slide.
 */
import { sourceWords, type Document } from '../document/document.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { drawMap, type MapToDraw } from './draw.ts';
import { keyWords, type Key } from './legend.ts';
import type { DrawnMap } from './marks.ts';
import { planeOfBounds, planeOfCamera, type Detail, type Plane, type Size } from './plane.ts';

export interface Picture {
	document: Document;
	keys: readonly Key[];
	/** Draws the map in a frame of this size, as closely as is asked. */
	draw: (size: Size, detail: Detail) => DrawnMap;
	/** What the picture shows, in words, for those who do not see it. */
	alt: string;
	/** When the file was made: "30 November 2026". */
	made: string;
}

/** What a picture shows of the ground: where the map rests, or the whole region. */
export interface Look {
	camera: { longitude: number; latitude: number; zoom: number } | null;
	bounds: RegionSummary['bounds'];
}

export interface PictureOf {
	document: Document;
	keys: readonly Key[];
	map: MapToDraw;
	look: Look;
	made: string;
}

/** Pixels across the map of a page, as far as a picture knows: what one sees who chose where it rests. */
const ACROSS = 900;

/** A picture of a document, a map and their legends. */
export function pictureOf({ document, keys, map, look, made }: PictureOf): Picture {
	const planeIn = (size: Size): Plane =>
		look.camera
			? planeOfCamera(look.camera, size, ACROSS)
			: planeOfBounds(look.bounds, size, Math.min(size.width, size.height) / 40);
	return {
		document,
		keys,
		draw: (size, detail) => drawMap(map, planeIn(size), detail),
		alt: altOf(document, keys, map),
		made
	};
}

/** A map in words: what it is of, what it finds, what its colours mean and how many have each. */
function altOf({ title, sentences }: Document, keys: readonly Key[], { selected }: MapToDraw): string {
	return [
		`Map: ${title}.`,
		...sentences.slice(0, 2),
		...keys.map(keyWords),
		...(selected ? [`Outlined: ${selected.name}.`] : [])
	].join(' ');
}

/** The sources of a picture, a line each. */
export const sourcesOf = ({ sources }: Document): string[] => sources.map(sourceWords);

/** On which terms a picture may be used. */
export const LICENCE =
	'Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2025. Town names: GeoNames, CC BY 4.0. Every source with its licence: see the page “Data” of the site.';
