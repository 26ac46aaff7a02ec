/** Texts out of web pages: what they say, without the markup around it. */

/** What stands between the signs of a tag, and no more: a text may hold "<" for "less than". */
const TAG = /<\/?[a-z][^<>]{0,2000}>|<!--[^<>]{0,2000}-->/gi;
/** Tags that end a line of text. */
const LINE_ENDS = /^<\/?(?:br|p|div|li|tr|table|ul|ol|h[1-6]|td|th)\b/i;
/** Tags that format a text: one of them tells that a cell is out of a web page. */
const FORMATTING =
	/<\/?(?:a|abbr|b|br|center|div|em|font|h[1-6]|i|li|ol|p|span|strong|table|tbody|td|th|tr|u|ul)(?:\s[^<>]{0,2000})?\/?>/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const NAMED: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: '’',
	nbsp: ' ',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	hellip: '…',
	pound: '£',
	eacute: 'é',
	egrave: 'è',
	bull: '•',
	middot: '·',
	copy: '©'
};

/** Whether a text is written as a web page writes it: with tags that format, or signs written out. */
export function isMarkup(text: string): boolean {
	if (text.includes('<') && FORMATTING.test(text)) return true;
	return text.includes('&') && text.replace(ENTITY, '') !== text && plainText(text) !== text;
}

/** What a text of a web page says. */
export const plainText = (html: string): string =>
	html
		.replace(TAG, (tag) => (LINE_ENDS.test(tag) ? '\n' : ''))
		.replace(ENTITY, (written, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return NAMED[name.toLowerCase()] ?? written;
			const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
		})
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join('\n');

/** Where the first link of a text of a web page leads; null where it has none. */
export function linkIn(html: string): string | null {
	const [, double, single] =
		/\shref\s*=\s*(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')/i.exec(html) ?? [];
	return double ?? single ?? null;
}

/** The cells of tables in a web page's text, by row. */
export function tableRows(html: string): string[][] {
	return html
		.split(/<tr\b/i)
		.slice(1)
		.map((row) =>
			row
				.split(/<t[dh]\b/i)
				.slice(1)
				.map((cell) => plainText(cell.slice(cell.indexOf('>') + 1)))
		);
}
