import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NATIONAL_STAGES, REGION_ENTRY } from '../build/stages.ts';
import { codeBehind, codeHash } from './code-hash.ts';

let root: string;
const write = (path: string, text: string) => {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
};

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'code-'));
	write(
		'a.ts',
		"import { b } from './b.ts';\nimport type { T } from './types.ts';\nexport const a: T = b;"
	);
	write('b.ts', "import KDBush from 'kdbush';\nexport const b = new KDBush(1);");
	write('types.ts', 'export type T = unknown;');
	write('page.ts', 'export const page = 1;');
	lock('4.1.0', '1.0.0');
});
afterEach(() => rmSync(root, { recursive: true }));

const lock = (kdbush: string, inner: string) =>
	write(
		'package-lock.json',
		JSON.stringify({
			packages: {
				'': {},
				'node_modules/kdbush': { version: kdbush, dependencies: { inner: '*' } },
				'node_modules/inner': { version: inner },
				'node_modules/other': { version: inner }
			}
		})
	);

describe('the code behind an entry', () => {
	it('is every file that it reaches, and every package', async () => {
		expect(await codeBehind('a.ts', root)).toEqual({
			files: ['a.ts', 'b.ts'],
			packages: ['inner@1.0.0', 'kdbush@4.1.0']
		});
	});

	it('has another hash when one of them changes, and no other when anything else does', async () => {
		const before = await codeHash('a.ts', root);
		write('page.ts', 'export const page = 2;');
		write('types.ts', 'export type T = object;');
		expect(await codeHash('a.ts', root)).toBe(before);
		write('b.ts', "import KDBush from 'kdbush';\nexport const b = new KDBush(2);");
		const after = await codeHash('a.ts', root);
		expect(after).not.toBe(before);
		lock('4.1.0', '1.0.1');
		expect(await codeHash('a.ts', root)).not.toBe(after);
	});

	it('of a stage of the build has no page, component or map engine in it', async () => {
		for (const entry of [REGION_ENTRY, ...NATIONAL_STAGES.map((stage) => stage.entry)]) {
			const { files } = await codeBehind(entry);
			expect(files).toContain(entry);
			expect(files.filter((file) => /\.svelte|src\/routes|area-map/.test(file))).toEqual([]);
		}
	});
});
