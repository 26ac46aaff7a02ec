/**
 * Looking through a text in one pass, where an expression would begin anew at every character
 * and take a text of a few thousand signs as a reason to think for minutes.
 */

/** A text without what stands between two signs, and these; `instead` stands there. */
export function withoutBetween(text: string, open: string, close: string, instead = ' '): string {
	let kept = '';
	let at = 0;
	for (;;) {
		const start = text.indexOf(open, at);
		const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
		if (end === -1) return at === 0 ? text : kept + text.slice(at);
		kept += text.slice(at, start) + instead;
		at = end + close.length;
	}
}

/** A text without the characters at its end that `is` names, an expression for one character. */
export function withoutEnding(text: string, is: RegExp): string {
	let end = text.length;
	while (end > 0 && is.test(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

/** Lines as one line, with single spaces for the breaks and what is empty around them. */
export const inOneLine = (text: string): string =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.join(' ');

/** Whether a text has the shape of an e-mail address: something@something.something, without spaces. */
export function looksLikeEmail(text: string): boolean {
	const at = text.indexOf('@', 1);
	return at !== -1 && text.lastIndexOf('.', text.length - 2) >= at + 2 && !/\s/.test(text);
}
