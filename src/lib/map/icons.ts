/** Small pictures drawn once for the map: point shapes, hatches, the "no data" pattern. */
import { POINT_SHAPES, type PointShape } from '../layers/shapes.ts';

/** Drawn at twice the size, shown at half: sharp on every screen. */
const PIXEL_RATIO = 2;

export interface MapIcon {
	image: ImageData;
	pixelRatio: number;
}

function draw(
	size: number,
	paint: (context: CanvasRenderingContext2D, size: number) => void
): MapIcon {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = size * PIXEL_RATIO;
	// Drawn by the processor: reading a picture back from the graphics would hold up the map.
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('this browser cannot draw on a canvas');
	context.scale(PIXEL_RATIO, PIXEL_RATIO);
	paint(context, size);
	return {
		image: context.getImageData(0, 0, canvas.width, canvas.height),
		pixelRatio: PIXEL_RATIO
	};
}

/** A point: filled, or hollow for an asset that has not been listed lately. */
export function pointIcon(
	shape: PointShape,
	colour: string,
	hollow: boolean,
	radius: number
): MapIcon {
	return draw(Math.ceil(radius * 2.9) + 6, (context, size) => {
		const outline = new Path2D();
		outline.addPath(new Path2D(POINT_SHAPES[shape]), new DOMMatrix([radius, 0, 0, radius, 0, 0]));
		context.translate(size / 2, size / 2);
		context.lineJoin = 'round';
		context.strokeStyle = '#ffffff';
		context.lineWidth = hollow ? 5 : 3;
		context.stroke(outline);
		context.fillStyle = hollow ? '#ffffff' : colour;
		context.fill(outline);
		if (hollow) {
			context.strokeStyle = colour;
			context.lineWidth = 2;
			context.stroke(outline);
		}
	});
}

/** Diagonal lines that repeat without a seam. */
export function hatchIcon(colour: string, background: string | null, width: number): MapIcon {
	return draw(8, (context, size) => {
		if (background !== null) {
			context.fillStyle = background;
			context.fillRect(0, 0, size, size);
		}
		context.strokeStyle = colour;
		context.lineWidth = width;
		for (const shift of [-size, 0, size]) {
			context.beginPath();
			context.moveTo(shift - 2, size + 2);
			context.lineTo(shift + size + 2, -2);
			context.stroke();
		}
	});
}
