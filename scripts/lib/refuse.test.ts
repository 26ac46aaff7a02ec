import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inTurn } from './refuse.ts';
import { serve, type Served } from './serve.ts';

const GET = 'GET /ten.txt HTTP/1.1\r\nHost: x\r\n\r\n';
const BIG = 'GET /big.bin HTTP/1.1\r\nHost: x\r\n\r\n';
const BIG_BYTES = 8_000_000;

const folder = mkdtempSync(join(tmpdir(), 'refuse-test-'));
let site: Served;

beforeAll(async () => {
	writeFileSync(join(folder, 'ten.txt'), '0123456789');
	writeFileSync(join(folder, 'big.bin'), Buffer.alloc(BIG_BYTES, 'x'));
	site = await serve(folder, { port: 0 });
});
afterAll(async () => {
	await site.close();
	rmSync(folder, { recursive: true });
});

interface Manner {
	/** Whether the client ends its side behind the first bytes. */
	half?: boolean;
	/** Sent when the first bytes of an answer have come. */
	then?: string;
}

/** All that the server says to some bytes until it closes the connection. */
function ask(text: string, { half = false, then }: Manner = {}): Promise<string> {
	const { port, hostname } = new URL(site.url);
	return new Promise((resolve) => {
		const parts: Buffer[] = [];
		const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true }, () =>
			half ? socket.end(text) : socket.write(text)
		);
		socket.once('data', () => then !== undefined && socket.write(then));
		socket.on('data', (data) => parts.push(data));
		socket.on('end', () => socket.end());
		socket.on('error', () => undefined); // the answer is what came before
		socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
	});
}

const statuses = (answer: string) =>
	[...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);

describe('what is no HTTP', () => {
	it.each([
		['GARBAGE\r\n\r\n', '405'],
		['GET / HTTP/9\r\n\r\n', '400'],
		[`GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, '431'],
		['\u0000\u0001\u0002', '405'],
		['CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n', '405']
	])('is told so alone: %j', async (text, status) => {
		expect(statuses(await ask(text))).toEqual([status]);
	});
	it.each([
		'GARBAGE\r\n\r\n',
		'\u0000',
		'POST',
		'GET / HTTP/9\r\n\r\n',
		'CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n'
	])('leaves the answer to a request before it in the same packet: %j', async (garbage) => {
		const answer = await ask(GET + garbage, { half: garbage === 'POST' });
		expect(statuses(answer)).toEqual(['200']);
		expect(answer).toMatch(/\r\n\r\n0123456789$/);
	});
	it.each(['GARBAGE\r\n\r\n', 'CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n'])(
		'leaves the answers to all requests before it, in their order: %j',
		async (last) => {
			const answer = await ask(`${BIG}${GET}${GET}${last}`);
			expect(statuses(answer)).toEqual(['200', '200', '200']);
			expect(answer).toMatch(/\r\n\r\n0123456789$/);
		}
	);
	it('is not answered within or behind a body that is under way', async () => {
		const answer = await ask(BIG, { then: 'GARBAGE\r\n\r\n' });
		const [head = '', body] = answer.split('\r\n\r\n', 2);
		expect(statuses(head)).toEqual(['200']);
		expect(body).toBe('x'.repeat(BIG_BYTES));
	});
	it('is told so where the answers before it have gone', async () => {
		const answer = await ask(GET, { then: 'GARBAGE\r\n\r\n' });
		expect(['200', '200,405']).toContain(statuses(answer).join(','));
		expect(answer.split('0123456789')).toHaveLength(2);
	});
	it('is answered once as a body that never comes whole', async () => {
		const post = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n';
		expect(statuses(await ask(post))).toEqual(['405']);
		const short = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1';
		expect(statuses(await ask(short, { half: true }))).toEqual(['405']);
	});
});

describe('a client that has ended its side', () => {
	it('is answered', async () => {
		const answer = await ask(GET, { half: true });
		expect(statuses(answer)).toEqual(['200']);
		expect(answer).toMatch(/\r\n\r\n0123456789$/);
	});
	it('has all of a long answer, and all of many', async () => {
		const answer = await ask(`${BIG}${GET}`, { half: true });
		expect(statuses(answer)).toEqual(['200', '200']);
		expect(answer.length).toBeGreaterThan(BIG_BYTES);
		expect(answer).toMatch(/\r\n\r\n0123456789$/);
	});
	it('is told of half a request, and let go where it said nothing', async () => {
		expect(statuses(await ask('GET / HT', { half: true }))).toEqual(['400']);
		expect(await ask('', { half: true })).toBe('');
	});
});

it('ends each answer when its connection ends, be it behind one that was the last', async () => {
	const asked: string[] = [];
	const open = new Set<ServerResponse>();
	const server = createServer(
		inTurn(({ url = '' }, response) => {
			asked.push(url);
			open.add(response);
			response.once('close', () => open.delete(response));
			// As a file does that is larger than what a connection holds.
			response.write(Buffer.alloc(1_000_000));
		})
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	try {
		// Node refuses what names no host by itself, and closes the connection behind that.
		const socket = connect(port, '127.0.0.1').resume();
		socket.write('GET /none HTTP/1.1\r\n\r\nGET /large HTTP/1.1\r\nHost: x\r\n\r\n');
		await once(socket, 'close');
		await vi.waitFor(() => expect(asked).toEqual(['/large']));
		await vi.waitFor(() => expect(open.size).toBe(0));
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

it('closes a connection that asks on after the answer that was its last', async () => {
	const { port, hostname } = new URL(site.url);
	const socket = connect(Number(port), hostname);
	const heard: string[] = [];
	// One after the other, as a client does that never looks whether it may go on.
	socket.on('data', (data) => {
		heard.push(data.toString('latin1'));
		if (heard.length < 400) socket.write(GET);
		else socket.destroy();
	});
	socket.write(GET);
	await once(socket, 'close');
	const all = statuses(heard.join(''));
	expect(all.filter((status) => status === '200')).toHaveLength(200);
	expect(all.length).toBeLessThan(210);
});
