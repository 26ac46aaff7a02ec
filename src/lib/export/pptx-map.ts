/** A map as the shapes of a slide, each with a name, to be edited by hand. */
import type PptxGenJS from 'pptxgenjs';
import { widthOf } from './text-width.ts';
import { PLAN_COLOURS } from '../document/plan-colours.ts';
import type { Detail, DrawnMap, Fill, Line, Mark, Picture, Stroke } from '../document/picture.ts';

/** In inches. */
export interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

type Point = NonNullable<PptxGenJS.ShapeProps['points']>[number];
type Ground = Pick<PptxGenJS.ShapeProps, 'fill' | 'line'>;

/** Points of all shapes of a map, and how many shapes it may have: more, and programs grow slow. */
export const MOST_POINTS = 15_000;
export const MOST_SHAPES = 300;
/** Larger areas that stand each by itself; of more, those of one colour are one shape. */
const MOST_AREAS = 220;
/** Units of a drawing to an inch. */
export const UNITS = 100;
export const POINTS_TO_AN_INCH = 72;
export const INK = '17171F';
/** Becomes the pattern of no data when the file is put together. */
export const NO_DATA = 'E3E1DA';

/** Draws the map of a picture, as closely as the number of points allows; each shape's name begins with `group`. */
export function addMap(slide: PptxGenJS.Slide, picture: Picture, box: Box, group: string): void {
	const map = drawnWithin(picture, box);
	const place = (name: string) => `${group}${name}`;
	slide.addShape('rect', { ...box, fill: { color: hex(map.sea) }, objectName: place('Sea') });
	for (const mark of map.marks) addMark(slide, mark, box, place);
	if (map.scale) addScale(slide, map.scale, box, place);
	slide.addText(map.attribution, {
		...textBox({ x: box.x + box.w - 3.4, y: box.y + box.h - 0.2, w: 3.36, h: 0.18 }),
		fontSize: 7,
		align: 'right',
		color: INK,
		objectName: place('Whose the ground is')
	});
}

/** How long a line on the ground is, and which way is north. */
function addScale(
	slide: PptxGenJS.Slide,
	{ length, words }: NonNullable<DrawnMap['scale']>,
	box: Box,
	place: (name: string) => string
): void {
	const [left, foot] = [box.x + 0.12, box.y + box.h - 0.12];
	const inches = length / UNITS;
	slide.addShape('rect', {
		x: left,
		y: foot - 0.03,
		w: inches,
		h: 0.03,
		fill: { color: INK },
		line: { color: 'FFFFFF', width: 0.5 },
		objectName: place('Scale')
	});
	slide.addText(words, {
		...textBox({ x: left, y: foot - 0.25, w: Math.max(inches, 0.6), h: 0.2 }),
		fontSize: 9,
		bold: true,
		color: INK,
		objectName: place('Scale in words')
	});
	slide.addShape('triangle', {
		x: box.x + box.w - 0.32,
		y: box.y + 0.12,
		w: 0.14,
		h: 0.2,
		fill: { color: INK },
		line: { color: 'FFFFFF', width: 0.5 },
		objectName: place('North')
	});
	slide.addText('N', {
		...textBox({ x: box.x + box.w - 0.4, y: box.y + 0.32, w: 0.3, h: 0.2 }),
		fontSize: 10,
		bold: true,
		align: 'center',
		color: INK,
		objectName: place('North in words')
	});
}

/** The drawing with the finest detail that stays within the points, and areas of one colour together where they are many. */
export function drawnWithin(picture: Picture, { w, h }: Pick<Box, 'w' | 'h'>): DrawnMap {
	const size = { width: w * UNITS, height: h * UNITS };
	for (let triangle = 0.5; ; triangle *= 2) {
		const detail: Detail = { steps: 4, triangle };
		const map = picture.draw(size, detail);
		const marks = together(map.marks);
		if (pointsOf(marks) <= MOST_POINTS || triangle > 5000) return { ...map, marks };
	}
}

const pointsOf = (marks: readonly Mark[]): number =>
	marks.reduce((sum, mark) => {
		if (mark.kind === 'area') return sum + sizeOf(mark.rings);
		if (mark.kind === 'lines') return sum + sizeOf(mark.lines);
		return mark.kind === 'points' ? sum + mark.at.length * CORNERS : sum + 1;
	}, 0);
const sizeOf = (lines: readonly Line[]): number =>
	lines.reduce((sum, { length }) => sum + length + 1, 0);

/** Areas of one colour as one, where each by itself would be too many. */
function together(marks: readonly Mark[]): readonly Mark[] {
	const areas = marks.filter((mark) => mark.kind === 'area');
	if (areas.length <= MOST_AREAS) return marks;
	const merged = new Map<string, Extract<Mark, { kind: 'area' }>>();
	for (const area of areas) {
		const key = JSON.stringify([area.fill, area.name === 'Land']);
		const before = merged.get(key);
		merged.set(
			key,
			before
				? { ...before, name: 'Areas of one colour', rings: [...before.rings, ...area.rings] }
				: area
		);
	}
	const rest = marks.filter((mark) => mark.kind !== 'area');
	const before = marks.findIndex((mark) => mark.kind === 'area');
	return [...marks.slice(0, before), ...merged.values(), ...rest.slice(before)];
}

function addMark(
	slide: PptxGenJS.Slide,
	mark: Mark,
	{ x: left, y: top }: Box,
	place: (name: string) => string
): void {
	switch (mark.kind) {
		case 'area':
			addFreeform(
				slide,
				mark.rings,
				true,
				left,
				top,
				{
					fill: fillOf(mark.fill),
					...(mark.stroke && { line: strokeOf(mark.stroke) })
				},
				place(mark.name)
			);
			break;
		case 'lines':
			addFreeform(
				slide,
				mark.lines,
				false,
				left,
				top,
				{ line: strokeOf(mark.stroke) },
				place(mark.name)
			);
			break;
		case 'points': {
			const colour = hex(mark.colour);
			const ground: Ground = mark.hollow
				? { fill: { color: 'FFFFFF' }, line: { color: colour, width: 0.75 } }
				: { fill: { color: colour }, line: { color: 'FFFFFF', width: 0.4 } };
			addFreeform(
				slide,
				mark.at.map(([x, y]) => dot(x, y, mark.radius)),
				true,
				left,
				top,
				ground,
				place(mark.name)
			);
			break;
		}
		case 'circle': {
			const { x, y, radius, colour, name } = mark;
			slide.addShape('ellipse', {
				...around(left + x / UNITS, top + y / UNITS, radius / UNITS),
				fill: { color: hex(colour), transparency: 28 },
				line: { color: 'FFFFFF', width: 0.75 },
				objectName: place(name)
			});
			break;
		}
		case 'hub': {
			const { x, y, number, standing, name } = mark;
			addHub(
				slide,
				around(left + x / UNITS, top + y / UNITS, 0.12),
				number,
				standing,
				place(`Hub ${number}: ${name}`)
			);
			break;
		}
		case 'label': {
			const { text, x, y, colour, anchor, plain } = mark;
			// A ground of its own: not every program draws a halo.
			const wide = widthOf(text, 9, true) / POINTS_TO_AN_INCH + 0.06;
			slide.addText(text, {
				...textBox({
					x: left + x / UNITS - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2),
					y: top + y / UNITS - 0.13,
					w: wide,
					h: 0.15
				}),
				shape: 'rect',
				...(plain ? {} : { fill: { color: 'FFFFFF', transparency: 25 } }),
				fontSize: 9,
				bold: !plain,
				align: anchor === 'start' ? 'left' : anchor === 'end' ? 'right' : 'center',
				valign: 'middle',
				wrap: false,
				color: hex(colour),
				objectName: place(text)
			});
			break;
		}
	}
}

export const around = (x: number, y: number, radius: number): Box => ({
	x: x - radius,
	y: y - radius,
	w: 2 * radius,
	h: 2 * radius
});

export function addHub(
	slide: PptxGenJS.Slide,
	box: Box,
	number: number,
	standing: boolean,
	objectName: string
): void {
	const [dark, light] = [hex(PLAN_COLOURS.hub), hex(PLAN_COLOURS.onHub)];
	const [ground, edge] = standing ? [light, dark] : [dark, light];
	slide.addText(String(number), {
		...textBox(box),
		shape: standing ? 'rect' : 'ellipse',
		fill: { color: ground },
		line: { color: edge, width: 1.5 },
		fontSize: 9,
		bold: true,
		align: 'center',
		valign: 'middle',
		color: edge,
		objectName
	});
}

/** The library's own name for it, which its types leave out. */
const FREEFORM = 'custGeom' as PptxGenJS.SHAPE_NAME;

const CORNERS = 8;
/** A small circle with eight corners. */
const dot = (x: number, y: number, radius: number): Line =>
	Array.from({ length: CORNERS }, (_, at) => {
		const angle = (at / CORNERS) * 2 * Math.PI;
		return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
	});

/** Lines or rings as one freeform, in a box of its own; one that has no width or height is left out. */
function addFreeform(
	slide: PptxGenJS.Slide,
	lines: readonly Line[],
	isClosed: boolean,
	left: number,
	top: number,
	ground: Ground,
	objectName: string
): void {
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const line of lines) {
		for (const [x, y] of line) {
			[west, east] = [Math.min(west, x), Math.max(east, x)];
			[north, south] = [Math.min(north, y), Math.max(south, y)];
		}
	}
	if (!(east > west && south > north)) return;
	const points = lines.flatMap((line): Point[] => [
		...line.map(([x, y], at) => ({
			x: (x - west) / UNITS,
			y: (y - north) / UNITS,
			...(at === 0 && { moveTo: true })
		})),
		...(isClosed ? [{ close: true } as const] : [])
	]);
	slide.addShape(FREEFORM, {
		x: left + west / UNITS,
		y: top + north / UNITS,
		w: (east - west) / UNITS,
		h: (south - north) / UNITS,
		points,
		...ground,
		objectName
	});
}

const RGBA = /^rgba\((\d+),\s*(\d+),\s*(\d+),\s*([\d.]+)\)$/;
/** A colour in six digits. */
export function hex(colour: string): string {
	const parts = RGBA.exec(colour);
	if (!parts) return colour.replace('#', '').toUpperCase();
	return parts
		.slice(1, 4)
		.map((part) => Number(part).toString(16).padStart(2, '0'))
		.join('')
		.toUpperCase();
}

const fillOf = (fill: Fill): NonNullable<Ground['fill']> =>
	fill === 'no-data'
		? { color: NO_DATA }
		: fill === 'hatch'
			? { color: 'FFAB00', transparency: 55 }
			: { color: hex(fill.colour) };

function strokeOf({ colour, width, dashes, opacity = 1 }: Stroke): NonNullable<Ground['line']> {
	const seen = opacity * Number(RGBA.exec(colour)?.[4] ?? 1);
	return {
		color: hex(colour),
		width: Math.max(0.25, (width * POINTS_TO_AN_INCH) / UNITS),
		...(seen < 1 && { transparency: Math.round(100 * (1 - seen)) }),
		...(dashes && { dashType: 'dash' as const })
	};
}

/** A box of text without a margin. */
export const textBox = (box: Box) => ({
	...box,
	margin: 0,
	isTextBox: true,
	valign: 'top' as const
});
