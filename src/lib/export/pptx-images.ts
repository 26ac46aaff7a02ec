/** Slides whose maps are images: smaller, and as the page draws them, for whoever will not edit them. */
import type { Document } from '../document/document.ts';
import { base64 } from './base64.ts';
import type { Making } from './making.ts';
import { deckOf } from './pptx.ts';
import { SHEETS } from './sheets.ts';
import { toSvg } from './svg.ts';

/** A deck of slides with each map and its legends as an image. Throws where nothing can draw. */
export function toPptxWithImages(
	document: Document,
	making: Making
): Promise<Uint8Array<ArrayBuffer>> {
	const { pixels } = making;
	if (!pixels) throw new Error('nothing here can draw a picture');
	return deckOf(document, making, async (picture, { w, h }) => {
		const { width, pixels: across } = SHEETS.slide;
		const [tall, high] = [width, across].map((one) => Math.round((one * h) / w));
		const svg = toSvg({ ...document, picture }, { ...SHEETS.slide, height: tall ?? width });
		return `image/png;base64,${base64(await pixels(svg, { width: across, height: high ?? across }))}`;
	});
}
