/**
 * Whole numbers as characters: a third fewer bytes than lists of numbers even when both are
 * compressed, and quicker to read.
 *
 * A number below 79 is one character; of a larger one, each character before the last is one of 12
 * that say that more follow. No character needs to be escaped in JSON.
 */

/** Numbers that are one character, and characters that say that more follow. */
const [LAST, MORE] = [79, 12];
const FIRST_CHARACTER = 35;
const BACKSLASH = 92;

/** Whole numbers of either sign as those from 0 on, small ones first, and back. */
export const signed = (step: number): number => (step < 0 ? -2 * step - 1 : 2 * step);
export const unsigned = (code: number): number => (code % 2 === 1 ? -(code + 1) / 2 : code / 2);

/** Numbers from 0 on as characters. */
export function written(numbers: readonly number[]): string {
	const alphabet = printable();
	const characters: string[] = [];
	for (const number of numbers) {
		let rest = number;
		while (rest >= LAST) {
			rest -= LAST;
			characters.push(alphabet.charAt(LAST + (rest % MORE)));
			rest = Math.floor(rest / MORE);
		}
		characters.push(alphabet.charAt(rest));
	}
	return characters.join('');
}

/** Printable characters but the quotation mark and the backslash. Made where it is asked for: pages only read. */
const printable = (): string =>
	Array.from({ length: LAST + MORE }, (_, i) =>
		String.fromCharCode(i + FIRST_CHARACTER + (i + FIRST_CHARACTER < BACKSLASH ? 0 : 1))
	).join('');

const DAMAGED = 'the numbers in a file are damaged';

/** The numbers of a string, one after the other; each throws where the string is damaged. */
export function numbersIn(text: string) {
	let at = 0;
	const next = (): number => {
		let [number, worth] = [0, 1];
		for (;;) {
			const code = text.charCodeAt(at++);
			const digit = code === BACKSLASH ? NaN : code - FIRST_CHARACTER - (code > BACKSLASH ? 1 : 0);
			// Past the end it is NaN, too.
			if (!(digit >= 0 && digit < LAST + MORE)) throw new Error(DAMAGED);
			number += digit * worth;
			if (digit < LAST) return number;
			worth *= MORE;
		}
	};
	return {
		next,
		all<T>(make: (number: number, i: number) => T): T[] {
			const made: T[] = [];
			while (at < text.length) made.push(make(next(), made.length));
			return made;
		},
		/** @throws where there are more numbers than were asked for */
		end(): void {
			if (at < text.length) throw new Error(DAMAGED);
		}
	};
}
