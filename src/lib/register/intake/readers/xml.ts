/** XML of strangers, looked through before a document is made of it. */
import { DOMParser, type Document } from '@xmldom/xmldom';
import { formatCount } from '../../../text/format.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { scanXml, type Tag, type XmlFault } from '../xml-scan.ts';

/**
 * The document of an XML text. `what` names the file: "This KML".
 *
 * @throws ImportError where it is broken, a trap, or more than is read
 */
export function xmlDocument(text: string, what: string): Document {
	lookThrough(text, what);
	return documentOf(text, what);
}

/** Tags of a piece: so few that what is made of one goes before the next is made. */
const TAGS_A_PIECE = 5_000;
/** Characters of an outermost tag that may stand before each piece. */
const LONGEST_OPENING = 10_000;

/**
 * The documents of a text whose outermost tag holds a flat list, one after another: each has that
 * tag with the next of what stands in it. A document of all would take three times the memory.
 *
 * @throws ImportError where it is broken, a trap, or more than is read
 */
export function* xmlPieces(
	text: string,
	what: string,
	tagsAPiece = TAGS_A_PIECE
): Generator<Document> {
	const cuts: number[] = [];
	let outermost: Tag | null = null;
	let tags = 0;
	lookThrough(text, what, (tag) => {
		if (tag.depth === 0) outermost ??= tag;
		else if (tag.depth === 1 && (cuts.length === 0 || tags >= tagsAPiece)) {
			cuts.push(tag.at);
			tags = 0;
		}
		tags++;
	});
	const [first] = cuts;
	if (outermost === null || first === undefined) {
		yield documentOf(text, what);
		return;
	}
	const { at, end } = outermost as Tag;
	const opening = text.slice(at, end);
	if (opening.length > LONGEST_OPENING) {
		yield documentOf(text, what);
		return;
	}
	const [name = ''] = /[\w.:-]+/.exec(opening) ?? [];
	for (const [i, from] of cuts.entries()) {
		const to = cuts[i + 1];
		const piece = text.slice(i === 0 ? 0 : from, to);
		yield documentOf(
			`${i === 0 ? '' : opening}${piece}${to === undefined ? '' : `</${name}>`}`,
			what
		);
	}
}

function lookThrough(
	text: string,
	what: string,
	onTag: (tag: Tag) => void = () => undefined
): void {
	const { xmlDepth: depth, mapTags: tags, attributes, wideTags, mapToken: token } = LIMITS;
	const fault = scanXml(text, { token, depth, tags, attributes, wideTags }, onTag);
	if (fault) throw faulty(fault, what);
}

function documentOf(text: string, what: string): Document {
	try {
		return new DOMParser({
			onError: (level, message) => {
				if (level === 'fatalError') throw new Error(message);
			}
		}).parseFromString(text, 'text/xml');
	} catch {
		throw faulty('broken', what);
	}
}

function faulty(fault: XmlFault, what: string): ImportError {
	switch (fault) {
		case 'entities':
			return new ImportError(
				`${what} defines entities of its own, which no mapping program does: it may be meant to do harm.`,
				'Do not open it. Ask whoever sent it for the list as CSV or GeoJSON.'
			);
		case 'tags':
			return new ImportError(
				`${what} holds more than ${formatCount(LIMITS.mapTags)} tags, far more than can be checked at once.`,
				'Keep the places of this region, or export them as GeoJSON or CSV.'
			);
		default:
			return new ImportError(
				`${what} is broken: its tags are not as they must be.`,
				'It may have been cut off when it was saved: export it again.'
			);
	}
}
