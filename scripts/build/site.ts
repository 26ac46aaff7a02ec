/**
 * The built site, and whether it is the one that the sources describe. It is made in a folder of
 * its own and takes the place of the old one when it is whole, so that a build that is stopped
 * leaves what was there. A stamp beside it, `.cache/build.json`, holds a hash of what went in and
 * the list of what came out. Hashes, not dates: a fresh clone or a switched branch has dates that
 * say nothing.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { headersFile } from '../lib/headers.ts';
import { withLock } from '../lib/lock.ts';
import { PROJECT } from '../lib/paths.ts';
import { sha256 } from '../../src/lib/server/inputs.ts';
import { compressSite } from './compress.ts';
import { forgetLicences, writeLicences } from './licences.ts';
import { buildPacks, buildRegions } from './packs.ts';
import { sayOwner } from './owner-on-pages.ts';
import { preloadEngine } from './preload-engine.ts';

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

/** Where the pages are written before they take the place of `build/`. */
const NEXT = '.cache/site.new';
const STAMP = '.cache/build.json';
const LOCK = '.cache/build.lock';
/** Read by svelte.config.js. */
const FOLDER_VARIABLE = 'SITE_FOLDER';

export interface SiteRequest {
	/** Slugs of the regions; null is all there are, undefined the usual ones. */
	regions?: readonly string[] | null | undefined;
	/** Whether compressed copies are made, for a host that serves them. */
	compress: boolean;
	/** Told what is being done, in a line. */
	log: (line: string) => void;
}

interface Stamp {
	/** Hash of the sources. */
	inputs: string;
	/** As they were asked for: "all" and "usual" where none was named. */
	regions: readonly string[] | 'all' | 'usual';
	compressed: boolean;
	/** Size in bytes by path of every file of the site. */
	files: Record<string, number>;
}

/** A hash of the content of every input. Packs are made by the build, and tests aren't in it. */
function hashInputs(root: string): string {
	const hash = createHash('sha256');
	for (const path of INPUTS.flatMap((input) => filesBelow(root, input))) {
		if (/^static\/(packs|data)(\.new)?\//.test(path) || path.endsWith('.test.ts')) continue;
		hash.update(`${path}\0${sha256(readFileSync(join(root, path)))}\n`);
	}
	return hash.digest('hex');
}

const listed = (folder: string): Record<string, number> =>
	Object.fromEntries(filesBelow(folder).map((path) => [path, statSync(join(folder, path)).size]));

const asked = (regions: SiteWanted['regions']): Stamp['regions'] =>
	regions === null ? 'all' : (regions ?? 'usual');

function readStamp(root: string): Stamp | null {
	try {
		return JSON.parse(readFileSync(join(root, STAMP), 'utf8')) as Stamp;
	} catch {
		return null; // missing or spoilt: the same as never stamped
	}
}

/** What is asked of a built site. */
export interface SiteWanted {
	regions?: readonly string[] | null | undefined;
	compress?: boolean;
}

/** Why the site must be built, as the start of a sentence; null when `build/` is up to date. */
export function reasonToBuild(
	root = PROJECT,
	{ regions, compress = false }: SiteWanted = {}
): string | null {
	const folder = join(root, 'build');
	if (!existsSync(join(folder, 'index.html'))) return 'There is no built site yet';
	const stamp = readStamp(root);
	if (!stamp?.files) return 'The built site was made by something else';
	if (JSON.stringify(listed(folder)) !== JSON.stringify(stamp.files))
		return 'Files of the built site were changed or are missing';
	if (JSON.stringify(stamp.regions) !== JSON.stringify(asked(regions)))
		return 'The built site has other regions';
	if (compress && !stamp.compressed) return 'The built site has no compressed copies';
	if (stamp.inputs !== hashInputs(root)) return 'The sources changed since the site was built';
	return null;
}

/** Makes the site in the folder that it is given. */
export type MakeSite = (root: string, folder: string) => Promise<void>;

/**
 * Builds the site and stamps it. The inputs are hashed before, so that a file saved during the
 * build makes the next start build again. Throws where it fails; the old site is left then.
 */
export async function writeSite(
	make: MakeSite,
	root = PROJECT,
	{ regions, compress = false }: SiteWanted = {}
): Promise<void> {
	const inputs = hashInputs(root);
	const next = join(root, NEXT);
	rmSync(next, { recursive: true, force: true });
	mkdirSync(next, { recursive: true });
	try {
		await make(root, next);
		const stamp: Stamp = {
			inputs,
			regions: asked(regions),
			compressed: compress,
			files: listed(next)
		};
		rmSync(join(root, STAMP), { force: true });
		rmSync(join(root, 'build'), { recursive: true, force: true });
		renameSync(next, join(root, 'build'));
		writeFileSync(join(root, STAMP), JSON.stringify(stamp));
	} finally {
		rmSync(next, { recursive: true, force: true });
	}
}

/** Builds packs and pages. Throws one line when it fails. */
export async function buildSite(request: SiteRequest): Promise<void> {
	await underLock(request, () => build(request));
}

/** Builds the site where it is missing or out of date. Throws one line when the build fails. */
export async function ensureBuilt(request: SiteRequest): Promise<void> {
	if (reasonToBuild(PROJECT, request) === null) return;
	await underLock(request, async () => {
		// Another build may have done it meanwhile.
		const reason = reasonToBuild(PROJECT, request);
		if (reason === null) return;
		request.log(`${reason}: building it.`);
		await build(request);
	});
}

/** Builds regions for the command line where they are missing or out of date; the site stays as it is. */
export async function ensureRegions({
	regions,
	log
}: Pick<SiteRequest, 'regions' | 'log'>): Promise<void> {
	await underLock({ log }, async () => void (await buildRegions({ regions, log })));
}

/** Builds the packs where they are missing or out of date, and nothing else. */
export async function ensurePacks({
	regions,
	log
}: Pick<SiteRequest, 'regions' | 'log'>): Promise<void> {
	await underLock({ log }, async () => void (await buildPacks({ regions, log })));
}

const underLock = ({ log }: Pick<SiteRequest, 'log'>, work: () => Promise<void>): Promise<void> =>
	withLock(join(PROJECT, LOCK), work, { log });

async function build({ regions, compress, log }: SiteRequest): Promise<void> {
	const started = performance.now();
	const since = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
	await writeSite(
		async (_root, folder) => {
			log('Facts into packs, a pack a region …');
			const manifest = await buildPacks({ regions, log: (line) => log(`  ${line}`) });
			for (const { slug, files } of Object.values(manifest.regions)) {
				const kilobytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;
				log(`  ${slug}: ${files.length} parts, ${kilobytes.toFixed(0)} kB compressed`);
			}
			log(`Pages … (${since()} so far)`);
			forgetLicences(PROJECT);
			await runVite(folder);
			sayOwner(folder, manifest.owner);
			const manifestPath = join(PROJECT, '.svelte-kit/output/client/.vite/manifest.json');
			await preloadEngine(folder, manifestPath);
			writeLicences(PROJECT, folder);
			writeFileSync(join(folder, '_headers'), headersFile(filesBelow(folder)));
			if (compress) {
				log(`Compressed copies … (${since()} so far)`);
				await compressSite(folder);
			}
		},
		PROJECT,
		{ regions, compress }
	);
	log(`Built in ${since()}.`);
}

/** Runs Vite in a process of its own, its warnings shown. Throws where it fails. */
async function runVite(folder: string): Promise<void> {
	const manifest = createRequire(import.meta.url).resolve('vite/package.json');
	const program = join(dirname(manifest), 'bin/vite.js');
	const code = await new Promise<number | null>((resolve, reject) => {
		spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
			cwd: PROJECT,
			stdio: 'inherit',
			env: { ...process.env, [FOLDER_VARIABLE]: folder }
		})
			.once('error', reject)
			.once('exit', resolve);
	});
	if (code !== 0) throw new Error('The pages could not be built; the messages are above.');
}
