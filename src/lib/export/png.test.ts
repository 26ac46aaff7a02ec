import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../document/document.ts';
import type { Picture } from '../document/picture.ts';
import { checksum, toPng } from './png.ts';

/** A signature, a header and an end: no picture, but a file with chunks. */
const EMPTY = new Uint8Array(8 + 25 + 12);
new DataView(EMPTY.buffer).setUint32(8, 13);
EMPTY.set([0x49, 0x48, 0x44, 0x52], 12);
EMPTY.set([0x49, 0x45, 0x4e, 0x44], 8 + 25 + 4);

const picture: Picture = {
	keys: [],
	alt: 'Map: a café & “more”.',
	draw: ({ width, height }) => ({
		width,
		height,
		sea: '#dbe7ee',
		marks: [],
		scale: { length: 10, words: '1 km' },
		attribution: ''
	})
};
const document = { ...documentOf('Halls', { columns: [], rows: [] }), picture };
const making = { signal: new AbortController().signal, progress: () => undefined };

/** The chunks of a file by name; throws where a checksum is wrong. */
function chunksOf(file: Uint8Array): Map<string, Uint8Array> {
	const view = new DataView(file.buffer, file.byteOffset);
	const found = new Map<string, Uint8Array>();
	for (let at = 8; at < file.length;) {
		const length = view.getUint32(at);
		const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
		if (name !== 'IHDR' && name !== 'IEND') {
			expect(view.getUint32(at + 8 + length)).toBe(
				checksum(file.subarray(at + 4, at + 8 + length))
			);
		}
		found.set(found.has(name) ? `${name}-2` : name, file.subarray(at + 8, at + 8 + length));
		at += length + 12;
	}
	return found;
}

it('has the checksum of the standard', () => {
	expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

describe('a picture as an image', () => {
	it('is drawn as large as its sheet, and says for paper how large that is', async () => {
		const sizes: unknown[] = [];
		const pixels = (_svg: string, size: unknown) => {
			sizes.push(size);
			return Promise.resolve(EMPTY);
		};
		const chunks = chunksOf(await toPng(document, 'a4', { ...making, pixels }));
		expect(sizes).toEqual([{ width: 3508, height: 2480 }]);
		const density = chunks.get('pHYs');
		expect(density && new DataView(density.buffer, density.byteOffset).getUint32(0)).toBe(11811);
		expect(chunksOf(await toPng(document, 'wide', { ...making, pixels })).has('pHYs')).toBe(false);
		expect(sizes[1]).toEqual({ width: 1920, height: 1080 });
	});

	it('holds its title and what it shows in words', async () => {
		const pixels = () => Promise.resolve(EMPTY);
		const chunks = chunksOf(await toPng(document, 'square', { ...making, pixels }));
		const said = ['iTXt', 'iTXt-2'].map((name) => {
			const data = chunks.get(name) ?? new Uint8Array();
			const keyword = data.indexOf(0);
			return [
				new TextDecoder().decode(data.subarray(0, keyword)),
				inflateSync(data.subarray(keyword + 5)).toString()
			];
		});
		expect(said).toEqual([
			['Title', 'Halls'],
			['Description', picture.alt]
		]);
	});

	it('is refused where nothing can draw, and where there is no picture', async () => {
		await expect(toPng(document, 'wide', making)).rejects.toThrow('nothing here can draw');
		const without = documentOf('Halls', { columns: [], rows: [] });
		const pixels = () => Promise.resolve(EMPTY);
		await expect(toPng(without, 'wide', { ...making, pixels })).rejects.toThrow('no picture');
	});
});
