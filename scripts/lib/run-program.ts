/** Programs in processes of their own, which tests may kill. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { PROJECT } from './paths.ts';

/** Below the project, so that packages are found from there. */
const FOLDER = join(PROJECT, '.cache/programs');

/**
 * Runs a module that is given as text, which may import modules of the project by their paths, and
 * says how it ended: with which status, or by which signal. In one file, as a process that turns
 * each module into JavaScript by itself takes a second to start.
 */
export async function runProgram(
	source: string,
	args: readonly string[] = [],
	options: SpawnOptions = { stdio: 'inherit' }
): Promise<number | NodeJS.Signals | null> {
	mkdirSync(FOLDER, { recursive: true });
	const file = join(FOLDER, `${randomUUID()}.mjs`);
	buildSync({
		stdin: { contents: source, loader: 'ts', resolveDir: PROJECT },
		outfile: file,
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'esm'
	});
	try {
		return await new Promise((resolve, reject) => {
			spawn(process.execPath, [file, ...args], options)
				.once('error', reject)
				.once('exit', (status, signal) => {
					resolve(signal ?? status);
				});
		});
	} finally {
		rmSync(file, { force: true });
	}
}
