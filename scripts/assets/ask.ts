/**
 * Asking one host for JSON, as its robots.txt allows: one request at a time with a pause between,
 * patience where the server asks for it, no further than the host itself, and no more than a page
 * of it, however it is packed.
 */
import { fetch as undiciFetch } from 'undici';
import { shapeOf } from '../../src/lib/text/json-shape.ts';
import { SourceError } from '../refresh/source-error.ts';
import { publicAgent, type Connecting } from './public-address.ts';
import { readRules } from './robots.ts';

export interface AskOptions {
	/** Milliseconds between requests. */
	delay?: number;
	say?: (line: string) => void;
	/** Milliseconds that one answer may take, from the request to its last byte. */
	longest?: number;
	/** Unpacked bytes of all answers together. */
	maxRunBytes?: number;
	/** For tests: what answers in place of the network. */
	fetch?: typeof fetch;
	sleep?: (milliseconds: number) => Promise<void>;
	/** For tests: addresses that may be connected to, and how names are looked up. */
	connecting?: Partial<Connecting>;
}

/** Gives the JSON at an address. Throws a SourceError where there is none to have. */
export type Ask = (address: string) => Promise<unknown>;

const PAUSE = 500;
const TRIES = 6;
const FIRST_BACKOFF = 1000;
/** In milliseconds. No host is left waiting or waited for longer than this. */
const LONGEST_WAIT = 60_000;
const MAX_REDIRECTS = 5;
/** A page of fifty services has some hundred kilobytes. */
const MAX_ANSWER_BYTES = 8 * 1024 ** 2;
/** Values take many times the bytes that they are written in. */
const SHAPE = { depth: 40, values: 500_000 };
/** Unpacked bytes of all answers of a run: thousands of such pages. */
const MAX_RUN_BYTES = 2 * 1024 ** 3;
/** More of a robots.txt than this is not read; RFC 9309 asks for no more. */
const MAX_ROBOTS = 500 * 1024;
const AGENT = 'asset-gap-map/0.1 (import for publication; one request at a time)';

export const REMEDY = 'run the same command again: it goes on from here';

/**
 * What asks the host of `base`, while `work` goes on. Its robots.txt is read before anything else:
 * RFC 9309 takes a server in trouble for one that says no, and one without the file for one that
 * says yes. Throws a SourceError where an address is not to be fetched.
 */
export async function asking<T>(
	base: string,
	options: AskOptions,
	work: (ask: Ask) => Promise<T>
): Promise<T> {
	const agent = publicAgent(options.connecting);
	const get =
		options.fetch ??
		((address, init) =>
			undiciFetch(address as string, {
				...(init as object),
				dispatcher: agent
			}) as unknown as Promise<Response>);
	try {
		return await work(await politeAsker(base, { ...options, fetch: get }));
	} finally {
		await agent.destroy();
	}
}

async function politeAsker(base: string, options: AskOptions): Promise<Ask> {
	const { say = () => undefined, delay = PAUSE, maxRunBytes = MAX_RUN_BYTES } = options;
	const request = requester(options);
	const rules = new URL('/robots.txt', base).href;
	const text = await request(
		rules,
		delay,
		() => undefined,
		async (answer) =>
			answer.ok ? new TextDecoder().decode((await bodyOf(answer, MAX_ROBOTS)).body) : ''
	);
	const { heed, crawlDelay: asked } = readRules(rules, text, AGENT);
	const pause = Math.max(delay, crawlDelay(asked, delay, rules, say));
	let left = maxRunBytes;
	return (address) =>
		request(address, pause, heed, async (answer) => {
			if (!answer.ok) {
				throw new SourceError(address, `answered ${answer.status}`, {}, 'check the address');
			}
			const { body, bytes, isWhole } = await bodyOf(answer, MAX_ANSWER_BYTES);
			left -= bytes;
			if (left < 0) {
				throw new SourceError(
					base,
					`has sent more than ${Math.ceil(maxRunBytes / 1024 ** 2)} MB, as no feed does`,
					{},
					'tell the publisher'
				);
			}
			return json(address, body, isWhole);
		});
}

/** The pause that a robots.txt asks for, in milliseconds, as far as it is heeded. */
function crawlDelay(
	asked: number | undefined,
	delay: number,
	rules: string,
	say: (line: string) => void
): number {
	const wanted = asked !== undefined && asked > 0 ? asked * 1000 : 0;
	const pause = Math.min(wanted, LONGEST_WAIT);
	if (wanted > pause) {
		say(
			`${rules} asks for ${asked} seconds between requests; ${pause / 1000} are kept (for a longer pause give --delay, or ask the publisher for a file)`
		);
	} else if (pause > delay) say(`${rules} asks for ${pause / 1000} seconds between requests`);
	return pause;
}

/**
 * What makes one request after the other, with a pause of some milliseconds before each but the
 * first, and again where the server is in trouble. `heed` throws where an address is not to be
 * fetched, and `read` gets the answer, good or refused.
 */
function requester({
	fetch: get = fetch,
	longest = LONGEST_WAIT,
	sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
}: AskOptions) {
	let asked = false;
	/** What `read` makes of the first answer that is no redirect. */
	const follow = async <T>(
		address: string,
		pause: number,
		heed: (address: string) => void,
		read: (answer: Response) => Promise<T>
	): Promise<T> => {
		let at = address;
		for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
			heed(at);
			if (asked) await sleep(pause);
			asked = true;
			const done = await within(longest, async (signal) => {
				const answer = await get(at, {
					headers: { accept: 'application/json, text/plain;q=0.9', 'user-agent': AGENT },
					redirect: 'manual',
					signal
				});
				if (![301, 302, 303, 307, 308].includes(answer.status)) return { read: await read(answer) };
				await answer.body?.cancel();
				return { next: redirected(at, answer.headers.get('location')) };
			});
			if ('read' in done) return done.read as T;
			at = done.next;
		}
		throw new SourceError(address, 'leads on and on to other addresses', {}, 'tell the publisher');
	};
	return async <T>(
		address: string,
		pause: number,
		heed: (address: string) => void,
		read: (answer: Response) => Promise<T>
	): Promise<T> => {
		let why = '';
		for (let attempt = 0; attempt < TRIES; attempt++) {
			let wait = Math.min(FIRST_BACKOFF * 2 ** attempt, LONGEST_WAIT);
			try {
				const result = await follow(address, pause, heed, async (answer) => {
					if (answer.status !== 429 && answer.status < 500) return { value: await read(answer) };
					await answer.body?.cancel();
					return { trouble: answer.status, after: Number(answer.headers.get('retry-after')) };
				});
				if ('value' in result) return result.value as T;
				const { trouble, after } = result;
				why = `answered ${trouble}`;
				if (Number.isFinite(after) && after > 0) wait = Math.min(after * 1000, LONGEST_WAIT);
			} catch (error) {
				why = reasonOf(error);
			}
			if (attempt < TRIES - 1) await sleep(wait);
		}
		throw new SourceError(address, `did not answer after ${TRIES} tries (${why})`, {}, REMEDY);
	};
}

/**
 * What `work` gives within so many milliseconds. It is given up after that whether or not it heeds
 * its signal: a server that says again and again that it is at work is not waited for.
 */
async function within<T>(
	milliseconds: number,
	work: (signal: AbortSignal) => Promise<T>
): Promise<T> {
	const controller = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			const error = new Error(`no whole answer within ${milliseconds / 1000} seconds`);
			reject(error);
			controller.abort(error);
		}, milliseconds);
	});
	try {
		return await Promise.race([work(controller.signal), late]);
	} finally {
		clearTimeout(timer);
	}
}

/** Where a redirect leads. Throws unless it is the same host, by the same way or a safer one. */
function redirected(from: string, location: string | null): string {
	const here = new URL(from);
	const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
	if (to === null) {
		throw new SourceError(from, 'leads on to nowhere', {}, 'tell the publisher');
	}
	const isSafer = here.protocol === 'http:' && to.protocol === 'https:';
	const isSame = isSafer
		? here.hostname === to.hostname && here.port === '' && to.port === ''
		: here.origin === to.origin;
	if (!isSame || to.username !== '' || to.password !== '') {
		const where = /^https?:$/.test(to.protocol) ? to.origin : `“${to.protocol}”`;
		throw new SourceError(
			from,
			`leads on to ${where}, ${to.origin === here.origin ? 'with a name or password' : 'which is another host'}`,
			{},
			'give the address of the feed itself with --url'
		);
	}
	to.hash = '';
	return to.href;
}

/** What lies behind an error of a request, in words. What is said for good already is thrown on. */
function reasonOf(error: unknown): string {
	let why = String(error);
	for (let at = error; at instanceof Error; at = at.cause) {
		if (at instanceof SourceError) throw at;
		why = at.message === '' ? at.name : at.message;
	}
	return why;
}

/** The beginning of an answer, unpacked, and whether that is all of it. The rest is not read. */
async function bodyOf(
	answer: Response,
	maxBytes: number
): Promise<{ body: Buffer; bytes: number; isWhole: boolean }> {
	const chunks: Uint8Array[] = [];
	let left = maxBytes;
	if (answer.body) {
		// Leaving the loop cancels the rest.
		for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
			chunks.push(chunk.subarray(0, left));
			left -= chunk.length;
			if (left < 0) break;
		}
	}
	return { body: Buffer.concat(chunks), bytes: maxBytes - left, isWhole: left >= 0 };
}

/** JSON is in UTF-8: with signs in place of what is not, names would come out wrong. */
function textOf(address: string, body: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(body);
	} catch {
		throw new SourceError(address, 'is not text in UTF-8, as JSON is', {}, 'tell the publisher');
	}
}

function json(address: string, body: Buffer, isWhole: boolean): unknown {
	const text = isWhole ? textOf(address, body) : '';
	const shape = isWhole ? shapeOf(text, SHAPE) : 'many';
	if (shape === 'deep') {
		throw new SourceError(
			address,
			`answers with what is nested more than ${SHAPE.depth} levels deep`,
			{},
			'tell the publisher'
		);
	}
	if (shape === 'many') {
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
