/**
 * How many connections a server has, and which one it closes when another comes: all come from the
 * machine itself or from one proxy, so that nothing tells those of a reader from those of who only
 * wants to shut others out, but what they do.
 */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds after which an answer that nobody takes may be given up for somebody else. */
const STALLED = 10_000;

/** A connection with answers under way. */
interface Answering {
	answers: number;
	/** When the last of what was written had all been taken, or when there was nothing yet. */
	moved: number;
}

export interface Room {
	stalled?: number;
	/** For tests: milliseconds of a clock that only goes forwards. */
	now?: () => number;
}

/**
 * Keeps a server to so many connections. For one more, that one is closed which has asked for nothing
 * for longest; where all have asked, the one whose answer has not been taken for longest, if that is
 * long enough; else the new one.
 */
export function keepRoom(
	server: Server,
	most: number,
	{ stalled = STALLED, now = () => performance.now() }: Room = {}
): void {
	/** Those that have asked for nothing since they came or had their answer, the longest first. */
	const silent = new Set<Socket>();
	const answering = new Map<Socket, Answering>();

	const close = (socket: Socket): void => {
		silent.delete(socket);
		answering.delete(socket);
		socket.destroy();
	};

	const makeRoom = (): boolean => {
		const [first] = silent;
		const since = now() - stalled;
		const [worst] = [...answering]
			.filter(([socket, { moved }]) => socket.writableNeedDrain && moved < since)
			.sort(([, one], [, other]) => one.moved - other.moved);
		const chosen = first ?? worst?.[0];
		if (chosen) close(chosen);
		return chosen !== undefined;
	};

	server.on('connection', (socket: Socket) => {
		if (silent.size + answering.size >= most && !makeRoom()) {
			socket.destroy();
			return;
		}
		silent.add(socket);
		socket.on('drain', () => {
			const state = answering.get(socket);
			if (state) state.moved = now();
		});
		socket.once('close', () => close(socket));
	});

	server.prependListener('request', ({ socket }, response) => {
		const state = answering.get(socket) ?? { answers: 0, moved: now() };
		state.answers++;
		silent.delete(socket);
		answering.set(socket, state);
		response.once('close', () => {
			if (--state.answers > 0 || !answering.delete(socket)) return;
			silent.add(socket);
		});
	});
}
