/** News as an Atom feed (RFC 4287). */
import type { NewsEntry } from './entry.ts';
import { lastDayOf } from '../register/freshness.ts';
import { escapeXml } from '../text/xml.ts';

export interface FeedAbout {
	/** The same for the same place for ever: what ids are made of. */
	key: string;
	title: string;
	/** The page that has the same, from the feed’s own address. */
	page: string;
	/** Who looks after the listings, or that nobody does. */
	author: string;
	/** Makes a UUID of a text, the same one of the same text. */
	uuid: (text: string) => string;
}

/**
 * The feed of some entries, which must be the newest first. A date that is only a month or a year
 * stands as its last day, as in the list on the page.
 */
export function atomFeed(entries: readonly NewsEntry[], about: FeedAbout): string {
	const { key, title, page, author, uuid } = about;
	const at = (date: string) => `${lastDayOf(date)}T00:00:00Z`;
	const id = (text: string) => `urn:uuid:${uuid(text)}`;
	const newest = entries[0]?.date;
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
		`<id>${id(key)}</id>`,
		`<title>${escapeXml(title)}</title>`,
		// An empty feed has not changed since there is anything to tell.
		`<updated>${newest === undefined ? '1970-01-01T00:00:00Z' : at(newest)}</updated>`,
		`<author><name>${escapeXml(author)}</name></author>`,
		`<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
		...entries.map(
			(entry) =>
				`<entry><id>${id(`${key} ${entry.id}`)}</id><title>${escapeXml(entry.title)}</title><updated>${at(entry.date)}</updated><link rel="alternate" type="text/html" href="${escapeXml(`${page}#${entry.id}`)}"/><summary>${escapeXml(entry.says)}</summary></entry>`
		),
		'</feed>\n'
	].join('\n');
}
