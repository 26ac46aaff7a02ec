import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/lib/server/inputs.ts';
import { GEODATA } from '../lib/paths.ts';
import { checkFigures } from './command.ts';
import { columnsOfPacks } from './published.ts';

const made: string[] = [];

/** A copy of `geodata/` (its big files by reference), with some files changed, as a refresh would. */
function changed(changes: Record<string, (text: string) => string>): string {
	const folder = mkdtempSync(join(tmpdir(), 'geodata-'));
	made.push(folder);
	for (const name of readdirSync(GEODATA)) {
		if (name === 'tables') continue;
		if (name === 'assets' || name === 'boundaries')
			symlinkSync(join(GEODATA, name), join(folder, name));
		else cpSync(join(GEODATA, name), join(folder, name), { recursive: true });
	}
	mkdirSync(join(folder, 'tables'));
	for (const name of readdirSync(join(GEODATA, 'tables'))) {
		symlinkSync(join(GEODATA, 'tables', name), join(folder, 'tables', name));
	}
	for (const [path, change] of Object.entries(changes)) {
		const text = readFileSync(join(folder, path), 'utf8');
		const next = change(text);
		if (next === text) throw new Error(`${path} was not changed`);
		// A link is replaced, not what it points at.
		rmSync(join(folder, path));
		writeFileSync(join(folder, path), next);
		const catalogue = join(folder, 'catalogue.json');
		const described = readFileSync(catalogue, 'utf8').replace(sha256(text), sha256(next));
		writeFileSync(catalogue, described);
	}
	return folder;
}

afterEach(() => {
	for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('check:figures', () => {
	// That it ends with 0 on the facts as they are is a step of its own in `npm test`.
	it('ends with 1 where a total is wrong or levels are not held back, and names both', async () => {
		const geodata = changed({
			'tables/published-charities-by-district.csv': (text) => text.replace(',515,', ',516,'),
			'catalogue.json': (text) => text.replace(/"use": "differences-only",/, '')
		});
		const { code, output } = await checkFigures(['--geodata', geodata], {
			published: columnsOfPacks
		});
		expect(code).toBe(1);
		const lines = output.replace(/\s+/g, ' ');
		expect(lines).toContain("2 don't: charities-rows");
		expect(lines).toContain('life-expectancy-gate');
		expect(lines).toContain('2,849');
	});

	it('ends with 2 and one line where the input can’t be read', async () => {
		const missing = await checkFigures(['--geodata', join(tmpdir(), 'no-such-geodata')]);
		expect(missing).toMatchObject({ code: 2, output: '' });
		expect(missing.error.trimEnd().split('\n')).toHaveLength(1);

		const geodata = changed({
			'checks/england.json': (text) => text.replace('"format": 1', '"format": 2')
		});
		const { code, error } = await checkFigures(['--geodata', geodata]);
		expect(code).toBe(2);
		expect(error).toContain('checks/england.json, format');
	});

	it.each([
		[['--format', 'xml'], /'--format <format>' argument 'xml' is invalid.*text, json/],
		[['--fast'], /unknown option '--fast'\. For help: npm run -s check:figures -- --help/]
	])('refuses %j in one line, before anything is prepared', async (args, message) => {
		const prepare = () => Promise.reject(new Error('prepared'));
		const { code, output, error } = await checkFigures(args, { prepare });
		expect({ code, output }).toEqual({ code: 2, output: '' });
		expect(error).toMatch(message);
	});
});
