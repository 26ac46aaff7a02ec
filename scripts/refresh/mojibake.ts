/**
 * Texts whose UTF-8 bytes somebody read as Latin-1, so that an apostrophe became three signs, two of
 * which nobody sees. The bytes are all there still, and say which sign it was; nothing is guessed.
 */

/** A sign of two, three or four bytes in UTF-8, each byte written as the Latin-1 sign of its number. */
const BYTES_AS_SIGNS =
	/[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text with such signs read again; what is no sign in UTF-8 stays as it is. */
export const mended = (text: string): string =>
	text.replace(BYTES_AS_SIGNS, (signs) => {
		try {
			return UTF8.decode(Uint8Array.from(signs, (sign) => sign.charCodeAt(0)));
		} catch {
			return signs;
		}
	});
