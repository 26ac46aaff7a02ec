/**
 * The writer of slides (PPTX): real text and tables, the map as shapes, charts as shapes, a master that
 * one can restyle, and the sources in the notes of each slide.
 */
import PptxGenJS from 'pptxgenjs';
import {
	sourceWords,
	type Cell,
	type Document,
	type Source,
	type Table
} from '../document/document.ts';
import type { Slide } from '../document/document.ts';
import type { Picture } from '../document/picture.ts';
import { keysInWords, slidesOf } from '../document/slides.ts';
import { formatDay } from '../text/document-date.ts';
import { escapeXml } from '../text/xml.ts';
import type { Making } from './making.ts';
import { addMap, INK, POINTS_TO_AN_INCH, type Box } from './pptx-map.ts';
import { addBars, addKeys } from './pptx-keys.ts';
import { putRight, type Group } from './pptx-package.ts';
import { linesOfText, wholeSentences, widthOf } from './text-width.ts';

/** In inches: a wide slide, its margin, and how wide what it says may be. */
const [WIDTH, MARGIN] = [13.333, 0.45];
const WHOLE = WIDTH - 2 * MARGIN;
const [TITLE_TOP, BODY_TOP, FOOT_TOP] = [0.35, 1.05, 6.98];
const MASTER = 'Page';
const QUIET = '4D4B55';
/** Columns of a table beside bars, beyond which it has more than half of the slide. */
const MANY = 3;
/** Sizes of text in points, of which the largest that fits is taken. */
const SIZES = [18, 16, 14, 12, 11, 10, 9, 8];
const LEADING = 1.2;
/** Points of a title; one that needs two lines is smaller. */
const TITLE = 24;

/** A deck of slides. */
export const toPptx = (document: Document, making: Making): Promise<Uint8Array<ArrayBuffer>> =>
	deckOf(document, making, null);

/** The image of a picture with its legends, for a box of inches, as the library takes it. */
export type Drawn = (picture: Picture, box: Box) => Promise<string>;

/** A deck whose maps are shapes, or what `drawn` makes of them. */
export async function deckOf(
	document: Document,
	{ signal, progress }: Making,
	drawn: Drawn | null
): Promise<Uint8Array<ArrayBuffer>> {
	const deck = new PptxGenJS();
	deck.layout = 'LAYOUT_WIDE';
	deck.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
	deck.title = document.title;
	deck.author = 'Asset Gap Map';
	// The library writes this one as it is.
	deck.company = escapeXml(document.owner ?? '');
	defineMaster(deck, document);
	const groups = new Map<number, Group[]>();
	const slides = slidesOf(document).flatMap(withinOne);
	for (const [at, slide] of slides.entries()) {
		signal.throwIfAborted();
		groups.set(at + 1, await addSlide(deck, slide, document, drawn));
		progress(((at + 1) / slides.length) * 0.6);
	}
	const file = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
	signal.throwIfAborted();
	return putRight(file, groups, document.made ?? '2000-01-01');
}

function defineMaster(deck: PptxGenJS, { owner, made }: Document): void {
	const day = made === undefined ? '' : `, ${formatDay(made)}`;
	deck.defineSlideMaster({
		title: MASTER,
		background: { color: 'FFFFFF' },
		objects: [
			{ rect: { x: 0, y: 0, w: WIDTH, h: 0.12, fill: { color: deck.SchemeColor.accent1 } } },
			{
				placeholder: {
					options: {
						name: 'title',
						type: 'title',
						x: MARGIN,
						y: TITLE_TOP,
						w: WHOLE,
						h: 0.6,
						fontSize: TITLE,
						bold: true,
						align: 'left',
						valign: 'middle',
						margin: 0,
						color: deck.SchemeColor.text1
					},
					text: ''
				}
			},
			{
				text: {
					text: [`Asset Gap Map${day}.`, owner].filter(Boolean).join(' '),
					options: {
						x: MARGIN,
						y: FOOT_TOP + 0.17,
						w: WHOLE - 1,
						h: 0.22,
						fontSize: 9,
						margin: 0,
						color: QUIET
					}
				}
			}
		],
		slideNumber: {
			x: WIDTH - MARGIN - 0.8,
			y: FOOT_TOP + 0.17,
			w: 0.8,
			h: 0.22,
			fontSize: 10,
			align: 'right',
			color: QUIET
		}
	});
}

/** One slide; gives the groups of its shapes. */
async function addSlide(
	deck: PptxGenJS,
	content: Slide,
	document: Document,
	drawn: Drawn | null
): Promise<Group[]> {
	const { title, picture, table, bars, sources } = content;
	const slide = deck.addSlide({ masterName: MASTER });
	const wraps =
		linesOfText(title, { width: WHOLE * POINTS_TO_AN_INCH - 4, size: TITLE, bold: true }).length >
		1;
	slide.addText(title, { placeholder: 'title', ...(wraps && { fontSize: TITLE * 0.7 }) });
	slide.addNotes(notesOf(content, document));
	const groups: Group[] = [];
	const hasMore = Boolean(picture ?? table ?? bars);
	const top = BODY_TOP + addSentences(slide, content, hasMore);
	const from = sources.length > 0 && hasMore;
	const bottom = FOOT_TOP - (from ? 0.32 : 0.1);
	const area: Box = { x: MARGIN, y: top, w: WHOLE, h: bottom - top };
	if (picture && drawn) {
		const altText = `${picture.alt} ${keysInWords(picture.keys)}`;
		slide.addImage({ data: await drawn(picture, area), ...area, altText, objectName: 'Map' });
	} else if (picture) {
		const column = 3.7;
		addMap(slide, picture, { ...area, w: WHOLE - column - 0.25 }, 'map/');
		addKeys(slide, picture.keys, { ...area, x: MARGIN + WHOLE - column, w: column }, 'key/');
		groups.push(
			{ prefix: 'map/', name: 'Map', alt: picture.alt },
			{ prefix: 'key/', name: 'Legend', alt: keysInWords(picture.keys) }
		);
	} else if (table && bars) {
		const half = (WHOLE - 0.4) * (table.columns.length > MANY ? 0.6 : 0.5);
		addTable(slide, table, { ...area, w: half });
		const left = half + 0.4;
		addBars(slide, bars, { ...area, x: MARGIN + left, w: WHOLE - left }, 'chart/');
	} else if (table) addTable(slide, table, area);
	else if (bars) addBars(slide, bars, area, 'chart/');
	if (table)
		groups.push({
			prefix: 'table/',
			name: table.title ?? title,
			alt: `Table: ${table.title ?? title}.`
		});
	if (bars) {
		const said = bars.rows.map(({ label, text }) => `${label}: ${text}`).join('; ');
		groups.push({ prefix: 'chart/', name: bars.title, alt: `Bars: ${bars.title}. ${said}.` });
	}
	if (from) {
		slide.addText(sourceLineOf(sources), {
			x: MARGIN,
			y: FOOT_TOP - 0.22,
			w: WHOLE,
			h: 0.3,
			margin: 0,
			fontSize: 9,
			valign: 'top',
			color: QUIET,
			objectName: 'Sources'
		});
	}
	return groups;
}

/** Inches that a slide has for what it says where nothing else stands on it. */
const ROOM = FOOT_TOP - BODY_TOP - 0.1;
/** Points: smaller letters are not read from a wall. */
const READABLE = 12;

interface Spoken {
	text: string;
	isHeading: boolean;
}

const paragraphsOf = ({ sentences, lists = [] }: Pick<Slide, 'sentences' | 'lists'>): Spoken[] => [
	...sentences.map((text) => ({ text, isHeading: false })),
	...lists.flatMap(({ heading, items }) => [
		{ text: heading, isHeading: true },
		...items.map((text) => ({ text, isHeading: false }))
	])
];

/** How tall paragraphs are in letters of a size, in inches. */
const tallOf = (said: readonly Spoken[], size: number): number =>
	said.reduce((sum, { text, isHeading }) => {
		const width = WHOLE * POINTS_TO_AN_INCH - 20;
		const lines = linesOfText(text, { width, size, bold: isHeading }).length;
		return sum + lines * size * LEADING + size * (isHeading ? 0.9 : 0.35);
	}, 0) / POINTS_TO_AN_INCH;

/** A slide of lists as one or more, so that each can be read: what goes on has its heading again. */
function withinOne(slide: Slide): Slide[] {
	const { sentences, lists = [], picture, table, bars, title } = slide;
	const fits = (one: Pick<Slide, 'sentences' | 'lists'>) =>
		tallOf(paragraphsOf(one), READABLE) <= ROOM;
	if (picture || table || bars || lists.length === 0 || fits(slide)) return [slide];
	const pages: { sentences: readonly string[]; lists: { heading: string; items: string[] }[] }[] = [
		{ sentences, lists: [] }
	];
	for (const { heading, items } of lists) {
		for (const item of items) {
			const page = pages.at(-1);
			const last = page?.lists.at(-1);
			const longer = page && {
				...page,
				lists:
					last?.heading === heading
						? [...page.lists.slice(0, -1), { heading, items: [...last.items, item] }]
						: [...page.lists, { heading, items: [item] }]
			};
			if (longer && (fits(longer) || page.lists.length === 0)) pages[pages.length - 1] = longer;
			else pages.push({ sentences: [], lists: [{ heading, items: [item] }] });
		}
	}
	return pages.map((page, at) => ({
		...slide,
		...page,
		title: `${title} (${at + 1} of ${pages.length})`
	}));
}

/** What a slide says, as large as there is room for; gives how tall that is. */
function addSentences(
	slide: PptxGenJS.Slide,
	{ sentences, lists = [] }: Slide,
	hasMore: boolean
): number {
	const width = WHOLE * POINTS_TO_AN_INCH;
	const look = { x: MARGIN, y: BODY_TOP, w: WHOLE, margin: 0, valign: 'top', color: INK } as const;
	if (hasMore) {
		if (sentences.length === 0) return 0.1;
		const size = 14;
		const text = wholeSentences(sentences, { width, size, most: 4 });
		const lines = linesOfText(text, { width, size }).length;
		const h = (lines * size * LEADING) / POINTS_TO_AN_INCH + 0.05;
		slide.addText(text, { ...look, h, fontSize: size, objectName: 'What it says' });
		return h + 0.12;
	}
	const room = ROOM;
	const said = paragraphsOf({ sentences, lists });
	const size = SIZES.find((one) => tallOf(said, one) <= room) ?? SIZES.at(-1) ?? 8;
	const paragraphs = said.map(({ text, isHeading }) => ({
		text,
		options: {
			breakLine: true,
			bold: isHeading,
			...(isHeading ? { paraSpaceBefore: size * 0.55 } : { bullet: { indent: 12 } }),
			paraSpaceAfter: size * 0.35
		}
	}));
	slide.addText(paragraphs, { ...look, h: room, fontSize: size, objectName: 'What it says' });
	return room;
}

/** As many sources as two lines hold; the last slide has all. */
function sourceLineOf(sources: readonly Source[]): string {
	const named = sources.map(({ title, publisher }) => `${title}, ${publisher}`);
	for (let shown = named.length; shown > 0; shown--) {
		const left = named.length - shown;
		const more = left > 0 ? `; and ${left} more on the last slide` : '';
		const line = `Sources: ${named.slice(0, shown).join('; ')}${more}.`;
		const lines = linesOfText(line, { width: WHOLE * POINTS_TO_AN_INCH - 10, size: 9 });
		if (lines.length <= 2) return line;
	}
	return 'The sources are on the last slide.';
}

const cellText = (cell: Cell): string =>
	cell === null || cell === undefined
		? 'Not known'
		: typeof cell === 'boolean'
			? cell
				? 'Yes'
				: 'No'
			: String(cell);

/** Each column as wide as its longest word at least; what is left by how much stands in it. */
function columnWidths(rows: readonly (readonly string[])[], whole: number): number[] {
	const columns = [...(rows[0] ?? []).keys()];
	const needed = columns.map((at) => {
		const words = rows.flatMap((row) => (row[at] ?? '').split(' '));
		return Math.max(...words.map((word) => widthOf(word, 12, true))) / POINTS_TO_AN_INCH + 0.22;
	});
	const wanted = columns.map((at) =>
		Math.max(...rows.map((row, line) => Math.min(row[at]?.length ?? 0, line === 0 ? 16 : 48)))
	);
	const left = Math.max(0, whole - needed.reduce((sum, one) => sum + one, 0));
	const all = wanted.reduce((sum, one) => sum + one, 0);
	const made = columns.map(
		(at) => (needed[at] ?? 0) + ((wanted[at] ?? 0) / Math.max(1, all)) * left
	);
	const sum = made.reduce((total, one) => total + one, 0);
	return made.map((one) => (one / sum) * whole);
}

/** A table with a heading row, columns as wide as what stands in them, and its notes below. */
function addTable(
	slide: PptxGenJS.Slide,
	{ columns, rows, notes = [] }: Table,
	{ x, y, w, h }: Box
): void {
	const texts = rows.map((row) => columns.map((_, at) => cellText(row[at])));
	const colW = columnWidths([columns.map(({ label }) => label), ...texts], w);
	const room = h - (notes.length > 0 ? 0.35 : 0.1);
	const tall = (size: number) =>
		[columns.map(({ label }) => label), ...texts].reduce((all, row) => {
			const lines = row.map(
				(text, at) =>
					linesOfText(text, { width: (colW[at] ?? 1) * POINTS_TO_AN_INCH - 12, size, bold: true })
						.length
			);
			return all + (Math.max(1, ...lines) * size * LEADING + 7) / POINTS_TO_AN_INCH;
		}, 0);
	const size = SIZES.slice(2).find((one) => tall(one) <= room) ?? 8;
	const line = { type: 'solid' as const, pt: 0.5, color: 'A7A5AD' };
	const none = { type: 'none' as const };
	const made = [columns.map(({ label }) => label), ...texts].map((row, at) =>
		row.map((text, column) => ({
			text,
			options: {
				bold: at === 0,
				align: columns[column]?.isFigure ? ('right' as const) : ('left' as const),
				valign: at === 0 ? ('bottom' as const) : ('middle' as const),
				border: [none, none, at === 0 ? { ...line, pt: 1.5, color: INK } : line, none] as [
					typeof none,
					typeof none,
					typeof line,
					typeof none
				]
			}
		}))
	);
	slide.addTable(made, {
		x,
		y,
		w,
		colW,
		fontSize: size,
		color: INK,
		margin: [0.03, 0.08, 0.03, 0.08],
		objectName: 'table/Table',
		autoPage: false
	});
	if (notes.length > 0) {
		slide.addText(notes.join(' '), {
			x,
			y: y + Math.min(tall(size), room) + 0.08,
			w,
			h: 0.25,
			margin: 0,
			fontSize: 10,
			valign: 'top',
			color: QUIET,
			objectName: 'Notes on the table'
		});
	}
}

/** For whoever speaks to the slide: all that it rests on. */
const notesOf = (
	{ sentences, picture, notes, sources }: Slide,
	{ address, owner }: Document
): string =>
	[
		...sentences,
		...(picture ? [`What the map shows: ${picture.alt}`] : []),
		...notes.map((note) => `Read with care: ${note}`),
		...sources.map((source) => `Source: ${sourceWords(source)}`),
		'Contains public sector information licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right 2025.',
		...(owner === null ? [] : [owner]),
		...(address === null ? [] : [`Link: ${address}`])
	].join('\n');
