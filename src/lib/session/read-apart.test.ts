import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readApart, readDecisionsApart } from './read-apart.ts';

/** A worker that says nothing until it is told to. */
class SilentWorker extends EventTarget {
	onerror: (() => void) | null = null;
	ended = false;
	/** The question, and a word that nobody asks any more once what asked is let go. */
	sent: unknown[] = [];
	postMessage(message: unknown) {
		this.sent.push(message);
	}
	start() {}
	terminate() {
		this.ended = true;
	}
}

const started: SilentWorker[] = [];
vi.mock('./start-import-worker.ts', () => ({
	startImportWorker: () => {
		const worker = new SilentWorker();
		started.push(worker);
		return worker;
	}
}));

const aFile = (bytes: number, name = 'answers.xlsx') => new File([new Uint8Array(bytes)], name);
/** Begins to read a file, and gives the worker that was asked. */
async function begin(ending = new AbortController()) {
	const reading = readApart(aFile(10), ending.signal);
	reading.catch(() => undefined);
	const worker = await vi.waitFor(() => {
		const [one] = started;
		expect(one?.sent ?? []).not.toEqual([]);
		return one;
	});
	return { reading, worker, ending };
}

beforeEach(() => {
	started.length = 0;
});

describe('readApart', () => {
	it('ends the worker where the reader cancels, whatever it is at', async () => {
		const { reading, worker, ending } = await begin();
		ending.abort();
		await expect(reading).rejects.toThrow('aborted');
		expect(worker?.ended).toBe(true);
	});

	it('says that the worker stopped, as one whose memory is full', async () => {
		const { reading, worker } = await begin();
		worker?.onerror?.();
		await expect(reading).rejects.toThrow('The program that reads files stopped.');
		expect(worker?.ended).toBe(true);
	});

	it('refuses what is too large, or was cancelled before, without starting one', async () => {
		const { signal } = new AbortController();
		await expect(readApart(aFile(25_000_001), signal)).rejects.toThrow('at most 25 MB are read');
		await expect(readApart(aFile(0), signal)).rejects.toThrow('empty');
		await expect(readApart(aFile(10), AbortSignal.abort())).rejects.toThrow('aborted');
		expect(started).toEqual([]);
	});

	it('reads a file of decisions there too, and ends with the worker', async () => {
		const reading = readDecisionsApart(aFile(10, 'mine.csv'), new Set(['a b']));
		const worker = await vi.waitFor(() => {
			expect(started[0]?.sent ?? []).not.toEqual([]);
			return started[0];
		});
		worker?.onerror?.();
		await expect(reading).rejects.toThrow('The program that reads files stopped.');
		expect(worker?.ended).toBe(true);
		await expect(readDecisionsApart(aFile(5_000_001), new Set())).rejects.toThrow('far too large');
		expect(started).toHaveLength(1);
	});
});
