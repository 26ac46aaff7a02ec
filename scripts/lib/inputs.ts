/** The hashes of facts as they are now. */
import { join } from 'node:path';
import { hashOfFile } from './stage-cache.ts';

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
