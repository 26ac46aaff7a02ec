/** Small pictures drawn once for the map: point shapes, hatches, the "no data" pattern. */
import type { PointShape } from '../layers/layer.ts';

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
	const context = canvas.getContext('2d');
	if (!context) throw new Error('this browser cannot draw on a canvas');
	context.scale(PIXEL_RATIO, PIXEL_RATIO);
	paint(context, size);
	return {
		image: context.getImageData(0, 0, canvas.width, canvas.height),
		pixelRatio: PIXEL_RATIO
	};
}

const OUTLINES: Record<
	PointShape,
	(context: CanvasRenderingContext2D, centre: number, radius: number) => void
> = {
	circle(context, centre, radius) {
		context.arc(centre, centre, radius, 0, 2 * Math.PI);
	},
	diamond(context, centre, radius) {
		const reach = radius * 1.2;
		context.moveTo(centre, centre - reach);
		context.lineTo(centre + reach, centre);
		context.lineTo(centre, centre + reach);
		context.lineTo(centre - reach, centre);
		context.closePath();
	}
};

/** A point: filled, or hollow for an asset that has not been listed lately. */
export function pointIcon(
	shape: PointShape,
	colour: string,
	hollow: boolean,
	radius: number
): MapIcon {
	return draw(radius * 2 + 8, (context, size) => {
		const path = (r: number) => {
			context.beginPath();
			OUTLINES[shape](context, size / 2, r);
		};
		path(radius + 1.5);
		context.fillStyle = '#ffffff';
		context.fill();
		path(radius);
		if (hollow) {
			context.lineWidth = 2;
			context.strokeStyle = colour;
			path(radius - 1);
			context.stroke();
		} else {
			context.fillStyle = colour;
			context.fill();
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
