import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serve } from '../../lib/serve.ts';
import { areaPagesOnDemand, MOST_WAITING } from './on-demand.ts';

/** Says how many it made, throws where it is told to, ends its thread, fills its memory, or is held. */
const WORKER = `
	import { existsSync, writeFileSync } from 'node:fs';
	const near = (name) => new URL(name, import.meta.url);
	let made = 0;
	export default (path) => {
		if (path.includes('throws')) throw new Error('no');
		if (path.includes('ends')) process.exit(3);
		if (path.includes('fills')) for (const all = []; ; ) all.push(new Array(100_000).fill(0.5));
		if (path.includes('holds')) {
			writeFileSync(near('held'), '');
			while (!existsSync(near('go'))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
		}
		return path + ' ' + ++made;
	};
`;

const folder = mkdtempSync(join(tmpdir(), 'on-demand-test-'));
const worker = join(folder, 'worker.mjs');
beforeAll(() => writeFileSync(worker, WORKER));
afterAll(() => rmSync(folder, { recursive: true }));

const wanted = () => true;

describe('areaPagesOnDemand', () => {
	it('goes on after a page that throws, and after a thread that ends', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		const asked = ['throws', 'a', 'ends', 'b'].map((name) => make(`postcodes/${name}`, wanted));
		const answers = await Promise.allSettled(asked);
		expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null))).toEqual([
			null,
			'postcodes/a 1',
			null,
			'postcodes/b 1'
		]);
	});

	it('makes nothing for who has gone when it is their turn', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		let isThere = true;
		const first = make('postcodes/a', wanted);
		const asked = (at: number) => make(`postcodes/${at}`, () => isThere);
		const others = Array.from({ length: MOST_WAITING - 1 }, (_, at) => asked(at));
		await expect(asked(99)).rejects.toThrow('Many pages');
		isThere = false;
		// Their places are free as soon as they are gone.
		const last = make('postcodes/b', wanted);
		expect(await first).toBe('postcodes/a 1');
		expect(new Set(await Promise.all(others))).toEqual(new Set([null]));
		expect(await last).toBe('postcodes/b 2');
	});

	it('lets only so many wait, and takes more when they have theirs', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		const asked = Array.from({ length: 1000 }, (_, at) => make(`postcodes/${at}`, wanted));
		const answers = await Promise.allSettled(asked);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_WAITING);
		expect(await make('postcodes/later', wanted)).toBe(`postcodes/later ${MOST_WAITING + 1}`);
	});

	it('leaves a server answering whose thread dies, and says when too much is asked of it', async () => {
		const root = join(folder, 'site');
		mkdirSync(root);
		writeFileSync(join(root, 'index.html'), 'home');
		const site = await serve(root, {
			port: 0,
			make: areaPagesOnDemand(pathToFileURL(worker), 24)
		});
		const ask = (path: string) => fetch(`${site.url}${path}`);
		const asked = ['throws/', 'fills/', 'ends/', 'a/'].map((name) => ask(`/postcodes/${name}`));
		expect(await (await ask('/')).text()).toBe('home');
		const statuses = (await Promise.all(asked)).map(({ status }) => status);
		expect(statuses).toEqual([500, 500, 500, 200]);

		// One is made until it is let go; of the others, all but those past the most wait for it.
		const long = ask('/postcodes/holds/');
		await vi.waitFor(() => expect(existsSync(join(folder, 'held'))).toBe(true));
		const many = Array.from({ length: MOST_WAITING + 9 }, (_, at) => ask(`/postcodes/${at}/`));
		const refused: Response[] = [];
		for (const one of many)
			void one.then((answer) => (answer.status === 503 ? refused.push(answer) : undefined));
		await vi.waitFor(() => expect(refused).toHaveLength(10));
		expect(refused[0]?.headers.get('retry-after')).toBe('30');
		expect(await refused[0]?.text()).toMatch(/^Many pages are being made/);
		expect(await (await ask('/')).text()).toBe('home');
		writeFileSync(join(folder, 'go'), '');
		expect((await long).status).toBe(200);
		const made = (await Promise.all(many)).filter(({ status }) => status === 200);
		expect(made).toHaveLength(MOST_WAITING - 1);
		expect(await (await ask('/postcodes/b/')).text()).toMatch(/^postcodes\/b/);
		await site.close();
	});

	it('opens nothing for other paths', async () => {
		const make = areaPagesOnDemand(pathToFileURL(join(folder, 'not-there.mjs')));
		expect(await make('norfolk/assets/index.html', wanted)).toBeNull();
	});
});
