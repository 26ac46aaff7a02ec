/** The figures of the files that the built site offers: the tables and the register of each region. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { figuresOf } from './files.ts';
import type { FigureRow } from './row.ts';

/**
 * What readers and other programs take. The parts of a pack are the site's own, in a form that may
 * change from one build to the next; what they hold is read on the pages.
 */
const OFFERED = /^(assets-template\.csv|packs\/[^/]+\/downloads\/.*|data\/openreferral\/.*)$/;
const READABLE = /\.(csv|json|geojson)$/;

/** The figures of every file that the site in the folder `build` offers. */
export function* siteFigures(build: string): Generator<FigureRow[]> {
	for (const path of filesBelow(build)) {
		if (!OFFERED.test(path) || !READABLE.test(path)) continue;
		const text = readFileSync(join(build, path), 'utf8');
		yield figuresOf({ path: `/${path}`, name: '', source: 'file', text });
	}
}
