import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { oneFile } from './one-file.ts';
import { PROJECT } from './paths.ts';

it('is all that a module imports, finds the project, and goes when it is no longer needed', async () => {
	const { path, remove } = oneFile({ entry: 'scripts/lib/paths.ts' });
	try {
		const made = (await import(pathToFileURL(path).href)) as { PROJECT: string };
		expect(made.PROJECT).toBe(PROJECT);
	} finally {
		remove();
	}
	expect(existsSync(path)).toBe(false);
});
