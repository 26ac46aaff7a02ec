/**
 * A hash of the code behind an entry file: of every file of ours that it imports, however far,
 * and of the versions of the packages that those name. A file that the entry doesn't reach (a
 * page, a test) does not change it; types don't either, as they leave nothing behind.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from './paths.ts';

interface Lock {
	packages: Record<
		string,
		{ version?: string; dependencies?: Record<string, string>; optionalDependencies?: object }
	>;
}

export interface Code {
	/** Paths from the project's folder, sorted. */
	files: string[];
	/** Name and version of every package, sorted: "kdbush@4.1.0". */
	packages: string[];
}

/** What an entry is made of. Throws where an import can't be found. */
export async function codeBehind(entry: string, project: string = PROJECT): Promise<Code> {
	const { metafile } = await build({
		entryPoints: [entry],
		absWorkingDir: project,
		bundle: true,
		write: false,
		metafile: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'silent',
		// The project's own settings are for its checks, and are there only after a first one.
		tsconfigRaw: '{}',
		outdir: 'unused'
	});
	const named = Object.values(metafile.inputs).flatMap(({ imports }) =>
		imports.flatMap(({ path, external }) => (external ? [packageOf(path)] : []))
	);
	return {
		files: Object.keys(metafile.inputs).sort(),
		packages: versions(named, project)
	};
}

/** One hash of it all, and of the version of Node that runs it. */
export async function codeHash(entry: string, project: string = PROJECT): Promise<string> {
	const { files, packages } = await codeBehind(entry, project);
	const hash = createHash('sha256').update(process.version);
	for (const file of files) {
		const content = createHash('sha256').update(readFileSync(join(project, file)));
		hash.update(`\n${file}\0${content.digest('hex')}`);
	}
	for (const one of packages) hash.update(`\n${one}`);
	return hash.digest('hex');
}

/** "@turf/turf" of "@turf/turf/dist/x.js"; an import of Node's own is none. */
function packageOf(path: string): string {
	const [first = '', second = ''] = path.split('/');
	return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The packages and all that they need in turn, with the versions that the lock file holds. */
function versions(names: readonly string[], project: string): string[] {
	const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as Lock;
	const found = new Map<string, string>();
	const visit = (name: string, from: string): void => {
		// The nearest copy is the one that is loaded, as Node looks for it.
		const places = [`${from}/node_modules/${name}`, `node_modules/${name}`];
		const place = places.find((candidate) => Object.hasOwn(packages, candidate));
		if (place === undefined || found.has(place)) return;
		const { version = '', dependencies = {}, optionalDependencies = {} } = packages[place] ?? {};
		found.set(place, `${name}@${version}`);
		for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
			visit(needed, place);
		}
	};
	for (const name of names) visit(name, '');
	return [...new Set(found.values())].sort();
}
