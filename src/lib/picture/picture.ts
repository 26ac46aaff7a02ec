/** The picture of a document: its map, what the colours mean, and both in words. */
import type { Document } from '../document/document.ts';
import type { Key, Picture, Size } from '../document/picture.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { drawMap, type MapToDraw } from './draw.ts';
import { keyWords } from '../document/picture-words.ts';
import { planeOfBounds, planeOfCamera, type Plane } from './plane.ts';

/** What a picture shows of the ground: where the map rests, or the whole region. */
export interface Look {
	camera: { longitude: number; latitude: number; zoom: number } | null;
	bounds: RegionSummary['bounds'];
}

export interface PictureOf {
	/** What the picture is of. */
	of: Pick<Document, 'title' | 'sentences'>;
	keys: readonly Key[];
	map: MapToDraw;
	look: Look;
}

/** Pixels across the map of a page, as far as a picture knows: what one sees who chose where it rests. */
const ACROSS = 900;

/** A picture of a document, a map and their legends. */
export function pictureOf({ of, keys, map, look }: PictureOf): Picture {
	const made = (size: Size): Plane =>
		look.camera
			? planeOfCamera(look.camera, size, ACROSS)
			: planeOfBounds(look.bounds, size, Math.min(size.width, size.height) / 40);
	let last: Plane | null = null;
	// One size is drawn several times, with fewer and fewer corners.
	const planeIn = (size: Size): Plane =>
		last?.width === size.width && last.height === size.height ? last : (last = made(size));
	return {
		keys,
		draw: (size, detail) => drawMap(map, planeIn(size), detail),
		alt: altOf(of, keys, map)
	};
}

/** A map in words: what it is of, what it finds, what its colours mean and how many have each. */
function altOf(
	{ title, sentences }: PictureOf['of'],
	keys: readonly Key[],
	{ selected }: MapToDraw
): string {
	return [
		`Map: ${title}.`,
		...sentences.slice(0, 2),
		...keys.map(keyWords),
		...(selected ? [`Outlined: ${selected.name}.`] : [])
	].join(' ');
}
