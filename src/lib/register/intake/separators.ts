/** Which sign divides the cells of a text: comma, tab, semicolon and bar, or any other. */
import Papa from 'papaparse';
import { headingScore } from './headings.ts';
import { LIMITS } from './limits.ts';
import { HEADING_ROWS } from './heading-rows.ts';

/** The signs that most programs write. */
export const USUAL = [',', '\t', ';', '|'];
const SAMPLE = 1_000_000;
/** Lines that are looked at for other signs, and characters of each. */
const LINES = 20;
const LINE = 2_000;
/** Signs that may stand together between two cells. */
const LONGEST = 3;
/** Share of the lines that must have a sign equally often. */
const MOST = 0.8;
/** What stands in cells more often than between them. */
const INSIDE = /[\p{L}\p{N}\p{M}\s"'’.()@&_-]/u;

export interface Separator {
	sign: string;
	/** In words, where it is not one of the usual. */
	named: string | null;
	/** The text without a first line that names it, and whether there was one. */
	text: string;
	skipped: number;
}

/** What divides the cells: what makes the first rows read most like headings, else what divides them most evenly. */
export function separatorOf(whole: string): Separator {
	// Some spreadsheet programs write it in a line above all.
	const [line, said] = /^\ufeff?"?sep=([^\n"])"?\n/.exec(whole) ?? [];
	const text = line === undefined ? whole : whole.slice(line.length);
	const skipped = line === undefined ? 0 : 1;
	const chosen = said ?? found(text.slice(0, SAMPLE));
	return { sign: chosen, named: USUAL.includes(chosen) ? null : inWords(chosen), text, skipped };
}

function found(text: string): string {
	const others = othersIn(text);
	// A run of signs may have one of the usual in it, and goes before that.
	const runs = others.filter((sign) => sign.length > 1);
	const scored = [...runs, ...USUAL, ...others.filter((sign) => sign.length === 1)]
		.map((sign) => {
			const { data } = Papa.parse<string[]>(text, {
				delimiter: sign,
				newline: '\n',
				preview: HEADING_ROWS
			});
			const score = Math.max(
				0,
				...data.map((cells) =>
					cells.length > 1 ? headingScore(cells.slice(0, LIMITS.columns)) : 0
				)
			);
			return { sign, score };
		})
		// Of signs that read equally well, the usual come first: sorting keeps their order.
		.sort((a, b) => b.score - a.score);
	const [best] = scored;
	if (best && best.score > 0) return best.sign;
	const usual = Papa.parse(text, {
		delimitersToGuess: USUAL,
		newline: '\n',
		preview: HEADING_ROWS
	}).meta.delimiter;
	return text.includes(usual) ? usual : (others[0] ?? usual);
}

/** Other signs, or short runs of signs, that stand equally often in most of the first lines. */
function othersIn(text: string): string[] {
	const lines = text
		.slice(0, LINES * LINE)
		.split('\n')
		.filter((line) => line.trim() !== '')
		.slice(0, LINES)
		.map((line) => line.slice(0, LINE));
	const [first = ''] = lines;
	if (lines.length < 2) return [];
	const signs = new Set<string>();
	let run = '';
	for (const sign of `${first} `) {
		if (!INSIDE.test(sign) || isControl(sign)) {
			run += sign;
			continue;
		}
		if (run.length > 0 && run.length <= LONGEST && !USUAL.includes(run)) signs.add(run);
		run = '';
	}
	return [...signs].filter((sign) => {
		const times = lines.map((line) => line.split(sign).length - 1);
		const [most = 0] = times;
		return most > 0 && times.filter((one) => one === most).length >= lines.length * MOST;
	});
}

/** Signs that were made to divide files, groups, records and units, which count as spaces. */
const isControl = (sign: string): boolean => sign >= '\u001c' && sign <= '\u001f';

const inWords = (sign: string): string =>
	isControl(sign) ? `the control sign ${sign.charCodeAt(0)}` : `“${sign}”`;
