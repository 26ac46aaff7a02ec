import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
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
	cpSync(join(project, 'geodata/catalogue.json'), join(root, 'geodata/catalogue.json'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function run(lines: string[], ...more: string[]) {
	writeFileSync(join(root, 'sources/published/documents.csv'), lines.join('\n') + '\n');
	const tsx = join(project, 'node_modules/tsx/dist/cli.mjs');
	const args = ['--from', join(root, 'sources'), '--geodata', join(root, 'geodata')];
	return spawnSync(
		process.execPath,
		[tsx, join(project, 'scripts/refresh/cli.ts'), ...args, ...more],
		{ encoding: 'utf8' }
	);
}

describe('npm run refresh', () => {
	it('writes, says what changed, and changes nothing the second time', () => {
		const first = run(DOCUMENTS, '--only', 'published-documents');
		expect(first.stderr).toBe('');
		expect(first.status).toBe(0);
		expect(first.stdout).toContain('changed: tables/published-documents.csv');
		const again = run(DOCUMENTS, '--only', 'published-documents');
		expect(again.stdout).toContain('geodata is as it was');
	});

	it('fails with one line on stderr and status 2, and writes nothing', () => {
		const before = readFileSync(join(root, 'geodata/catalogue.json'));
		const failed = run(DOCUMENTS.slice(0, 5), '--only', 'published-documents');
		expect(failed.status).toBe(2);
		expect(failed.stderr.trim().split('\n')).toHaveLength(1);
		expect(failed.stderr).toMatch(
			/^refresh: published\/documents\.csv: has 4 rows, this release has 5; .*docs\/replace-a-table\.md/
		);
		expect(readFileSync(join(root, 'geodata/catalogue.json'))).toEqual(before);
	});

	it('says in one line how it is to be called', () => {
		const failed = run(DOCUMENTS, '--frm', 'x');
		expect(failed.status).toBe(2);
		expect(failed.stderr.trim().split('\n')).toHaveLength(1);
		expect(failed.stderr).toContain('--frm');
	});
});
