/** The writer of SVG: a picture on a sheet, with all that has to go with it. */
import { sourceWords, type Document } from '../document/document.ts';
import type { DrawnMap, Key, KeyGrid, KeyRow, Picture, Size } from '../document/picture.ts';
import { formatDay } from '../text/document-date.ts';
import { keySymbol, NO_DATA_PATTERN } from './key-symbols.ts';
import { escapeXml } from '../text/xml.ts';
import type { Sheet } from './sheets.ts';
import { INK, label, mapSvg, n } from './svg-marks.ts';
import { FACES, linesOfText, wholeSentences, widthOf } from './text-width.ts';

const [QUIET, RULE] = ['#4d4b55', '#a7a5ad'];

/** SVG text of the picture of a document on a sheet. Throws where it has none. */
export function toSvg(document: Document, sheet: Sheet): string {
	const { picture } = document;
	if (!picture) throw new Error(`“${document.title}” has no picture`);
	const page = new Page(sheet.unit);
	layOut(document, picture, sheet, page);
	const { width, height, pixels } = sheet;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${Math.round((pixels * height) / width)}" viewBox="0 0 ${width} ${height}" text-rendering="geometricPrecision" role="img" aria-labelledby="title about" font-family="${escapeXml(FACES)}">`,
		`<title id="title">${escapeXml(document.title)}</title>`,
		`<desc id="about">${escapeXml(picture.alt)}</desc>`,
		PATTERNS,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		...page.parts,
		'</svg>\n'
	].join('\n');
}

const PATTERNS = `<defs>
${NO_DATA_PATTERN}
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 7 7-1" stroke="#ffab00" stroke-width="1.6"/></pattern>
</defs>`;

/** Where things stand on the sheet: the map and, beside or below it, what explains it. */
function layOut(document: Document, picture: Picture, sheet: Sheet, page: Page): void {
	const { width, height, unit, below } = sheet;
	if (sheet.bare) {
		const box = { x: 1, y: 2, width: width - 2 * SIDE, bottom: height - 2 };
		besideAt(document, picture, box, page, FIGURE_KEYS);
		return;
	}
	const margin = 26 * unit;
	const whole = width - 2 * margin;
	let top =
		margin +
		page.text(document.title, {
			x: margin,
			y: margin,
			width: whole,
			size: 24,
			bold: true,
			most: 2
		});
	top += 4 * unit;
	const most = below ? 6 : 4;
	const lead = wholeSentences(document.sentences, { width: whole, size: 13.5 * unit, most });
	top += page.text(lead, { x: margin, y: top, width: whole, size: 13.5 }) + 8 * unit;

	const foot = footOf(document);
	const footSize = 9.5;
	const lines = foot.flatMap(({ text, most }) =>
		linesOfText(text, { width: whole, size: footSize * unit, most })
	);
	const footTop = height - margin * 0.8 - lines.length * footSize * unit * LEADING;
	page.rule(margin, footTop - 6 * unit, whole);
	page.lines(lines, { x: margin, y: footTop, size: footSize, colour: QUIET });

	const gap = 18 * unit;
	const bottom = footTop - 14 * unit;
	if (below) {
		// The map has what its legends and some of the notes leave.
		const half = (whole - gap) / 2;
		const trial = keysAt(picture.keys, { x: 0, y: 0, width: half, bottom }, new Page(unit));
		const tall = Math.max(
			(bottom - top) / 2,
			bottom - top - Math.max(trial, 190 * unit) - 10 * unit
		);
		drawnAt(picture, { x: margin, y: top, width: whole, height: tall }, page);
		const under = top + tall + 10 * unit;
		keysAt(picture.keys, { x: margin, y: under, width: half, bottom }, page);
		notesAt(document, { x: margin + half + gap, y: under, width: half, bottom }, page);
		return;
	}
	besideAt(document, picture, { x: margin, y: top, width: whole, bottom }, page);
}

/** What legends have of the width of a figure in a text, and what is left free at its sides. */
const [FIGURE_KEYS, SIDE] = [225, 3];

/** A sheet as tall as the legends of a picture need: all that a figure in a text has beside its map. */
export function tallEnough(sheet: Sheet, { keys }: Picture): Sheet {
	const { height, unit } = sheet;
	const box = { x: 0, y: 2, width: FIGURE_KEYS * unit, bottom: height };
	return { ...sheet, height: Math.max(height, Math.ceil(keysAt(keys, box, new Page(unit)))) };
}

/** The map, and beside it its legends, and the notes unless these alone are wanted, in a column so wide. */
function besideAt(
	document: Document,
	picture: Picture,
	{ x, y, width, bottom }: Box,
	page: Page,
	keysAlone?: number
): void {
	const { unit } = page;
	const [column, gap] = [(keysAlone ?? 305) * unit, 18 * unit];
	const side = x + width - column;
	drawnAt(picture, { x, y, width: width - column - gap, height: bottom - y }, page);
	const next = keysAt(picture.keys, { x: side, y, width: column, bottom }, page);
	if (keysAlone === undefined)
		notesAt(document, { x: side, y: next + 4 * unit, width: column, bottom }, page);
}

/** What stands at the foot: sources, licence, owner and link. */
function footOf({ sources, owner, address, made }: Document): { text: string; most: number }[] {
	const day = made === undefined ? '' : ` on ${formatDay(made)}`;
	return [
		{ text: `Sources: ${sources.map(sourceWords).join('. ')}.`, most: 4 },
		{ text: LICENCE, most: 2 },
		{ text: [owner, `Made with Asset Gap Map${day}.`].filter(Boolean).join(' '), most: 2 },
		...(address === null ? [] : [{ text: address, most: 3 }])
	];
}

interface Box {
	x: number;
	y: number;
	width: number;
	/** Nothing may stand below. */
	bottom: number;
}

/** The question and what is to be minded, as far as there is room. */
function notesAt({ asked, notes }: Document, box: Box, page: Page): void {
	const { x, y, width } = box;
	let { bottom } = box;
	const { unit } = page;
	let at = y;
	const size = 10.5;
	const put = (text: string, bold = false): boolean => {
		const lines = linesOfText(text, { width, size: size * unit, bold });
		const tall = lines.length * size * unit * LEADING;
		if (at + tall > bottom) return false;
		page.lines(lines, { x, y: at, size, bold, colour: bold ? INK : QUIET });
		at += tall + 2.5 * unit;
		return true;
	};
	const line = size * unit * LEADING;
	if (asked.length > 0) {
		// Whatever was asked, the first caveat must stand.
		const [first = ''] = notes;
		const kept = (linesOfText(first, { width, size: size * unit }).length + 3) * (line + 3 * unit);
		const whole = bottom;
		bottom -= notes.length > 0 ? kept : 0;
		put('What is shown', true);
		const fits = asked.every(({ label, value }) => put(`${label}: ${value}`));
		bottom = whole;
		if (!fits) put('The whole question is on the page of the link.');
		at += 4 * unit;
	}
	if (notes.length === 0 || at + 3 * line > bottom) return;
	put('Read with care', true);
	let shown = 0;
	for (const note of notes) {
		const isLast = shown === notes.length - 1;
		const tall = linesOfText(note, { width, size: size * unit }).length * line;
		if (at + tall + (isLast ? 0 : line + 3 * unit) > bottom) break;
		put(note);
		shown++;
	}
	const left = notes.length - shown;
	if (left > 0)
		put(`${left === 1 ? 'One more note is' : `${left} more notes are`} on the page of the link.`);
}

function keysAt(keys: readonly Key[], box: Box, page: Page): number {
	let y = box.y;
	for (const key of keys) y = keyAt(key, { ...box, y }, page) + 9 * page.unit;
	return y;
}

const KEY = 11.5;

/** One legend; gives where it ends. */
function keyAt(
	{ title, strip, rows, grid, note }: Key,
	{ x, y: top, width }: Box,
	page: Page
): number {
	const { unit } = page;
	let y = top;
	if (title !== '') y += page.text(title, { x, y, width, size: KEY, bold: true }) + 3 * unit;
	if (strip) {
		const all = strip.steps.flatMap(({ colours }) => colours);
		const wide = width / Math.max(1, all.length);
		const tall = 14 * unit;
		let at = x;
		for (const { short, colours, count } of strip.steps) {
			colours.forEach((colour, i) => {
				page.rect(at + i * wide, y, wide, tall, colour ?? 'url(#no-data)', '#77757c');
			});
			const middle = at + (colours.length * wide) / 2;
			page.centred(short, middle, y + tall + 11 * unit, 10);
			page.centred(count, middle, y + tall + 23 * unit, 10, QUIET);
			at += colours.length * wide;
		}
		y += tall + 27 * unit;
		if (strip.ends) {
			page.lines([strip.ends[0]], { x, y, size: 10, colour: QUIET });
			page.ended(strip.ends[1], x + width, y + 9 * unit, 10, QUIET);
			y += 14 * unit;
		}
	}
	for (const row of rows) y = rowAt(row, { x, y, width }, page);
	if (grid) y = gridAt(grid, { x, y, width }, page);
	if (note) y += page.text(note, { x, y: y + unit, width, size: 9.5, colour: QUIET });
	return y;
}

function rowAt(
	{ symbol, label, count }: KeyRow,
	{ x, y, width }: Omit<Box, 'bottom'>,
	page: Page
): number {
	const { unit } = page;
	const tall = symbol.kind === 'circle' ? Math.max(17, 2 * symbol.radius + 3) : 17;
	page.parts.push(
		`<g transform="translate(${n(x)} ${n(y)}) scale(${n(unit)})">${keySymbol(symbol, tall)}</g>`
	);
	const wide = symbol.kind === 'circle' ? 66 : 30;
	const room = width - wide * unit - (count === null ? 0 : widthOf(count, KEY * unit) + 8 * unit);
	const lines = linesOfText(label, { width: room, size: KEY * unit });
	page.lines(lines, { x: x + wide * unit, y: y + ((tall - KEY * LEADING) / 2) * unit, size: KEY });
	if (count !== null) page.ended(count, x + width, y + (tall / 2 + KEY * 0.36) * unit, KEY);
	return y + Math.max(tall, lines.length * KEY * LEADING + 2) * unit;
}

function gridAt(
	{ columns, rows }: KeyGrid,
	{ x, y, width }: Omit<Box, 'bottom'>,
	page: Page
): number {
	const { unit } = page;
	const label = width * 0.4;
	const cell = (width - label) / columns.length;
	const tall = 30 * unit;
	columns.forEach((words, at) =>
		page.centred(words, x + label + (at + 0.5) * cell, y + 10 * unit, 10)
	);
	let at = y + 15 * unit;
	for (const row of rows) {
		page.lines([row.label], { x, y: at + 1 * unit, size: 10, bold: true });
		page.lines(linesOfText(row.about, { width: label - 4 * unit, size: 9 * unit, most: 2 }), {
			x,
			y: at + 12 * unit,
			size: 9,
			colour: QUIET
		});
		row.cells.forEach(({ colour, count, isOutlined }, i) => {
			const left = x + label + i * cell;
			page.rect(
				left + 1,
				at + 1,
				cell - 2,
				tall - 2,
				colour,
				isOutlined ? '#ffab00' : '#77757c',
				isOutlined ? 3 : 1
			);
			const wide = widthOf(count, 10.5 * unit, true) + 8 * unit;
			page.rect(left + cell / 2 - wide / 2, at + tall / 2 - 7.5 * unit, wide, 15 * unit, '#ffffff');
			page.centred(count, left + cell / 2, at + tall / 2 + 3.8 * unit, 10.5, INK, true);
		});
		at += tall;
	}
	return at + 3 * unit;
}

/** The map in a frame, with its scale, north, and whose the ground is. */
function drawnAt(picture: Picture, frame: Size & { x: number; y: number }, page: Page): void {
	const { x, y, width, height } = frame;
	const { unit, detail } = page;
	const map = picture.draw({ width, height }, detail);
	page.parts.push(
		`<clipPath id="frame"><rect width="${n(width)}" height="${n(height)}"/></clipPath>`,
		`<g transform="translate(${n(x)} ${n(y)})"><g clip-path="url(#frame)">`,
		mapSvg(map),
		'</g>'
	);
	if (map.scale) page.parts.push(...scaleAndNorth(map.scale, { width, height }, unit));
	page.parts.push(
		`<text x="${n(width - 6 * unit)}" y="${n(height - 5 * unit)}" text-anchor="end" font-size="${n(8.5 * unit)}" fill="${INK}" stroke="#ffffff" stroke-width="2.5" paint-order="stroke">${escapeXml(map.attribution)}</text>`,
		`<rect width="${n(width)}" height="${n(height)}" fill="none" stroke="${RULE}"/>`,
		'</g>'
	);
}

/** How long a line on the ground is, and which way is north. */
function scaleAndNorth(
	{ length, words }: NonNullable<DrawnMap['scale']>,
	{ width, height }: Size,
	unit: number
): string[] {
	const foot = height - 10 * unit;
	const left = 12 * unit;
	const line = `M${n(left)} ${n(foot - 5 * unit)}V${n(foot)}H${n(left + length)}V${n(foot - 5 * unit)}`;
	return [
		`<g id="scale" stroke-linecap="square"><path d="${line}" fill="none" stroke="#ffffff" stroke-width="${n(4 * unit)}"/><path d="${line}" fill="none" stroke="${INK}" stroke-width="${n(1.5 * unit)}"/></g>`,
		label({
			text: words,
			x: left + length / 2,
			y: foot - 8 * unit,
			size: 10.5 * unit,
			colour: INK
		}),
		`<g id="north" transform="translate(${n(width - 20 * unit)} ${n(14 * unit)}) scale(${n(unit)})"><path d="M0 0 6 17 0 13-6 17z" fill="${INK}" stroke="#ffffff" stroke-width="1.5" paint-order="stroke"/></g>`,
		label({ text: 'N', x: width - 20 * unit, y: 42 * unit, size: 12 * unit, colour: INK })
	];
}

/** On which terms a picture may be used. */
const LICENCE =
	'Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2025. Town names: GeoNames, CC BY 4.0. Every source with its licence: see the page “Data” of the site.';

const LEADING = 1.28;

interface Written {
	x: number;
	y: number;
	size: number;
	bold?: boolean;
	colour?: string;
}

/** What is written on a sheet so far. Sizes of text are in units of the sheet, places are not. */
class Page {
	readonly unit: number;
	readonly parts: string[] = [];
	constructor(unit: number) {
		this.unit = unit;
	}

	/** How closely the map is drawn. */
	get detail() {
		return { steps: 4, triangle: 0.6 };
	}

	/** Writes a text in lines of a width; gives its height. */
	text(
		text: string,
		{ width, most = Infinity, ...look }: Written & { width: number; most?: number }
	): number {
		const { size, bold = false } = look;
		const lines = linesOfText(text, { width, size: size * this.unit, bold, most });
		this.lines(lines, look);
		return lines.length * size * this.unit * LEADING;
	}

	lines(lines: readonly string[], { x, y, size, bold = false, colour = INK }: Written): void {
		const high = size * this.unit;
		lines.forEach((line, at) => {
			const down = y + high * 0.95 + at * high * LEADING;
			this.#put(line, { x, y: down, size: high, bold, colour }, '');
		});
	}

	centred(text: string, x: number, y: number, size: number, colour = INK, bold = false): void {
		this.#put(text, { x, y, size: size * this.unit, bold, colour }, ' text-anchor="middle"');
	}

	ended(text: string, x: number, y: number, size: number, colour = INK): void {
		this.#put(text, { x, y, size: size * this.unit, bold: false, colour }, ' text-anchor="end"');
	}

	#put(text: string, { x, y, size, bold, colour }: Required<Written>, anchor: string): void {
		this.parts.push(
			`<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}"${bold ? ' font-weight="700"' : ''} fill="${colour}"${anchor}>${escapeXml(text)}</text>`
		);
	}

	rect(
		x: number,
		y: number,
		width: number,
		height: number,
		fill: string,
		stroke?: string,
		wide = 0.6
	): void {
		this.parts.push(
			`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${wide}"` : ''}/>`
		);
	}

	rule(x: number, y: number, width: number): void {
		this.parts.push(`<path d="M${n(x)} ${n(y)}h${n(width)}" stroke="${RULE}" fill="none"/>`);
	}
}
