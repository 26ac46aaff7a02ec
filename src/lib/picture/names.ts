/** Names on a map, the first of a list before the others, none over another. */
import type { Mark } from './marks.ts';
import type { Size } from './plane.ts';
import { widthOf } from './text.ts';

interface Named {
	text: string;
	x: number;
	y: number;
}

/** Room for names on a picture: each takes its own. `grown` is how large things are there. */
export function roomFor({ width, height }: Size, grown: number) {
	const taken: { left: number; right: number; top: number; bottom: number }[] = [];
	const gap = 3 * grown;
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
