/**
 * Fetching an Open Referral UK feed, page by page and service by service, without being a
 * burden: one request at a time with a pause between, patience where the server asks for it, what
 * its robots.txt says, and a file of what has come so far, so that a broken run goes on where it
 * stopped.
 */
import {
	appendFileSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import robotsParser from 'robots-parser';
import { SourceError } from '../refresh/source-error.ts';
import { withoutEnding } from '../../src/lib/text/scan.ts';

export interface FeedOptions {
	/** Address below which `/services` stands. */
	url: string;
	/** Services are written here, one a line; beside it stands how far it is. */
	file: string;
	/** Milliseconds between requests. */
	delay?: number;
	fetch?: typeof fetch;
	sleep?: (milliseconds: number) => Promise<void>;
	say?: (line: string) => void;
}

const PAUSE = 500;
const PER_PAGE = 50;
const TRIES = 6;
const FIRST_BACKOFF = 1000;
const LONGEST_WAIT = 60_000;
const MAX_PAGES = 5000;
const MAX_ANSWER_BYTES = 32 * 1024 ** 2;
const AGENT = 'asset-gap-map/0.1 (import for publication; one request at a time)';

const REMEDY = 'run the same command again: it goes on from here';

interface State {
	url: string;
	/** Next page, and how many services of it are in the file. */
	page: number;
	done: number;
	services: number;
	finished: boolean;
}

type Json = Record<string, unknown>;

/** Fetch all services into the file. Throws a SourceError where the feed fails for good. */
export async function fetchFeed(options: FeedOptions): Promise<number> {
	const { file, say = () => undefined } = options;
	const url = withoutEnding(options.url, /\//).replace(/\/services$/, '');
	const base = httpAddress(url);
	const state = readState(file, url);
	if (state.finished) {
		say(`${url}: ${state.services} services are here already (remove ${file} to fetch them anew)`);
		return state.services;
	}
	mkdirSync(dirname(file), { recursive: true });
	const ask = await politeAsker(base, options);
	for (; state.page <= MAX_PAGES; state.page++) {
		const address = `${base}/services?page=${state.page}&per_page=${PER_PAGE}`;
		const page = (await ask(address)) as Json;
		const contents = page['contents'] ?? page['content'];
		if (!Array.isArray(contents)) {
			throw new SourceError(
				address,
				'has no list of services',
				{},
				'is this an Open Referral UK feed?'
			);
		}
		for (const listed of (contents as Json[]).slice(state.done)) {
			const id = listed['id'];
			if (typeof id !== 'string' && typeof id !== 'number') {
				throw new SourceError(address, 'lists a service without id', {}, 'tell the publisher');
			}
			// Lists of version 3 leave out places; the service itself has them.
			const whole = Array.isArray(listed['service_at_locations'])
				? listed
				: await ask(`${base}/services/${encodeURIComponent(String(id))}`);
			appendFileSync(file, JSON.stringify(whole) + '\n');
			state.done++;
			state.services++;
			writeState(file, state);
		}
		const pages = Number(page['total_pages'] ?? page['totalPages'] ?? NaN);
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

/** Only the web, and no name or password in the address. */
function httpAddress(url: string): string {
	let parsed: URL | null = null;
	try {
		parsed = new URL(url);
	} catch {
		// Said below.
	}
	if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username !== '') {
		throw new SourceError(url, 'is not a web address', {}, 'give --url https://…');
	}
	return url;
}

/** More of a robots.txt than this is not read; RFC 9309 asks for no more. */
const MAX_ROBOTS = 500 * 1024;

/**
 * What asks for JSON as the robots.txt of the host allows: read once, before anything else. Throws a
 * SourceError where an address is not to be fetched, or where the file cannot be read: RFC 9309
 * takes a server in trouble for one that says no, and one without the file for one that says yes.
 */
async function politeAsker(
	base: string,
	options: FeedOptions
): Promise<(address: string) => Promise<unknown>> {
	const { say = () => undefined, delay = PAUSE } = options;
	const request = requester(options);
	const rules = new URL('/robots.txt', base).href;
	const robots = robotsParser(
		rules,
		await request(rules, delay, async (answer) =>
			answer.ok ? (await answer.text()).slice(0, MAX_ROBOTS) : ''
		)
	);
	const asked = (robots.getCrawlDelay(AGENT) ?? 0) * 1000;
	if (asked > delay) say(`${rules} asks for ${asked / 1000} seconds between requests`);
	return (address) => {
		if (robots.isAllowed(address, AGENT) === false) {
			throw new SourceError(
				address,
				`is not to be fetched by programs, says ${rules}`,
				{},
				'ask the publisher for a file or for leave'
			);
		}
		return request(address, Math.max(delay, asked), (answer) => {
			if (answer.ok) return json(address, answer);
			throw new SourceError(address, `answered ${answer.status}`, {}, 'check the address');
		});
	};
}

/**
 * What makes one request after the other, with a pause of some milliseconds before each but the
 * first, and again where the server is in trouble. `read` gets the answer, good or refused.
 */
function requester({
	fetch: get = fetch,
	sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
}: FeedOptions) {
	let asked = false;
	return async <T>(
		address: string,
		pause: number,
		read: (answer: Response) => Promise<T>
	): Promise<T> => {
		let why = '';
		for (let attempt = 0; attempt < TRIES; attempt++) {
			if (asked) await sleep(pause);
			asked = true;
			let wait = Math.min(FIRST_BACKOFF * 2 ** attempt, LONGEST_WAIT);
			try {
				const answer = await get(address, {
					headers: { accept: 'application/json, text/plain;q=0.9', 'user-agent': AGENT },
					redirect: 'follow',
					signal: AbortSignal.timeout(LONGEST_WAIT)
				});
				if (answer.status !== 429 && answer.status < 500) return await read(answer);
				why = `answered ${answer.status}`;
				const after = Number(answer.headers.get('retry-after'));
				if (Number.isFinite(after) && after > 0) wait = Math.min(after * 1000, LONGEST_WAIT);
			} catch (cause) {
				if (cause instanceof SourceError) throw cause;
				why = cause instanceof Error ? cause.message : String(cause);
			}
			if (attempt < TRIES - 1) await sleep(wait);
		}
		throw new SourceError(address, `did not answer after ${TRIES} tries (${why})`, {}, REMEDY);
	};
}

async function json(address: string, answer: Response): Promise<unknown> {
	const text = await answer.text();
	if (text.length > MAX_ANSWER_BYTES) {
		throw new SourceError(address, 'answers with far more than a page', {}, 'tell the publisher');
	}
	if (/^\s*</.test(text)) {
		throw new SourceError(address, 'is a web page, not data', {}, 'check the address');
	}
	try {
		return JSON.parse(text) as unknown;
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new SourceError(address, `is not valid JSON (${why})`, {}, REMEDY);
	}
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
	const state = JSON.parse(readFileSync(stateOf(file), 'utf8')) as State;
	if (state.url !== url) {
		throw new SourceError(file, `holds services of ${state.url}`, {}, 'give another --dataset');
	}
	const lines = readFileSync(file, 'utf8').split('\n').slice(0, state.services);
	writeFileSync(file, lines.map((line) => line + '\n').join(''));
	return state;
}

function writeState(file: string, state: State): void {
	writeFileSync(`${stateOf(file)}.new`, JSON.stringify(state));
	renameSync(`${stateOf(file)}.new`, stateOf(file));
}
