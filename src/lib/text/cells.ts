/**
 * Spreadsheet programs take a cell that begins with one of some signs for a formula and carry
 * it out. In files that we write such a cell has an apostrophe before the sign, which says "text";
 * reading takes it off again, so that what is written comes back as it was.
 *
 * A cell may also begin in the midst of ours. Where the list separator is ";", `a,"x;=1+1"` is
 * read as `a,"x` and `=1+1"`, for quotation marks hold only where a cell begins with one; a line
 * break ends the row then. So each place behind another separator is looked at like the beginning,
 * also where nothing follows it: in `a,"x;"` the last sign would open a cell of quotation marks,
 * which takes the next row in.
 * The comma is none of these: it is what the programs that heed it find quoted, and addresses are
 * full of it.
 */
const SIGNS = '=+-@＝＋－＠﹦﹢﹣﹫';
/** Signs at the beginning alone, which programs strip before they look for others. */
const FIRST_SIGNS = SIGNS + '\t\r\n\u2028\u2029';
/** What may end a cell for another program, but for the comma. */
const SEPARATORS = ';|\t\n\r\v\f\u0085\u2028\u2029';
/**
 * What may stand before the sign and be passed over: quotation marks, spaces, what nobody sees (it may
 * turn the direction of writing), and control signs that are no separators, which programs drop.
 */
const PASSED_OVER = /(?:["\p{Zs}\p{DI}\p{Cf}]|(?![\t-\r\u0085])\p{Cc})*/uy;
const APOSTROPHES = /'*/y;
/** To the end of the cell: `-2|*cmd` begins like a number. */
const NUMBER = /^[-+]?\d+(\.\d+)? *$/;

/** Whether cells of a file have to be quoted, lest a program with another separator divide them. */
export const HOLDS_SEPARATOR = new RegExp(`[${SEPARATORS}]`);

/** Whether a guarded cell is a number with a sign: the one that {@link guarded} leaves as it is. */
export const isSigned = (cell: string): boolean => /^[\s\p{C}]*[-+]/u.test(cell);

/** A cell that no spreadsheet carries out, whatever its separator is. Plain numbers stay numbers. */
export const guarded = (cell: string): string =>
	atFormulas(cell, (apostrophes, at) =>
		apostrophes === '' && NUMBER.test(cell.slice(at)) ? apostrophes : `'${apostrophes}`
	);

/** The cell that was meant. */
export const withoutGuard = (cell: string): string =>
	cell.includes("'") ? atFormulas(cell, (apostrophes) => apostrophes.slice(1)) : cell;

/**
 * The text with other apostrophes wherever a formula could begin: `change` gets those that stand
 * before the sign, and where the sign stands.
 */
function atFormulas(cell: string, change: (apostrophes: string, at: number) => string): string {
	let made = '';
	let done = 0;
	for (let i = 0; i <= cell.length; i++) {
		if (i > 0 && !SEPARATORS.includes(cell.charAt(i - 1))) continue;
		const from = past(PASSED_OVER, cell, i);
		const at = past(APOSTROPHES, cell, from);
		const ends = at === cell.length;
		if (
			i === 0
				? ends || !FIRST_SIGNS.includes(cell.charAt(at))
				: !ends && !SIGNS.includes(cell.charAt(at))
		)
			continue;
		made += cell.slice(done, from) + change(cell.slice(from, at), at);
		done = at;
	}
	return made + cell.slice(done);
}

/** Where the first sign stands that is none of these. */
function past(signs: RegExp, cell: string, from: number): number {
	signs.lastIndex = from;
	signs.test(cell);
	return signs.lastIndex;
}

/** A value as the text of a cell; nothing for lists and objects. */
export function cellOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	return '';
}
