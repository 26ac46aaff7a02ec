/** Names and queries as words to compare: no case, accents, punctuation or abbreviations. */

/** Short forms that people type and names use, by what they stand for here. */
const SAME: ReadonlyMap<string, string> = new Map([
	['saint', 'st'],
	['gt', 'great'],
	['center', 'centre'],
	['rd', 'road'],
	['&', 'and']
]);

/** "King’s Lynn – St. Margaret" → kings, lynn, st, margaret; "Norwich 004B" → norwich, 4b. */
export function wordsOf(text: string): string[] {
	const plain = text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[\p{M}'’‘`´ʼ]/gu, '')
		.replaceAll('&', ' & ');
	return plain
		.split(/[^\p{L}\p{N}&]+/u)
		.filter((word) => word !== '')
		.map((word) => {
			const short = word.replace(/^0+(?=\d)/, '');
			return SAME.get(short) ?? short;
		});
}

/** Nobody types more of a name, and each word is looked for in every name. */
export const LONGEST_SOUGHT = 200;

/** The words that somebody looks for: those of the first {@link LONGEST_SOUGHT} characters, each once. */
export const soughtWords = (text: string): string[] => [
	...new Set(wordsOf(text.slice(0, LONGEST_SOUGHT)))
];
