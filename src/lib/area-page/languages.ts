/**
 * A language of the pages of areas is one file in `messages/`: the messages of the site's own
 * language by their ids, and in front what is said of the file itself, as Application Resource
 * Bundles (ARB) have it, under names with two signs "@":
 *
 *     "@@locale": "pl",
 *     "@@x-name": "Polski",
 *     "@@x-direction": "ltr",
 *     "@@x-signed-by": "interpreting service, Some Council",   null while nobody has signed
 *     "@@x-signed-on": "2026-12-01"
 */
import * as v from 'valibot';
import { ENGLISH, translator, type Edition, type MessageId } from './translator.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const FileSchema = v.objectWithRest(
	{
		'@@locale': v.pipe(
			text,
			v.check((tag) => isLanguage(tag), 'must be the tag of a language, such as "pl"')
		),
		'@@x-name': text,
		'@@x-direction': v.picklist(['ltr', 'rtl']),
		'@@x-signed-by': v.nullable(text),
		'@@x-signed-on': v.nullable(v.pipe(v.string(), v.isoDate()))
	},
	v.string()
);

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag)[0] === tag;
	} catch {
		return false;
	}
}

/** Words in braces and tags of a template, which a translation may leave out but not invent. */
const placesOf = (template: string): Set<string> =>
	new Set([...template.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, word, tag]) => word ?? tag ?? ''));

/**
 * The edition of a file. Throws an Error that says in one line what is wrong with it and where.
 *
 * @param path what to call the file in an error
 */
export function readLanguage(content: string, path: string): Edition {
	const parsed = v.safeParse(FileSchema, parse(content, path));
	if (!parsed.success) {
		const [{ path: at, message }] = parsed.issues;
		throw new Error(`${path}: ${at?.map(({ key }) => String(key)).join('.') ?? ''}: ${message}`);
	}
	const file = parsed.output;
	const messages: Record<string, string> = Object.fromEntries(
		Object.entries(file).filter((entry): entry is [string, string] => !entry[0].startsWith('@@'))
	);
	const ids = Object.keys(ENGLISH.messages) as MessageId[];
	const missing = ids.filter((id) => !Object.hasOwn(messages, id));
	if (missing.length > 0) throw new Error(`${path}: it lacks ${missing.join(', ')}`);
	const spare = Object.keys(messages).filter((id) => !Object.hasOwn(ENGLISH.messages, id));
	if (spare.length > 0) throw new Error(`${path}: there is no message ${spare.join(', ')}`);
	const by = file['@@x-signed-by'];
	const on = file['@@x-signed-on'];
	if ((by === null) !== (on === null))
		throw new Error(`${path}: a signature is a role (@@x-signed-by) and a day (@@x-signed-on)`);
	const edition: Edition = {
		id: file['@@locale'],
		name: file['@@x-name'],
		lang: file['@@locale'],
		direction: file['@@x-direction'],
		messages: messages as Edition['messages'],
		signed: by === null || on === null ? null : { role: by, date: on }
	};
	const t = translator(edition);
	for (const id of ids) {
		try {
			t.check(id);
		} catch (cause) {
			const why = cause instanceof Error ? cause.message : String(cause);
			throw new Error(`${path}: ${id} is no template: ${why}`, { cause });
		}
		const known = placesOf(ENGLISH.messages[id]);
		const unknown = [...placesOf(edition.messages[id])].filter((place) => !known.has(place));
		if (unknown.length > 0)
			throw new Error(`${path}: ${id}: nothing stands for ${unknown.join(', ')}`);
	}
	return edition;
}

function parse(content: string, path: string): unknown {
	try {
		return JSON.parse(content);
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new Error(`${path}: this is not JSON (${why})`, { cause });
	}
}
