import { EventEmitter } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { answerWith } from './packs-meanwhile.ts';

/** A bundler's process as the build sees it, and what it was told. */
function bundler() {
	const told: unknown[] = [];
	const send = (message: unknown) => told.push(message);
	const process = Object.assign(new EventEmitter(), { connected: true, send });
	return { process, asChild: process as unknown as ChildProcess, told };
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a bundler that asks for the packs', () => {
	it('is told when they are there, and not before', async () => {
		const { process, asChild, told } = bundler();
		let made: (value: unknown) => void = () => undefined;
		answerWith(asChild, new Promise((resolve) => (made = resolve)));
		process.emit('message', 'something else');
		process.emit('message', 'are the packs there?');
		await soon();
		expect(told).toEqual([]);
		made(null);
		await soon();
		expect(told).toEqual(['the packs are there']);
	});

	it('is told nothing where they fail, or when it has ended meanwhile', async () => {
		const waiting = bundler();
		answerWith(waiting.asChild, Promise.reject(new Error('no packs')));
		const gone = bundler();
		gone.process.connected = false;
		answerWith(gone.asChild, Promise.resolve());
		for (const { process } of [waiting, gone]) process.emit('message', 'are the packs there?');
		await soon();
		expect([...waiting.told, ...gone.told]).toEqual([]);
	});
});
