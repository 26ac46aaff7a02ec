/** Pictures made of SVG at build, as pixels: by the same code on every machine, so with the same bytes. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const WASM = '@resvg/resvg-wasm/index_bg.wasm';

/** Loaded once: the library refuses a second time. */
let ready: Promise<void> | undefined;

/** An SVG without letters as PNG, in its own size. Throws where it is no SVG. */
export async function toPng(svg: string): Promise<Uint8Array> {
	ready ??= readFile(createRequire(import.meta.url).resolve(WASM)).then((bytes) => initWasm(bytes));
	await ready;
	const drawing = new Resvg(svg);
	const image = drawing.render();
	try {
		return image.asPng();
	} finally {
		image.free();
		drawing.free();
	}
}
