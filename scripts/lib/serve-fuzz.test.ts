/**
 * A thousand requests that nobody should send, ten thousand in `npm run test:all`, over sockets as no
 * client would send them, while files of the site come, go and shrink: the server answers the last
 * as it did the first.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawsFrom } from './property-draws.ts';
import { serve, type Served } from './serve.ts';

const REQUESTS = 1_000 * drawsFrom(process.env).times;
const SEED = 13;
/** Many, as most of them only wait to see whether the server has more to say. */
const AT_ONCE = 96;
const QUIET_MS = 1000;
const SECRET = 'outside of the site';

const folder = mkdtempSync(join(tmpdir(), 'serve-fuzz-'));
const root = join(folder, 'site');
let site: Served;

beforeAll(async () => {
	mkdirSync(join(root, 'a'), { recursive: true });
	const text = '0123456789'.repeat(200);
	const files = ['index.html', '404.html', 'a/index.html', 'b.html', 'c.json', 'd e.csv'];
	for (const file of files) writeFileSync(join(root, file), `${file} ${text}`);
	writeFileSync(join(root, 'c.json.gz'), gzipSync(text));
	writeFileSync(join(root, 'c.json.br'), brotliCompressSync(text));
	writeFileSync(join(root, 'empty.txt'), '');
	writeFileSync(join(root, '.env'), SECRET);
	writeFileSync(join(folder, 'secret.txt'), SECRET);
	symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
	symlinkSync(folder, join(root, 'up'));
	symlinkSync('round', join(root, 'round'));
	site = await serve(root, { port: 0 });
});
afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
});

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const bytes = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const number = fc.oneof(
	fc.nat(3000),
	fc.bigInt({ min: -9n, max: 10n ** 24n }),
	oneOf('', 'NaN', '1e9')
);

const range = fc.oneof(
	oneOf(
		'bytes=0-0',
		'bytes=5-2',
		'bytes=-5',
		'bytes=10-',
		'bytes=99999-',
		'bytes=-99999',
		'bytes=1-1999'
	),
	fc
		.tuple(
			oneOf('bytes', 'bytes ', 'items', ''),
			fc.array(fc.tuple(number, number), { maxLength: 4 })
		)
		.map(([unit, parts]) => `${unit}=${parts.map(([from, to]) => `${from}-${to}`).join(',')}`)
);

const encoding = fc
	.array(
		fc.tuple(
			oneOf('br', 'gzip', 'identity', '*', 'zstd', '', ';', ','),
			oneOf('', ';q=0', ';q=1', ';q=0.5', ';q=', ';q=-1', ';q=NaN', ';;')
		),
		{ maxLength: 6 }
	)
	.map((parts) => parts.map((part) => part.join('')).join(','));

const piece = fc.oneof(
	oneOf('a', 'b', 'b.html', 'c.json', 'index.html', 'd%20e.csv', 'empty.txt', 'moving.txt'),
	oneOf(
		'..',
		'.',
		'',
		'.env',
		'link.txt',
		'up',
		'round',
		'secret.txt',
		'%2e%2e',
		'%2f',
		'%5c',
		'\\'
	),
	oneOf('%00', '%', '%zz', '%ff', '%c0%af', '%0d%0a', '\u00ff', '~', 'x'.repeat(5000)),
	fc.webSegment(),
	bytes(8)
);
const path = fc.oneof(
	oneOf('/', '/a', '/a/', '/b', '/c.json', '/moving.txt', '/empty.txt', '/none'),
	fc.array(piece, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
	oneOf('*', '', 'http://elsewhere.example/', 'http://[/b', '//elsewhere.example/a', '/a?%', '/a#?')
);
const method = oneOf(
	...['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND'],
	...['get', 'FOO', '', 'G\u0000T']
);
/** What a client may say, with whatever in it. */
const header = fc.oneof(
	range.map((value) => `Range: ${value}`),
	encoding.map((value) => `Accept-Encoding: ${value}`),
	fc
		.tuple(
			oneOf('If-Range', 'If-None-Match', 'If-Match', 'If-Modified-Since', 'If-Unmodified-Since'),
			oneOf('*', '"', 'W/"', 'Mon, 30 Nov 2099 00:00:00 GMT', 'Mon, 30 Nov 1970 00:00:00 GMT', '0')
		)
		.map(([name, value]) => `${name}: ${value}`)
);
const wildHeader = fc.oneof(
	header,
	oneOf('Content-Length: 5', 'Content-Length: -1', 'Transfer-Encoding: chunked'),
	oneOf('Expect: 100-continue', 'Expect: x', 'Upgrade: websocket', `X: ${'y'.repeat(20_000)}`),
	bytes(30)
);
const lines = (request: string, headers: string[], body = '') =>
	[request, 'Host: x', 'Connection: close', ...headers, '', body].join('\r\n');
/** Proper HTTP that asks for odd things. */
const odd = fc
	.tuple(oneOf('GET', 'GET', 'GET', 'HEAD'), path, fc.array(header, { maxLength: 3 }))
	.map(([verb, to, headers]) => lines(`${verb} ${to.replace(/[^!-\xff]/g, '')} HTTP/1.1`, headers));
/** What is hardly HTTP. */
const wild = fc
	.tuple(
		method,
		path,
		oneOf('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9', ''),
		fc.array(wildHeader, { maxLength: 4 }),
		bytes(10)
	)
	.map(([verb, to, version, headers, body]) => lines(`${verb} ${to} ${version}`, headers, body));
const request = fc.oneof({ arbitrary: odd, weight: 3 }, { arbitrary: wild, weight: 1 });
/** After how many bytes of the answer the client hangs up; null where it waits for the end. */
const patience = fc.option(fc.nat(300), { freq: 6 });

/**
 * What a server says to some bytes, as far as the client listens; `quiet` is after how many
 * milliseconds of silence it hangs up, 0 for never.
 */
function ask(text: string, hangUpAfter: number | null, quiet: number): Promise<string> {
	const { port, hostname } = new URL(site.url);
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'));
		// Where the server waits for more of the request, there is none.
		socket.setTimeout(quiet, () => socket.end());
		socket.setEncoding('latin1');
		socket.on('data', (data: string) => {
			answer += data;
			if (hangUpAfter !== null && answer.length > hangUpAfter) socket.destroy();
		});
		socket.on('error', () => undefined); // hung up on: as good an answer as any
		socket.on('close', () => resolve(answer));
	});
}

const GOOD = 'GET /c.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
const withoutDate = (answer: string) => answer.replace(/^Date: .*\r\n/m, '');

/** A file that is never the same for long. */
function stir(turn: number): void {
	const file = join(root, 'moving.txt');
	if (turn % 4 === 0) writeFileSync(file, 'x'.repeat(200_000));
	if (turn % 4 === 1) truncateSync(file, 10);
	if (turn % 4 === 2) rmSync(file);
	if (turn % 4 === 3) {
		symlinkSync(join(folder, 'secret.txt'), file);
		rmSync(file);
	}
}

it(`answers as before after ${REQUESTS} hostile requests`, async () => {
	const first = withoutDate(await ask(GOOD, null, 0));
	expect(first).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
	const cases = fc.sample(fc.tuple(request, patience), { numRuns: REQUESTS, seed: SEED });
	const statuses = new Map<string, number>();
	const waiting = cases.entries();
	const work = async () => {
		for (const [turn, [text, hangUpAfter]] of waiting) {
			stir(turn);
			const answer = await ask(text, hangUpAfter, QUIET_MS);
			if (answer.includes(SECRET)) throw new Error(`told what is outside: ${JSON.stringify(text)}`);
			const [, status = 'none'] = /^HTTP\/1\.1 (\d{3}) /.exec(answer) ?? [];
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	// They were not all refused at the door, and none got the better of it.
	for (const status of ['200', '206', '304', '307', '400', '404', '405', '416']) {
		expect(statuses.get(status) ?? 0, `answers with ${status}`).toBeGreaterThan(0);
	}
	expect(statuses.get('500') ?? 0).toBe(0);
	expect(withoutDate(await ask(GOOD, null, 0))).toBe(first);
});
