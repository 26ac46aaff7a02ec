/** Makes the bare map page that the site is measured against, in `.cache/bare/`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { BoundariesPart } from '../../src/lib/geometry/parts.ts';
import { filesBelow } from '../lib/files.ts';
import { PROJECT } from '../lib/paths.ts';
import { readPart } from '../lib/read-part.ts';

/** A file of the bare page that is MapLibre's own: its main part or its worker. */
export const isMapLibre = (path: string) => /\/maplibre[^/]*\.m?js$/.test(path);

/** Points of one kind: longitude and latitude of each. */
export type BarePoints = [number, number][];

/**
 * Bundles the bare page with the boundaries in `areasFile` and with points, a list for each kind;
 * returns the folder to serve.
 */
export async function buildBarePage(
	areasFile: string,
	points: readonly BarePoints[]
): Promise<string> {
	const outDir = join(PROJECT, '.cache', 'bare');
	await build({
		root: fileURLToPath(new URL('bare', import.meta.url)),
		base: './',
		configFile: false,
		logLevel: 'warn',
		worker: { format: 'es' },
		build: {
			outDir,
			emptyOutDir: true,
			target: 'es2022',
			chunkSizeWarningLimit: 1200,
			rollupOptions: {
				output: {
					// MapLibre in a file of its own, so that its bytes can be told from the page's.
					manualChunks: (id) => (id.includes('node_modules/maplibre-gl') ? 'maplibre' : null)
				}
			}
		}
	});
	const { topology } = readPart<BoundariesPart>(areasFile);
	writeFileSync(join(outDir, 'areas.json'), JSON.stringify(topology));
	writeFileSync(join(outDir, 'points.json'), JSON.stringify(points));
	for (const path of filesBelow(outDir)) {
		const file = join(outDir, path);
		writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
	}
	return outDir;
}
