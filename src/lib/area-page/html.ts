/**
 * HTML from templates: what is put in is escaped unless it is HTML already. No number fits a
 * template: it goes through {@link figure}, which says where it is from.
 */

/** A piece of HTML, made by a template here. */
export class Html {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	toString(): string {
		return this.text;
	}
}

export type Piece = Html | string | null | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** A text as it stands between tags or in an attribute in quotation marks. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function textOf(piece: Piece): string {
	if (piece === null || piece === false) return '';
	if (typeof piece === 'string') return escapeHtml(piece);
	return piece instanceof Html ? piece.text : piece.map(textOf).join('');
}

/**
 * A template: markup`<p>${text}</p>`. Attributes must stand in quotation marks. Lines may be indented
 * as code is: what stands before the first sign of a line is not written. (Not called html, under
 * which name formatters take the text for theirs.)
 */
export const markup = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
	new Html(
		strings.reduce((all, part, i) => all + textOf(pieces[i - 1] ?? null) + flushLeft(part), '')
	);

const flushLeft = (part: string): string => part.replace(/\n[\t ]+/g, '\n');

/** What a page says of itself, as the source of its own numbers: "15 minutes", "999". */
export const OWN_WORDS = 'page';

/** A figure in words, with the catalogue ids of what it is from: every number of a page is in one. */
export const figure = (text: Piece, sources: readonly string[] | string): Html =>
	markup`<span data-source="${typeof sources === 'string' ? sources : sources.join(' ')}">${text}</span>`;
