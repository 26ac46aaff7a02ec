import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkRegister, registerRecords } from '../build/register.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { PROJECT } from '../lib/paths.ts';
import { assetsCommand } from './command.ts';
import { charity, json, makeWorkshop, postcodesOf, type Workshop } from './fixture.ts';

let shop: Workshop;
beforeEach(() => (shop = makeWorkshop()));
afterEach(() => shop.remove());

async function run(...args: string[]): Promise<string> {
	const lines: string[] = [];
	await assetsCommand([...args, '--geodata', shop.geodata], (line) => lines.push(line));
	return lines.join('\n');
}

describe('npm run assets', () => {
	it('imports, compares charities with the printed table, and changes nothing the second time', async () => {
		const [here = ''] = await postcodesOf('E07000148', 1);
		const path = shop.file(
			'publicextract.charity.json',
			json([charity(1, { charity_contact_postcode: here })])
		);
		const first = await run('charities', path);
		expect(first).toContain('changed: assets/charities.parquet');
		expect(first).toMatch(/Norwich \(E07000148\): printed 323, extract 1/);
		expect(first).toMatch(/Breckland \(E07000143\): printed 515, extract 0/);
		expect(await run('import', path)).toContain('geodata is as it was');
	});

	it('takes over what people decided on duplicates, and the register goes by it', async () => {
		const records = await registerRecords(openGeodata(shop.geodata));
		// Two that nobody would take for one: what they become shows that the decision was heard.
		const [one, other] = [records[0], records.at(-1)];
		if (!one || !other) throw new Error('the register is empty');
		expect(one.kind).not.toBe(other.kind);
		const path = shop.file(
			'decisions.csv',
			`decision,b,a\nsame,${other.id},${one.id}\nsame,nowhere,${one.id}\n`
		);
		const gone = shop.file('gone.csv', `a,b,decision\nsame-as,nowhere,same\n`);
		expect(await run('decide', gone)).toContain('geodata is as it was');
		const said = await run('decide', path);
		expect(said).toContain(
			'decisions.csv: 1 taken over, 0 of them other than what was kept; 1 left'
		);
		expect(said).toContain('changed: decisions/duplicates.csv');
		const { merged } = await linkRegister(openGeodata(shop.geodata));
		expect(merged.get(one.id)).toBe(merged.get(other.id));

		const bad = shop.file('bad.csv', `a,b,decision\n${one.id},${other.id},perhaps\n`);
		await expect(run('decide', bad)).rejects.toThrow(
			/^bad\.csv: Row 2 of this file decides “perhaps”/
		);
	});

	it('fails with one line and status 2', () => {
		const before = readFileSync(join(shop.geodata, 'catalogue.json'));
		const failed = spawnSync(
			process.execPath,
			[
				join(PROJECT, 'node_modules/tsx/dist/cli.mjs'),
				join(PROJECT, 'scripts/assets/cli.ts'),
				'import',
				shop.file('cats.csv', 'name,colour\n'),
				'--geodata',
				shop.geodata
			],
			{ encoding: 'utf8' }
		);
		expect(failed.status).toBe(2);
		expect(failed.stderr.trim().split('\n')).toHaveLength(1);
		expect(failed.stderr).toMatch(/^assets: cats\.csv, row 1: is not a file that any reader knows/);
		expect(readFileSync(join(shop.geodata, 'catalogue.json'))).toEqual(before);
	});

	it.each([
		[['import'], 'name the files to import'],
		[['read', 'x'], "unknown command 'read'; there are: import, charities, decide"],
		[['import', 'x.csv', '--as', 'nobody'], 'there is no reader "nobody"'],
		[['import', '--url', 'https://example.org'], '--publisher'],
		[['import', 'x.csv', '--collected', 'soon'], '"soon" is not a date'],
		[['import', 'nowhere.csv'], 'there is no such file'],
		[['import', 'x', '--colected', '2026'], '--colected']
	])('%j is told what is wrong', async (args, message) => {
		await expect(run(...args)).rejects.toThrow(message);
	});
});
