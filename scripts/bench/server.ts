/**
 * The server under a hundred connections for a minute: does it err, and does its memory grow? Under
 * load the heap takes what room it may have, and gives it back late. What is compared is what stays
 * once garbage was collected, after each of several rounds: a leak grows from round to round.
 */
import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { notMeasured, type Figure } from './figures.ts';

/** By the end of the first, all is loaded that is loaded once. */
const WARMING = 10;
const ROUNDS = 3;
const SECONDS = 20;
const CONNECTIONS = 100;
/** Seconds that an answer may take: on a machine that is busy with something else, many. */
const PATIENCE = 60;
/** Brought by npm when it is asked for: nothing but this bench needs it. */
const AUTOCANNON = 'autocannon@9.0.0';

const ERRORS = {
	title: `server, ${CONNECTIONS} connections for ${ROUNDS * SECONDS} s: answers that failed`,
	bar: 0,
	unit: 'in all'
} as const;
const MEMORY = {
	title: `server: memory that stays after the last of ${ROUNDS} rounds, to that before`,
	bar: 1.2,
	unit: 'x time'
} as const;

/** What autocannon prints, as far as it is used. */
interface Printed {
	errors: number;
	timeouts: number;
	non2xx: number;
	requests: { total: number };
	latency: { p99: number };
}

/** In megabytes. */
interface Stays {
	resident: number;
	heap: number;
}

/** Both figures; not measured where npm can't bring autocannon. */
export async function serverFigures(build: string, path: string): Promise<Figure[]> {
	const server = fork(join(import.meta.dirname, 'served-site.ts'), [build], {
		execArgv: [...process.execArgv, '--expose-gc']
	});
	try {
		const { url } = (await said(server)) as { url: string };
		await load(url + path, WARMING);
		const stays = [await staying(server)];
		const rounds: Printed[] = [];
		for (let i = 0; i < ROUNDS; i++) {
			rounds.push(await load(url + path, SECONDS));
			stays.push(await staying(server));
		}
		const sum = (of: (one: Printed) => number) => rounds.reduce((all, one) => all + of(one), 0);
		const slowest = Math.max(...rounds.map(({ latency }) => latency.p99));
		const list = (of: (one: Stays) => number) => stays.map((one) => of(one).toFixed(0)).join(', ');
		return [
			{
				...ERRORS,
				value: sum(({ errors, timeouts, non2xx }) => errors + timeouts + non2xx),
				detail: `${sum(({ requests }) => requests.total)} answers, 99% within ${slowest} ms`
			},
			{
				...MEMORY,
				value: (stays.at(-1)?.resident ?? NaN) / (stays[0]?.resident ?? NaN),
				detail: `${list(({ resident }) => resident)} MB resident, of which the heap ${list(({ heap }) => heap)} MB`
			}
		];
	} catch (error) {
		const why = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
		return [notMeasured(ERRORS, why), notMeasured(MEMORY, why)];
	} finally {
		server.removeAllListeners();
		server.kill();
	}
}

/** The next thing that the server says. Throws when it ends instead. */
async function said(server: ChildProcess): Promise<unknown> {
	const ended = once(server, 'exit').then(() => Promise.reject(new Error('the server ended')));
	const [message] = (await Promise.race([once(server, 'message'), ended])) as unknown[];
	return message;
}

function staying(server: ChildProcess): Promise<Stays> {
	server.send('collect');
	return said(server) as Promise<Stays>;
}

async function load(address: string, seconds: number): Promise<Printed> {
	const given = { '-c': CONNECTIONS, '-d': seconds, '-t': PATIENCE };
	const options = Object.entries(given).flatMap(([name, value]) => [name, String(value)]);
	const { stdout } = await promisify(execFile)(
		'npx',
		['--yes', AUTOCANNON, ...options, '-j', '-n', address],
		{ maxBuffer: 1e8, shell: process.platform === 'win32' }
	);
	return JSON.parse(stdout) as Printed;
}
