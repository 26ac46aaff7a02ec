/** What the beginning of a file says about it. */
import { JSONParser } from '@streamparser/json-node';
import { parse } from 'csv-parse/sync';
import { encodingOf } from '../../src/lib/register/intake/decode.ts';
import type { Input } from './input.ts';
import type { Head } from './reader.ts';
import { sheetsOf } from './rows.ts';

/** Look at the beginning of a file. */
export async function readHead(input: Input): Promise<Head> {
	const member = input.member.toLowerCase();
	if (/\.xlsx$/.test(member)) {
		const sheets = await sheetsOf(input);
		return { member, kind: 'xlsx', names: sheets.map(({ sheet }) => sheet), rows: null };
	}
	const { encoding } = encodingOf(input.head, false);
	const text = new TextDecoder(encoding)
		.decode(input.head, { stream: true })
		.replace(/^\ufeff/, '');
	const first = text.trimStart().charAt(0);
	if (first === '[' || first === '{') {
		const list = /"(contents?)"\s*:\s*\[/.exec(text)?.[1] as 'content' | 'contents' | undefined;
		const rows = first === '[' ? '$.*' : list ? (`$.${list}.*` as const) : '$';
		return { member, kind: 'json', names: await firstNames(text, rows), rows };
	}
	const line = firstLine(text);
	const kind = count(line, '\t') > count(line, ',') ? 'tsv' : 'csv';
	return { member, kind, names: cells(line, kind === 'tsv' ? '\t' : ','), rows: null };
}

const count = (text: string, character: string) => text.split(character).length - 1;

/** The first line, quoted line breaks included. */
function firstLine(text: string): string {
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '"') quoted = !quoted;
		if (!quoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at);
	}
	return text;
}

function cells(line: string, delimiter: string): string[] {
	try {
		const [first = []] = parse(line, {
			delimiter,
			relax_quotes: true,
			relax_column_count: true
		}) as string[][];
		return first.map((name) => name.replace(/\s+/g, ' ').trim());
	} catch {
		return [];
	}
}

/** So much at a time, so that what is broken further on does not hide the beginning. */
const SLICE = 1024;

/** Keeps the first value alone, so that it never waits for a reader of the others. */
class FirstValue extends JSONParser {
	first: { value?: unknown } | null = null;

	override push(chunk: { value?: unknown } | null): boolean {
		this.first ??= chunk;
		return true;
	}
}

/** Names in the first object of a list, as far as the beginning shows it. */
async function firstNames(text: string, path: string): Promise<string[]> {
	const parser = new FirstValue({ paths: [path], keepStack: false, separator: '\n' });
	parser.on('error', () => undefined);
	for (let at = 0; at < text.length && !parser.destroyed && !parser.first; at += SLICE) {
		await new Promise<void>((resolve) => parser.write(text.slice(at, at + SLICE), () => resolve()));
	}
	parser.destroy();
	const value = parser.first?.value;
	return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
