import { spawnSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../lib/paths.ts';
import { refreshCommand } from './command.ts';

const DOCUMENTS = [
	'title,document_id,publisher,date,area',
	'A plan,plan,Anytown ICB,2024,Anytown',
	'"A needs ""assessment""",needs,Anytown Council,2023,Anytown',
	'Third,third,Anytown Council,2023,Anytown',
	'Fourth,fourth,Anytown Council,2023,Anytown',
	'Fifth,fifth,Anytown Council,2023,Anytown'
];

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'refresh-cli-'));
	mkdirSync(join(root, 'geodata'));
	mkdirSync(join(root, 'sources/published'), { recursive: true });
	cpSync(join(PROJECT, 'geodata/catalogue.json'), join(root, 'geodata/catalogue.json'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The options that have the command read some documents. */
function reading(lines: string[]): string[] {
	writeFileSync(join(root, 'sources/published/documents.csv'), lines.join('\n') + '\n');
	return ['--from', join(root, 'sources'), '--geodata', join(root, 'geodata')];
}
const ONLY = ['--only', 'published-documents'];

async function run(...args: string[]): Promise<string[]> {
	const lines: string[] = [];
	await refreshCommand(args, (line) => lines.push(line));
	return lines;
}

describe('npm run refresh', () => {
	it('writes, says what changed, and changes nothing the second time', async () => {
		const first = await run(...reading(DOCUMENTS), ...ONLY);
		expect(first).toContain('changed: tables/published-documents.csv');
		expect(await run(...reading(DOCUMENTS), ...ONLY)).toContain('geodata is as it was');
	});

	it('refuses a table that lacks rows of this release', async () => {
		await expect(run(...reading(DOCUMENTS.slice(0, 5)), ...ONLY)).rejects.toThrow(
			/^published\/documents\.csv: has 4 rows, this release has 5; .*docs\/replace-a-table\.md/
		);
	});

	// In a process of its own, as people type it: the first table is read, the other is not there.
	it('fails with one line on stderr and status 2, and writes nothing', () => {
		const before = readFileSync(join(root, 'geodata/catalogue.json'));
		const tsx = join(PROJECT, 'node_modules/tsx/dist/cli.mjs');
		const failed = spawnSync(
			process.execPath,
			[
				...[tsx, join(PROJECT, 'scripts/refresh/cli.ts'), ...reading(DOCUMENTS)],
				...['--only', 'published-documents,published-plan-actions']
			],
			{ encoding: 'utf8' }
		);
		expect(failed.status).toBe(2);
		expect(failed.stdout).toBe('published-documents: 5 rows\n');
		expect(failed.stderr.trim().split('\n')).toHaveLength(1);
		expect(failed.stderr).toMatch(/^refresh: published\/\S+\.csv: /);
		expect(readdirSync(join(root, 'geodata'))).toEqual(['catalogue.json']);
		expect(readFileSync(join(root, 'geodata/catalogue.json'))).toEqual(before);
	});

	it('says in one line how it is to be called', async () => {
		await expect(run(...reading(DOCUMENTS), '--frm', 'x')).rejects.toThrow(
			/^unknown option '--frm'.*For help: npm run -s refresh -- --help$/
		);
	});
});
