import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';

let folder = '';
const file = (name: string, text: string) => {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
};
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'access-'));
	file('costs.csv', 'demand_id,site_id,cost\na,x,10\na,y,40\nb,x,30\nb,y,20\nc,x,31\nc,y,31\n');
	file('demand.csv', 'demand_id,weight\na,100\nb,300\nc,50\n');
	file('supply.csv', 'supply,site_id\n2,x\n3,y\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...options: string[]) =>
	analyse([
		'access',
		...['costs', 'demand', 'supply'].flatMap((name) => [`--${name}`, join(folder, `${name}.csv`)]),
		...options
	]);

describe('analyse access', () => {
	it('prints access by origin, 0 where nothing is in reach', async () => {
		const { code, output } = await run('--method', '2sfca', '--threshold', '30');
		expect(code).toBe(0);
		expect(output).toBe(`demand_id,access\na,0.005\nb,${2 / 400 + 3 / 300}\nc,0\n`);
	});

	it('weighs by steps, those of Luo and Qi unless told otherwise', async () => {
		const { output } = await run('--method', 'e2sfca', '--format', 'json');
		const rows = JSON.parse(output) as { demand_id: string; access: number }[];
		const ratio = 2 / (100 + 300 * 0.22);
		expect(rows[0]?.access).toBeCloseTo(ratio, 12);
		expect(rows[1]?.access).toBeCloseTo(0.22 * ratio + 0.68 * (3 / (300 * 0.68)), 12);
		const own = await run('--method', 'e2sfca', '--weights', '30:1', '--threshold', '30');
		expect(own.output).toBe((await run('--threshold', '30')).output);
		const cut = await run('--method', 'e2sfca', '--threshold', '15');
		expect(cut.output).toBe('demand_id,access\na,0.02\nb,0\nc,0\n');
	});

	it.each([
		['costs', 'demand_id,site_id\na,x\n', 'costs-bad.csv, row 1: there is no column "cost"'],
		['costs', 'demand_id,site_id,cost\na,x,near\n', 'costs-bad.csv, row 2, column cost: "near"'],
		[
			'costs',
			'demand_id,site_id,cost\na,x,1\nz,x,1\n',
			'costs-bad.csv, row 3, column demand_id: "z"'
		],
		['costs', 'demand_id,site_id,cost\na,q,1\n', 'costs-bad.csv, row 2, column site_id: "q"'],
		['costs', 'demand_id,site_id,cost\na,x,1\na,x,2\n', 'costs-bad.csv, row 3, column site_id'],
		['demand', 'demand_id,weight\na,-1\n', 'demand-bad.csv, row 2, column weight: "-1"'],
		[
			'supply',
			'site_id,supply\nx,1\nx,2\n',
			'supply-bad.csv, row 3, column site_id: "x" stands twice'
		]
	])('names file, row and column of what is wrong in %s', async (name, text, message) => {
		const bad = file(`${name}-bad.csv`, text);
		const others = ['costs', 'demand', 'supply'].filter((one) => one !== name);
		const { code, output, error } = await analyse([
			'access',
			`--${name}`,
			bad,
			...others.flatMap((one) => [`--${one}`, join(folder, `${one}.csv`)]),
			'--threshold',
			'30'
		]);
		expect(code).toBe(2);
		expect(output).toBe('');
		expect(error.trimEnd().split('\n')).toHaveLength(1);
		expect(error).toContain(message);
	});

	it.each([
		[['--threshold', 'far'], '--threshold takes'],
		[['--method', '3sfca', '--threshold', '30'], 'there are: 2sfca, e2sfca'],
		[[], '--threshold is missing'],
		[['--method', 'e2sfca', '--weights', '10=1'], '--weights takes'],
		[['--weights', '10:1', '--threshold', '30'], 'e2sfca alone'],
		[['--fast'], '--fast']
	])('refuses %j', async (options, message) => {
		const { code, error } = await run(...options);
		expect(code).toBe(2);
		expect(error).toContain(message);
	});
});
