/**
 * Fetching an Open Referral UK feed, page by page and service by service, without being a
 * burden (`ask.ts`), into a file of what has come so far, so that a broken run goes on where it
 * stopped. What a page is made of is looked at before it is taken for anything.
 */
import {
	appendFileSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { SourceError } from '../refresh/source-error.ts';
import { withLock } from '../lib/lock.ts';
import { asking, type Ask, type AskOptions } from './ask.ts';
import { withoutEnding } from '../../src/lib/text/scan.ts';

export interface FeedOptions extends AskOptions {
	/** Address below which `/services` stands. */
	url: string;
	/** Services are written here, one a line; beside it stands how far it is. */
	file: string;
	/** Bytes that the file may come to have; for tests. */
	maxBytes?: number;
}

const PER_PAGE = 50;
const MAX_PAGES = 5000;
/** Far more than any council lists; a feed that goes on for ever ends here. */
const MAX_SERVICES = 500_000;
/** Half a gigabyte: ten times what the services of a large council come to. */
const MAX_FILE_BYTES = 512 * 1024 ** 2;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const StateSchema = v.strictObject({
	url: v.string(),
	/** Next page, and how many services of it are in the file. */
	page: Count,
	done: Count,
	services: Count,
	finished: v.boolean()
});
type State = v.InferOutput<typeof StateSchema>;

type Json = Record<string, unknown>;

/** Fetch all services into the file. Throws a SourceError where the feed fails for good. */
export async function fetchFeed(options: FeedOptions): Promise<number> {
	const { file, say = () => undefined } = options;
	const url = withoutEnding(options.url, /\//).replace(/\/services$/, '');
	const base = httpAddress(url);
	// Two runs would write their services into one file, and cut off each other's.
	const manner = { doing: 'fetch of this feed', log: say };
	return withLock(`${file}.lock`, () => fetchAlone(base, { ...options, url, say }), manner);
}

async function fetchAlone(
	base: string,
	options: FeedOptions & Required<Pick<FeedOptions, 'say'>>
): Promise<number> {
	const { url, file, say } = options;
	const state = readState(file, url);
	if (state.finished) {
		say(`${url}: ${state.services} services are here already (remove ${file} to fetch them anew)`);
		return state.services;
	}
	return asking(base, options, (ask) => fetchPages(ask, base, state, options));
}

async function fetchPages(
	ask: Ask,
	base: string,
	state: State,
	{ url, file, say, maxBytes = MAX_FILE_BYTES }: FeedOptions & Required<Pick<FeedOptions, 'say'>>
): Promise<number> {
	let bytes = statSync(file).size;
	for (; state.page <= MAX_PAGES; state.page++) {
		const address = `${base}/services?page=${state.page}&per_page=${PER_PAGE}`;
		const { page, contents } = pageOf(address, await ask(address));
		for (const listed of contents.slice(state.done)) {
			const { id, service } = listedService(address, listed);
			// Lists of version 3 leave out places; the service itself has them.
			const whole = Array.isArray(service['service_at_locations'])
				? service
				: await wholeService(ask, `${base}/services/${encodeURIComponent(id)}`);
			if (state.services >= MAX_SERVICES) {
				throw new SourceError(
					url,
					`has more than ${MAX_SERVICES} services`,
					{},
					'tell the publisher'
				);
			}
			const line = Buffer.from(lineOf(address, whole));
			bytes += line.length;
			if (bytes > maxBytes) {
				throw new SourceError(
					url,
					`has services of more than ${Math.round(maxBytes / 1024 ** 2)} MB, as no directory does`,
					{},
					'tell the publisher, or ask for a file'
				);
			}
			appendFileSync(file, line);
			state.done++;
			state.services++;
			writeState(file, state);
		}
		const pages = pagesOf(page);
		const last =
			page['last_page'] === true ||
			page['last'] === true ||
			state.page >= pages ||
			contents.length === 0;
		if (last) {
			state.finished = true;
			writeState(file, state);
			say(`${url}: ${state.services} services`);
			return state.services;
		}
		state.done = 0;
		say(`${url}: page ${state.page}${Number.isFinite(pages) ? ` of ${pages}` : ''}`);
	}
	throw new SourceError(url, `has more than ${MAX_PAGES} pages`, {}, 'tell the publisher');
}

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What somebody sent in place of what was asked for. */
function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	if (isObject(value)) return 'an object';
	return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function pageOf(address: string, value: unknown): { page: Json; contents: unknown[] } {
	const ask = 'is this an Open Referral UK feed?';
	if (!isObject(value)) {
		throw new SourceError(address, `is ${kindOf(value)}, not a page of services`, {}, ask);
	}
	const contents = value['contents'] ?? value['content'];
	if (!Array.isArray(contents)) {
		throw new SourceError(address, 'has no list of services', {}, ask);
	}
	return { page: value, contents };
}

/** How many pages there are; NaN where the page doesn't say. */
function pagesOf(page: Json): number {
	const told = page['total_pages'] ?? page['totalPages'];
	return typeof told === 'number' || typeof told === 'string' ? Number(told) : NaN;
}

function listedService(address: string, listed: unknown): { id: string; service: Json } {
	const tell = 'tell the publisher';
	if (!isObject(listed)) {
		throw new SourceError(address, `lists ${kindOf(listed)} where a service should be`, {}, tell);
	}
	const id = listed['id'];
	if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
		throw new SourceError(address, 'lists a service without id', {}, tell);
	}
	// "." and ".." are ways to other addresses, and what is no text cannot be written into one.
	if (/^\.{1,2}$/.test(String(id)) || !isWellFormed(String(id))) {
		throw new SourceError(address, `lists a service with "${id}" for an id`, {}, tell);
	}
	return { id: String(id), service: listed };
}

function isWellFormed(text: string): boolean {
	try {
		encodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

async function wholeService(ask: Ask, address: string): Promise<Json> {
	const service = await ask(address);
	if (isObject(service)) return service;
	throw new SourceError(address, `is ${kindOf(service)}, not a service`, {}, 'tell the publisher');
}

function lineOf(address: string, service: Json): string {
	try {
		return JSON.stringify(service) + '\n';
	} catch {
		throw new SourceError(
			address,
			'has a service that is nested without end',
			{},
			'tell the publisher'
		);
	}
}

/** Only the web, and no name or password in the address. */
function httpAddress(url: string): string {
	const parsed = URL.canParse(url) ? new URL(url) : null;
	const isPlain =
		parsed !== null &&
		/^https?:$/.test(parsed.protocol) &&
		// The signs themselves: a “?” with nothing behind it is no part of the address that is parsed.
		!/[?#\\\s]|^[^/]*\/\/[^/]*@/.test(url) &&
		[parsed.username, parsed.password].every((part) => part === '');
	if (!isPlain) {
		throw new SourceError(
			url,
			'is not a web address of a feed',
			{},
			'give --url https://… without a password, and nothing from “?” or “#” on'
		);
	}
	return url;
}

const stateOf = (file: string) => `${file}.state.json`;

/** How far an earlier run came; the file is cut to what the state knows. */
function readState(file: string, url: string): State {
	const fresh: State = { url, page: 1, done: 0, services: 0, finished: false };
	if (!existsSync(stateOf(file)) || !existsSync(file)) {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, '');
		return fresh;
	}
	const state = parseState(file);
	if (state.url !== url) {
		throw new SourceError(file, `holds services of ${state.url}`, {}, 'give another --dataset');
	}
	const end = endOfLine(file, state.services);
	if (end === null) {
		throw new SourceError(
			file,
			`holds fewer than the ${state.services} services that have come`,
			{},
			'remove it, and the feed is fetched anew'
		);
	}
	truncateSync(file, end);
	return state;
}

/** Where so many lines of a file end, in bytes; null where it has fewer. Read a piece at a time. */
function endOfLine(path: string, lines: number): number | null {
	if (lines === 0) return 0;
	const file = openSync(path, 'r');
	try {
		const piece = Buffer.alloc(1024 ** 2);
		let left = lines;
		for (let start = 0; ;) {
			const length = readSync(file, piece, 0, piece.length, start);
			if (length === 0) return null;
			const read = piece.subarray(0, length);
			for (let at = read.indexOf(10); at !== -1; at = read.indexOf(10, at + 1)) {
				if (--left === 0) return start + at + 1;
			}
			start += length;
		}
	} finally {
		closeSync(file);
	}
}

function parseState(file: string): State {
	try {
		return v.parse(StateSchema, JSON.parse(readFileSync(stateOf(file), 'utf8')));
	} catch {
		throw new SourceError(
			stateOf(file),
			'does not say how far the feed has come',
			{},
			'remove it, and the feed is fetched anew'
		);
	}
}

function writeState(file: string, state: State): void {
	writeFileSync(`${stateOf(file)}.new`, JSON.stringify(state));
	renameSync(`${stateOf(file)}.new`, stateOf(file));
}
