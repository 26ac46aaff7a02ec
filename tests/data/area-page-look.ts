/** What is wrong with a page of an area, in one line each: for a sample of pages, and for all. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { runningSentences, wordsOf } from '../../scripts/words/running-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

const validator = new HtmlValidate(
	new StaticConfigLoader({
		extends: ['html-validate:recommended'],
		rules: {
			// How a page is written, not whether it is valid.
			'void-style': 'off',
			'no-trailing-whitespace': 'off',
			'no-inline-style': 'error',
			// Names and numbers are chosen by people who know theirs.
			'tel-non-breaking': 'off',
			'long-title': 'off',
			// The region of a wide table is scrolled by keyboard.
			'no-redundant-role': 'off'
		}
	})
);

/** What html-validate says of a page. */
export async function validity(html: string): Promise<string[]> {
	const { results } = await validator.validateString(html);
	return results.flatMap(({ messages }) =>
		messages.map(({ line, ruleId, message }) => `line ${line}: ${ruleId}: ${message}`)
	);
}

/** More words than these nobody should have to read in one go. */
const LONGEST = 28;
/** Words that the part for everyone has not. */
const NOT_FOR_ALL = /\b(?:rank|decile|worst|life expectancy|core20|LSOA|MSOA|IMD)\b/i;
const BROKEN = /\b(?:undefined|NaN|null|Infinity)\b|\[object/;

const attribute = (element: Element, name: string): string | undefined =>
	element.attrs.find((one) => one.name === name)?.value;

const isElement = (node: Node): node is Element => 'attrs' in node;

function textOf(node: Node): string {
	if (node.nodeName === '#text' && 'value' in node) return node.value;
	return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Every text of a page that is read, but for elements that are passed over with all in them. */
export function textsIn(node: Node, isPassed: (element: Element) => boolean): string[] {
	if (node.nodeName === '#text' && 'value' in node) return [node.value];
	if (!('childNodes' in node) || NOT_READ.has(node.nodeName)) return [];
	if (isElement(node) && isPassed(node)) return [];
	return node.childNodes.flatMap((child) => textsIn(child, isPassed));
}

interface Seen {
	problems: string[];
	h1: number;
	links: string[];
	ids: Set<string>;
	sources: Set<string>;
}

const NEVER_EMPTY = new Set('h1 h2 h3 p li dt dd summary title caption a'.split(' '));
const NOT_READ = new Set(['style', 'script', 'svg', 'head']);

/** Go through an element; `sourced` says whether something above names where numbers are from. */
function look(node: Node, seen: Seen, sourced: boolean): void {
	if (node.nodeName === '#text' && 'value' in node) {
		if (!sourced && /\d/.test(node.value))
			seen.problems.push(`no source for "${node.value.trim()}"`);
		return;
	}
	if (!('childNodes' in node) || NOT_READ.has(node.nodeName)) return;
	let known = sourced;
	if (isElement(node)) {
		if (node.nodeName === 'h1') seen.h1++;
		if (NEVER_EMPTY.has(node.nodeName) && textOf(node).trim() === '')
			seen.problems.push(`an empty <${node.nodeName}>`);
		const [href, id, source] = ['href', 'id', 'data-source'].map((name) => attribute(node, name));
		if (href !== undefined) seen.links.push(href);
		if (id !== undefined) seen.ids.add(id);
		if (source !== undefined) {
			known = true;
			for (const one of source.split(' ')) seen.sources.add(one);
			if (source.trim() === '') seen.problems.push(`an empty source: ${textOf(node).trim()}`);
		}
	}
	for (const child of node.childNodes) look(child, seen, known);
}

/** The text of a page without what professionals fold out. */
const forAll = (html: string): string =>
	html.replace(/<details class="professional">[\s\S]*<h3>Sources<\/h3>[\s\S]*?<\/details>/, '');

/**
 * What is wrong with a page but for its validity.
 *
 * @param path from the site's root: "norfolk/areas/E02000001/"
 * @param isThere whether the site has a page or file at a path
 */
export function faults(html: string, path: string, isThere: (path: string) => boolean): string[] {
	const seen: Seen = { problems: [], h1: 0, links: [], ids: new Set(), sources: new Set() };
	const page = parse(html, { scriptingEnabled: false });
	look(page, seen, false);
	const { problems } = seen;
	if (seen.h1 !== 1) problems.push(`${seen.h1} headings of the first order`);
	const shown = textOf(page).replace(/<[^>]*>/g, ' ');
	const broken = BROKEN.exec(shown);
	if (broken) problems.push(`it says "${broken[0]}"`);
	for (const href of seen.links) {
		if (/^(?:https?|tel|mailto):/.test(href)) continue;
		const url = new URL(href, `http://site/${path}`);
		const isHere = url.pathname === `/${path}`;
		if (isHere && url.hash !== '') {
			if (!seen.ids.has(url.hash.slice(1))) problems.push(`a dead link: ${href}`);
		} else if (!isHere && !isThere(url.pathname.slice(1))) problems.push(`a dead link: ${href}`);
	}
	const isArea = seen.ids.has('figures');
	for (const source of isArea ? seen.sources : []) {
		if (source !== 'page' && !seen.ids.has(`source-${source}`))
			problems.push(`its sources do not list ${source}`);
	}
	const open = forAll(html);
	if (isArea && open === html) problems.push('it has no part for professionals');
	for (const sentence of runningSentences(open, [])) {
		const { length } = wordsOf(sentence);
		// Hours are a list, not a sentence.
		if (length > LONGEST && !/^(Open:|Opening times)/.test(sentence))
			problems.push(`${length} words: ${sentence}`);
	}
	const said = NOT_FOR_ALL.exec(textOf(parse(open.replace(/<style>[\s\S]*?<\/style>/, ''))));
	if (isArea && said) problems.push(`the part for everyone says "${said[0]}"`);
	return problems;
}
