/**
 * The tags of an XML text, one at a time and in one pass, without making anything of them. It is
 * stricter than what reads the text later: whatever two readers could understand in two ways
 * is refused, so that what was looked at is what is read.
 */

/** Attributes of a tag, as they are written. */
export interface Tag {
	/** Its name without a prefix. */
	name: string;
	attributes: string;
	/** `<a/>` */
	empty: boolean;
	/** Where it begins in the text, and where what follows it does. */
	at: number;
	end: number;
	/** How many tags it stands in: none for the outermost. */
	depth: number;
}

export interface XmlLimits {
	/** Characters of a tag, a comment or the text between two tags. */
	token: number;
	depth: number;
	/** Opening tags in all, with comments and the like. */
	tags: number;
	/** Attributes of one tag. */
	attributes: number;
	/** Tags of more than {@link WIDE} attributes. */
	wideTags: number;
}

/** No tag of a sheet that stands there for each row or cell has as many attributes. */
const WIDE = 16;
/** Characters of the shortest attribute: ` a=""`. */
const SHORTEST = 5;

/** What is wrong with an XML text. */
export type XmlFault = 'broken' | 'entities' | 'token' | 'depth' | 'tags' | 'attributes';

const TAG = /<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const CLOSING = /<\/[\w.:-]+\s*>/y;
const ATTRIBUTE = /\s+([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;
const [MARK, QUESTION, SLASH] = ['!', '?', '/'].map((sign) => sign.charCodeAt(0));
/** Comments and the like without a tag between them: many in one place are looked through again and again. */
const MOST_ASIDE = 1_000;
/** What has no tags in it: how it begins and ends. A declaration of entities is none of them. */
const LITERAL = '<![CDATA[';
const SKIPPED = [
	['<!--', '-->'],
	[LITERAL, ']]>'],
	['<?', '?>']
] as const;

/** What else may be wanted of an XML text than its opening tags. */
export interface XmlRest {
	/** A tag is closed, by itself too: how many it stood in. */
	onClose?: (depth: number) => void;
	/** What stands between two tags, as it is written. */
	onText?: (text: string, isLiteral: boolean) => void;
}

/** Hand every opening tag to `onTag`, and the rest where it is wanted; what is wrong with the text, or null. */
export function scanXml(
	text: string,
	most: XmlLimits,
	onTag: (tag: Tag) => void,
	{ onClose, onText }: XmlRest = {}
): XmlFault | null {
	const { token } = most;
	let depth = 0;
	let tags = 0;
	let wide = 0;
	let aside = 0;
	for (let at = 0; ;) {
		const start = text.indexOf('<', at);
		if ((start === -1 ? text.length : start) - at > token) return 'token';
		if (start === -1) return depth === 0 ? null : 'broken';
		if (start > at) onText?.(text.slice(at, start), false);
		const sign = text.charCodeAt(start + 1);
		if (sign !== MARK && sign !== QUESTION) aside = 0;
		if (sign === SLASH) {
			CLOSING.lastIndex = start;
			if (!CLOSING.test(text) || --depth < 0) return 'broken';
			at = CLOSING.lastIndex;
			onClose?.(depth);
			continue;
		}
		if (sign === MARK || sign === QUESTION) {
			const [begin, close] = SKIPPED.find(([opening]) => text.startsWith(opening, start)) ?? [];
			if (begin === undefined || close === undefined) return 'entities';
			const end = text.indexOf(close, start);
			if (end === -1) return 'broken';
			if (end - start > token) return 'token';
			// A reader makes something of each of them, as of a tag.
			if (++tags > most.tags) return 'tags';
			if (++aside > MOST_ASIDE) return 'broken';
			if (begin === LITERAL) onText?.(text.slice(start + begin.length, end), true);
			at = end + close.length;
			continue;
		}
		TAG.lastIndex = start;
		const [tag, name = '', attributes = '', empty] = TAG.exec(text) ?? [];
		if (tag === undefined) return 'broken';
		if (tag.length > token) return 'token';
		const count = attributesOf(attributes);
		if (count > most.attributes || (count > WIDE && ++wide > most.wideTags)) return 'attributes';
		if (++tags > most.tags) return 'tags';
		at = start + tag.length;
		onTag({
			name: withoutPrefix(name),
			attributes,
			empty: empty !== '',
			at: start,
			end: at,
			depth
		});
		if (empty) onClose?.(depth);
		else if (++depth > most.depth) return 'depth';
	}
}

/** How many attributes a tag has; 0 where they can't be more than {@link WIDE}. */
function attributesOf(attributes: string): number {
	let count = 0;
	if (attributes.length <= WIDE * SHORTEST) return count;
	ATTRIBUTE.lastIndex = 0;
	while (ATTRIBUTE.test(attributes)) count++;
	return count;
}

/** Every value that a tag gives an attribute, whatever its prefix. */
export function valuesOf({ attributes }: Tag, name: string): string[] {
	const values: string[] = [];
	// Once for every cell: `matchAll` would copy the expression each time.
	ATTRIBUTE.lastIndex = 0;
	for (let found = ATTRIBUTE.exec(attributes); found; found = ATTRIBUTE.exec(attributes)) {
		const [, full = '', double, single] = found;
		if (withoutPrefix(full) === name) values.push(double ?? single ?? '');
	}
	return values;
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
