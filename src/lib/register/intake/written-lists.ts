/**
 * Lists as people write them: columns kept apart by spaces, a paragraph for each place, a list with
 * bullets in an e-mail. What is found becomes a grid with headings, as any table has.
 */
import { looksLikeEmail, withoutEnding } from '../../text/scan.ts';
import { formatCount, formatQuantity } from '../../text/format.ts';
import { isPerson } from './evidence.ts';
import { beginsAsPerson } from './given-names.ts';
import { headingScore, readHeading } from './headings.ts';
import { USUAL } from './separators.ts';

export interface WrittenList {
	/** The headings, and a row for each place. */
	grid: string[][];
	/** The line that each row of the grid begins in. */
	starts: number[];
	note: string;
}

/** Longer texts are tables of programs. */
const LONGEST = 1_000_000;
const MOST = 0.6;

/** A text as people write lists; null where it is a table of cells. */
export function writtenList(text: string): WrittenList | null {
	if (text.length > LONGEST) return null;
	const lines = text.split('\n').map((line) => line.trimEnd());
	return (
		inColumns(lines) ?? (text.includes('\t') ? null : (inBullets(lines) ?? inParagraphs(lines)))
	);
}

/** Lines that are looked at for headings. */
const TITLES = 10;
const RULE = /^[-=_+ ]{5,}$/;

/** Columns that begin at the same place in every line, with spaces between them. */
function inColumns(lines: readonly string[]): WrittenList | null {
	for (const [at, line] of lines.slice(0, TITLES).entries()) {
		if (USUAL.some((sign) => line.includes(sign))) continue;
		const starts = [...line.matchAll(/(?<= {2}|^)\S/g)].map(({ index }) => index);
		if (starts.length < 2 || headingScore(cut(line, starts)) < 2) continue;
		const body = lines
			.map((text, place) => ({ text, place }))
			.slice(at + 1)
			.filter(({ text }) => text.trim() !== '' && !RULE.test(text));
		// A cell that reaches into the next column would be cut in two.
		const isApart = body.every(({ text }) =>
			starts.every((start) => start === 0 || text.length < start || text[start - 1] === ' ')
		);
		if (body.length === 0 || !isApart) continue;
		return {
			grid: [line, ...body.map(({ text }) => text)].map((text) => cut(text, starts)),
			starts: [at + 1, ...body.map(({ place }) => place + 1)],
			note: 'The columns of this text are kept apart by spaces, and were read by where they begin.'
		};
	}
	return null;
}

const cut = (line: string, starts: readonly number[]): string[] =>
	starts.map((start, at) => line.slice(start, starts[at + 1]).trim());

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/i;
const POSTCODES = new RegExp(POSTCODE, 'gi');
const BULLET = /^\s*(?:[-–—•*·▪◦‣]|\d{1,3}[.)])\s+(?=\S)/;

/** A line with a bullet or number for each place, with the lines that go on below it. */
function inBullets(lines: readonly string[]): WrittenList | null {
	const items: { text: string; line: number }[] = [];
	const others: string[] = [];
	let isOpen = false;
	for (const [at, line] of lines.entries()) {
		const last = items.at(-1);
		if (BULLET.test(line)) {
			items.push({ text: line.replace(BULLET, ''), line: at + 1 });
			isOpen = true;
		} else if (line.trim() === '') isOpen = false;
		else if (isOpen && last && /^\s/.test(line)) last.text += `, ${line.trim()}`;
		else others.push(line.trim());
	}
	const placed = items.filter(({ text }) => POSTCODE.test(text)).length;
	if (items.length < 2 || placed < items.length * MOST || others.length > items.length * 3)
		return null;
	return listed(
		items.map(({ text, line }) => ({ ...saidInLine(text), line })),
		'This text is a list with bullets: each of them was read as a place',
		others
	);
}

/** "Kettle Café, St Faith’s Hall, PE30 1HJ - 01553 100017": the name, and what comes after it. */
function saidInLine(text: string): Said {
	const end = text.search(/,|:\s|\s[-–—(]/);
	const name = end === -1 ? text : text.slice(0, end);
	const rest = (end === -1 ? '' : text.slice(end)).replace(/^[\s,:–—-]+/, '');
	const [postcode = ''] = POSTCODE.exec(rest) ?? [];
	const at = postcode === '' ? 0 : rest.indexOf(postcode) + postcode.length;
	const said: Said = { name: name.trim(), cells: new Map() };
	const address = rest.slice(0, at).trim();
	if (address !== '') said.cells.set(ADDRESS, address);
	// Where no postcode ends the address nobody knows how far it goes.
	for (const part of rest.slice(at).split(/[,;]|\s[-–—]\s/)) add(said, part);
	return said;
}

/** A paragraph for each place: its name, its address in lines, and what is said under names ("Tel: …"). */
function inParagraphs(lines: readonly string[]): WrittenList | null {
	const blocks: { lines: string[]; line: number }[] = [];
	lines.forEach((line, at) => {
		const before = lines[at - 1]?.trim() ?? '';
		if (line.trim() === '') return;
		if (before === '' || blocks.length === 0) blocks.push({ lines: [], line: at + 1 });
		blocks.at(-1)?.lines.push(line.trim());
	});
	const isPlace = (block: { lines: string[] }) =>
		block.lines.length >= 2 && (block.lines.join('\n').match(POSTCODES)?.length ?? 0) === 1;
	const places = blocks.filter(isPlace);
	if (places.length < 2 || places.length < blocks.length * MOST) return null;
	// Rows of a table that stand apart have many cells in a line.
	if (places.some((block) => block.lines.some((line) => line.split(/[,;|]/).length > 6)))
		return null;
	return listed(
		places.map((block) => ({ ...saidInLines(block.lines), line: block.line })),
		'This text has a paragraph for each place, and was read so',
		blocks.filter((block) => !isPlace(block)).map((block) => block.lines.join(' '))
	);
}

const LABEL = /^([\p{L}][\p{L} /&-]{1,28}?)\s?:\s*(\S.*)$/u;

function saidInLines(lines: readonly string[]): Said {
	const said: Said = { name: '', cells: new Map() };
	let isAddress = true;
	for (const line of lines) {
		const [, label = '', value = ''] = LABEL.exec(line) ?? [];
		const { claims, other } = readHeading(label, { slips: false });
		if (isPersons(line) || other === 'person') said.isPersons = true;
		if (label !== '' && (claims.length > 0 || other !== null)) {
			if (said.isPersons && isContact(value.trim())) put(said, PERSON, value, ', ');
			else if (claims[0]?.field === 'name' && said.name === '') said.name = value;
			else put(said, label, value);
		} else if (said.name === '') said.name = line;
		else if (isContact(line) || isPersons(line)) add(said, line);
		else if (isAddress) put(said, ADDRESS, line, ', ');
		else put(said, NOTES, line);
		if (POSTCODE.test(line)) isAddress = false;
	}
	return said;
}

interface Said {
	name: string;
	/** By the heading of its column. */
	cells: Map<string, string>;
	/** A person was named: what comes after is how to reach that person. */
	isPersons?: boolean;
}
/** "Jane Example", "Contact Jane Example", "Ring Jane". */
function isPersons(text: string): boolean {
	if (isPerson(text.trim()) && beginsAsPerson(text)) return true;
	const [, word = '', name = ''] = ASKED_FOR.exec(text) ?? [];
	return name !== '' && (/^[co]/i.test(word) || beginsAsPerson(name));
}
const ASKED_FOR =
	/\b([Cc]ontact|[Oo]rgani[sz]er|[Cc]o-?ordinator|[Ll]eader|[Cc]all|[Rr]ing|[Tt]ext|[Aa]sk for|[Ss]peak to)[: ] ?(\p{Lu}\p{Ll}+)/u;

const [NAME, ADDRESS, PHONE, EMAIL, WEB, NOTES, PERSON] = [
	'Name',
	'Address',
	'Telephone',
	'E-mail',
	'Website',
	'Notes',
	// A column that is never kept (privacy.ts).
	'Contact person'
] as const;

const put = (said: Said, heading: string, text: string, between = ' '): void => {
	const before = said.cells.get(heading);
	said.cells.set(heading, before === undefined ? text : `${before}${between}${text}`);
};

const TELEPHONE = /^(?:tel(?:ephone)?|phone|call|ring)?[:.\s]*(\(?(?:\+44|0)[\d ()-]{8,16}\d)$/i;
const isContact = (text: string): boolean =>
	TELEPHONE.test(text) || looksLikeEmail(text) || /^(https?:|www\.)\S+$/i.test(text);

/** Something that is said behind the address. */
function add(said: Said, given: string): void {
	const text = withoutEnding(given.replace(/^[\s(.]+/, ''), /[\s).]/);
	if (text === '') return;
	if (isPersons(text)) said.isPersons = true;
	if (said.isPersons && (isContact(text) || isPerson(text))) {
		put(said, PERSON, text, ', ');
		return;
	}
	const [, phone] = TELEPHONE.exec(text) ?? [];
	if (phone !== undefined) put(said, PHONE, phone, '; ');
	else if (looksLikeEmail(text)) put(said, EMAIL, text, '; ');
	else if (/^(https?:|www\.)\S+$/i.test(text)) put(said, WEB, text);
	else put(said, NOTES, text, ', ');
}

/** More names of things than people write beside a place. */
const MOST_HEADINGS = 40;
/** Shown of a line that is no place. */
const SHOWN = 40;

function listed(
	places: readonly (Said & { line: number })[],
	what: string,
	others: readonly string[]
): WrittenList | null {
	const headings = [...new Set(places.flatMap(({ cells }) => [...cells.keys()]))];
	// Every place gets a cell for each of them.
	if (headings.length > MOST_HEADINGS) return null;
	const named = others.slice(0, 4).map((text) => `“${text.slice(0, SHOWN)}”`);
	const more = others.length > 4 ? ` and ${formatCount(others.length - 4)} more` : '';
	return {
		grid: [
			[NAME, ...headings],
			...places.map(({ name, cells }) => [
				name,
				...headings.map((heading) => cells.get(heading) ?? '')
			])
		],
		starts: [1, ...places.map(({ line }) => line)],
		note:
			others.length === 0
				? `${what}.`
				: `${what}. ${formatQuantity(others.length, 'other text was', 'other texts were')} passed over: ${named.join(', ')}${more}.`
	};
}
