/** Which file of the project imports which, by any kind of import: types and workers too. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { filesBelow } from './files.ts';

/** The files that each file imports, as paths from the root. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The graph of the code files below some folders of `root`. Packages are left out. */
export function importGraph(root: string, folders: readonly string[]): ImportGraph {
	const files = folders
		.flatMap((folder) => filesBelow(root, folder))
		.filter((path) => /\.(ts|js|svelte)$/.test(path));
	return new Map(
		files.map((path) => [path, importsIn(path, readFileSync(join(root, path), 'utf8'), root)])
	);
}

/** Files are named with their endings here, so nothing has to be guessed but the alias `$lib`. */
function importsIn(path: string, text: string, root: string): string[] {
	const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
	const workers = [...code.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g)];
	return [
		...ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName),
		...workers.map((match) => match[1] ?? '')
	]
		.filter((name) => name.startsWith('.') || name.startsWith('$lib/'))
		.map((name) =>
			name.startsWith('$lib/')
				? `src/lib/${name.slice('$lib/'.length)}`
				: posix.join(posix.dirname(path), name)
		)
		.map((name) => name.split('?', 1)[0] ?? '')
		.filter((name) => existsSync(join(root, name)));
}

const scriptsOf = (svelte: string): string =>
	[...svelte.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');

/** Circles of imports, one a set of files that lead back to each other; none where all is well. */
export function circlesIn(graph: ImportGraph): string[][] {
	const circles: string[][] = [];
	const done = new Set<string>();
	const way: string[] = [];
	const onWay = new Set<string>();
	const visit = (path: string): void => {
		if (onWay.has(path)) circles.push([...way.slice(way.indexOf(path)), path]);
		if (done.has(path) || onWay.has(path)) return;
		way.push(path);
		onWay.add(path);
		for (const next of graph.get(path) ?? []) visit(next);
		way.pop();
		onWay.delete(path);
		done.add(path);
	};
	for (const path of graph.keys()) visit(path);
	return circles;
}
