/**
 * What strangers' objects say, as columns: members inside members become columns of their own, lists
 * of words one text.
 */
import { cellOf } from '../../../text/cells.ts';
import { plainText } from '../../../text/markup.ts';
import { isObject, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { tooManyCells, tooManyColumns } from '../table.ts';

/** Levels of members inside members that become columns. */
const DEEPEST = 3;

export interface Columns {
	headings: string[];
	rows: string[][];
	/** Values that no cell could hold. */
	passedOver: number;
}

/**
 * Columns of objects: each member of any of them is a column, in the order in which they come.
 *
 * @throws ImportError where they would make more columns or cells than are read
 */
export function columnsOf(objects: readonly Json[]): Columns {
	const places = new Map<string, number>();
	let passedOver = 0;
	const found = objects.map((one) => {
		const cells: [number, string][] = [];
		passedOver += each(one, [], (path, text) => {
			const key = JSON.stringify(path);
			let place = places.get(key);
			if (place === undefined) {
				place = places.size;
				places.set(key, place);
			}
			cells.push([place, text.slice(0, LIMITS.cell)]);
		});
		if (places.size > LIMITS.columns) throw tooManyColumns(places.size);
		if (places.size * objects.length > LIMITS.cells) throw tooManyCells();
		return cells;
	});
	const rows = found.map((cells) => {
		const row = Array.from({ length: places.size }, () => '');
		for (const [place, text] of cells) row[place] = text;
		return row;
	});
	return { headings: headingsOf([...places.keys()]), rows, passedOver };
}

/** Go through what an object says; how much of it no cell can hold. */
function each(
	of: Json,
	path: readonly string[],
	take: (path: string[], text: string) => void
): number {
	let passedOver = 0;
	for (const [name, value] of Object.entries(of)) {
		const here = [...path, name];
		const text = name === 'human_address' ? addressOf(value) : textOf(value);
		if (text !== null) take(here, text);
		else if (isObject(value) && here.length < DEEPEST) passedOver += each(value, here, take);
		else passedOver++;
	}
	return passedOver;
}

/** What the portals of Socrata write as JSON within a text: street, town and postcode. */
function addressOf(value: unknown): string | null {
	try {
		const parts = typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
		if (!isObject(parts)) return textOf(value);
		return Object.values(parts)
			.map(cellOf)
			.filter((part) => part !== '')
			.join(', ');
	} catch {
		return textOf(value);
	}
}

/** A value as a text; null where it is more than a text can say. */
function textOf(value: unknown): string | null {
	if (value instanceof Date) return Number.isFinite(value.getTime()) ? dayOf(value) : '';
	if (Array.isArray(value)) return listed(value);
	if (!isObject(value)) return cellOf(value);
	// What the interface of WordPress says in HTML.
	if (typeof value['rendered'] === 'string') return plainText(value['rendered']);
	// What KML says in HTML.
	return value['@type'] === 'html' && typeof value['value'] === 'string'
		? plainText(value['value'])
		: null;
}

/** A list of words, or of things with names, in one text. */
function listed(values: readonly unknown[]): string | null {
	const texts = values
		.slice(0, LIMITS.columns)
		.map((value) => (isObject(value) ? cellOf(value['name'] ?? value['title']) : cellOf(value)));
	return values.length > 0 && texts.every((text) => text === '')
		? null
		: texts.filter((text) => text !== '').join('; ');
}

/** The day that a program made of a day without a time, where the program is. */
const dayOf = (date: Date): string =>
	[date.getFullYear(), date.getMonth() + 1, date.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');

/** Members that say nothing alone: "name" within "venue" is the venue's, and "text" within "name" is the name. */
const OF_WHAT = /^(name|title|text|value|html|e-?mail|(tele)?phone|mobile)$/i;
/** What only holds the rest together. */
const AROUND =
	/^(attributes|properties|fields|data|acf|meta|tags|details|item|record|entity|node|contents?|place|feature|result|source|_source)$/i;

/** Each member's own name where no other has it, else with those that it is in: "address postcode". */
function headingsOf(keys: readonly string[]): string[] {
	const paths = keys.map((key) => JSON.parse(key) as string[]);
	const times = new Map<string, number>();
	for (const path of paths) {
		const own = (path.at(-1) ?? '').toLowerCase();
		times.set(own, (times.get(own) ?? 0) + 1);
	}
	return paths.map((path) => {
		const own = path.at(-1) ?? '';
		if (path.length === 1) return own;
		const around = path.filter((part, at) => at === path.length - 1 || !AROUND.test(part));
		if (around.length > 1 && OF_WHAT.test(own)) return around.join(' ');
		return times.get(own.toLowerCase()) === 1 ? own : path.join(' ');
	});
}
