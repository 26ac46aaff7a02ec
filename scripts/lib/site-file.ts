/** Which file of a folder a path of an address means. Only plain files below the folder, as they are now. */
import { lstatSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file by its path from the folder, where to go instead, or why there is nothing. */
export type Found =
	| { file: string }
	| { redirect: string }
	| { missing: 'malformed' | 'not there' };

/**
 * Whether a path from `root`, with `/`, is a plain file that can be reached without a symlink. What
 * leads out of the folder, or round in it, isn't. It is asked several times for each answer, and at
 * once: to have another thread ask a disk of this machine, and wait, costs seven times as much.
 */
export function isPlainFile(root: string, path: string): boolean {
	try {
		const file = join(root, path);
		if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
		const real = relative(realpathSync.native(root), realpathSync.native(file));
		return real.split(sep).join('/') === path;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(code ?? '')) return false;
		throw error;
	}
}

/** Parts of a path, decoded; null where it is no path that a browser would ask for. */
function partsOf(path: string): string[] | null {
	if (!path.startsWith('/')) return null;
	try {
		const parts = path.slice(1).split('/').map(decodeURIComponent);
		// A slash that was encoded, or what no name holds: control characters and backslashes.
		// eslint-disable-next-line no-control-regex -- they are what is looked for
		return parts.some((part) => /[\u0000-\u001f\u007f/\\]/.test(part)) ? null : parts;
	} catch {
		return null;
	}
}

/**
 * What is at a path ("/a/b", as it stands in an address, without a query). Pages link to each other
 * relatively, so that `/a` and `/a/` are not the same to them: each page has one address, and the
 * other redirects to it. Files and folders that begin with a dot are not there. Throws where the
 * disk can't be read.
 */
export function findFile(root: string, path: string): Found {
	const parts = partsOf(path);
	if (parts === null) return { missing: 'malformed' };
	const isFolder = parts.at(-1) === '';
	const names = isFolder ? parts.slice(0, -1) : parts;
	if (names.some((name) => name === '' || name.startsWith('.'))) return { missing: 'not there' };
	const bare = names.join('/');
	const index = bare === '' ? 'index.html' : `${bare}/index.html`;
	const is = (file: string) => isPlainFile(root, file);
	if (isFolder) {
		if (is(index)) return { file: index };
		if (bare !== '' && is(`${bare}.html`)) return { redirect: path.slice(0, -1) };
		return { missing: 'not there' };
	}
	if (is(bare)) return { file: bare };
	if (is(`${bare}.html`)) return { file: `${bare}.html` };
	if (is(index)) return { redirect: `${path}/` };
	return { missing: 'not there' };
}
