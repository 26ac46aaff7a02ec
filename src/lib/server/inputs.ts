/** What was read of a folder of facts, and the hashes that tell whether it still is the same. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** SHA-256 by path of what was read; null is a file that was looked for and not there. */
export type Inputs = Readonly<Record<string, string | null>>;

export const sha256 = (bytes: Uint8Array | string): string =>
	createHash('sha256').update(bytes).digest('hex');

/** One hash for several files: of the sorted lines "hash, two blanks, name". */
export function hashOfHashes(files: readonly (readonly [name: string, sha256: string])[]): string {
	const lines = files.map(([name, hash]) => `${hash}  ${name}`).sort();
	return sha256(lines.join('\n') + '\n');
}

/** The hash of a file; null where it can't be read. */
export function hashOfFile(path: string): string | null {
	try {
		return statSync(path).isFile() ? sha256(readFileSync(path)) : null;
	} catch {
		return null;
	}
}

/** Gives the hash of a file below a folder, read once; null where there is none. */
export function hashOfInput(folder: string): (path: string) => string | null {
	const known = new Map<string, string | null>();
	return (path) => {
		const hash = known.get(path);
		if (hash !== undefined) return hash;
		const now = hashOfFile(join(folder, path));
		known.set(path, now);
		return now;
	};
}
