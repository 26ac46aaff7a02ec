/**
 * Texts of strangers as they may be shown: without signs that nobody sees, that turn round what
 * follows, or that pile up over the lines beside them.
 */

/** Texts of plain letters: most, and nothing to do. */
const PLAIN = /^[ -~]*$/;

/**
 * Control and format characters, private ones, halves of a pair, fillers that are letters without a
 * shape, and what stands for a sign that was lost; but not tabs and line ends.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\ufffd]/gu;

/** Marks on one letter: no language of ours, nor any that is written here, has more. */
const PILED = /(\p{M}{4})\p{M}+/gu;

/** A text without what cannot be seen, or was only put there to be in the way. */
export const visible = (text: string): string =>
	PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replace(PILED, '$1');
