/** The writer of SVG: a picture on a sheet, with all that has to go with it. */
import { POINT_SHAPES } from '../layers/shapes.ts';
import type { Key, KeyRow } from './legend.ts';
import type { DrawnMap, Fill, Mark, Stroke } from './marks.ts';
import { LICENCE, sourcesOf, type Picture } from './picture.ts';
import type { Line, Size } from './plane.ts';
import type { Sheet } from './sheets.ts';
import { keySymbol } from './symbols.ts';
import { FACES, linesOfText, widthOf } from './text.ts';

const [INK, QUIET, RULE] = ['#17171f', '#4d4b55', '#a7a5ad'];

/** SVG text of a picture on a sheet. */
export function toSvg(picture: Picture, sheet: Sheet): string {
	const page = new Page(sheet.unit);
	layOut(picture, sheet, page);
	const { width, height, pixels } = sheet;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${Math.round((pixels * height) / width)}" viewBox="0 0 ${width} ${height}" text-rendering="geometricPrecision" role="img" aria-labelledby="title about" font-family="${escapeXml(FACES)}">`,
		`<title id="title">${escapeXml(picture.document.title)}</title>`,
		`<desc id="about">${escapeXml(picture.alt)}</desc>`,
		PATTERNS,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		...page.parts,
		'</svg>\n'
	].join('\n');
}

const PATTERNS = `<defs>
<pattern id="no-data" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#e3e1da"/><path d="M-1 7 7-1" stroke="#6f6d66" stroke-width="1"/></pattern>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M-1 7 7-1" stroke="#ffab00" stroke-width="1.6"/></pattern>
</defs>`;

/** Where things stand on the sheet: the map and, beside or below it, what explains it. */
function layOut(picture: Picture, { width, height, unit, below }: Sheet, page: Page): void {
	const { document } = picture;
	const margin = 26 * unit;
	const whole = width - 2 * margin;
	let top = margin + page.text(document.title, { x: margin, y: margin, width: whole, size: 24, bold: true, most: 2 });
	top += 4 * unit;
	const lead = document.sentences.slice(0, 3).join(' ');
	top += page.text(lead, { x: margin, y: top, width: whole, size: 13.5, most: below ? 5 : 3 }) + 8 * unit;

	const foot = footOf(picture);
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
		const tall = (bottom - top) * 0.6;
		drawnAt(picture, { x: margin, y: top, width: whole, height: tall }, page);
		const half = (whole - gap) / 2;
		const under = top + tall + 10 * unit;
		keysAt(picture.keys, { x: margin, y: under, width: half, bottom }, page);
		notesAt(picture, { x: margin + half + gap, y: under, width: half, bottom }, page);
		return;
	}
	const column = 305 * unit;
	drawnAt(picture, { x: margin, y: top, width: whole - column - gap, height: bottom - top }, page);
	const x = margin + whole - column;
	const next = keysAt(picture.keys, { x, y: top, width: column, bottom }, page);
	notesAt(picture, { x, y: next + 4 * unit, width: column, bottom }, page);
}

/** What stands at the foot: sources, licence, owner and link. */
function footOf({ document, made }: Picture): { text: string; most: number }[] {
	const { owner, address } = document;
	return [
		{ text: `Sources: ${sourcesOf(document).join('. ')}.`, most: 4 },
		{ text: LICENCE, most: 2 },
		{ text: [owner, `Made with Asset Gap Map on ${made}.`].filter(Boolean).join(' '), most: 2 },
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
function notesAt({ document }: Picture, { x, y, width, bottom }: Box, page: Page): void {
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
	if (document.asked.length > 0) {
		put('What is shown', true);
		for (const { label, value } of document.asked) put(`${label}: ${value}`);
		at += 4 * unit;
	}
	const { notes } = document;
	const line = size * unit * LEADING;
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
	if (left > 0) put(`${left === 1 ? 'One more note is' : `${left} more notes are`} on the page of the link.`);
}

function keysAt(keys: readonly Key[], box: Box, page: Page): number {
	let y = box.y;
	for (const key of keys) y = keyAt(key, { ...box, y }, page) + 9 * page.unit;
	return y;
}

const KEY = 11.5;

/** One legend; gives where it ends. */
function keyAt({ title, strip, rows, grid, note }: Key, { x, y: top, width }: Box, page: Page): number {
	const { unit } = page;
	let y = top + page.text(title, { x, y: top, width, size: KEY, bold: true }) + 3 * unit;
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

function rowAt({ symbol, label, count }: KeyRow, { x, y, width }: Omit<Box, 'bottom'>, page: Page): number {
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

function gridAt({ columns, rows }: NonNullable<Key['grid']>, { x, y, width }: Omit<Box, 'bottom'>, page: Page): number {
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
		row.cells.forEach(({ colour, count, isGap }, i) => {
			const left = x + label + i * cell;
			page.rect(left + 1, at + 1, cell - 2, tall - 2, colour, isGap ? '#ffab00' : '#77757c', isGap ? 3 : 1);
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
	const foot = height - 10 * unit;
	const { length, words } = map.scale;
	const left = 12 * unit;
	page.parts.push(
		`<g id="scale" stroke-linecap="square"><path d="M${n(left)} ${n(foot - 5 * unit)}V${n(foot)}H${n(left + length)}V${n(foot - 5 * unit)}" fill="none" stroke="#ffffff" stroke-width="${n(4 * unit)}"/><path d="M${n(left)} ${n(foot - 5 * unit)}V${n(foot)}H${n(left + length)}V${n(foot - 5 * unit)}" fill="none" stroke="${INK}" stroke-width="${n(1.5 * unit)}"/></g>`,
		label({ text: words, x: left + length / 2, y: foot - 8 * unit, size: 10.5 * unit, colour: INK }),
		`<g id="north" transform="translate(${n(width - 20 * unit)} ${n(14 * unit)}) scale(${n(unit)})"><path d="M0 0 6 17 0 13-6 17z" fill="${INK}" stroke="#ffffff" stroke-width="1.5" paint-order="stroke"/></g>`,
		label({ text: 'N', x: width - 20 * unit, y: 42 * unit, size: 12 * unit, colour: INK }),
		`<text x="${n(width - 6 * unit)}" y="${n(height - 5 * unit)}" text-anchor="end" font-size="${n(8.5 * unit)}" fill="${INK}" stroke="#ffffff" stroke-width="2.5" paint-order="stroke">${escapeXml(map.attribution)}</text>`,
		`<rect width="${n(width)}" height="${n(height)}" fill="none" stroke="${RULE}"/>`,
		'</g>'
	);
}

/** The marks of a map as elements, each layer with its name. */
export function mapSvg({ width, height, sea, marks }: DrawnMap): string {
	return [
		`<rect width="${n(width)}" height="${n(height)}" fill="${sea}"/>`,
		...marks.map(markSvg)
	].join('\n');
}

function markSvg(mark: Mark): string {
	switch (mark.kind) {
		case 'area':
			return `<path data-name="${escapeXml(mark.name)}" fill-rule="evenodd" fill="${fillOf(mark.fill)}"${mark.stroke ? strokeOf(mark.stroke) : ''} d="${pathOf(mark.rings, true)}"/>`;
		case 'lines':
			return `<path data-name="${escapeXml(mark.name)}" fill="none"${strokeOf(mark.stroke)} stroke-linejoin="round" d="${pathOf(mark.lines, false)}"/>`;
		case 'points': {
			const { shape, colour, hollow, radius, at, name } = mark;
			const look = hollow
				? `fill="#ffffff" stroke="${colour}" stroke-width="0.45"`
				: `fill="${colour}" stroke="#ffffff" stroke-width="0.3"`;
			const drawn = at.map(
				([x, y]) =>
					`<path transform="translate(${n(x)} ${n(y)}) scale(${n(radius)})" d="${POINT_SHAPES[shape]}"/>`
			);
			return `<g data-name="${escapeXml(name)}" ${look}>${drawn.join('')}</g>`;
		}
		case 'circle':
			return `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="${mark.colour}" fill-opacity="0.72" stroke="#ffffff" stroke-width="1.5"><title>${escapeXml(mark.name)}</title></circle>`;
		case 'hub': {
			const { x, y, standing, number, name } = mark;
			const look = `stroke="${INK}" stroke-width="2" fill="${standing ? '#ffffff' : '#ffab00'}"`;
			const shape = standing
				? `<rect x="${n(x - 10)}" y="${n(y - 10)}" width="20" height="20" ${look}/>`
				: `<circle cx="${n(x)}" cy="${n(y)}" r="10.5" ${look}/>`;
			return `<g><title>${escapeXml(`${number}. ${name}`)}</title>${shape}<text x="${n(x)}" y="${n(y + 4.2)}" text-anchor="middle" font-size="12" font-weight="700" fill="${INK}">${number}</text></g>`;
		}
		case 'label':
			return label(mark);
	}
}

const label = ({ text, x, y, size, colour }: Omit<Extract<Mark, { kind: 'label' }>, 'kind'>): string =>
	`<text x="${n(x)}" y="${n(y)}" text-anchor="middle" font-size="${n(size)}" font-weight="700" fill="${colour}" stroke="#ffffff" stroke-opacity="0.85" stroke-width="${n(size / 4)}" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`;

const fillOf = (fill: Fill): string =>
	fill === 'no-data' ? 'url(#no-data)' : fill === 'hatch' ? 'url(#hatch)' : fill.colour;

function strokeOf({ colour, width, dashes, opacity }: Stroke): string {
	const dashed = dashes ? ` stroke-dasharray="${dashes.map((dash) => n(dash * width)).join(' ')}"` : '';
	const faint = opacity === undefined ? '' : ` stroke-opacity="${opacity}"`;
	return ` stroke="${colour}" stroke-width="${n(width)}"${dashed}${faint}`;
}

/** Lines as a path of relative steps. */
function pathOf(lines: readonly Line[], closed: boolean): string {
	return lines
		.map((line) => {
			let [lastX, lastY] = [0, 0];
			const steps = line.map(([toX, toY], at) => {
				const [x, y] = [Math.round(toX * 100), Math.round(toY * 100)];
				const step = `${at === 0 ? 'M' : at === 1 ? 'l' : ' '}${(x - lastX) / 100} ${(y - lastY) / 100}`;
				[lastX, lastY] = [x, y];
				return step;
			});
			return `${steps.join('').replaceAll(' -', '-')}${closed ? 'z' : ''}`;
		})
		.join('');
}

/** A number of the drawing, to a hundredth. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

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
	text(text: string, { width, most = Infinity, ...look }: Written & { width: number; most?: number }): number {
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

	rect(x: number, y: number, width: number, height: number, fill: string, stroke?: string, wide = 0.6): void {
		this.parts.push(
			`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${stroke ? ` stroke="${stroke}" stroke-width="${wide}"` : ''}/>`
		);
	}

	rule(x: number, y: number, width: number): void {
		this.parts.push(`<path d="M${n(x)} ${n(y)}h${n(width)}" stroke="${RULE}" fill="none"/>`);
	}
}

/** A text inside an element or an attribute; what XML has no way to write is left out. */
export const escapeXml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		// eslint-disable-next-line no-control-regex -- the characters that XML 1.0 cannot hold
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
