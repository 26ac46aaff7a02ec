import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { keepRoom, type Room } from './connections.ts';

const servers: Server[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.destroy();
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

const GET = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';

async function start(most: number, answer: RequestListener, room: Room = {}) {
	const server = createServer(answer);
	keepRoom(server, most, room);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** A connection, what it has heard, and whether it was closed. */
async function open(port: number, text = '', isRead = true) {
	const socket = connect(port, '127.0.0.1');
	sockets.push(socket);
	const told = { socket, heard: '', closed: false };
	if (isRead) socket.on('data', (data) => (told.heard += data.toString()));
	socket.on('error', () => undefined);
	socket.on('close', () => (told.closed = true));
	await new Promise((resolve) => socket.once('connect', resolve));
	if (text !== '') socket.write(text);
	return told;
}

const greet: RequestListener = (_request, response) => response.end('hello');

it('answers a new connection where the others say nothing, or never say all', async () => {
	const port = await start(5, greet);
	const others: Awaited<ReturnType<typeof open>>[] = [];
	for (let i = 0; i < 50; i++)
		others.push(await open(port, i % 2 === 0 ? '' : 'GET / HTTP/1.1\r\nX: '));
	const last = await open(port, GET);
	await vi.waitFor(() => expect(last.heard).toContain('hello'));
	await vi.waitFor(() => expect(others.filter(({ closed }) => !closed)).toHaveLength(4));
	// Those that came first went first.
	expect(others.slice(0, 46).every(({ closed }) => closed)).toBe(true);
});

it('closes those that had their answer before those that wait for one', async () => {
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (letGo = resolve));
	const port = await start(2, (request, response) => {
		if (request.url === '/held') void held.then(() => response.end('at last'));
		else response.end('hello');
	});
	const waits = await open(port, GET.replace('/', '/held'));
	const done = await open(port, GET);
	await vi.waitFor(() => expect(done.heard).toContain('hello'));
	const next = await open(port, GET.replace('/', '/held'));
	await vi.waitFor(() => expect(done.closed).toBe(true));
	// Both that are left wait for their answers: one more is not let in.
	const refused = await open(port, GET);
	await vi.waitFor(() => expect(refused.closed).toBe(true));
	expect(refused.heard).toBe('');
	letGo();
	await vi.waitFor(() => expect(waits.heard + next.heard).toMatch(/at last[^]*at last/));
});

it('gives up an answer that nobody takes, when it was not taken for long', async () => {
	let clock = 0;
	const begun: (string | undefined)[] = [];
	const large = Buffer.alloc(20_000_000);
	const port = await start(
		1,
		({ url }, response) => {
			begun.push(url);
			response.end(url === '/large' ? large : 'hello');
		},
		{ stalled: 1000, now: () => clock }
	);
	const stalled = await open(port, GET.replace('/', '/large'), false);
	await vi.waitFor(() => expect(begun).toEqual(['/large']));
	clock = 900;
	const refused = await open(port, GET);
	await vi.waitFor(() => expect(refused.closed).toBe(true));
	expect(refused.heard).toBe('');
	clock = 2000;
	const next = await open(port, GET);
	await vi.waitFor(() => expect(next.heard).toContain('hello'));
	stalled.socket.resume();
	await vi.waitFor(() => expect(stalled.closed).toBe(true));
});
