import { once } from 'node:events';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.ts';
import { runProgram } from './run-program.ts';

let folder: string;
let path: string;
let said: string[];
const options = () => ({ log: (line: string) => void said.push(line), lookMs: 1 });

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lock-'));
	path = join(folder, 'deep/build.lock');
	said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The number of a process that has ended. */
const ended = () => spawnSync(process.execPath, ['-e', '0']).pid;

/** A lock as this process would write it, with something else in it. */
async function left(change: Record<string, unknown> | string): Promise<void> {
	await withLock(path, () => {
		const said = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
		const text = typeof change === 'string' ? change : JSON.stringify({ ...said, ...change });
		writeFileSync(path, text);
		return Promise.resolve();
	});
}
const before = (milliseconds: number) => {
	const then = new Date(Date.now() - milliseconds);
	utimesSync(path, then, then);
};
/** Whether the system says when a process was started: Linux does. */
const TELLS_STARTS = existsSync('/proc/self/stat');
/** Who held a lock, what it says, and how many milliseconds ago it was written. */
type Case = [who: string, change: () => Record<string, unknown> | string, age?: number];
const STOPPED = 'A build was stopped half way: starting again.';

describe('withLock', () => {
	it('does one thing after the other, whoever asks', async () => {
		const order: string[] = [];
		let inside = 0;
		const work = (name: string) => async () => {
			expect(++inside).toBe(1);
			order.push(`${name} begins`);
			await new Promise((resolve) => setImmediate(resolve));
			order.push(`${name} ends`);
			inside--;
		};
		await Promise.all(['a', 'b', 'c'].map((name) => withLock(path, work(name), options())));
		expect(order).toHaveLength(6);
		for (let i = 0; i < 6; i += 2) {
			expect(order[i + 1]).toBe(order[i]?.replace('begins', 'ends'));
		}
		expect(said[0]).toBe(`Another build is running (process ${process.pid}): waiting for it.`);
		expect(existsSync(path)).toBe(false);
	});

	it('is let go when the work fails', async () => {
		await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await withLock(path, () => Promise.resolve('yes'))).toBe('yes');
	});

	it.each<[what: string, change: () => Record<string, unknown> | string, age?: number]>([
		[
			'a process that was killed',
			() => ({ id: 'x', processes: [{ pid: ended(), started: null }] })
		],
		['before the machine was started', () => ({ id: 'x', boot: 'another' })],
		...(TELLS_STARTS
			? [
					[
						'a process whose number another has by now',
						() => ({ id: 'x', processes: [{ pid: process.pid, started: 'long ago' }] })
					] satisfies Case
				]
			: []),
		['a process that gave no sign for long', () => ({ id: 'x' }), 3_600_000],
		['another version', () => `${process.pid} x\n`, 20_000],
		['nobody knows whom', () => '', 20_000]
	])('takes over from %s, and says so', async (_what, change, age = 0) => {
		await left(change());
		before(age);
		expect(await withLock(path, () => Promise.resolve(7), options())).toBe(7);
		expect(said).toEqual([STOPPED]);
	});

	it.each([
		['machine', { id: 'x', host: 'elsewhere' }],
		['container', { id: 'x', space: 'pid:[1]' }]
	])(
		'waits for another %s while there are signs, and takes over when there are none',
		async (_, change) => {
			await left({ ...change, processes: [{ pid: ended(), started: null }] });
			let time = 0;
			let signs = 0;
			const pause = (): Promise<void> => {
				time += 600;
				// Their clock is none of ours.
				if (++signs <= 20) before(60_000 * signs - 3_600_000);
				return Promise.resolve();
			};
			const looked = { ...options(), silentMs: 1000, now: () => time, pause };
			expect(await withLock(path, () => Promise.resolve(signs), looked)).toBe(22);
			expect(said.at(-1)).toBe(STOPPED);
			expect(said[0]).toContain('Another build is running');
		}
	);

	it('waits until what a killed build had started is gone too', async () => {
		const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
		await left({
			id: 'x',
			processes: [
				{ pid: ended(), started: null },
				{ pid: child.pid, started: null }
			]
		});
		const gone = once(child, 'exit');
		let isTold = false;
		setTimeout(() => {
			isTold = true;
			child.stdin.end();
		}, 100);
		await withLock(path, () => Promise.resolve(), options());
		// It ends by itself only once it was told to; that it has is heard of a little later.
		expect(isTold).toBe(true);
		await gone;
	});

	it('tells who holds it on, and notices that another took over', async () => {
		await withLock(path, (lock) => {
			lock.alsoHeldBy(process.ppid);
			const { processes } = JSON.parse(readFileSync(path, 'utf8')) as { processes: unknown[] };
			expect(processes).toMatchObject([{ pid: process.pid }, { pid: process.ppid }]);
			lock.check();
			rmSync(path);
			expect(() => {
				lock.check();
			}).toThrow('Another build took over');
			writeFileSync(path, 'theirs');
			return Promise.resolve();
		});
		expect(readFileSync(path, 'utf8')).toBe('theirs');
	});

	it('is held by one of many processes at a time, whoever is killed', async () => {
		await left({ id: 'x', processes: [{ pid: ended(), started: null }] });
		const log = join(folder, 'log');
		const run = (...more: string[]) =>
			runProgram(
				`
			import { appendFileSync } from 'node:fs';
			import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
			for (let i = 0; i < 10; i++) await withLock(${JSON.stringify(path)}, async () => {
				appendFileSync(${JSON.stringify(log)}, process.pid + ' begins\\n');
				await new Promise((resolve) => setTimeout(resolve, 2));
				if (process.argv[2] === 'killed' && i === 5) process.kill(process.pid, 'SIGKILL');
				appendFileSync(${JSON.stringify(log)}, process.pid + ' ends\\n');
			}, { lookMs: 1 });`,
				more
			);
		expect(await Promise.all([run(), run('killed'), run()])).toEqual([0, 'SIGKILL', 0]);
		const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
		expect(lines).toHaveLength(20 + 20 + 11);
		let inside: string | null = null;
		for (const line of lines) {
			const [pid = '', what] = line.split(' ');
			// Who was killed ends without a word.
			if (what === 'ends') expect(inside).toBe(pid);
			inside = what === 'begins' ? pid : null;
		}
		const unended = lines.filter(
			(line, i) => line.endsWith('begins') && !lines[i + 1]?.endsWith('ends')
		);
		expect(unended).toHaveLength(1);
	});
});
