/** The writer of PNG: a picture on a sheet, drawn by whoever can, with what it shows in words. */
import { strToU8, zlibSync } from 'fflate';
import type { Document } from '../document/document.ts';
import type { Making } from './making.ts';
import { SHEETS, type SheetId } from './sheets.ts';
import { toSvg } from './svg.ts';

/** The picture of a document as an image. Throws where it has none or nothing can draw. */
export async function toPng(
	document: Document,
	id: SheetId,
	{ pixels, progress, signal }: Making
): Promise<Uint8Array<ArrayBuffer>> {
	if (!pixels) throw new Error('nothing here can draw a picture');
	const { width, height, pixels: across, dpi } = SHEETS[id];
	const svg = toSvg(document, SHEETS[id]);
	progress(0.5);
	signal.throwIfAborted();
	const size = { width: across, height: Math.round((across * height) / width) };
	const image = await pixels(svg, size);
	const said = [
		textChunk('Title', document.title),
		textChunk('Description', document.picture?.alt ?? '')
	];
	return withChunks(image, dpi === null ? said : [resolution(dpi), ...said]);
}

/** After the signature of eight bytes and the header of 25. */
const AFTER_HEADER = 33;
const METRE_IN_INCHES = 39.3701;

/** How many pixels there are to a metre: programs lay out an image on paper by it. */
function resolution(dpi: number): Uint8Array {
	const data = new DataView(new ArrayBuffer(9));
	const perMetre = Math.round(dpi * METRE_IN_INCHES);
	data.setUint32(0, perMetre);
	data.setUint32(4, perMetre);
	data.setUint8(8, 1);
	return chunk('pHYs', new Uint8Array(data.buffer));
}

/** A text under a keyword, in UTF-8, compressed. */
function textChunk(keyword: string, text: string): Uint8Array {
	const head = [...strToU8(keyword), 0, 1, 0, 0, 0];
	return chunk('iTXt', new Uint8Array([...head, ...zlibSync(strToU8(text))]));
}

/** A chunk of a PNG file: length, name, data and checksum. */
function chunk(name: string, data: Uint8Array): Uint8Array {
	const made = new Uint8Array(data.length + 12);
	const view = new DataView(made.buffer);
	view.setUint32(0, data.length);
	made.set(strToU8(name), 4);
	made.set(data, 8);
	view.setUint32(data.length + 8, checksum(made.subarray(4, data.length + 8)));
	return made;
}

/** The checksum that PNG asks for (CRC-32); the library that compresses keeps its own to itself. */
export function checksum(bytes: Uint8Array): number {
	let sum = 0xffffffff;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return (sum ^ 0xffffffff) >>> 0;
}

function withChunks(image: Uint8Array, chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const more = chunks.reduce((sum, { length }) => sum + length, 0);
	const made = new Uint8Array(image.length + more);
	made.set(image.subarray(0, AFTER_HEADER));
	let at = AFTER_HEADER;
	for (const one of chunks) {
		made.set(one, at);
		at += one.length;
	}
	made.set(image.subarray(AFTER_HEADER), at);
	return made;
}
