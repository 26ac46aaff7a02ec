/**
 * Sentences of the public part of a page from templates in files (ICU MessageFormat), so that
 * another language or a shorter version is another file. What is put in may be HTML, such as a
 * figure with its source; words are escaped.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { capitalise, formatNumber } from '../text/format.ts';
import { markup, type Html, type Piece } from './html.ts';
import english from './messages/en-GB.json' with { type: 'json' };
import shortEnglish from './messages/en-GB-short.json' with { type: 'json' };

export type MessageId = keyof typeof english;
export type Messages = Readonly<Record<MessageId, string>>;
type Template = ReturnType<IntlMessageFormat['getAst']>;

/** A language, or a way of writing one. */
export interface Edition {
	id: string;
	/** What the language calls itself: "Polski". */
	name: string;
	/** For `lang`. */
	lang: string;
	direction: 'ltr' | 'rtl';
	messages: Messages;
	/** The role that signed its sentences, and the day; null where nobody has. */
	signed: { role: string; date: string } | null;
	/** For tests: how the literal texts of templates are written. */
	letters?: (text: string) => string;
}

export const ENGLISH: Edition = {
	id: 'en-GB',
	name: 'English',
	lang: 'en-GB',
	direction: 'ltr',
	messages: english,
	signed: null
};

/** Fifteen words at most a sentence. It is not called Easy Read: no people with learning disabilities have checked it. */
export const SHORT: Edition = {
	...ENGLISH,
	id: 'en-GB-short',
	name: 'Short version',
	messages: shortEnglish
};

/** What stands for a word in braces, and for a tag what becomes of the words inside it. */
export type Values = Readonly<Record<string, Piece | number | ((words: Piece) => Html)>>;

/** Writes the messages of an edition, and what goes into them by the rules of its language. */
export interface Translate {
	(id: MessageId, values?: Values): Html;
	/** A message as text, for a title or an attribute. */
	plain: (id: MessageId, values?: Readonly<Record<string, string>>) => string;
	/** Throws where a message is no template. */
	check: (id: MessageId) => void;
	/**
	 * A name, an address or a telephone number, which no language changes: marked as English where the
	 * page is not, and in its own direction, as a number’s halves would change places.
	 */
	proper: (piece: Piece) => Html;
	/** A whole number within a sentence: "three", "12"; in digits where the language is another. */
	number: (value: number) => string;
	/** The same at the start of one. */
	first: (value: number) => string;
	/** A whole number: "3,410". */
	count: (value: number) => string;
	/** "October 2025" of a day or month; a year stays as it is. */
	month: (iso: string) => string;
	/** "a, b and c". */
	list: (items: readonly Html[]) => Html;
	/** "a, b or c". */
	either: (items: readonly Html[]) => Html;
}

/** So many signs has a year alone. */
const YEAR = 4;

/** What writes the messages of an edition. Throws where a template is broken or lacks a value. */
export function translator({ lang, messages, letters }: Edition): Translate {
	const formats = new Map<MessageId, IntlMessageFormat>();
	const formatOf = (id: MessageId): IntlMessageFormat => {
		const known = formats.get(id);
		if (known) return known;
		const plain = new IntlMessageFormat(messages[id], lang);
		const made = letters ? new IntlMessageFormat(written(plain.getAst(), letters), lang) : plain;
		formats.set(id, made);
		return made;
	};
	const write = (id: MessageId, values: Values = {}): Html => {
		const parts = formatOf(id).format<Html>(
			Object.fromEntries(
				Object.entries(values).map(([name, value]) => [
					name,
					typeof value === 'number'
						? value
						: typeof value === 'function'
							? (words: Piece[]) => value(words)
							: markup`${value}`
				])
			)
		);
		return markup`${(Array.isArray(parts) ? parts : [parts]) as Piece[]}`;
	};
	const isEnglish = lang === ENGLISH.lang;
	const numbers = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
	const months = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	const listed = (type: 'conjunction' | 'disjunction') => {
		const lists = new Intl.ListFormat(lang, { type });
		return (items: readonly Html[]) =>
			markup`${lists
				.formatToParts(items.map((_, at) => String(at)))
				.map(({ type, value }) => (type === 'element' ? (items[Number(value)] ?? null) : value))}`;
	};
	const number = isEnglish ? formatNumber : (value: number) => numbers.format(value);
	return Object.assign(write, {
		plain: (id: MessageId, values: Readonly<Record<string, string>> = {}) =>
			String(formatOf(id).format(values)),
		check: (id: MessageId) => void formatOf(id),
		proper: (piece: Piece) =>
			isEnglish ? markup`${piece}` : markup`<bdi lang="${ENGLISH.lang}" dir="ltr">${piece}</bdi>`,
		number,
		first: (value: number) => capitalise(number(value)),
		count: (value: number) => numbers.format(value),
		month: (iso: string) => (iso.length > YEAR ? months.format(new Date(iso)) : iso),
		list: listed('conjunction'),
		either: listed('disjunction')
	});
}

/** A template with its literal texts, also those inside of plurals, written another way. */
function written(template: Template, letters: (text: string) => string): Template {
	return template.map((element) => {
		if ('options' in element) {
			const options = Object.fromEntries(
				Object.entries(element.options).map(([name, option]) => [
					name,
					{ ...option, value: written(option.value, letters) }
				])
			);
			return { ...element, options } as Template[number];
		}
		if ('children' in element) return { ...element, children: written(element.children, letters) };
		// Type 0 is a literal text; the others are places for values.
		return element.type === 0 && 'value' in element
			? { ...element, value: letters(element.value) }
			: element;
	});
}

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
	[...'aáeéiíoóuúnñcçsšzžAÁEÉIÍOÓUÚNÑCÇSŠ'].reduce<[string, string][]>(
		(pairs, letter, i, all) => (i % 2 === 0 ? [...pairs, [letter, all[i + 1] ?? letter]] : pairs),
		[]
	)
);

/** Longer and with accents, so that what is not translated, or too tight, is seen. */
export const PSEUDO: Edition = {
	...ENGLISH,
	id: 'en-XA',
	lang: 'en-XA',
	letters: (text) =>
		text.replace(
			/\p{L}+/gu,
			(word) =>
				`${[...word].map((letter) => ACCENTED[letter] ?? letter).join('')}${word.length > 3 ? '~' : ''}`
		)
};

/** The same from right to left. */
export const PSEUDO_RTL: Edition = { ...PSEUDO, id: 'en-XB', lang: 'ar-XB', direction: 'rtl' };

/** Editions that readers get: of the site's own language, and those that a role has signed. */
export const published = (editions: readonly Edition[]): Edition[] =>
	editions.filter(({ lang, signed }) => lang === ENGLISH.lang || signed !== null);
