import {
	mkdirSync,
	mkdtempSync,
	renameSync,
	rmSync,
	symlinkSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POLICIES } from './headers.ts';
import { openDoor, parsePort, serve, type Served } from './serve.ts';

describe('parsePort', () => {
	it('takes the fallback when nothing is asked for', () => {
		expect(parsePort(undefined, 4173)).toBe(4173);
		expect(parsePort(' ', 4173)).toBe(4173);
	});
	it('takes a port number', () => expect(parsePort('8080', 4173)).toBe(8080));
	it.each(['abc', '-1', '65536', '80.5', '0x50', '1e3'])('refuses %s', (text) => {
		expect(() => parsePort(text, 4173)).toThrow(/PORT must be a whole number/);
	});
});

const HEADERS = 'Host: x\r\nConnection: close\r\n';

/** What a server says to some bytes until it closes the connection. */
const say = (url: string, text: string): Promise<string> =>
	new Promise((resolve, reject) => {
		let answer = '';
		const { port, hostname } = new URL(url);
		connect(Number(port), hostname, function (this: Socket) {
			this.write(text);
		})
			.setEncoding('latin1')
			.on('data', (data: string) => (answer += data))
			.on('error', reject)
			.on('close', () => resolve(answer));
	});

describe('serve', () => {
	const directory = mkdtempSync(join(tmpdir(), 'serve-test-'));
	const served: [string, number][] = [];
	const open: Served[] = [];
	const start = async (options: Partial<Parameters<typeof serve>[1]> = {}) => {
		const server = await serve(directory, { port: 0, ...options });
		open.push(server);
		return server.url;
	};

	beforeAll(() => {
		mkdirSync(join(directory, 'area'));
		mkdirSync(join(directory, 'packs'));
		writeFileSync(join(directory, 'index.html'), '<h1>Home</h1>');
		writeFileSync(join(directory, 'area', 'index.html'), '<h1>Area</h1>');
		writeFileSync(join(directory, '404.html'), '<h1>Not here</h1>');
		const pack = JSON.stringify(Array.from({ length: 500 }, (_, i) => i % 7));
		writeFileSync(join(directory, 'packs', 'one.0123456789.json'), pack);
		writeFileSync(join(directory, 'packs', 'one.0123456789.json.gz'), gzipSync(pack));
		writeFileSync(join(directory, 'packs', 'one.0123456789.json.br'), brotliCompressSync(pack));
		writeFileSync(join(directory, 'ten.txt'), '0123456789');
		writeFileSync(join(directory, 'empty.txt'), '');
		mkdirSync(join(directory, '_app/immutable/workers'), { recursive: true });
		writeFileSync(join(directory, '_app/immutable/workers/a.js'), '0');
	});
	afterAll(async () => {
		await Promise.all(open.map((server) => server.close()));
		rmSync(directory, { recursive: true });
	});

	it('sends a page with security headers, to be asked for again', async () => {
		const response = await fetch(`${await start()}/`);
		expect(await response.text()).toContain('Home');
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(response.headers.get('cache-control')).toBe('no-cache');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('content-security-policy')).toBe(POLICIES.page);
		expect(response.headers.get('permissions-policy')).toContain('geolocation=(self)');
	});
	it('sends the compressed pack, to be kept', async () => {
		const response = await fetch(`${await start()}/packs/one.0123456789.json`);
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(response.headers.get('cache-control')).toContain('immutable');
		expect(((await response.json()) as number[]).length).toBe(500);
	});
	it.each([
		['br, gzip', 'br'],
		['gzip, deflate, br, zstd', 'br'],
		['br;q=0, gzip', 'gzip'],
		['br;q=0, *', 'gzip'],
		['gzip, br;q=0.5', 'gzip'],
		['BR', 'br'],
		['br;q=0, gzip;q=0', null],
		['identity', null],
		['*;q=0', null],
		['zstd', null],
		['', null]
	])('heeds "Accept-Encoding: %s"', async (accepted, encoding) => {
		const headers = { 'Accept-Encoding': accepted };
		const response = await fetch(`${await start()}/packs/one.0123456789.json`, { headers });
		expect(response.headers.get('content-encoding')).toBe(encoding);
		expect(response.headers.get('vary')).toBe('Accept-Encoding');
		expect(((await response.json()) as number[]).length).toBe(500);
	});
	it.each([
		['bytes=0-0', 206, '0'],
		['bytes=2-4', 206, '234'],
		['bytes=7-', 206, '789'],
		['bytes=7-99', 206, '789'],
		['bytes=-5', 206, '56789'],
		['bytes=-99', 200, '0123456789'],
		// What is no range counts as not asked for.
		['bytes=5-2', 200, '0123456789'],
		['bytes=a-b', 200, '0123456789'],
		['bytes=-', 200, '0123456789'],
		['bytes=0-1,3-4', 200, '0123456789'],
		['items=0-1', 200, '0123456789'],
		['bytes=1e3-', 200, '0123456789'],
		['bytes=99999999999999999999-', 200, '0123456789']
	])('answers "Range: %s"', async (range, status, text) => {
		const response = await fetch(`${await start()}/ten.txt`, { headers: { Range: range } });
		expect(response.status).toBe(status);
		expect(await response.text()).toBe(text);
	});
	it.each(['bytes=10-', 'bytes=10-20', 'bytes=-0'])('has nothing at "Range: %s"', async (range) => {
		const response = await fetch(`${await start()}/ten.txt`, { headers: { Range: range } });
		expect(response.status).toBe(416);
		expect(response.headers.get('content-range')).toBe('bytes */10');
	});
	it('serves a part of the file itself where there are compressed copies', async () => {
		const headers = { Range: 'bytes=0-3', 'Accept-Encoding': 'br' };
		const response = await fetch(`${await start()}/packs/one.0123456789.json`, { headers });
		expect(response.headers.get('content-encoding')).toBe(null);
		expect(await response.text()).toBe('[0,1');
	});
	it('has nothing to say of an empty file, and of one that did not change', async () => {
		const url = await start();
		expect(await (await fetch(`${url}/empty.txt`)).text()).toBe('');
		const etag = (await fetch(`${url}/ten.txt`)).headers.get('etag') ?? '';
		// Node's own fetch would ask for a fresh one.
		const headers = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0', Pragma: '' };
		const again = await fetch(`${url}/ten.txt`, { headers });
		expect(again.status).toBe(304);
	});
	it('has nothing where a file went, and a new one where it came', async () => {
		const url = await start();
		writeFileSync(join(directory, 'late.txt'), 'one');
		expect(await (await fetch(`${url}/late.txt`)).text()).toBe('one');
		rmSync(join(directory, 'late.txt'));
		expect((await fetch(`${url}/late.txt`)).status).toBe(404);
		expect((await fetch(`${url}/`)).status).toBe(200);
	});
	it('closes the connection of a file that became shorter, and no other', async () => {
		const url = await start();
		const file = join(directory, 'long.bin');
		writeFileSync(file, Buffer.alloc(32_000_000));
		const response = await fetch(`${url}/long.bin`);
		truncateSync(file, 10);
		await expect(response.arrayBuffer()).rejects.toThrow();
		expect((await fetch(`${url}/`)).status).toBe(200);
	});
	it('sends nothing of a symlink or folder that takes the place of a file while it is asked for', async () => {
		const url = await start();
		const [file, other] = [join(directory, 'flip.txt'), join(directory, 'other')];
		const secret = join(dirname(directory), `${basename(directory)}.secret`);
		writeFileSync(secret, 'outside');
		let flips = 0;
		const flip = setInterval(() => {
			rmSync(other, { recursive: true, force: true });
			const turn = flips++ % 3;
			if (turn === 0) symlinkSync(secret, other);
			else if (turn === 1) writeFileSync(other, 'inside!');
			else mkdirSync(other);
			rmSync(file, { recursive: true, force: true });
			renameSync(other, file);
		}, 0);
		try {
			const answers = new Set<string>();
			for (let i = 0; i < 200; i++) {
				const response = await fetch(`${url}/flip.txt`);
				answers.add(response.status === 404 ? '404' : await response.text());
			}
			// Either, by chance: on a busy machine the file may always be another by the time it is opened.
			expect([...answers].filter((one) => one !== '404' && one !== 'inside!')).toEqual([]);
			clearInterval(flip);
			rmSync(file, { recursive: true, force: true });
			writeFileSync(file, 'inside!');
			expect(await (await fetch(`${url}/flip.txt`)).text()).toBe('inside!');
		} finally {
			clearInterval(flip);
			rmSync(secret);
		}
	});
	it('gives the file of a worker its policy however its address is written', async () => {
		const url = await start();
		const policies = await Promise.all(
			['_app', '%5fapp', '%5F%61pp'].map(async (app) => {
				const response = await fetch(`${url}/${app}/immutable/workers/a.js`);
				expect(response.status).toBe(200);
				return response.headers.get('content-security-policy');
			})
		);
		expect(new Set(policies)).toEqual(new Set([POLICIES.worker]));
		const none = await fetch(`${url}/_app/immutable/workers/none.js`);
		expect(none.headers.get('content-security-policy')).toBe(POLICIES.embed);
	});
	it('answers 404 with the page for it', async () => {
		const response = await fetch(`${await start()}/nowhere/at/all`);
		expect(response.status).toBe(404);
		expect(await response.text()).toContain('Not here');
	});
	it('says the same of what isn’t there to whoever asks for headers alone', async () => {
		const url = await start();
		const [whole, head] = await Promise.all(
			['GET', 'HEAD'].map((method) => fetch(`${url}/_app/immutable/none.js`, { method }))
		);
		const said = (answer?: Response) =>
			['content-type', 'content-length', 'cache-control'].map((name) => answer?.headers.get(name));
		expect(head?.status).toBe(404);
		expect(said(head)).toEqual(said(whole));
		expect(head?.headers.get('cache-control')).toBe('no-cache');
	});
	it.each([
		['/area?a=b?c=d&e', '/area/?a=b?c=d&e'],
		['/area?', '/area/?'],
		['/area?a#b', '/area/?a'],
		['http://elsewhere.example/area?a', '/area/?a']
	])('sends %s on with the whole of its question', async (path, to) => {
		const answer = await say(await start(), `GET ${path} HTTP/1.1\r\n${HEADERS}\r\n`);
		expect(answer).toContain(`\r\nLocation: ${to}\r\n`);
	});
	it('has the first page at the whole address of a host', async () => {
		const request = `GET http://elsewhere.example HTTP/1.1\r\n${HEADERS}\r\n`;
		const answer = await say(await start(), request);
		expect(answer).toContain('<h1>Home</h1>');
	});
	it('holds only so much of what a connection asks on and on without waiting for answers', async () => {
		const url = await start();
		const many = 'GET /ten.txt HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1000);
		const answer = await say(url, `${many}GET /ten.txt HTTP/1.1\r\n${HEADERS}\r\n`);
		expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(200);
		expect((await fetch(`${url}/`)).status).toBe(200);
	});
	it('begins an answer when the one before it was taken, though all are asked for at once', async () => {
		const begun: string[] = [];
		let letGo: () => void = () => undefined;
		const held = new Promise<void>((resolve) => (letGo = resolve));
		const url = await start({
			make: async (path) => {
				begun.push(path);
				await held;
				return path;
			}
		});
		const paths = Array.from({ length: 20 }, (_, at) => `made/${at}.txt`);
		const asked = paths.map((path) => `GET /${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join('');
		const answer = say(url, `${asked}GET /ten.txt HTTP/1.1\r\n${HEADERS}\r\n`);
		await vi.waitFor(() => expect(begun).not.toEqual([]));
		expect((await fetch(`${url}/`)).status).toBe(200);
		expect(begun).toEqual([paths[0]]);
		letGo();
		expect((await answer).match(/made\/\d+\.txt/g)).toEqual(paths);
		expect(begun).toEqual(paths);
	});
	it.each([
		[{}, '127.0.0.1'],
		[{ 'X-Forwarded-For': '203.0.113.9' }, '203.0.113.9'],
		// What stands first anybody may have written.
		[{ 'X-Forwarded-For': '10.0.0.1, 203.0.113.9 ' }, '203.0.113.9']
	])('says who asks for a page that is made, %j', async (headers, from) => {
		const asked: (string | undefined)[] = [];
		const url = await start({
			make: (path, _isWanted, who) => {
				asked.push(who);
				return Promise.resolve(path);
			}
		});
		await fetch(`${url}/made/a.txt`, { headers });
		expect(asked).toEqual([from]);
	});
	it('does not leave its directory', async () => {
		const url = new URL(await start());
		const status = await new Promise((resolve, reject) => {
			const path = '/..%2f..%2fetc/passwd';
			request({ port: url.port, host: url.hostname, path }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			})
				.on('error', reject)
				.end();
		});
		expect(status).toBe(400);
	});
	it('refuses to be written to', async () => {
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND']) {
			const response = await fetch(`${await start()}/`, { method });
			expect(response.status).toBe(405);
			expect(response.headers.get('allow')).toBe('GET, HEAD');
		}
	});
	it('serves below a path, and sends people to the page with its slash', async () => {
		const url = await start({ basePath: '/maps/gap/' });
		expect(url).toMatch(/\/maps\/gap$/);
		expect((await fetch(url)).url).toBe(`${url}/`);
		const area = await fetch(`${url}/area?view=table`);
		expect(area.url).toBe(`${url}/area/?view=table`);
		expect(await area.text()).toContain('Area');
		expect((await fetch(new URL('/area/', url))).status).toBe(404);
	});
	it('tells the bytes of every answer', async () => {
		const url = await start({ onServed: (...answer) => served.push(answer) });
		await (await fetch(`${url}/area/`)).text();
		// The client may have the last byte before the server is told that it was sent.
		await vi.waitFor(() => expect(served.map(([path]) => path)).toEqual(['/area/']));
		expect(served[0]?.[1]).toBeGreaterThan('<h1>Area</h1>'.length);
	});
	it('says when the port is taken', async () => {
		const port = Number(new URL(await start()).port);
		await expect(serve(directory, { port })).rejects.toThrow(
			`Port ${port} is already in use: stop what uses it, or set PORT to another.`
		);
	});
	it('keeps its port until there is a site, and says that one is coming', async () => {
		const door = await openDoor(0);
		const url = `http://127.0.0.1:${door.port}/`;
		const early = await fetch(url);
		expect(early.status).toBe(503);
		expect(early.headers.get('retry-after')).toBe('10');
		expect(await early.text()).toContain('is being built');
		await expect(openDoor(door.port)).rejects.toThrow('is already in use');
		expect(() => door.open(join(directory, 'build'))).toThrow('npm run build');
		door.open(directory);
		expect(await (await fetch(url)).text()).toContain('Home');
		await door.close();
		await expect(fetch(url)).rejects.toThrow();
	});
	it('says when there is nothing to serve', async () => {
		const missing = serve(join(directory, 'build'), { port: 0 });
		await expect(missing).rejects.toThrow('npm run build');
	});
});
