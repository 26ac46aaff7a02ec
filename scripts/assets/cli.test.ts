import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../lib/paths.ts';
import { charity, json, makeWorkshop, postcodesOf, type Workshop } from './fixture.ts';

let shop: Workshop;
beforeEach(() => (shop = makeWorkshop()));
afterEach(() => shop.remove());

const run = (...args: string[]) =>
	spawnSync(
		process.execPath,
		[
			join(PROJECT, 'node_modules/tsx/dist/cli.mjs'),
			join(PROJECT, 'scripts/assets/cli.ts'),
			...args,
			'--geodata',
			shop.geodata
		],
		{ encoding: 'utf8' }
	);

describe('npm run assets', { timeout: 60_000 }, () => {
	it('imports, compares charities with the printed table, and changes nothing the second time', async () => {
		const [here = ''] = await postcodesOf('E07000148', 1);
		const path = shop.file(
			'publicextract.charity.json',
			json([charity(1, { charity_contact_postcode: here })])
		);
		const first = run('charities', path);
		expect(first.stderr).toBe('');
		expect(first.status).toBe(0);
		expect(first.stdout).toContain('changed: assets/charities.parquet');
		expect(first.stdout).toMatch(/Norwich \(E07000148\): printed 323, extract 1/);
		expect(first.stdout).toMatch(/Breckland \(E07000143\): printed 515, extract 0/);
		expect(run('import', path).stdout).toContain('geodata is as it was');
	});

	it.each([
		[['import'], 'name the files to import'],
		[['read', 'x'], 'say what to do'],
		[['import', 'x.csv', '--as', 'nobody'], 'there is no reader "nobody"'],
		[['import', '--url', 'https://example.org'], '--publisher'],
		[['import', 'nowhere.csv'], 'there is no such file'],
		[['import', 'x', '--colected', '2026'], '--colected']
	])('%j fails with one line and status 2', (args, message) => {
		const before = readFileSync(join(shop.geodata, 'catalogue.json'));
		const failed = run(...args);
		expect(failed.status).toBe(2);
		expect(failed.stderr.trim().split('\n')).toHaveLength(1);
		expect(failed.stderr).toContain(message);
		expect(readFileSync(join(shop.geodata, 'catalogue.json'))).toEqual(before);
	});
});
