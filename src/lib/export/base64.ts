/** Bytes as text that a file of text may hold (RFC 4648). */

/** Bytes that are turned at a time: a call takes only so many arguments. */
const PIECE = 0x8000;

export function base64(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += PIECE) {
		text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
	}
	return btoa(text);
}
