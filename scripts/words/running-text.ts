/** The running sentences of a page: what a person reads from start to end, not headings, tables or labels. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** Elements whose words are no sentences of a page, or stand on every page. */
const LEFT_OUT = new Set(
	'script style template nav header footer table select button label legend summary svg h1 h2 h3 h4 h5 h6 code pre dt'.split(
		' '
	)
);
/** Elements that end the line before them and begin a new one. */
const BLOCKS = new Set(
	'p li dd div section article main ul ol dl details figure figcaption fieldset form aside blockquote br'.split(
		' '
	)
);
/** A line of fewer words is a label, even where it ends with a full stop. */
const FEWEST_WORDS = 4;

function linesBelow(node: Node, lines: string[]): void {
	if (node.nodeName === '#text' && 'value' in node) {
		lines.push(`${lines.pop() ?? ''}${node.value}`);
		return;
	}
	if (!('childNodes' in node) || LEFT_OUT.has(node.nodeName)) return;
	const apart = BLOCKS.has(node.nodeName);
	if (apart) lines.push('');
	for (const child of node.childNodes) linesBelow(child, lines);
	if (apart) lines.push('');
}

function mainOf(node: Node): Node | null {
	if (node.nodeName === 'main') return node;
	if (!('childNodes' in node)) return null;
	for (const child of node.childNodes) {
		const found = mainOf(child);
		if (found) return found;
	}
	return null;
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/**
 * The sentences of a page's main part, each once, in order.
 *
 * @param html the whole page
 * @param names names of places, which are read as one short word
 */
export function runningSentences(html: string, names: readonly string[]): string[] {
	const page = parse(html, { scriptingEnabled: false });
	const lines: string[] = [''];
	linesBelow(mainOf(page) ?? page, lines);
	const sentences = lines
		.map((line) => withoutNames(line.replace(/\s+/g, ' ').trim(), names))
		.flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
		.filter((text) => /[.?!]["”’)]*$/.test(text))
		.filter((text) => wordsOf(text).length >= FEWEST_WORDS);
	// A sentence that stands beside every area of a list is read as one.
	return [...new Map(sentences.map((text) => [text.replace(/\d[\d,.]*/g, '0'), text])).values()];
}

/** The words of a sentence; a number is one. */
export const wordsOf = (sentence: string): string[] =>
	sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? [];

/** The sentence with “Town” for every name of a place, the longest first. */
function withoutNames(line: string, names: readonly string[]): string {
	return names.reduce(
		(text, name) => (text.includes(name) ? text.replaceAll(name, 'Town') : text),
		line
	);
}
