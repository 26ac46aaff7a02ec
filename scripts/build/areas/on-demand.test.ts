import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaPagesOnDemand } from './on-demand.ts';

/** Says how many it made, throws where it is told to, or ends its thread. */
const WORKER = `
	let made = 0;
	export default (path) => {
		if (path.endsWith('throws')) throw new Error('no');
		if (path.endsWith('ends')) process.exit(3);
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
		const others = Array.from({ length: 100 }, (_, at) => make(`postcodes/${at}`, () => isThere));
		const last = make('postcodes/b', wanted);
		isThere = false;
		expect(await first).toBe('postcodes/a 1');
		expect(new Set(await Promise.all(others))).toEqual(new Set([null]));
		expect(await last).toBe('postcodes/b 2');
	});

	it('opens nothing for other paths', async () => {
		const make = areaPagesOnDemand(pathToFileURL(join(folder, 'not-there.mjs')));
		expect(await make('norfolk/assets/index.html', wanted)).toBeNull();
	});
});
