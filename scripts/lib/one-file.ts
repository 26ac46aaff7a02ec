/**
 * A module of ours and all that it imports of ours as one file of JavaScript: a process or worker
 * that turns each module into JavaScript by itself takes more than a second to start.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { PROJECT } from './paths.ts';

/**
 * Below the project, so that packages are found from there, and as deep as `scripts/lib`, from
 * where `paths.ts` finds the project.
 */
const FOLDER = join(PROJECT, '.cache/programs');

export interface OneFile {
	path: string;
	/** Takes it away when nobody needs it any more. */
	remove: () => void;
}

/** Makes the file of a module, which is named by its path from the project or given as text. */
export function oneFile(of: { entry: string } | { text: string }): OneFile {
	mkdirSync(FOLDER, { recursive: true });
	const path = join(FOLDER, `${randomUUID()}.mjs`);
	buildSync({
		...('entry' in of
			? { entryPoints: [of.entry] }
			: { stdin: { contents: of.text, loader: 'ts', resolveDir: PROJECT } }),
		absWorkingDir: PROJECT,
		outfile: path,
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'esm',
		logLevel: 'silent',
		// The project's own settings are for its checks, and are there only after a first one.
		tsconfigRaw: '{}'
	});
	return { path, remove: () => rmSync(path, { force: true }) };
}
