/**
 * A small static server for the built site: what `npm start`, the browser tests and the bench use.
 * It answers like a good static host does, so that what works here works there. Whatever a request
 * is, and whatever becomes of a file meanwhile, the answer is an error or one connection is closed:
 * the server goes on.
 */
import { once } from 'node:events';
import { existsSync, fstat, type ReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pipeline } from 'node:stream/promises';
import send from '@fastify/send';
import Negotiator from 'negotiator';
import { withoutEnding } from '../../src/lib/text/scan.ts';
import { cacheControl, COMMON_HEADERS, securityHeaders, typeOf } from './headers.ts';
import { addressOf, madeFile, TooMany, type Made, type MakeFile } from './made-file.ts';
import { keepRoom } from './connections.ts';
import { inTurn, refuseOthers } from './refuse.ts';
import { findFile, isPlainFile } from './site-file.ts';

export interface SiteOptions {
	/** Asked for what is not on disk. */
	make?: MakeFile;
	/** Serve the directory below this path, e.g. `/maps/gap`; the rest of the origin is 404. */
	basePath?: string;
	/** Offer brotli besides gzip (default). The bench turns it off, as its bars are in gzip. */
	brotli?: boolean;
	/** Told of every answer: its path below the base, and its bytes on the wire with headers. */
	onServed?: (path: string, bytes: number) => void;
}

export interface ServeOptions extends SiteOptions {
	/** Port on 127.0.0.1; 0 takes any free one. */
	port: number;
}

export interface Served {
	/** Origin and base path, without a slash at the end: `http://127.0.0.1:4173/maps/gap`. */
	url: string;
	close(): Promise<void>;
}

/** A port that is ours: until there is a site to serve, it says that one is coming. */
export interface Door {
	/** The port that was got. */
	port: number;
	/** Serves the files of a directory from now on. Throws one line when it is missing. */
	open(directory: string, options?: SiteOptions): Served;
	close(): Promise<void>;
}

/** The port a person asked for, or `fallback`. Throws one line when it is not a port number. */
export function parsePort(text: string | undefined, fallback: number): number {
	if (text === undefined || text.trim() === '') return fallback;
	const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN;
	if (port <= 65535) return port;
	throw new Error(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

const METHODS = 'GET, HEAD';
const SUFFIXES = { br: '.br', gzip: '.gz' } as const;
type Encoding = keyof typeof SUFFIXES;

const isEncoding = (name: string | undefined): name is Encoding =>
	name !== undefined && name in SUFFIXES;

/** A file of the site, and how it is sent. */
interface Answer {
	file: string;
	status?: number;
	encodings: readonly Encoding[];
}

/** As the library is; its types don't know yet that what we prefer decides between equals. */
type Chooser = Omit<Negotiator, 'encoding'> & {
	encoding(offered: string[], options: { preferred: string[] }): string | undefined;
};

/** The copy of a file that the reader's browser would rather have, by `Accept-Encoding`. */
function bestCopy(root: string, { file, encodings }: Answer, request: IncomingMessage) {
	const offered = encodings.filter((name) => isPlainFile(root, file + SUFFIXES[name]));
	// Part of a file is part of the file itself.
	if (request.headers.range !== undefined) return { varies: offered.length > 0, encoding: null };
	const negotiator = new Negotiator(request) as Chooser;
	const wanted = negotiator.encoding([...offered, 'identity'], { preferred: [...offered] });
	return { varies: offered.length > 0, encoding: isEncoding(wanted) ? wanted : null };
}

/**
 * A range that is one of bytes in order, as it stands; anything else counts as not asked for, as
 * the standard has it. The library sees to where the file ends.
 */
function isRange(range: string): boolean {
	const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
	if (from === '') return to !== '';
	return to === '' || Number(from) <= Number(to);
}

async function read(root: string, copy: string, request: IncomingMessage) {
	const path = `/${copy.split('/').map(encodeURIComponent).join('/')}`;
	const options = { root, cacheControl: false, contentType: false, index: false };
	const sent = await send(request, path, options);
	// The last 99 bytes of a shorter file are all of it; the library has none of that.
	if (sent.statusCode !== 416 || !/^bytes=-0*[1-9]/.test(request.headers.range ?? '')) return sent;
	delete request.headers.range;
	return send(request, path, options);
}

const fstatOf = promisify(fstat);
const isReadStream = (stream: object): stream is ReadStream => 'bytesRead' in stream;

/** As the library has it: the file that a name leads to is not there, or is another one. */
const gone = (file: string): NodeJS.ErrnoException =>
	Object.assign(new Error(`${file} is not there any more`), { code: 'ENOENT' });

/**
 * Waits until the file of a stream is open, and throws where that is none of the folder's: between
 * the look at a name and its opening, a symlink may have taken its place.
 */
async function checkOpened(root: string, copy: string, stream: ReadStream): Promise<void> {
	// Until it is sent, nobody else hears of it.
	stream.on('error', () => undefined);
	try {
		const [handle] = (await once(stream, 'open')) as [number];
		const [opened, named] = await Promise.all([fstatOf(handle), lstat(join(root, copy))]);
		const isSame = opened.isFile() && opened.dev === named.dev && opened.ino === named.ino;
		if (!isSame || !isPlainFile(root, copy)) throw gone(copy);
	} catch (error) {
		stream.destroy();
		throw error;
	}
}

/** Sends a file of the site. Throws when it can't be read, be it half way. */
async function sendFile(
	root: string,
	answer: Answer,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const { file, status } = answer;
	const { headers } = request;
	// By the file, not by its address, which can be written in many ways.
	setHeaders(response, `/${file}`);
	if (!isRange(headers.range ?? '')) delete headers.range;
	// What stands in for the file that was asked for has no date or part that one could know.
	if (status !== undefined) request.headers = { 'accept-encoding': headers['accept-encoding'] };
	const { varies, encoding } = bestCopy(root, answer, request);
	const copy = encoding === null ? file : file + SUFFIXES[encoding];
	const sent = await read(root, copy, request);
	// A folder that took its place meanwhile.
	if (sent.type === 'directory') throw gone(copy);
	const length = Number(sent.headers['Content-Length']);
	if (isReadStream(sent.stream)) await checkOpened(root, copy, sent.stream);
	if (sent.type === 'file') {
		for (const [name, value] of Object.entries(sent.headers)) response.setHeader(name, value);
		const caching = status === undefined ? cacheControl(`/${file}`) : 'no-cache';
		response.setHeader('Cache-Control', caching);
		if (varies) response.setHeader('Vary', 'Accept-Encoding');
		if (sent.statusCode !== 304) {
			response.setHeader('Content-Type', contentType(file));
			if (encoding !== null) response.setHeader('Content-Encoding', encoding);
		}
	} else {
		// The library's own page for an error: all of its headers but those that every answer has.
		for (const name of ['Content-Type', 'Content-Length', 'Content-Range']) {
			const value = sent.headers[name];
			if (value !== undefined) response.setHeader(name, value);
		}
	}
	response.statusCode = status ?? sent.statusCode;
	await pipeline(sent.stream, response, { end: false });
	if (isReadStream(sent.stream) && sent.stream.bytesRead !== length)
		throw new Error(`${copy} became shorter while it was sent`);
	response.end();
}

const contentType = (file: string): string => {
	const type = typeOf(file) ?? 'application/octet-stream';
	return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
};

function sendText(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, {
		'Content-Type': 'text/plain; charset=utf-8',
		'Cache-Control': 'no-cache',
		'Content-Length': Buffer.byteLength(text)
	});
	response.end(text);
}

/**
 * Requests of one connection that are answered, as hosts have it too; the last is told that it is
 * the last. They can be sent without waiting for answers, and each is held in memory until it has
 * its own.
 */
const REQUESTS_A_CONNECTION = 200;
/** Each may take a file handle beside its own, of which a process has some thousands. */
const CONNECTIONS = 2_000;
/** Milliseconds after which a connection is closed on which nothing moves: nobody takes the answer. */
const STALLED = 120_000;

const ENCODINGS = { brotli: ['br', 'gzip'], gzip: ['gzip'] } as const;

/** Answers requests for the files of `directory`. */
function siteHandler(root: string, { brotli = true, ...options }: SiteOptions, base: string) {
	const encodings = ENCODINGS[brotli ? 'brotli' : 'gzip'];

	const sendNotFound = async (request: IncomingMessage, response: ServerResponse) => {
		const page = '404.html';
		if (isPlainFile(root, page))
			await sendFile(root, { file: page, status: 404, encodings: [] }, request, response);
		else sendText(response, 404, 'There is no such page.\n');
	};

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { path, search } = partsOf(request.url ?? '/');
		const redirect = (to: string) => response.writeHead(307, { Location: to + search }).end();

		setHeaders(response, '/');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: METHODS, 'Content-Length': 0 }).end();
		} else if (base !== '' && path === base) {
			redirect(`${base}/`);
		} else if (base !== '' && !path.startsWith(`${base}/`)) {
			await sendNotFound(request, response);
		} else {
			const found = findFile(root, path.slice(base.length));
			if ('file' in found) await sendFile(root, { file: found.file, encodings }, request, response);
			else if ('redirect' in found) redirect(base + found.redirect);
			else if (found.missing === 'malformed')
				sendText(response, 400, 'This is no address of a page.\n');
			else {
				// Who has ended the connection from that side may still listen, but hardly ever does.
				const { socket } = request;
				const isWanted = () => !socket.destroyed && !socket.readableEnded;
				const made =
					options.make &&
					(await madeFile(options.make, path.slice(base.length), isWanted, addressOf(request)));
				if (!made) await sendNotFound(request, response);
				else if ('redirect' in made) redirect(base + made.redirect);
				else sendMade(response, made, request.method === 'HEAD');
			}
		}
	};

	return (request: IncomingMessage, response: ServerResponse): void => {
		if (options.onServed) count(request, response, base, options.onServed);
		answer(request, response).catch((error: unknown) => giveUp(response, error));
	};
}

/** The path and the query of what was asked for; a proxy may ask with the whole address. */
function partsOf(asked: string): { path: string; search: string } {
	const [, host, rest = ''] = /^(https?:\/\/[^/?#]*)?([^#]*)/is.exec(asked) ?? [];
	const at = rest.indexOf('?');
	const path = at === -1 ? rest : rest.slice(0, at);
	return {
		path: path === '' && host !== undefined ? '/' : path,
		search: at === -1 ? '' : rest.slice(at)
	};
}

const setHeaders = (response: ServerResponse, path: string): void => {
	for (const [name, value] of Object.entries(securityHeaders(path)))
		response.setHeader(name, value);
};

/** Ends an answer that can't be given: with a status, or where it has begun by closing the connection. */
function giveUp(response: ServerResponse, error: unknown): void {
	if (response.headersSent || response.destroyed) {
		response.destroy();
		return;
	}
	for (const name of response.getHeaderNames()) {
		if (!(name in LOWER_COMMON)) response.removeHeader(name);
	}
	if (error instanceof TooMany) {
		response.setHeader('Retry-After', error.after);
		sendText(response, 503, `${error.message}\n`);
	} else if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT')
		sendText(response, 404, 'There is no such page.\n');
	else sendText(response, 500, 'This file cannot be read at the moment.\n');
}

const LOWER_COMMON = Object.fromEntries(
	[...Object.keys(COMMON_HEADERS), 'Content-Security-Policy'].map((name) => [
		name.toLowerCase(),
		true
	])
);

/** Sends a file that is not on disk. */
function sendMade(response: ServerResponse, { file, text }: Made, headOnly: boolean): void {
	setHeaders(response, `/${file}`);
	response.writeHead(200, {
		'Content-Type': contentType(file),
		'Cache-Control': cacheControl(`/${file}`),
		'Content-Length': Buffer.byteLength(text)
	});
	response.end(headOnly ? '' : text);
}

/** Tells the bytes that an answer put on the wire. */
function count(
	request: IncomingMessage,
	response: ServerResponse,
	base: string,
	onServed: NonNullable<SiteOptions['onServed']>
): void {
	const path = (request.url ?? '/').split('?', 1)[0]?.slice(base.length) ?? '/';
	const { socket } = request;
	const before = socket.bytesWritten;
	response.on('finish', () => onServed(path, socket.bytesWritten - before));
}

const notYet: RequestListener = (_request, response) => {
	setHeaders(response, '/');
	response.setHeader('Retry-After', 10);
	sendText(response, 503, 'The site is being built. Load this page again in a minute.\n');
};

/**
 * Takes a port at 127.0.0.1 and keeps it, so that it is known to be ours before any long work.
 * Throws one line when it can't be had.
 */
export async function openDoor(port: number): Promise<Door> {
	let handle = notYet;
	const server = createServer(inTurn((request, response) => handle(request, response)));
	keepRoom(server, CONNECTIONS);
	server.maxRequestsPerSocket = REQUESTS_A_CONNECTION;
	server.setTimeout(STALLED);
	refuseOthers(server, METHODS);
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
		server.listen(port, '127.0.0.1', resolve);
	});
	const got = (server.address() as AddressInfo).port;
	const close = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return {
		port: got,
		open: (directory, options = {}) => {
			if (!existsSync(directory))
				throw new Error(`There is no ${directory} to serve: run "npm run build" first.`);
			const base = withoutEnding(options.basePath ?? '', /\//);
			handle = siteHandler(directory, options, base);
			return { url: `http://127.0.0.1:${got}${base}`, close };
		},
		close
	};
}

/**
 * Serves the files of a directory at 127.0.0.1: precompressed variants, long caching for hashed
 * names, security headers, `404.html` for what isn't there. A site that takes the place of another
 * in the directory is served from then on. Throws one line when the directory is missing or the
 * port can't be had.
 */
export async function serve(directory: string, options: ServeOptions): Promise<Served> {
	const door = await openDoor(options.port);
	try {
		return door.open(directory, options);
	} catch (error) {
		await door.close();
		throw error;
	}
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
	if (error.code === 'EADDRINUSE') {
		return new Error(`Port ${port} is already in use: stop what uses it, or set PORT to another.`);
	}
	if (error.code === 'EACCES') {
		return new Error(`Port ${port} is not allowed: set PORT to a number above 1023.`);
	}
	return error;
}
