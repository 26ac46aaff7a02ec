import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { circlesIn, importGraph } from './import-graph.ts';
import { PROJECT } from './paths.ts';

/** A folder of files, for the length of a test. */
function folderOf(files: Record<string, string>): string {
	const root = mkdtempSync(join(tmpdir(), 'imports-'));
	onTestFinished(() => rmSync(root, { recursive: true }));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

describe('the graph of imports', () => {
	it('has types, lazy imports, workers and what a component imports', () => {
		const root = folderOf({
			'src/lib/a.ts': "import type { B } from './b.ts';\nconst c = () => import('./c.ts');",
			'src/lib/b.ts': "new Worker(new URL('./c.ts', import.meta.url));",
			'src/lib/c.ts': "export { x } from '../page.svelte';\nimport 'package';",
			'src/page.svelte':
				'<script lang="ts">\nimport { a } from \'$lib/a.ts\';\n</script>\n<p>import</p>'
		});
		const graph = importGraph(root, ['src']);
		expect(Object.fromEntries(graph)).toEqual({
			'src/lib/a.ts': ['src/lib/b.ts', 'src/lib/c.ts'],
			'src/lib/b.ts': ['src/lib/c.ts'],
			'src/lib/c.ts': ['src/page.svelte'],
			'src/page.svelte': ['src/lib/a.ts']
		});
		expect(circlesIn(graph)[0]).toEqual([
			'src/lib/a.ts',
			'src/lib/b.ts',
			'src/lib/c.ts',
			'src/page.svelte',
			'src/lib/a.ts'
		]);
	});
});

describe('this project', () => {
	const graph = importGraph(PROJECT, ['src', 'scripts', 'tests']);

	it('is read as a whole', () => {
		expect(graph.size).toBeGreaterThan(500);
		expect([...graph.values()].flat().length).toBeGreaterThan(2000);
	});

	it('has no circle of imports', () => {
		expect(circlesIn(graph)).toEqual([]);
	});
});
