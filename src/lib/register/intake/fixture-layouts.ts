/** Invented places, and the manners in which lists of them are written: headings, encodings, separators. */

/** An invented place, with its position in the ways that a list may give it. */
export interface Invented {
	name: string;
	street: string;
	latitude: number;
	longitude: number;
	easting: number;
	northing: number;
	gridReference: string;
	dms: string;
	mercator: readonly [number, number];
}

export const LAID_OUT: readonly Invented[] = [
	{
		name: 'Invented Hall',
		street: '1 High Street',
		latitude: 52.61,
		longitude: 1.21,
		easting: 617434,
		northing: 306196,
		gridReference: 'TG 17434 06196',
		dms: `52°36'36"N 1°12'36"E`,
		mercator: [134696.58, 6911181.79]
	},
	{
		name: 'Café Invented',
		street: '2 Low Road',
		latitude: 52.63,
		longitude: 1.28,
		easting: 622071,
		northing: 308634,
		gridReference: 'TG2207108634',
		dms: `52° 37' 48" N, 1° 16' 48" E`,
		mercator: [142488.95, 6914849.05]
	},
	{
		name: "St Mary's Chapel",
		street: '3 Mill Lane',
		latitude: 52.6215,
		longitude: 1.2211,
		easting: 618128,
		northing: 307509,
		gridReference: 'TG 18128 07509',
		dms: `N 52 37 17.4 E 1 13 15.96`,
		mercator: [135932.23, 6913290.26]
	}
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
/** How the words of a heading are written. */
export const STYLES: readonly ((words: readonly string[]) => string)[] = [
	(words) => words.join(' '),
	(words) => words.map(capital).join(' '),
	(words) => words.join('_'),
	(words) => words.join('_').toUpperCase(),
	(words) => words.map(capital).join(''),
	(words) => capital(words.join(' ')),
	(words) => words.join('-'),
	(words) => `properties.${words.join('_')}`
];

/** How a text is stored. The last is Windows-1252, for signs that it has where Latin-1 has them. */
export const ENCODINGS: readonly ((text: string) => Uint8Array)[] = [
	(text) => new TextEncoder().encode(text),
	(text) => new TextEncoder().encode(`\ufeff${text}`),
	(text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
	(text) => new Uint8Array(Buffer.from(text, 'latin1'))
];

/** A table as text. */
export const delimited = (
	rows: readonly (readonly string[])[],
	separator = ',',
	line = '\n'
): string =>
	rows.map((cells) => cells.map((cell) => quoted(cell, separator)).join(separator)).join(line);

/** A cell as it is written between separators. */
const quoted = (cell: string, separator: string): string =>
	cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
