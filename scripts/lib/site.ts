/**
 * Is `build/` the site that the sources describe? A stamp beside it, `.cache/build.json`, holds a
 * hash of what went in and of what came out. Hashes, not dates: a fresh clone or a switched branch
 * has dates that say nothing.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';
import { PROJECT } from './paths.ts';

/** Everything that the built site depends on, below the project's folder. */
const INPUTS = [
	'src',
	'static',
	'geodata',
	'scripts/build',
	'scripts/check-figures',
	'scripts/lib',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

interface Stamp {
	inputs: string;
	output: string;
}

/** A hash of the content of every input. Packs are made by the build, and tests aren't in it. */
function hashInputs(root: string): string {
	const hash = createHash('sha256');
	for (const path of INPUTS.flatMap((input) => filesBelow(root, input))) {
		if (/^static\/(packs|data)\//.test(path) || path.endsWith('.test.ts')) continue;
		const content = createHash('sha256').update(readFileSync(join(root, path)));
		hash.update(`${path}\0${content.digest('hex')}\n`);
	}
	return hash.digest('hex');
}

/** A cheap hash of `build/`, by name, size and date: was it written by anything else since? */
function hashOutput(root: string): string {
	const hash = createHash('sha256');
	for (const path of filesBelow(root, 'build')) {
		const { size, mtimeMs } = statSync(join(root, path));
		hash.update(`${path}\0${size}\0${mtimeMs}\n`);
	}
	return hash.digest('hex');
}

const stampPath = (root: string) => join(root, '.cache', 'build.json');

function readStamp(root: string): Stamp | null {
	try {
		return JSON.parse(readFileSync(stampPath(root), 'utf8')) as Stamp;
	} catch {
		return null; // missing or spoilt: the same as never stamped
	}
}

/** Why the site must be built, as the start of a sentence; null when `build/` is up to date. */
export function reasonToBuild(root = PROJECT): string | null {
	if (!existsSync(join(root, 'build', 'index.html'))) return 'There is no built site yet';
	const stamp = readStamp(root);
	if (stamp?.output !== hashOutput(root)) return 'The built site was made by something else';
	if (stamp.inputs !== hashInputs(root)) return 'The sources changed since the site was built';
	return null;
}

/** Runs `npm run build` in `root`, its output shown; true when it succeeded. */
function npmRunBuild(root: string): boolean {
	const shell = process.platform === 'win32';
	return spawnSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit', shell }).status === 0;
}

/**
 * Builds the site and stamps it; true when that succeeded. The inputs are hashed before, so that a
 * file saved during the build makes the next start build again. `run` is there for the tests.
 */
export function buildSite(root = PROJECT, run: (root: string) => boolean = npmRunBuild): boolean {
	const inputs = hashInputs(root);
	if (!run(root)) return false;
	mkdirSync(join(root, '.cache'), { recursive: true });
	const stamp: Stamp = { inputs, output: hashOutput(root) };
	writeFileSync(stampPath(root), JSON.stringify(stamp));
	return true;
}

/** Builds the site where it is missing or out of date. Throws one line when the build fails. */
export function ensureBuilt(): void {
	const reason = reasonToBuild();
	if (reason === null) return;
	console.log(`${reason}: building it.`);
	if (!buildSite()) throw new Error('The build failed; its messages are above.');
}
