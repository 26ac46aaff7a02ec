/**
 * What a server says to what isn't HTTP, or is no method of it. A connection's answers come in the
 * order of its requests, so that what was asked before such bytes is answered first; nothing is
 * written into an answer.
 */
import {
	STATUS_CODES,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse
} from 'node:http';
import type { Socket } from 'node:net';

const STATUSES: Readonly<Record<string, number>> = {
	HPE_INVALID_METHOD: 405,
	HPE_HEADER_OVERFLOW: 431,
	ERR_HTTP_REQUEST_TIMEOUT: 408
};

/** A connection, as far as it has come. */
interface Told {
	/** The answers under way. */
	answers: Set<ServerResponse>;
	/** The request that came last. */
	last: IncomingMessage;
	/** Whether it is closed after them. */
	isLast: boolean;
}

/** What a connection has asked for. */
interface Line {
	/** Ends with the answer to what was asked last. */
	turn: Promise<unknown> | null;
	/** The answers that are to come or under way. */
	open: Set<ServerResponse>;
}

/**
 * Answers what a connection asks one after the other, though it may ask for all at once: of what
 * nobody takes, no more than one file is opened. When the connection closes, all its answers do:
 * Node tells that to the one whose turn it is, and not to one that waits behind an answer of its
 * own that was the last (to a request without a host), whose file would stay open for good.
 */
export function inTurn(answer: RequestListener): RequestListener {
	const lines = new WeakMap<Socket, Line>();

	const lineOf = (socket: Socket): Line => {
		const known = lines.get(socket);
		if (known) return known;
		const open = new Set<ServerResponse>();
		const line: Line = { turn: null, open };
		lines.set(socket, line);
		socket.once('close', () => {
			for (const response of open) {
				if (response.socket !== null) continue;
				response.destroy();
				response.emit('close');
			}
		});
		return line;
	};

	return (request, response) => {
		const { socket } = request;
		const line = lineOf(socket);
		line.open.add(response);
		const closed = new Promise<void>((resolve) =>
			response.once('close', () => {
				line.open.delete(response);
				resolve();
			})
		);
		const { turn } = line;
		line.turn = turn ? turn.then(() => closed) : closed;
		if (!turn) answer(request, response);
		else void turn.then(() => socket.destroyed || answer(request, response));
	};
}

/**
 * Lets a server refuse what isn't HTTP, told that these methods are allowed. A client that has said
 * all it has to say is answered, as it may still listen.
 */
export function refuseOthers(server: Server, allowed: string): void {
	const connections = new WeakMap<Socket, Told>();

	const note: RequestListener = (request, response) => {
		const { socket } = request;
		const told = connections.get(socket) ?? { answers: new Set(), last: request, isLast: false };
		told.last = request;
		told.answers.add(response);
		connections.set(socket, told);
		response.once('close', () => {
			told.answers.delete(response);
			if (told.isLast && told.answers.size === 0) socket.destroySoon();
		});
	};

	const refuse = (error: NodeJS.ErrnoException, socket: Socket): void => {
		const told = connections.get(socket);
		if (told && told.answers.size > 0) {
			told.isLast = true;
		} else if (!socket.writable || told?.last.complete === false) {
			// Closed, or the rest of a request that has its answer.
			socket.destroy();
		} else {
			const status = STATUSES[error.code ?? ''] ?? 400;
			const allow = status === 405 ? `Allow: ${allowed}\r\n` : '';
			socket.end(
				`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${allow}Content-Length: 0\r\nConnection: close\r\n\r\n`
			);
		}
	};

	/**
	 * Without this, Node closes the connection, and what was asked before goes with it. With it, Node
	 * follows the connection no more: the answers under way have to hear of it from here.
	 */
	const refuseTunnel = (socket: Socket): void => {
		const answers = connections.get(socket)?.answers ?? new Set();
		socket.on('error', () => socket.destroy());
		socket.on('close', () => {
			for (const answer of answers) answer.destroy();
		});
		socket.on('drain', () => {
			const [first] = answers;
			first?.emit('drain');
		});
		socket.resume();
		refuse({ name: '', message: '', code: 'HPE_INVALID_METHOD' }, socket);
	};

	/**
	 * A connection whose last answer said so, and which asks on. Node would refuse each further request
	 * for ever, as it leaves the closing to the client; its first refusal goes out before that.
	 */
	const end = (_request: IncomingMessage, socket: Socket): void => {
		const told = connections.get(socket);
		if (told && told.answers.size > 0) told.isLast = true;
		else setImmediate(() => socket.destroySoon());
	};

	server.prependListener('request', note);
	server.on('clientError', refuse);
	server.on('dropRequest', end);
	server.on('connect', (_request, socket: Socket) => refuseTunnel(socket));
	// Not among Node's types; without it a connection is closed as soon as the client ends its side.
	Object.assign(server, { httpAllowHalfOpen: true });
}
