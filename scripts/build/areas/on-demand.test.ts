import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

	it.skipIf(!existsSync('/proc/self/fd'))('leaves no files open in a thread', async () => {
		const open = () => readdirSync('/proc/self/fd').length;
		const before = open();
		// Whether or not there are packs, the thread has loaded all that it needs.
		await areaPagesOnDemand()('postcodes/none/index.html', wanted).catch(() => null);
		expect(open() - before).toBeLessThan(50);
	});

	it('reads ahead before anything is asked for', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		make.getReady();
		expect(await make('postcodes/a', wanted)).toBe('postcodes/a 2');
	});

	it('makes nothing for who has gone, and lets others in at once', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		let isThere = true;
		const first = make('postcodes/a', wanted);
		const asked = (at: number) => make(`postcodes/${at}`, () => isThere);
		const others = Array.from({ length: MOST_WAITING }, (_, at) => asked(at));
		await expect(asked(999)).rejects.toThrow('Many pages');
		isThere = false;
		const last = make('postcodes/b', wanted);
		expect((await Promise.allSettled(others)).map(({ status }) => status)).not.toContain(
			'fulfilled'
		);
		expect(await first).toBe('postcodes/a 1');
		expect(await last).toBe('postcodes/b 2');
	});

	it('makes a page once for all who wait for it', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		const [path, other] = ['postcodes/a', 'postcodes/b'];
		const asked = [other, path, path, other, path].map((one) => make(one, wanted));
		const gone = expect(make(path, () => false)).rejects.toThrow('Many pages');
		expect(await Promise.all(asked)).toEqual(
			[1, 2, 2, 1, 2].map((made) => `${made === 1 ? other : path} ${made}`)
		);
		await gone;
	});

	it('opens each region once for pages of several in turn, and passes none over for long', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		const made: string[] = [];
		const regions = ['north', 'south', 'east'];
		const ask = (region: string, at: number) =>
			make(`${region}/areas/${at}`, wanted).then(() => made.push(region));
		const asked = Array.from({ length: 60 }, (_, at) => ask(regions[at % 3] ?? '', at));
		await Promise.all(asked);
		expect(made).toEqual(regions.flatMap((region) => Array<string>(20).fill(region)));

		// Who asks on and on for pages of one region holds up the others no longer than this.
		made.length = 0;
		const many = Array.from({ length: 100 }, (_, at) => ask('east', at));
		const one = ask('west', 0);
		const more = Array.from({ length: 100 }, (_, at) => ask('east', 100 + at));
		await Promise.all([...many, one, ...more]);
		expect(made.indexOf('west')).toBeGreaterThanOrEqual(100);
		expect(made.indexOf('west')).toBeLessThan(200);
	});

	it('lets only so many wait, and takes more when they have theirs', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		const asked = Array.from({ length: 1000 }, (_, at) => make(`postcodes/${at}`, wanted));
		const answers = await Promise.allSettled(asked);
		const most = MOST_WAITING + 1; // with the one at hand
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(most);
		expect(await make('postcodes/later', wanted)).toBe(`postcodes/later ${most + 1}`);
	});

	it('gives places in a full line to who has few, and takes them from who has most', async () => {
		const make = areaPagesOnDemand(pathToFileURL(worker));
		const refused: string[] = [];
		const ask = (path: string, from: string) =>
			make(`postcodes/${path}`, wanted, from).catch(() => refused.push(path));
		const all = Array.from({ length: MOST_WAITING + 1 }, (_, at) => ask(`a${at}`, 'a'));
		for (let at = 0; at < 200; at++) all.push(ask(`b${at}`, 'b'));
		all.push(ask('c', 'c'));
		await Promise.all(all);
		expect(refused.filter((path) => path.startsWith('a'))).toHaveLength(MOST_WAITING / 2 + 1);
		// Those who came last went first.
		expect(refused[0]).toBe(`a${MOST_WAITING}`);
		expect(refused.filter((path) => path.startsWith('b'))).toHaveLength(200 - MOST_WAITING / 2);
		expect(refused).not.toContain('c');
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
		await vi.waitFor(() => expect(refused).toHaveLength(9));
		expect(refused[0]?.headers.get('retry-after')).toBe('30');
		expect(await refused[0]?.text()).toMatch(/^Many pages are being made/);
		expect(await (await ask('/')).text()).toBe('home');
		writeFileSync(join(folder, 'go'), '');
		expect((await long).status).toBe(200);
		const made = (await Promise.all(many)).filter(({ status }) => status === 200);
		expect(made).toHaveLength(MOST_WAITING);
		expect(await (await ask('/postcodes/b/')).text()).toMatch(/^postcodes\/b/);
		await site.close();
	});

	it('opens nothing for other paths', async () => {
		const make = areaPagesOnDemand(pathToFileURL(join(folder, 'not-there.mjs')));
		expect(await make('norfolk/assets/index.html', wanted)).toBeNull();
	});
});
