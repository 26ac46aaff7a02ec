/**
 * Opening a publisher's file as a stream, without trusting it: plain, gzip or zip. What is
 * inside is never held in memory as a whole, never larger than a bound, and a web page in the
 * place of data is told apart from data.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { ImportError } from '../../src/lib/register/intake/import-error.ts';
import { rootOf } from '../../src/lib/register/intake/look.ts';
import { nameOther, nameXml } from '../../src/lib/register/intake/not-read.ts';
import { SourceError } from '../refresh/source-error.ts';

/** No table read here unpacks to more: five times the largest, the company register. */
export const MAX_UNPACKED_BYTES = 16 * 1024 ** 3;
/** Text of tables packs to a twentieth at best; a bomb to a thousandth. */
const MAX_RATIO = 200;
/** Below this a high ratio is no danger. */
const RATIO_FROM_BYTES = 64 * 1024 ** 2;
/** More files in one archive than any publisher packs. */
const MAX_MEMBERS = 50;
/** So much of the beginning tells what a file is. */
const HEAD_BYTES = 64 * 1024;

export const REMEDY =
	'get the file again, or see docs/import-assets.md for the layout that is read';

/** A table inside a file: the file itself, or one member of an archive. */
export interface Input {
	/** Name for messages and for the catalogue: "extract.zip › publicextract.charity.json". */
	name: string;
	/** Name of the table's own file. */
	member: string;
	/** The file given, and its bytes. */
	path: string;
	bytes: number;
	/** The first bytes, unpacked. */
	head: Buffer;
	/** A new stream of the unpacked bytes; fails with a SourceError. */
	open(): Promise<Readable>;
}

/** SHA-256 of a file, read in pieces. */
export async function sha256OfFile(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

/** The tables inside a file. Throws a SourceError where it cannot be opened or holds none. */
export async function openInputs(path: string): Promise<Input[]> {
	const found = statSync(path, { throwIfNoEntry: false });
	const name = basename(path);
	if (!found?.isFile()) throw new SourceError(name, 'there is no such file', {}, 'check the path');
	if (found.size === 0) throw new SourceError(name, 'is empty', {}, REMEDY);
	const start = firstBytes(path, 4);
	const isZip = start.toString('latin1') === 'PK\u0003\u0004';
	if (isZip && !/\.xlsx$/i.test(name)) return openZip(path, name, found.size);
	const gzip = start[0] === 0x1f && start[1] === 0x8b;
	const open = (): Promise<Readable> => {
		const raw = createReadStream(path);
		return Promise.resolve(
			gzip ? chain(name, raw, createGunzip(), guard(name, found.size)) : chain(name, raw)
		);
	};
	const input = {
		name,
		member: gzip ? name.replace(/\.gz$/i, '') : name,
		path,
		bytes: found.size,
		open
	};
	return [{ ...input, head: await headOf(name, open) }];
}

async function openZip(path: string, name: string, bytes: number): Promise<Input[]> {
	const zip = await openArchive(path, name);
	const entries: Entry[] = [];
	try {
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName.endsWith('/') || /(^|\/)(__MACOSX|\.)/.test(entry.fileName)) continue;
			entries.push(entry);
			if (entries.length > MAX_MEMBERS) {
				throw new SourceError(name, `holds more than ${MAX_MEMBERS} files`, {}, REMEDY);
			}
		}
	} catch (cause) {
		if (cause instanceof SourceError) throw cause;
		throw brokenZip(name, cause);
	} finally {
		zip.close();
	}
	if (entries.length === 0) throw new SourceError(name, 'is an empty archive', {}, REMEDY);
	const inputs: Input[] = [];
	for (const entry of entries) {
		const member = basename(entry.fileName);
		const full = `${name} › ${member}`;
		const open = async (): Promise<Readable> => {
			const archive = await openArchive(path, name);
			let stream: Readable;
			try {
				stream = await archive.openReadStreamPromise(entry);
			} catch (cause) {
				archive.close();
				throw brokenZip(name, cause);
			}
			stream.once('close', () => archive.close());
			return chain(full, stream, guard(full, entry.compressedSize));
		};
		inputs.push({ name: full, member, path, bytes, open, head: await headOf(full, open) });
	}
	return inputs;
}

async function openArchive(path: string, name: string): Promise<ZipFile> {
	try {
		return await openPromise(path, { lazyEntries: true, autoClose: false });
	} catch (cause) {
		throw brokenZip(name, cause);
	}
}

const brokenZip = (name: string, cause: unknown): SourceError =>
	new SourceError(
		name,
		`cannot be opened as a zip archive, perhaps truncated (${messageOf(cause)})`,
		{},
		REMEDY
	);

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

function firstBytes(path: string, count: number): Buffer {
	const file = openSync(path, 'r');
	try {
		const buffer = Buffer.alloc(count);
		return buffer.subarray(0, readSync(file, buffer, 0, count, 0));
	} finally {
		closeSync(file);
	}
}

/** Streams one after the other; the first failure of any of them ends the last, in our words. */
function chain(name: string, first: Readable, ...more: Transform[]): Readable {
	const last = more.at(-1) ?? first;
	if (more.length > 0) {
		pipeline([first, ...more] as [Readable, Transform]).catch((cause: unknown) => {
			const error =
				cause instanceof SourceError
					? cause
					: new SourceError(
							name,
							`cannot be unpacked, perhaps truncated (${messageOf(cause)})`,
							{},
							REMEDY
						);
			last.destroy(error);
		});
	}
	return last;
}

/** Stops what unpacks to more than tables do. */
function guard(name: string, packed: number): Transform {
	let total = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done: TransformCallback) {
			total += chunk.length;
			const bomb = total > RATIO_FROM_BYTES && total > packed * MAX_RATIO;
			if (bomb || total > MAX_UNPACKED_BYTES) {
				const size = `${Math.round(total / 1024 ** 2)} MB and more`;
				done(
					new SourceError(
						name,
						`unpacks to ${size} from ${Math.ceil(packed / 1024)} kB, as no table does`,
						{},
						REMEDY
					)
				);
			} else done(null, chunk);
		}
	});
}

/** What a file is that is not read, in the words of the page. */
const unread = (name: string, { message, advice }: ImportError): SourceError =>
	new SourceError(
		name,
		message.replace(/\.$/, ''),
		{},
		advice.charAt(0).toLowerCase() + advice.slice(1)
	);

async function headOf(name: string, open: () => Promise<Readable>): Promise<Buffer> {
	const stream = await open();
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		length += chunk.length;
		if (length >= HEAD_BYTES) break;
	}
	stream.destroy();
	const head = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
	if (head.length === 0) throw new SourceError(name, 'is empty', {}, REMEDY);
	const text = head
		.toString('latin1')
		.replace(/^\u00ef\u00bb\u00bf/, '')
		.trimStart();
	const isMarkup = /^<(!doctype|html|head|body|\?xml)/i.test(text);
	const why = nameOther(name, head) ?? (isMarkup ? nameXml(name, text, rootOf(text)) : null);
	if (why) throw unread(name, why);
	return head;
}
