/**
 * The writer of Word documents: a board paper with heading styles, captions, real tables whose heading
 * rows repeat, sources, and cells for people to fill in. Whoever gets it can restyle it by its styles.
 */
import {
	AlignmentType,
	Document as WordDocument,
	ExternalHyperlink,
	Footer,
	HeadingLevel,
	ImageRun,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	SimpleField,
	TextRun,
	type ISectionOptions,
	type Table as WordTable
} from 'docx';
import { titleOfTable } from '../document/dictionary.ts';
import { sourceWords, type Document } from '../document/document.ts';
import { formatDay } from '../text/document-date.ts';
import { isWideTable, wordTable } from './docx-table.ts';
import type { Making } from './making.ts';
import { SHEETS } from './sheets.ts';
import { tallEnough, toSvg } from './svg.ts';

/** Twentieths of a point: A4, and its margins. */
const PAGE = { short: 11_906, long: 16_838, margin: 1134 };
/** Pixels that a picture has across a page. */
const PICTURE = 640;

const FONT = 'Arial';
const INK = '1A1A1A';
const STYLES = {
	default: {
		document: { run: { font: FONT, size: 22, color: INK, language: { value: 'en-GB' } } },
		title: { run: { font: FONT, size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
		heading1: {
			run: { font: FONT, size: 28, bold: true, color: INK },
			paragraph: { spacing: { before: 320, after: 120 }, keepNext: true }
		},
		caption: {
			run: { font: FONT, size: 20, bold: true, color: INK },
			paragraph: { spacing: { before: 160, after: 80 }, keepNext: true }
		},
		listParagraph: { paragraph: { spacing: { after: 60 } } }
	}
};

/** A Word document: what is to be read first, then the tables, then how to read them and their sources. */
export async function toDocx(document: Document, { signal, progress, pixels }: Making) {
	const { title, sentences, asked, notes, sources, owner, tables } = document;
	const start = [
		new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
		...madeFrom(document),
		...(sentences.length > 0 ? [heading('Summary'), ...sentences.map(paragraph)] : []),
		...(asked.length > 0 ? [heading('What was asked'), ...asked.map(labelled)] : []),
		...(pixels ? await mapOf(document, pixels) : [])
	];
	// One heading over all tables that are read, and one over each that is filled in: captions name them.
	const firstRead = tables.findIndex(({ toFill }) => !toFill);
	const withHeading = tables.map((table, at) => ({
		isWide: isWideTable(table),
		children: [
			...(at === firstRead ? [heading('The figures')] : []),
			...(table.toFill ? [heading(titleOfTable(document, table))] : []),
			caption('Table', at + 1, titleOfTable(document, table)),
			wordTable(table, isWideTable(table) ? LANDSCAPE : PORTRAIT),
			...(table.notes ?? []).map(small)
		]
	}));
	const end = [
		...(notes.length > 0 || owner !== null
			? [heading('How to read this'), ...[...notes, ...(owner === null ? [] : [owner])].map(bullet)]
			: []),
		...(sources.length > 0
			? [heading('Sources'), ...sources.map((source) => bullet(sourceWords(source)))]
			: [])
	];
	const word = new WordDocument({
		title,
		creator: 'Asset Gap Map',
		lastModifiedBy: 'Asset Gap Map',
		description: sentences[0] ?? title,
		styles: STYLES,
		sections: sectionsOf(
			[{ isWide: false, children: start }, ...withHeading, { isWide: false, children: end }],
			title
		)
	});
	progress(0.5);
	signal.throwIfAborted();
	const blob = await Packer.toBlob(word);
	return new Uint8Array(await blob.arrayBuffer());
}

const PORTRAIT = PAGE.short - 2 * PAGE.margin;
const LANDSCAPE = PAGE.long - 2 * PAGE.margin;

interface Piece {
	isWide: boolean;
	children: (Paragraph | WordTable)[];
}

/** Pieces that follow one another on pages of the same kind, a section each time that changes. */
function sectionsOf(pieces: readonly Piece[], title: string): ISectionOptions[] {
	const runs: Piece[] = [];
	for (const piece of pieces) {
		if (piece.children.length === 0) continue;
		const last = runs.at(-1);
		if (last?.isWide === piece.isWide) last.children.push(...piece.children);
		else runs.push({ ...piece, children: [...piece.children] });
	}
	return runs.map(({ isWide, children }) => ({
		properties: {
			page: {
				// The library turns the sides itself.
				size: {
					width: PAGE.short,
					height: PAGE.long,
					orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
				},
				margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin }
			}
		},
		footers: { default: footer(title) },
		children
	}));
}

const footer = (title: string) =>
	new Footer({
		children: [
			new Paragraph({
				children: [
					new TextRun({
						size: 18,
						children: [`${title}. Page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
					})
				]
			})
		]
	});

/** The day on which it was made, and the page that it is from. */
function madeFrom({ made, address }: Document): Paragraph[] {
	if (made === undefined && address === null) return [];
	return [
		new Paragraph({
			spacing: { after: 120 },
			children: [
				new TextRun(made === undefined ? 'Made from the page ' : `Made on ${formatDay(made)}`),
				...(address === null
					? [new TextRun('.')]
					: [
							new TextRun(made === undefined ? '' : ' from the page '),
							new ExternalHyperlink({
								link: address,
								children: [new TextRun({ text: address, style: 'Hyperlink' })]
							})
						])
			]
		})
	];
}

const heading = (text: string) =>
	new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(text)] });
const paragraph = (text: string) =>
	new Paragraph({ spacing: { after: 120 }, children: [new TextRun(text)] });
const small = (text: string) =>
	new Paragraph({
		spacing: { before: 80, after: 80 },
		children: [new TextRun({ text, size: 19 })]
	});
const bullet = (text: string) =>
	new Paragraph({ bullet: { level: 0 }, children: [new TextRun(text)] });
const labelled = ({ label, value }: { label: string; value: string }) =>
	new Paragraph({
		spacing: { after: 60 },
		children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(value)]
	});

/** A caption whose number is a field, so that it counts on where somebody adds a table. */
const caption = (kind: 'Table' | 'Figure', number: number, text: string) =>
	new Paragraph({
		style: 'Caption',
		// That of a table stands above it, that of a figure below.
		keepNext: kind === 'Table',
		children: [
			new TextRun(`${kind} `),
			new SimpleField(`SEQ ${kind} \\* ARABIC`, String(number)),
			new TextRun(`. ${text}`)
		]
	});

/** The map of a document with its legend; nothing where it has none. */
async function mapOf(
	document: Document,
	pixels: NonNullable<Making['pixels']>
): Promise<Paragraph[]> {
	const { picture, title } = document;
	if (!picture) return [];
	const sheet = tallEnough(SHEETS.figure, picture);
	const { width, height, pixels: across } = sheet;
	const size = { width: across, height: Math.round((across * height) / width) };
	const data = await pixels(toSvg(document, sheet), size);
	return [
		heading(picture.heading ?? 'The map'),
		new Paragraph({
			alignment: AlignmentType.LEFT,
			keepNext: true,
			children: [
				new ImageRun({
					type: 'png',
					data,
					transformation: { width: PICTURE, height: (PICTURE * height) / width },
					altText: { name: title, title, description: picture.alt }
				})
			]
		}),
		caption('Figure', 1, title)
	];
}
