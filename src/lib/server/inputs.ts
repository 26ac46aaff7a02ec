/** What was read of a folder of facts, and the hashes that tell whether it still is the same. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256 by path of what was read; null is a file that was looked for and not there. What was read
 * of the catalogue has a path of its own: "catalogue.json#pharmacies" is that entry.
 */
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

export const CATALOGUE = 'catalogue.json';

/** The path of a dataset's entry in the catalogue, or of the list of those with a table below a folder ("assets/"). */
export const inCatalogue = (what: string): string => `${CATALOGUE}#${what}`;

interface Entry {
	id: string;
	table?: { file: string } | undefined;
}

/** Ids of the datasets whose table is below a folder ("assets/"), in the order of the catalogue. */
export const idsBelow = (entries: readonly Entry[], folder: string): string[] =>
	entries.flatMap(({ id, table }) => (table?.file.startsWith(folder) ? [id] : []));

/** Gives the hash of a part of the catalogue, as it is in a file; null where it has no such entry. */
export function hashInCatalogue(file: string): (path: string) => string | null {
	const { datasets } = JSON.parse(file) as { datasets: Entry[] };
	const entries = new Map(datasets.map((entry) => [entry.id, entry]));
	return (path) => {
		const what = path.slice(inCatalogue('').length);
		if (what.endsWith('/')) return sha256(JSON.stringify(idsBelow(datasets, what)));
		const entry = entries.get(what);
		return entry ? sha256(JSON.stringify(entry)) : null;
	};
}

/** Gives the hash of an input below a folder, read once; null where there is none. */
export function hashOfInput(folder: string): (path: string) => string | null {
	const known = new Map<string, string | null>();
	let catalogue: ((path: string) => string | null) | undefined;
	const hashNow = (path: string) => {
		if (!path.startsWith(inCatalogue(''))) return hashOfFile(join(folder, path));
		catalogue ??= hashInCatalogue(readFileSync(join(folder, CATALOGUE), 'utf8'));
		return catalogue(path);
	};
	return (path) => {
		const hash = known.get(path);
		if (hash !== undefined) return hash;
		const now = hashNow(path);
		known.set(path, now);
		return now;
	};
}
