/** From bytes to text: which encoding a file is in, or that it is no text at all. */
import { withWindowsSigns } from '../../text/mojibake.ts';
import { ImportError } from './import-error.ts';

export interface Decoded {
	text: string;
	/** What was assumed, where it was not certain. */
	notes: string[];
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
	signature.every((byte, i) => bytes[i] === byte);

/** Bytes at the beginning that are looked at to tell text from other files. */
const SAMPLE = 65_536;
const [NEWLINE, RETURN] = [10, 13];
/** Control characters that texts do not have; tab, line ends, form feed and separators are theirs. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u007f]/g;
const MOST_CONTROL = 0.01;

/** The text of a file. Throws ImportError where it is none. */
export function decodeText(bytes: Uint8Array): Decoded {
	const { encoding, notes } = encodingOf(bytes);
	let text: string;
	try {
		text = new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
	} catch {
		throw unreadable();
	}
	if (encoding === 'windows-1252') text = withWindowsSigns(text);
	const sample = text.slice(0, SAMPLE);
	const odd = sample.match(CONTROL)?.length ?? 0;
	const lost = sample.match(/\ufffd/g)?.length ?? 0;
	if (odd + lost > sample.length * MOST_CONTROL) throw unreadable();
	return { text, notes };
}

const unreadable = () =>
	new ImportError(
		'This file is not text: it may be a picture, a program or a damaged file.',
		'Bring a CSV file, a spreadsheet (.xlsx), GeoJSON or an Open Referral UK file.'
	);

function encodingOf(bytes: Uint8Array): { encoding: string; notes: string[] } {
	if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', notes: [] };
	if (startsWith(bytes, [0xff, 0xfe])) return utf16('utf-16le');
	if (startsWith(bytes, [0xfe, 0xff])) return utf16('utf-16be');
	const sample = bytes.subarray(0, SAMPLE);
	const zeros = [0, 0];
	sample.forEach((byte, i) => {
		if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	});
	// Text of Western letters in two bytes each: every other byte is zero.
	const [even = 0, odd = 0] = zeros;
	const half = sample.length / 2;
	if (odd > half * 0.4 && even < half * 0.1) return utf16('utf-16le');
	if (even > half * 0.4 && odd < half * 0.1) return utf16('utf-16be');
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { encoding: 'utf-8', notes: [] };
	} catch {
		// Programs for the Macintosh of before 2001 end lines with a sign that no other does.
		if (!sample.includes(NEWLINE) && sample.includes(RETURN)) {
			return {
				encoding: 'macintosh',
				notes: [
					'The file is not in UTF-8. It was read as Mac OS Roman, as its lines end as old programs for the Mac write them: look at names with accents or apostrophes. If they are wrong, save it as “CSV UTF-8”.'
				]
			};
		}
		return {
			encoding: 'windows-1252',
			notes: [
				'The file is not in UTF-8. It was read as Windows-1252, as older spreadsheet programs write it: look at names with accents or apostrophes. If they are wrong, save it as “CSV UTF-8”.'
			]
		};
	}
}

const utf16 = (encoding: string) => ({
	encoding,
	notes: ['The file is in UTF-16 (“Unicode text”) and was read as such.']
});
