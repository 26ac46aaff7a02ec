import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cacheControl, canonicalPath, parsePort, serve, type Served } from './serve.ts';

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

describe('cacheControl', () => {
	it.each(['/_app/immutable/chunks/abc.js', '/packs/a-region/lsoa21.0a1b2c3d4e.json'])(
		'keeps %s for good',
		(path) => expect(cacheControl(path)).toContain('immutable')
	);
	it.each(['/', '/packs/manifest.json', '/_app/version.json', '/favicon.svg'])(
		'asks again for %s',
		(path) => expect(cacheControl(path)).toBe('no-cache')
	);
});

describe('canonicalPath', () => {
	const files = new Set(['/index.html', '/a/index.html', '/b.html', '/c.json']);
	it.each([
		['/', null],
		['/a', '/a/'],
		['/a/', null],
		['/b', null],
		['/b/', '/b'],
		['/c.json', null],
		['/none', null],
		['//elsewhere.example', null]
	])('%s -> %s', (path, expected) => expect(canonicalPath(path, files)).toBe(expected));
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
	});
	afterAll(async () => {
		await Promise.all(open.map((server) => server.close()));
		rmSync(directory, { recursive: true });
	});

	it('sends a page with security headers, to be asked for again', async () => {
		const response = await fetch(`${await start()}/`);
		expect(await response.text()).toContain('Home');
		expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
		expect(response.headers.get('cache-control')).toBe('no-cache');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(response.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
		expect(response.headers.get('permissions-policy')).toContain('geolocation=(self)');
	});
	it('sends the compressed pack, to be kept', async () => {
		const response = await fetch(`${await start()}/packs/one.0123456789.json`);
		expect(response.headers.get('content-encoding')).toBe('gzip');
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(response.headers.get('cache-control')).toContain('immutable');
		expect(((await response.json()) as number[]).length).toBe(500);
	});
	it('answers 404 with the page for it', async () => {
		const response = await fetch(`${await start()}/nowhere/at/all`);
		expect(response.status).toBe(404);
		expect(await response.text()).toContain('Not here');
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
		expect(status).toBe(404);
	});
	it('refuses to be written to', async () => {
		expect((await fetch(`${await start()}/`, { method: 'POST' })).status).toBe(405);
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
	it('says when there is nothing to serve', async () => {
		const missing = serve(join(directory, 'build'), { port: 0 });
		await expect(missing).rejects.toThrow('npm run build');
	});
});
