/** Against a server of this computer, which only a test may connect to. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asking, type AskOptions } from './ask.ts';
import { isPublic } from './public-address.ts';

let server: Server;
let base: string;
let asked: string[];
let answer: Record<string, RequestListener>;
let pauses: number[];
let said: string[];

beforeEach(async () => {
	asked = [];
	answer = {};
	pauses = [];
	said = [];
	server = createServer((request, response) => {
		const path = request.url ?? '';
		asked.push(path);
		const found = answer[path.split('?')[0] ?? ''];
		if (found) found(request, response);
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const options = (): AskOptions => ({
	delay: 100,
	sleep: (milliseconds) => (pauses.push(milliseconds), Promise.resolve()),
	say: (line) => void said.push(line),
	connecting: { permits: (address) => address === '127.0.0.1' }
});
const get = (path: string, more: AskOptions = {}) =>
	asking(base, { ...options(), ...more }, (ask) => ask(base + path));
const gives =
	(text: string, headers: Record<string, string> = {}, status = 200): RequestListener =>
	(_, response) =>
		void response.writeHead(status, headers).end(text);
const leadsTo = (location: string) => gives('', { location }, 302);

describe('redirects', () => {
	it('are followed within the host, each with a pause', async () => {
		answer['/a'] = leadsTo('/b');
		answer['/b'] = leadsTo(`${base}/c`);
		answer['/c'] = gives('{"a":1}');
		expect(await get('/a')).toEqual({ a: 1 });
		expect(asked).toEqual(['/robots.txt', '/a', '/b', '/c']);
		expect(pauses).toEqual([100, 100, 100]);
	});

	it.each([
		[
			'to another host',
			'http://example.org/x',
			/leads on to http:\/\/example\.org, which is another/
		],
		['to another port', 'http://127.0.0.1:1/x', /leads on to http:\/\/127\.0\.0\.1:1, which/],
		['to files', 'file:///etc/passwd', /leads on to “file:”, which is another host/],
		['with a password', '//a:b@HOST/x', /, with a name or password;/],
		['to nowhere', 'http://[', /leads on to nowhere/]
	])('%s are refused at once', async (_, location, message) => {
		answer['/a'] = leadsTo(location.replace('HOST', base.slice('http://'.length)));
		await expect(get('/a')).rejects.toThrow(message);
		expect(asked).toEqual(['/robots.txt', '/a']);
	});

	it('without end are refused', async () => {
		answer['/a'] = leadsTo('/a');
		await expect(get('/a')).rejects.toThrow(/leads on and on/);
		expect(asked).toHaveLength(7);
	});

	it('are asked of robots.txt too, which may be behind one itself', async () => {
		answer['/robots.txt'] = leadsTo('/rules');
		answer['/rules'] = gives('User-agent: *\nDisallow: /kept');
		answer['/a'] = leadsTo('/x/../kept/b');
		await expect(get('/a')).rejects.toThrow(/\/kept\/b: is not to be fetched by programs/);
		expect(asked).toEqual(['/robots.txt', '/rules', '/a']);
	});
});

describe('addresses', () => {
	it.each([
		['this computer', ['127.0.0.1', '127.9.9.9', '::1', '0.0.0.0', '::']],
		['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fd00::1']],
		['the link alone', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
		[
			'a provider’s inside',
			['100.64.0.1', '100.127.255.254', '100.100.100.200', '168.63.129.16', '::ffff:168.63.129.16']
		],
		['many at once', ['224.0.0.1', '239.1.1.1', 'ff02::1', '255.255.255.255']],
		['these in the other version', ['::ffff:10.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '::7f00:1']],
		[
			'these behind a translator',
			['64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001::1']
		],
		['these at the end of a tunnel', ['2a00::5efe:a00:1', '2a00::200:5efe:a00:1']],
		[
			'examples and reserved ones',
			['192.0.2.1', '198.18.0.1', '2001:db8::1', '240.0.0.1', 'fec0::1']
		],
		['none', ['', 'localhost', '1', '1.2.3.4.5', 'example.org']]
	])('of %s are not public', (_, addresses) => {
		expect(addresses.filter(isPublic)).toEqual([]);
	});

	it('of the internet are', () => {
		const addresses = [
			'8.8.8.8',
			'151.101.0.81',
			'172.32.0.1',
			'2606:4700::6810:84e5',
			'2a00::5efe'
		];
		expect(addresses.filter((address) => !isPublic(address))).toEqual([]);
	});

	it('in numbers are refused before a connection, without a second try', async () => {
		await expect(get('/a', { connecting: {} })).rejects.toThrow(
			/^127\.0\.0\.1: is no address of the public internet; give the address/
		);
		expect(pauses).toEqual([]);
		const named = base.replace('127.0.0.1', '2130706433');
		await expect(
			asking(named, { ...options(), connecting: {} }, (ask) => ask(named))
		).rejects.toThrow(/no address of the public internet/);
		const mapped = base.replace('127.0.0.1', '[::ffff:127.0.0.1]');
		await expect(
			asking(mapped, { ...options(), connecting: {} }, (ask) => ask(mapped))
		).rejects.toThrow(/no address of the public internet/);
		expect(asked).toEqual([]);
	});

	it('that a name comes to lead to are refused when it does', async () => {
		const port = new URL(base).port;
		const name = `http://rebound.example:${port}`;
		// First where the test permits, then where nothing does.
		const found = ['127.0.0.1', '127.0.0.2'];
		const lookup: LookupFunction = (_host, _options, callback) =>
			callback(null, [{ address: found.shift() ?? '127.0.0.2', family: 4 }]);
		answer['/robots.txt'] = gives('', { connection: 'close' });
		const connecting = {
			permits: (address: string) => address === '127.0.0.1',
			lookup: lookup as never
		};
		await expect(
			asking(name, { ...options(), connecting }, (ask) => ask(`${name}/a`))
		).rejects.toThrow(/^rebound\.example: leads to 127\.0\.0\.2, which is no address/);
		expect(asked).toEqual(['/robots.txt']);
	});

	it('that a name does not have, or has among others that are refused, are said in words', async () => {
		const port = new URL(base).port;
		const name = `http://empty.example:${port}`;
		const leadingTo = (...addresses: string[]) => {
			const lookup: LookupFunction = (_host, _options, callback) =>
				callback(
					null,
					addresses.map((address) => ({ address, family: 4 }))
				);
			const connecting = {
				permits: (address: string) => address === '127.0.0.1',
				lookup: lookup as never
			};
			return asking(name, { ...options(), connecting }, (ask) => ask(`${name}/a`));
		};
		await expect(leadingTo()).rejects.toThrow(/^empty\.example: has no address at the moment; /);
		await expect(leadingTo('127.0.0.1', '10.0.0.1')).rejects.toThrow(
			/^empty\.example: leads to 10\.0\.0\.1, which is no address/
		);
		expect(asked).toEqual([]);
	});
});

describe('answers', () => {
	it.each([
		['packed', true],
		['as they are', false]
	])('far larger than a page are left unread: %s', async (_, packed) => {
		let sent = 0;
		answer['/a'] = (_request, response) => {
			const zeros = Buffer.alloc(1024 ** 2);
			response.writeHead(200, packed ? { 'content-encoding': 'gzip' } : {});
			const out = packed ? createGzip() : response;
			if (packed) out.pipe(response);
			// Without end: only who reads on is sent more.
			const send = (): void => {
				while (!response.destroyed && out.write(zeros)) sent++;
			};
			out.on('drain', send);
			send();
		};
		await expect(get('/a')).rejects.toThrow(/answers with far more than a page/);
		// In MB: what was under way, and no more.
		expect(sent).toBeLessThan(400);
		expect(asked).toHaveLength(2);
	});

	it.each([
		['objects', `{"contents":[${'{},'.repeat(2_500_000)}{}]}`, /answers with far more than a page/],
		['lists', `[${'[],'.repeat(2_500_000)}[]]`, /answers with far more than a page/],
		['levels', '['.repeat(50_000), /answers with what is nested more than 40 levels deep/]
	])('of endless %s within the bound of a page are not made', async (_, text, message) => {
		answer['/a'] = (_request, response) => {
			response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(text));
		};
		await expect(get('/a')).rejects.toThrow(message);
		expect(asked).toHaveLength(2);
	});

	it('come to an end, however small each of them is', async () => {
		answer['/a'] = gives(JSON.stringify('x'.repeat(1000)));
		let pages = 0;
		const forEver = asking(base, { ...options(), maxRunBytes: 10_000 }, async (ask) => {
			for (;;) {
				await ask(`${base}/a`);
				pages++;
			}
		});
		await expect(forEver).rejects.toThrow(/has sent more than 1 MB, as no feed does; tell the/);
		expect(pages).toBe(9);
	});

	it('that never come are given up, however often the server says that it is at work', async () => {
		answer['/robots.txt'] = (_, response) => {
			const more = setInterval(() => response.writeProcessing(), 5);
			response.once('close', () => clearInterval(more));
		};
		await expect(get('/a', { longest: 100 })).rejects.toThrow(
			/robots\.txt: did not answer after 6 tries \(no whole answer within 0\.1 seconds\); run the same/
		);
	});

	it('are given up where whoever fetches doesn’t heed that', async () => {
		const never = () => new Promise<never>(() => undefined);
		await expect(get('/a', { longest: 1, fetch: never })).rejects.toThrow(/no whole answer within/);
	});

	it('are tried again where they break off, and then told of', async () => {
		answer['/a'] = (_, response) => {
			response.writeHead(200, { 'content-length': '100' });
			response.write('{');
			setImmediate(() => response.destroy());
		};
		await expect(get('/a')).rejects.toThrow(/did not answer after 6 tries \(.+\); run the same/);
	});

	it('that are no text in UTF-8 are not guessed at', async () => {
		answer['/a'] = (_, response) =>
			void response.end(Buffer.from('{"name":"Caf\u00e9"}', 'latin1'));
		await expect(get('/a')).rejects.toThrow(/is not text in UTF-8, as JSON is; tell the publisher/);
		expect(asked).toHaveLength(2);
	});

	it('cannot write to the terminal', async () => {
		answer['/a'] = gives('\u001b[2J\u001b]0;gone\u0007{');
		const error = await get('/a').catch((error: unknown) => error);
		expect((error as Error).message).toMatch(/is not valid JSON/);
		// eslint-disable-next-line no-control-regex -- these are what must not be there
		expect((error as Error).message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
	});
});

describe('a Crawl-delay', () => {
	it.each([
		['999999999', 60_000, 'asks for 999999999 seconds between requests; 60 are kept'],
		['1e400', 60_000, '60 are kept'],
		['61', 60_000, '60 are kept'],
		['60', 60_000, 'asks for 60 seconds'],
		['0.01', 100, ''],
		['-5', 100, ''],
		['soon', 100, '']
	])('of %s gives a pause of %i ms', async (text, pause, notice) => {
		answer['/robots.txt'] = gives(`User-agent: *\nCrawl-delay: ${text}`);
		answer['/a'] = gives('1');
		await get('/a');
		expect(pauses).toEqual([pause]);
		expect(said.join()).toContain(notice);
	});
});

it('a robots.txt of anything is read or refused, never more', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
			const fetch = (address: string) =>
				Promise.resolve(new Response(address.endsWith('/robots.txt') ? text : '1'));
			const result = await get('/a', { fetch: fetch as never }).catch((error: unknown) => error);
			if (result !== 1) expect(String(result)).toMatch(/not to be fetched/);
		})
	);
});
