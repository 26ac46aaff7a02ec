/** From bytes to text: which encoding a file is in, or that it is no text at all. */
import { ImportError } from './import-error.ts';

export interface Decoded {
	text: string;
	/** What was assumed, where it was not certain. */
	notes: string[];
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
	signature.every((byte, i) => bytes[i] === byte);

/** Kinds of files that are not text, by how they begin, with what to do about each. */
const BINARY: readonly { signature: readonly number[]; what: string; advice: string }[] = [
	{
		signature: [0x50, 0x4b],
		what: 'a spreadsheet or another packed file',
		advice: 'If it is a spreadsheet, give its name the ending .xlsx. Unpack other archives first.'
	},
	{
		signature: [0xd0, 0xcf, 0x11, 0xe0],
		what: 'a spreadsheet in the format of before 2007 (.xls), or protected by a password',
		advice: 'Open it in a spreadsheet program and save it as .xlsx without a password, or as CSV.'
	},
	{
		signature: [0x25, 0x50, 0x44, 0x46],
		what: 'a PDF',
		advice:
			'Copy the table out of it and paste the rows here, or ask for the spreadsheet behind it.'
	},
	{
		signature: [0x1f, 0x8b],
		what: 'a packed file (gzip)',
		advice: 'Unpack it, and bring the file inside.'
	}
];
/** Bytes at the beginning that are looked at to tell text from other files. */
const SAMPLE = 65_536;
/** Control characters that texts do not have; tab, line ends and form feed are theirs. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;
const MOST_CONTROL = 0.01;

/** The text of a file. Throws ImportError where it is none. */
export function decodeText(bytes: Uint8Array): Decoded {
	for (const { signature, what, advice } of BINARY) {
		if (startsWith(bytes, signature)) {
			throw new ImportError(`This file is not a table in text: it is ${what}.`, advice);
		}
	}
	const { encoding, notes } = encodingOf(bytes);
	let text: string;
	try {
		text = new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
	} catch {
		throw unreadable();
	}
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
