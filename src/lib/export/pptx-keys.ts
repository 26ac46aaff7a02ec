/** Legends and charts as the shapes of a slide, each with a name, to be edited by hand. */
import { PLAN_COLOURS } from '../document/plan-colours.ts';
import type PptxGenJS from 'pptxgenjs';
import type { Key, KeySymbol } from '../document/picture.ts';
import type { Bars } from '../document/document.ts';
import {
	addHub,
	around,
	hex,
	INK,
	NO_DATA,
	POINTS_TO_AN_INCH,
	textBox,
	UNITS,
	type Box
} from './pptx-map.ts';
import { linesOfText } from './text-width.ts';

/** Legends below one another; their notes are left out where there is no room for them. */
export function addKeys(
	slide: PptxGenJS.Slide,
	keys: readonly Key[],
	box: Box,
	group: string
): void {
	const blind = { addText: () => blind, addShape: () => blind };
	const fits = addAll(blind as unknown as PptxGenJS.Slide, keys, box, group) <= box.y + box.h;
	addAll(slide, fits ? keys : keys.map((key) => ({ ...key, note: null })), box, group);
}

function addAll(slide: PptxGenJS.Slide, keys: readonly Key[], box: Box, group: string): number {
	let y = box.y;
	keys.forEach((key, at) => {
		y = addKey(slide, key, { ...box, y }, `${group}${at + 1} `) + 0.09;
	});
	return y;
}

const SIZE = 11;

function addKey(
	slide: PptxGenJS.Slide,
	{ title, strip, rows, grid, note }: Key,
	{ x, y: top, w }: Box,
	group: string
): number {
	let y = top;
	const put = (text: string, box: Box, more: PptxGenJS.TextPropsOptions = {}) =>
		slide.addText(text, {
			...textBox(box),
			fontSize: SIZE,
			color: INK,
			...more,
			objectName: `${group}${text.slice(0, 40)}`
		});
	const tall = (text: string, size: number, wide = w) =>
		(linesOfText(text, { width: wide * POINTS_TO_AN_INCH, size }).length * size * 1.2) /
		POINTS_TO_AN_INCH;
	if (title !== '') {
		const h = tall(title, SIZE);
		put(title, { x, y, w, h }, { bold: true });
		y += h + 0.05;
	}
	if (strip) {
		const all = strip.steps.flatMap(({ colours }) => colours);
		const wide = w / Math.max(1, all.length);
		let at = x;
		for (const { short, colours, count } of strip.steps) {
			colours.forEach((colour, i) => {
				slide.addShape('rect', {
					x: at + i * wide,
					y,
					w: wide,
					h: 0.18,
					fill: colour === null ? { color: NO_DATA } : { color: hex(colour) },
					line: { color: '77757C', width: 0.5 },
					objectName: `${group}colour of ${short}, ${i + 1}`
				});
			});
			const step = { x: at, y: y + 0.2, w: colours.length * wide, h: 0.36 };
			put(`${short}\n${count}`, step, { fontSize: 9, align: 'center' });
			at += colours.length * wide;
		}
		y += 0.57;
		if (strip.ends) {
			put(strip.ends[0], { x, y, w: w / 2, h: 0.16 }, { fontSize: 9 });
			put(strip.ends[1], { x: x + w / 2, y, w: w / 2, h: 0.16 }, { fontSize: 9, align: 'right' });
			y += 0.2;
		}
	}
	for (const { symbol, label, count } of rows) {
		const room = w - 0.42 - (count === null ? 0 : 0.55);
		const h = Math.max(0.22, tall(label, SIZE, room));
		addSymbol(slide, symbol, x, y + 0.03, `${group}sign: ${label.slice(0, 40)}`);
		put(label, { x: x + 0.4, y, w: room, h }, { valign: 'middle' });
		if (count !== null)
			put(count, { x: x + w - 0.55, y, w: 0.55, h }, { align: 'right', valign: 'middle' });
		y += h + 0.03;
	}
	if (grid) {
		const label = w * 0.38;
		const cell = (w - label) / grid.columns.length;
		grid.columns.forEach((words, at) =>
			put(
				words,
				{ x: x + label + at * cell, y, w: cell, h: 0.18 },
				{ fontSize: 9, align: 'center' }
			)
		);
		y += 0.2;
		for (const row of grid.rows) {
			put(`${row.label}\n${row.about}`, { x, y, w: label - 0.05, h: 0.36 }, { fontSize: 9 });
			row.cells.forEach(({ colour, count, isOutlined }, at) => {
				slide.addShape('rect', {
					x: x + label + at * cell + 0.02,
					y: y + 0.02,
					w: cell - 0.04,
					h: 0.34,
					fill: { color: hex(colour) },
					line: isOutlined ? { color: 'FFAB00', width: 2.5 } : { color: '77757C', width: 0.5 },
					objectName: `${group}${row.label}, ${grid.columns[at] ?? ''}`
				});
				slide.addText(count, {
					...textBox({ x: x + label + (at + 0.5) * cell - 0.2, y: y + 0.1, w: 0.4, h: 0.18 }),
					shape: 'rect',
					fill: { color: 'FFFFFF' },
					fontSize: 10,
					bold: true,
					align: 'center',
					valign: 'middle',
					color: INK,
					objectName: `${group}${row.label}, ${grid.columns[at] ?? ''}: number`
				});
			});
			y += 0.38;
		}
	}
	if (note) {
		const h = tall(note, 9);
		put(note, { x, y: y + 0.03, w, h }, { fontSize: 9 });
		y += h + 0.04;
	}
	return y;
}

function addSymbol(
	slide: PptxGenJS.Slide,
	symbol: KeySymbol,
	x: number,
	y: number,
	objectName: string
): void {
	const box = { x, y, w: 0.3, h: 0.16 };
	const edge = { color: '77757C', width: 0.5 };
	switch (symbol.kind) {
		case 'fill':
			slide.addShape('rect', {
				...box,
				fill: { color: hex(symbol.colour) },
				line: edge,
				objectName
			});
			break;
		case 'no-data':
			slide.addShape('rect', { ...box, fill: { color: NO_DATA }, line: edge, objectName });
			break;
		case 'marking':
			slide.addShape('rect', {
				...box,
				fill: { color: '33206E' },
				line: { color: hex(symbol.colour), width: 2 },
				objectName
			});
			break;
		case 'selected':
			slide.addShape('rect', {
				...box,
				fill: { color: 'EBE8E0' },
				line: { color: INK, width: 2 },
				objectName
			});
			break;
		case 'line':
		case 'journey': {
			const [colour, width] =
				symbol.kind === 'line' ? [symbol.colour, symbol.width] : [PLAN_COLOURS.journey, 3];
			slide.addShape('line', {
				...box,
				y: y + 0.08,
				h: 0,
				line: { color: hex(colour), width },
				objectName
			});
			break;
		}
		case 'circle': {
			const radius = Math.min(0.15, symbol.radius / UNITS);
			slide.addShape('ellipse', {
				...around(x + 0.15, y + 0.08, radius),
				fill: { color: hex(symbol.colour), transparency: 28 },
				objectName
			});
			break;
		}
		case 'point':
		case 'building': {
			const [colour, hollow] =
				symbol.kind === 'point' ? [hex(symbol.colour), symbol.hollow] : [INK, true];
			slide.addShape('ellipse', {
				...around(x + 0.15, y + 0.08, 0.055),
				fill: { color: hollow ? 'FFFFFF' : colour },
				line: { color: colour, width: 1 },
				objectName
			});
			break;
		}
		case 'hub':
			addHub(slide, around(x + 0.15, y + 0.08, 0.1), symbol.number, symbol.standing, objectName);
			break;
	}
}

/** Bars with their numbers beside them, and their intervals as lines. */
export function addBars(
	slide: PptxGenJS.Slide,
	{ title, rows, note, from }: Bars,
	box: Box,
	group: string
): void {
	const place = (name: string) => `${group}${name}`;
	const largest = Math.max(
		...rows.map(({ value, interval }) => Math.max(value ?? from, interval?.[1] ?? from)),
		from + 1e-9
	);
	const [label, number] = [box.w * 0.3, box.w * 0.2];
	const wide = box.w - label - number;
	const along = (value: number) => (Math.max(0, value - from) / (largest - from)) * wide;
	const h = Math.min(0.42, (box.h - 0.6) / Math.max(1, rows.length));
	slide.addText(title, {
		...textBox({ x: box.x, y: box.y, w: box.w, h: 0.25 }),
		fontSize: 12,
		bold: true,
		color: INK,
		objectName: place('Title of the chart')
	});
	const left = box.x + label;
	rows.forEach(({ label: name, value, text, interval }, at) => {
		const y = box.y + 0.35 + at * h;
		slide.addText(name, {
			...textBox({ x: box.x, y, w: label - 0.1, h }),
			fontSize: 11,
			valign: 'middle',
			align: 'right',
			color: INK,
			objectName: place(`Name: ${name}`)
		});
		if (value !== null) {
			slide.addShape('rect', {
				x: left,
				y: y + h * 0.18,
				w: Math.max(0.01, along(value)),
				h: h * 0.64,
				fill: { color: '4A2FA8' },
				objectName: place(`Bar: ${name}`)
			});
		}
		if (interval) {
			const [low, high] = interval.map(along) as [number, number];
			slide.addShape('line', {
				x: left + low,
				y: y + h / 2,
				w: high - low,
				h: 0,
				line: { color: 'FFAB00', width: 2.5 },
				objectName: place(`Likely range: ${name}`)
			});
		}
		const end = Math.max(value === null ? 0 : along(value), interval ? along(interval[1]) : 0);
		slide.addText(text, {
			...textBox({ x: left + end + 0.08, y, w: box.w - label - end, h }),
			fontSize: 11,
			valign: 'middle',
			color: INK,
			objectName: place(`Figure: ${name}`)
		});
	});
	if (note) {
		slide.addText(note, {
			...textBox({ x: box.x, y: box.y + 0.4 + rows.length * h, w: box.w, h: 0.25 }),
			fontSize: 9,
			color: INK,
			objectName: place('Note on the chart')
		});
	}
}
