/** The server under a hundred connections for a minute: does it err, and does its memory grow? */
import { execFile, fork } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { notMeasured, type Figure } from './figures.ts';

const SECONDS = 60;
const CONNECTIONS = 100;
/** Brought by npm when it is asked for: nothing but this bench needs it. */
const AUTOCANNON = 'autocannon@9.0.0';

const ERRORS = {
	title: `server, ${CONNECTIONS} connections for ${SECONDS} s: answers that failed`,
	bar: 0,
	unit: 'in all'
} as const;
const MEMORY = {
	title: 'server: memory at the end, to that after 10 s',
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

/** Both figures; not measured where npm can't bring autocannon. */
export async function serverFigures(build: string, path: string): Promise<Figure[]> {
	const server = fork(join(import.meta.dirname, 'served-site.ts'), [build]);
	try {
		const megabytes: number[] = [];
		const url = await new Promise<string>((resolve, reject) => {
			server.once('exit', () => reject(new Error('the server ended')));
			server.on('message', (said: { url?: string; megabytes?: number }) => {
				if (said.url !== undefined) resolve(said.url);
				if (said.megabytes !== undefined) megabytes.push(said.megabytes);
			});
		});
		const options = ['-c', String(CONNECTIONS), '-d', String(SECONDS), '-j', '-n', url + path];
		const { stdout } = await promisify(execFile)('npx', ['--yes', AUTOCANNON, ...options], {
			maxBuffer: 1e8,
			shell: process.platform === 'win32'
		});
		const printed = JSON.parse(stdout) as Printed;
		const failed = printed.errors + printed.timeouts + printed.non2xx;
		// npm takes its time before the first connection: seconds are counted from the end.
		const [at10, at30, at60] = [50, 30, 0].map((before) => megabytes.at(-1 - before) ?? NaN);
		const memory = [at10, at30, at60].map((value = NaN) => value.toFixed(0)).join(', ');
		return [
			{
				...ERRORS,
				value: failed,
				detail: `${printed.requests.total} answers, 99% within ${printed.latency.p99} ms`
			},
			{
				...MEMORY,
				value: (at60 ?? NaN) / (at10 ?? NaN),
				detail: `${memory} MB after 10, 30 and 60 s`
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
