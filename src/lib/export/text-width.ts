/**
 * How wide a text is where nothing can measure it: a picture is written without a page. The widths
 * are those of Arial, which other faces are made to have, too (Liberation Sans, Helvetica).
 */

/** The faces of a picture: whichever is there, its letters are as wide. */
export const FACES = 'Arial, Helvetica, "Liberation Sans", Arimo, sans-serif';

/** Of the characters from the space to "~", in thousandths of the size. */
const WIDTHS = [
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
	556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
	611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
	667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
	222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
];
const OTHERS: Readonly<Record<string, number>> = { '’': 222, '‘': 222, '–': 556, '…': 1000 };
/** Bold letters are wider by as much at most. */
const BOLD = 1.09;
const SPACE = 32;

/** How wide a text is in the unit of its size. */
export function widthOf(text: string, size: number, bold = false): number {
	let width = 0;
	for (const letter of text) {
		width += WIDTHS[letter.charCodeAt(0) - SPACE] ?? OTHERS[letter] ?? 667;
	}
	return (width / 1000) * size * (bold ? BOLD : 1);
}

/**
 * The lines of a text that is to be so wide at most. A word that is wider is broken, as addresses
 * are; with `most` lines the last ends with "…" where there is more.
 */
export function linesOfText(
	text: string,
	{
		width,
		size,
		bold = false,
		most = Infinity
	}: { width: number; size: number; bold?: boolean; most?: number }
): string[] {
	const lines: string[] = [];
	let line = '';
	const fits = (words: string) => widthOf(words, size, bold) <= width;
	for (const word of text.split(/\s+/).filter((one) => one !== '')) {
		if (fits(line === '' ? word : `${line} ${word}`)) {
			line = line === '' ? word : `${line} ${word}`;
			continue;
		}
		if (line !== '') lines.push(line);
		line = '';
		for (const letter of word) {
			if (line !== '' && !fits(line + letter)) {
				lines.push(line);
				line = '';
			}
			line += letter;
		}
	}
	if (line !== '') lines.push(line);
	if (lines.length <= most) return lines;
	const kept = lines.slice(0, most);
	let last = kept.pop() ?? '';
	while (last !== '' && !fits(`${last}…`)) last = last.slice(0, -1);
	while (/[\s,;.]$/.test(last)) last = last.slice(0, -1);
	return [...kept, `${last}…`];
}

/** Of some sentences as many as there is room for, none broken off; the first in any case. */
export function wholeSentences(
	sentences: readonly string[],
	room: { width: number; size: number; most: number }
): string {
	let text = '';
	for (const sentence of sentences) {
		const longer = text === '' ? sentence : `${text} ${sentence}`;
		if (text !== '' && linesOfText(longer, { ...room, most: Infinity }).length > room.most) break;
		text = longer;
	}
	return text;
}
