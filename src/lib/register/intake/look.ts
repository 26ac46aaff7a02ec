/** Looking at a file before any format reads it: text, JSON, XML, a packed file, or something that is named and not read. */
import { visible } from '../../text/visible.ts';
import { isArchive, partNames } from './archive.ts';
import type { Content } from './content.ts';
import { decodeText } from './decode.ts';
import { parseJson, RECORD } from './json.ts';
import { nameOther, nameXml } from './not-read.ts';

/** What a file holds, and what the reader should know of how it was read. Throws ImportError. */
export function look({ name, bytes }: { name: string; bytes: Uint8Array }): {
	content: Content;
	notes: string[];
} {
	const content: Content = { name, bytes, text: null, json: undefined, parts: null, root: null };
	if (isArchive(bytes)) return { content: { ...content, parts: partNames(bytes) }, notes: [] };
	// Old spreadsheets (.xls): a format of its own.
	if (isCompound(bytes)) return { content, notes: [] };
	const other = nameOther(name, bytes);
	if (other) throw other;
	const { text, notes } = decodeText(bytes);
	const first = text.trimStart();
	if (/^<(!doctype|html|\?xml|svg|\w|!--)/i.test(first)) {
		const root = rootOf(first);
		const unread = nameXml(name, first, root);
		if (unread) throw unread;
		return { content: { ...content, text, root }, notes };
	}
	const value = first.startsWith(RECORD) ? first.slice(1) : first;
	const isJson = /^[[{]/.test(value) && !/^\[\s*[^\s\]{["\d-]/.test(value);
	return { content: { ...content, text, json: isJson ? parseJson(text) : undefined }, notes };
}

/** Whether bytes begin as files of Office before 2007 do. */
export const isCompound = (bytes: Uint8Array): boolean =>
	[0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

/** Characters at the beginning that the outermost tag is looked for in. */
const PROLOGUE = 20_000;

/** Name of the outermost tag, without a prefix and in small letters. */
export function rootOf(text: string): string {
	const [, name = ''] = /<([a-z][\w.:-]*)/i.exec(text.slice(0, PROLOGUE)) ?? [];
	return visible(name.slice(name.indexOf(':') + 1, 60)).toLowerCase();
}
