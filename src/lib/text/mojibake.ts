/**
 * Texts whose UTF-8 bytes somebody read as Latin-1 or Windows-1252, so that an apostrophe became
 * three signs, “â€™”. The bytes are all there still, and say which sign it was; nothing is guessed.
 */

/** The signs that Windows-1252 has where Latin-1 has controls, from byte 128 on; a space where it has none. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const FIRST = 0x80;
const byteOf: ReadonlyMap<string, number> = new Map(
	[...WINDOWS].flatMap((sign, i) => (sign === ' ' ? [] : [[sign, FIRST + i] as const]))
);

/** A byte that goes on a sign in UTF-8, as either encoding writes it. */
const MORE = `[\\u0080-\\u00bf${WINDOWS.replaceAll(' ', '')}]`;
/** A sign of two, three or four bytes in UTF-8, each byte written as a sign. */
const BYTES_AS_SIGNS = new RegExp(
	`[\\u00c2-\\u00df]${MORE}|[\\u00e0-\\u00ef]${MORE}{2}|[\\u00f0-\\u00f4]${MORE}{3}`,
	'g'
);
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text with such signs read again; what is no sign in UTF-8 stays as it is. */
export const mended = (text: string): string =>
	text.replace(BYTES_AS_SIGNS, (signs) => {
		try {
			return UTF8.decode(Uint8Array.from(signs, (sign) => byteOf.get(sign) ?? sign.charCodeAt(0)));
		} catch {
			return signs;
		}
	});

/** A text read as Latin-1 as Windows-1252 has it: some decoders take one for the other. */
export const withWindowsSigns = (text: string): string =>
	text.replace(/[\u0080-\u009f]/g, (control) => {
		const sign = WINDOWS.charAt(control.charCodeAt(0) - FIRST);
		return sign === ' ' ? control : sign;
	});
