/**
 * Packages that come within another: some are published bundled, with code of others in their own
 * files, where no bundler sees them any more. Source maps tell of most, and comments that bundlers
 * leave of some.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What neither tells of, by the package that holds a copy of it. */
const COPIES: Readonly<Record<string, readonly string[]>> = {
	'csv-stringify': ['lodash'],
	'd3-array': ['quickselect'],
	// What its WebAssembly was built of; the orderings of HiGHS's newer solver are not in it.
	highs: ['emscripten', 'filereaderlp', 'musl', 'pdqsort'],
	jszip: ['immediate', 'lie', 'pako', 'setimmediate'],
	'mjolnir.js': ['hammerjs'],
	'read-excel-file': ['saxen'],
	// SQLite itself belongs to everybody.
	'sql.js': ['emscripten', 'musl']
};

/** Licences of packages that aren't installed, or come without their text; the first line is its name. */
const TEXTS = new URL('./licence-texts/', import.meta.url);

/** The folder of the package that a file is in ("…/node_modules/name"), and its name. */
export function packageOf(path: string): { folder: string; name: string } {
	const [folder = '', name = ''] =
		/^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path.replaceAll('\\', '/')) ?? [];
	return { folder, name };
}

/** The packages that the source maps in a folder name, without those of the folders in it. */
export function namedInMaps(folder: string): string[] {
	const names = readdirSync(folder)
		.filter((file) => file.endsWith('.map'))
		.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { sources?: string[] })
		.flatMap(({ sources = [] }) => sources)
		.flatMap((source) => [...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)])
		.map(([, name = '']) => name);
	return [...new Set(names)];
}

/** The packages that a bundler's comments in a file name, such as "// node_modules/name/index.js". */
export function namedInCode(file: string): string[] {
	if (!/\.[cm]?js$/.test(file) || !existsSync(file)) return [];
	const code = readFileSync(file, 'utf8');
	const named = code.matchAll(/^\/\/(?:#region)? ?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm);
	return [...new Set([...named].map(([, name = '']) => name))];
}

/** The packages within others, by the folders of those, for the files of a bundle. */
export function carriedIn(files: readonly string[]): Map<string, Set<string>> {
	const carried = new Map<string, Set<string>>();
	const add = (folder: string, name: string, others: readonly string[]) => {
		const names = carried.get(folder) ?? new Set(COPIES[name]);
		for (const other of others) if (other !== name) names.add(other);
		carried.set(folder, names);
	};
	for (const path of new Set(files.map((file) => dirname(file)))) {
		const { folder, name } = packageOf(`${path}/`);
		add(folder, name, namedInMaps(path));
	}
	for (const file of files) {
		const { folder, name } = packageOf(file);
		add(folder, name, namedInCode(file));
	}
	return carried;
}

/** Where a package is installed that one in a folder needs; null where it isn't. */
export function installed(name: string, folder: string): string | null {
	const found = join(folder, 'node_modules', name);
	if (existsSync(join(found, 'package.json'))) return found;
	return dirname(folder) === folder ? null : installed(name, dirname(folder));
}

/** The licence and its text that we hold of a package; null where we hold none. */
export function heldText(name: string): { licence: string; text: string } | null {
	const path = new URL(`${name.replace('/', '__')}.txt`, TEXTS);
	if (!existsSync(path)) return null;
	const [licence = '', ...lines] = readFileSync(path, 'utf8').split('\n');
	return { licence, text: lines.join('\n').trim() };
}
