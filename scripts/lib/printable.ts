/** Longer pieces of somebody else's text tell nobody more. */
const LONGEST = 600;

/**
 * Text of a file or a server as it may go to a terminal: signs that would move its cursor, colour
 * or turn round what follows are spelled out, and what is endless is cut.
 */
export function printable(text: string, longest = LONGEST): string {
	const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
	return short.replace(
		/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu,
		(sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`
	);
}
