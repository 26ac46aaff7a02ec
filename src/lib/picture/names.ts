/** Names on a map, the first of a list before the others, none over another. */
import type { Mark, Size } from '../document/picture.ts';
import { widthOf } from '../export/text-width.ts';

interface Named {
	text: string;
	x: number;
	y: number;
}

interface Room {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Room for names on a picture: each takes its own. `grown` is how large things are there. */
export function roomFor(
	{ width, height }: Size,
	grown: number,
	marks: readonly (readonly [x: number, y: number])[] = []
) {
	const gap = 3 * grown;
	/** Where the scale, the sign for north and the words on the ground will stand. */
	const taken: Room[] = [
		{ left: 0, right: width * 0.24, top: height - 36 * grown, bottom: height },
		{ left: width - 44 * grown, right: width, top: 0, bottom: 52 * grown },
		...marks.map(([x, y]) => ({ left: x - 12, right: x + 12, top: y - 12, bottom: y + 12 })),
		{ left: width - 290, right: width, top: height - 22 * grown, bottom: height }
	];
	return {
		/** The names there is room for, at most so many. */
		of(
			names: readonly Named[],
			{ size, colour, most }: { size: number; colour: string; most: number }
		): Mark[] {
			const shown: Mark[] = [];
			for (const { text, x, y } of names) {
				if (shown.length >= most) break;
				const half = widthOf(text, size, true) / 2 + gap;
				const room = { left: x - half, right: x + half, top: y - size - gap, bottom: y + gap };
				const isIn = room.left > 0 && room.right < width && room.top > 0 && room.bottom < height;
				const isFree = taken.every(
					({ left, right, top, bottom }) =>
						room.right < left || room.left > right || room.bottom < top || room.top > bottom
				);
				if (!isIn || !isFree) continue;
				taken.push(room);
				shown.push({ kind: 'label', text, x, y, size, colour });
			}
			return shown;
		}
	};
}
