/** Programs in processes of their own, which tests may kill. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { oneFile } from './one-file.ts';

/**
 * Runs a module that is given as text, which may import modules of the project by their paths, and
 * says how it ended: with which status, or by which signal.
 */
export async function runProgram(
	source: string,
	args: readonly string[] = [],
	options: SpawnOptions = { stdio: 'inherit' }
): Promise<number | NodeJS.Signals | null> {
	const { path, remove } = oneFile({ text: source });
	try {
		return await new Promise((resolve, reject) => {
			spawn(process.execPath, [path, ...args], options)
				.once('error', reject)
				.once('exit', (status, signal) => {
					resolve(signal ?? status);
				});
		});
	} finally {
		remove();
	}
}
