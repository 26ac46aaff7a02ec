/**
 * A small static server for the built site: what `npm start`, the browser tests and the bench use.
 * It answers like a good static host does, so that what works here works there.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { isHashed } from '../../src/lib/offline/keeping.ts';
import { filesBelow } from './files.ts';
import { withoutEnding } from '../../src/lib/text/scan.ts';

export interface ServeOptions {
	/** Port on 127.0.0.1; 0 takes any free one. */
	port: number;
	/** Serve the directory below this path, e.g. `/maps/gap`; the rest of the origin is 404. */
	basePath?: string;
	/** Offer brotli besides gzip (default). The bench turns it off, as its bars are in gzip. */
	brotli?: boolean;
	/** Told of every answer: its path below the base, and its bytes on the wire with headers. */
	onServed?: (path: string, bytes: number) => void;
}

export interface Served {
	/** Origin and base path, without a slash at the end: `http://127.0.0.1:4173/maps/gap`. */
	url: string;
	close(): Promise<void>;
}

/** What a page may not do, said in headers because a `<meta>` cannot say it all. */
const SECURITY_HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
	'Content-Security-Policy': "frame-ancestors 'self'",
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/** The port a person asked for, or `fallback`. Throws one line when it is not a port number. */
export function parsePort(text: string | undefined, fallback: number): number {
	if (text === undefined || text.trim() === '') return fallback;
	const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN;
	if (port <= 65535) return port;
	throw new Error(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

/** How long a browser may keep a file: for good if its name holds a hash of its content. */
export function cacheControl(path: string): string {
	return isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/**
 * The address a page is really at, or null when `path` is it already. Pages link to each other
 * relatively, so `/a` and `/a/` are not the same to them.
 */
export function canonicalPath(path: string, files: ReadonlySet<string>): string | null {
	if (files.has(path)) return null;
	if (path.endsWith('/')) {
		const bare = path.slice(0, -1);
		return !files.has(`${path}index.html`) && files.has(`${bare}.html`) ? bare : null;
	}
	return !files.has(`${path}.html`) && files.has(`${path}/index.html`) ? `${path}/` : null;
}

function sendNotFound(request: IncomingMessage, response: ServerResponse, page: string): void {
	response.statusCode = 404;
	response.setHeader('Cache-Control', 'no-cache');
	if (request.method === 'GET' && existsSync(page)) {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.setHeader('Content-Length', statSync(page).size);
		createReadStream(page).pipe(response);
	} else {
		response.setHeader('Content-Type', 'text/plain; charset=utf-8');
		response.end('There is no such page.\n');
	}
}

/** Answers requests for the files of `directory`, as they were when this was called. */
function handler(directory: string, options: ServeOptions, base: string) {
	const files = new Set(filesBelow(directory).map((path) => `/${path}`));
	const serveFile = sirv(directory, {
		etag: true,
		gzip: true,
		brotli: options.brotli ?? true,
		setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path))
	});
	const notFoundPage = join(directory, '404.html');

	return (request: IncomingMessage, response: ServerResponse): void => {
		for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);

		const [fullPath = '/', query] = (request.url ?? '/').split('?', 2);
		const search = query === undefined ? '' : `?${query}`;
		const redirect = (to: string) => response.writeHead(307, { Location: to + search }).end();

		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
		} else if (base !== '' && fullPath === base) {
			redirect(`${base}/`);
		} else if (!fullPath.startsWith(`${base}/`)) {
			sendNotFound(request, response, notFoundPage);
		} else {
			const path = fullPath.slice(base.length);
			const canonical = canonicalPath(path, files);
			if (canonical !== null) {
				redirect(base + canonical);
			} else {
				request.url = path + search;
				serveFile(request, response, () => sendNotFound(request, response, notFoundPage));
			}
		}
	};
}

/** Calls `onServed` with the bytes that each answer put on the wire. */
function counted(
	handle: (request: IncomingMessage, response: ServerResponse) => void,
	base: string,
	onServed: NonNullable<ServeOptions['onServed']>
) {
	return (request: IncomingMessage, response: ServerResponse): void => {
		const path = (request.url ?? '/').split('?', 1)[0]?.slice(base.length) ?? '/';
		const before = request.socket.bytesWritten;
		response.on('finish', () => onServed(path, request.socket.bytesWritten - before));
		handle(request, response);
	};
}

async function listen(server: Server, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
		server.listen(port, '127.0.0.1', resolve);
	});
}

/** Throws one line when the port can't be had: to be asked before any long work. */
export async function checkPort(port: number): Promise<void> {
	const server = createServer();
	await listen(server, port);
	await new Promise((resolve) => server.close(resolve));
}

/**
 * Serves the files of a directory at 127.0.0.1: precompressed variants, long caching for hashed
 * names, security headers, `404.html` for what isn't there. Files that change later aren't seen.
 * Throws one line when the directory is missing or the port is taken.
 */
export async function serve(directory: string, options: ServeOptions): Promise<Served> {
	if (!existsSync(directory)) {
		throw new Error(`There is no ${directory} to serve: run "npm run build" first.`);
	}
	const base = withoutEnding(options.basePath ?? '', /\//);
	const handle = handler(directory, options, base);
	const server = createServer(options.onServed ? counted(handle, base, options.onServed) : handle);
	await listen(server, options.port);
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${base}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
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
