import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDoor, type Door } from '../lib/serve.ts';
import { isWhole, reasonToBuild, writeSite } from './site.ts';
import { startSite } from './start-site.ts';

let root: string;
let door: Door;

beforeEach(async () => {
	root = mkdtempSync(join(tmpdir(), 'start-site-test-'));
	mkdirSync(join(root, 'src'));
	writeFileSync(join(root, 'src/app.html'), 'one');
	door = await openDoor(0);
});
afterEach(async () => {
	await door.close();
	rmSync(root, { recursive: true });
});

/** Builds a site whose page says this. */
const build = (text: string) =>
	writeSite((_root, folder) => {
		writeFileSync(join(folder, 'index.html'), text);
		return Promise.resolve();
	}, root);

async function look(): Promise<string> {
	const answer = await fetch(`http://127.0.0.1:${door.port}/`);
	return `${answer.status} ${await answer.text()}`;
}

/** What is at the address while the new site is built, and then. */
async function start(): Promise<string[]> {
	const seen: string[] = [];
	await startSite(
		door,
		async () => {
			seen.push(await look());
			await build('new');
		},
		root
	);
	return [...seen, await look()];
}

describe('startSite', () => {
	it('serves a whole site that is out of date until the new one is there', async () => {
		await build('old');
		writeFileSync(join(root, 'src/app.html'), 'two');
		expect(reasonToBuild(root)).toMatch(/sources changed/);
		expect(await start()).toEqual(['200 old', '200 new']);
	});
	it('says that a site is coming where there is none', async () => {
		expect(await start()).toEqual([expect.stringMatching(/^503 .*being built/), '200 new']);
	});
	it.each([
		['a file changed', () => writeFileSync(join(root, 'build/index.html'), 'spoilt')],
		['a file came', () => writeFileSync(join(root, 'build/other.html'), 'other')],
		['nothing says what was built', () => rmSync(join(root, '.cache/build.json'))]
	])('serves no site that is not as it was built: %s', async (_, spoil) => {
		await build('old');
		expect(isWhole(root)).toBe(true);
		spoil();
		expect(isWhole(root)).toBe(false);
		expect(await start()).toEqual([expect.stringMatching(/^503 /), '200 new']);
	});
	it('serves the old one still where the build fails', async () => {
		await build('old');
		const failing = startSite(door, () => Promise.reject(new Error('No.')), root);
		await expect(failing).rejects.toThrow('No.');
		expect(await look()).toBe('200 old');
	});
});
