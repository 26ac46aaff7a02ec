import type { Size } from '../document/picture.ts';

/** A drawing as an image (PNG), by the browser. Throws where it cannot draw so large a one. */
export async function pixels(
	svg: string,
	{ width, height }: Size
): Promise<Uint8Array<ArrayBuffer>> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = width;
		canvas.height = height;
		// Drawn where its pixels are read. Without a graphics card of its own a device takes six times as
		// long to draw it elsewhere and fetch it back.
		const context = canvas.getContext('2d', { willReadFrequently: true });
		if (!context) throw new Error('this browser cannot draw on a canvas');
		context.drawImage(image, 0, 0, width, height);
		const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
		if (!file) throw new Error('this device has too little memory for so large a picture');
		return new Uint8Array(await file.arrayBuffer());
	} finally {
		URL.revokeObjectURL(address);
	}
}
