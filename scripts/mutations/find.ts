/** Where a fault is to be put. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import type { Mutation } from './list.ts';

const CODE = /\.(ts|svelte)$/;
/** Tests, their fixtures, and the list itself. */
const NO_CODE = /(\.test\.ts|fixture\.ts)$|^scripts\/mutations\//;

/** The code below a project's folder, by path. */
export function readCode(root: string): Map<string, string> {
	const paths = ['src', 'scripts'].flatMap((folder) => filesBelow(root, folder));
	return new Map(
		paths
			.filter((path) => CODE.test(path) && !NO_CODE.test(path))
			.map((path) => [path, readFileSync(join(root, path), 'utf8')])
	);
}

/** The one file that holds the text of a fault, with the fault in it. Throws if there is not one. */
export function mutate(
	code: ReadonlyMap<string, string>,
	{ id, text, replacement }: Pick<Mutation, 'id' | 'text' | 'replacement'>
): { path: string; content: string } {
	const found = [...code].flatMap(([path, content]) =>
		Array.from({ length: content.split(text).length - 1 }, () => ({ path, content }))
	);
	const [only, ...others] = found;
	if (!only || others.length > 0) {
		const where = found.map(({ path }) => path).join(', ') || 'nowhere';
		throw new Error(`${id}: its text must stand once, and stands ${found.length} times: ${where}`);
	}
	// A function, as "$" in a text would mean something.
	return { path: only.path, content: only.content.replace(text, () => replacement) };
}
