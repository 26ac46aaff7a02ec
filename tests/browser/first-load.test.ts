/**
 * How much script the map page needs before it can draw: what its head names, the engine with it.
 * What opens later comes later, by `import()`; this notices what slips in by way of an import that
 * looks harmless.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';

/** Kilobytes in gzip; the map engine and what drives it are 298 of them. */
const MOST = 451;

test('the scripts that the map waits for stay small', async () => {
	const folder = join(PROJECT, 'build', REGION);
	const html = await readFile(join(folder, 'index.html'), 'utf8');
	const named = [...html.matchAll(/<link href="([^"]+\.js)" rel="modulepreload">/g)];
	const scripts = await Promise.all(
		[...new Set(named.flatMap(([, href]) => href ?? []))].map(async (href) => {
			const code = await readFile(join(folder, href));
			return { href, kilobytes: gzipSync(code).length / 1000, raw: code.length };
		})
	);
	// The engine among them: else the page would have been read wrongly.
	expect(Math.max(...scripts.map(({ raw }) => raw))).toBeGreaterThan(1e6);
	const sum = scripts.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
	const listed = scripts
		.sort((a, b) => b.kilobytes - a.kilobytes)
		.map(({ href, kilobytes }) => `${kilobytes.toFixed(1)} kB ${href}`);
	expect(sum, listed.join('\n')).toBeLessThan(MOST);
});
