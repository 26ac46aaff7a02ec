import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.ts';

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

	it.each([
		['a process that was killed', () => `${ended()} x\n`],
		['a lock that says nothing', () => '']
	])('takes over from %s, and says so', async (_what, text) => {
		await withLock(path, () => Promise.resolve());
		writeFileSync(path, text());
		expect(await withLock(path, () => Promise.resolve(7), options())).toBe(7);
		expect(said).toEqual(['A build was stopped half way: starting again.']);
	});

	it('takes over from a number that another process has by now, which gave no sign for long', async () => {
		await withLock(path, () => Promise.resolve());
		writeFileSync(path, `${process.pid} old\n`);
		const long = new Date(Date.now() - 3_600_000);
		utimesSync(path, long, long);
		await withLock(path, () => {
			expect(readFileSync(path, 'utf8')).not.toContain('old');
			return Promise.resolve();
		});
	});
});
