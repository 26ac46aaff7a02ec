/**
 * A document of texts that every format can hold. Names in it may be strangers', and hold characters
 * that XML has no way to write, which Office calls a damaged file, or that end a name in a database.
 */
import type { Document } from './document.ts';
import type { DrawnMap, Picture } from './picture.ts';

/** Control characters but tabs and line ends, halves of a pair, and what Unicode keeps from being any. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** The document without them. Rows that have none are the same rows. */
export function writable(document: Document): Document {
	const { picture, ...rest } = document;
	return { ...cleaned(rest), ...(picture && { picture: writablePicture(picture) }) };
}

const writablePicture = ({ draw, ...said }: Picture): Picture => ({
	...cleaned(said),
	draw: (size, detail) => {
		const { marks, ...drawn } = draw(size, detail);
		return { ...cleaned<Omit<DrawnMap, 'marks'>>(drawn), marks: marks.map(shallow) };
	}
});

/** What a mark says; its shapes, which may be large, are numbers. */
const shallow = <T extends object>(mark: T): T =>
	Object.fromEntries(
		Object.entries(mark).map(([name, value]) => [
			name,
			typeof value === 'string' ? text(value) : value
		])
	) as T;

const text = (said: string): string => said.replace(UNWRITABLE, '');

/** A value with every text in it cleaned; the same value where there is nothing to do. */
function cleaned<T>(value: T): T;
function cleaned(value: unknown): unknown {
	if (typeof value === 'string') return text(value);
	if (Array.isArray(value)) {
		const made = (value as unknown[]).map((one) => cleaned(one));
		return made.some((one, at) => one !== value[at]) ? made : value;
	}
	if (typeof value !== 'object' || value === null) return value;
	if (Object.getPrototypeOf(value) !== Object.prototype) return value;
	// A picture is drawn later, and cleaned then.
	if ('draw' in value) return writablePicture(value as Picture);
	const entries = Object.entries(value).map(([name, one]) => [name, cleaned(one)] as const);
	return entries.some(([name, one]) => one !== (value as Record<string, unknown>)[name])
		? Object.fromEntries(entries)
		: value;
}
