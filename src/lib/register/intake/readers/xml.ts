/** XML of strangers, looked through before a document is made of it. */
import { DOMParser, type Document } from '@xmldom/xmldom';
import { formatCount } from '../../../text/format.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { scanXml, type XmlFault } from '../xml-scan.ts';

/**
 * The document of an XML text. `what` names the file: "This KML".
 *
 * @throws ImportError where it is broken, a trap, or more than is read
 */
export function xmlDocument(text: string, what: string): Document {
	const { xmlDepth: depth, mapTags: tags, attributes, wideTags, mapToken: token } = LIMITS;
	const fault = scanXml(text, { token, depth, tags, attributes, wideTags }, () => undefined);
	if (fault) throw faulty(fault, what);
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
