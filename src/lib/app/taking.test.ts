import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Making } from '../export/making.ts';
import type { Offer, OfferedFile } from '../export/formats.ts';
import { nextOf, Taking } from './taking.svelte.ts';

const file = (format: OfferedFile['format'], make: OfferedFile['make']): OfferedFile => ({
	format,
	name: 'x',
	label: format.toUpperCase(),
	make
});
const offerOf = (...files: OfferedFile[]): Offer => ({
	id: 'x',
	title: null,
	files,
	code: () => Promise.resolve()
});
/** A file that is never done. */
const endless = (started: (making: Making) => void): OfferedFile =>
	file('xlsx', (making) => {
		started(making);
		return new Promise((_, reject) => {
			making.signal.addEventListener('abort', () => reject(new Error('ended')));
		});
	});

describe('taking a file', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it('says that it takes long only where it does, and how far it is', async () => {
		const taking = new Taking();
		let making: Making | undefined;
		const slow = endless((given) => (making = given));
		void taking.take(offerOf(slow), slow, 'the first button');
		expect(taking.at).toBe('the first button');
		await vi.advanceTimersByTimeAsync(299);
		expect(taking.busy).toBeNull();
		await vi.advanceTimersByTimeAsync(1);
		expect(taking.busy).toEqual({ label: 'XLSX', done: null });
		making?.progress(0.5);
		expect(taking.busy).toEqual({ label: 'XLSX', done: 0.5 });
	});

	it('can be called off, and nothing is said of a fault then', async () => {
		const taking = new Taking();
		let signal: AbortSignal | undefined;
		const slow = endless((making) => (signal = making.signal));
		const done = taking.take(offerOf(slow), slow);
		await vi.advanceTimersByTimeAsync(300);
		taking.cancel();
		await done;
		expect(signal?.aborted).toBe(true);
		expect([taking.busy, taking.problem, taking.said]).toEqual([
			null,
			null,
			'XLSX was called off.'
		]);
	});

	it('that fails says why, and what to take in its place', async () => {
		const taking = new Taking();
		const csv = file('csv', () => Promise.resolve(''));
		const xlsx = file('xlsx', () => Promise.reject(new Error('a table is too wide.')));
		await taking.take(offerOf(xlsx, csv), xlsx);
		expect(taking.problem?.words).toBe('XLSX could not be made: a table is too wide.');
		expect(taking.problem?.next).toBe(csv);
	});

	it('whose program does not come says so in words', async () => {
		const taking = new Taking();
		const fault = new TypeError('Failed to fetch dynamically imported module: https://x/y.js');
		const docx = file('docx', () => Promise.reject(fault));
		await taking.take(offerOf(docx), docx);
		expect(taking.problem?.words).toBe(
			'DOCX could not be made: the program for it could not be fetched.'
		);
	});
});

it('offers nothing in place of a file that has to wait, too', () => {
	const xlsx = file('xlsx', null);
	expect(nextOf(offerOf(xlsx, file('csv', null)), xlsx)).toBeNull();
});
