/**
 * The built site, and whether it is the one that the sources describe. It is made in a folder of
 * its own and takes the place of the old one when it is whole, so that a build that is stopped
 * leaves what was there. A stamp beside it, `.cache/build.json`, holds a hash of what went in and
 * the list of what came out, a hash a file. Hashes, not dates: a fresh clone or a switched branch
 * has dates that say nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { headersFile } from '../lib/headers.ts';
import { withLock, type HeldLock } from '../lib/lock.ts';
import { GEODATA, PROJECT } from '../lib/paths.ts';
import { finishSwap } from '../lib/swap-in.ts';
import { hashOfFile, sha256 } from '../../src/lib/server/inputs.ts';
import { originOf } from './areas/site-facts.ts';
import { writeAreaPages } from './areas/write.ts';
import { compressSite } from './compress.ts';
import { forgetLicences, writeLicences } from './licences.ts';
import { joinSlugs, REGIONS_VARIABLE } from '../../src/lib/server/coming-regions.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { buildPacks, buildRegions, chosenRegions } from './packs.ts';
import { answerWith, MEANWHILE_VARIABLE } from './packs-meanwhile.ts';
import { sayOwner } from './owner-on-pages.ts';
import { startProgram, type RunningProgram } from './package-program.ts';
import { preloadEngine } from './preload-engine.ts';
import { makeSlides } from './slides.ts';

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

/** Where the built site stands, from the project's folder. */
export const SITE = 'build';
/** Below it stand the folders in which builds write pages before they take the place of `build/`. */
const NEXT = '.cache/site.new';
/** Where the old site stands while the new one takes its place. */
const OLD = '.cache/site.old';
const STAMP = '.cache/build.json';
const LOCK = '.cache/build.lock';
/** Read by svelte.config.js: the folder of the pages, and the one below. */
const FOLDER_VARIABLE = 'SITE_FOLDER';
export const KIT_VARIABLE = 'KIT_FOLDER';
/**
 * Where the framework generates what a build needs. Not where it does so for all others: the tests'
 * runner, the check of types and the development server write anew what they find there, and pages
 * that were half made would be of two versions.
 */
export const KIT_FOLDER = '.svelte-kit/build';
/** Where the bundler says which file of scripts each module is in, from the project's folder. */
export const CLIENT_MANIFEST = `${KIT_FOLDER}/output/client/.vite/manifest.json`;
/** What tsconfig.json extends: made by all those others, and missing in a fresh clone. */
const KIT_TYPES = '.svelte-kit/tsconfig.json';

export interface SiteRequest {
	/** Slugs of the regions; null is all there are, undefined the usual ones. */
	regions?: readonly string[] | null | undefined;
	/** Whether compressed copies are made, for a host that serves them. */
	compress: boolean;
	/** Whether the pages of areas are written; a server of ours makes them when they are asked for. */
	areaPages?: boolean;
	/** Told what is being done, in a line. */
	log: (line: string) => void;
}

interface Stamp {
	/** Hash of the sources. */
	inputs: string;
	/** As they were asked for: "all" and "usual" where none was named. */
	regions: readonly string[] | 'all' | 'usual';
	compressed: boolean;
	/** SHA-256 by path of every file of the site. */
	files: Record<string, string | null>;
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

const listed = (folder: string): Record<string, string | null> =>
	Object.fromEntries(filesBelow(folder).map((path) => [path, hashOfFile(join(folder, path))]));

/** Whether the files of a folder are those of a list. Another build may take them away meanwhile. */
function isAsListed(folder: string, files: Stamp['files']): boolean {
	try {
		return JSON.stringify(listed(folder)) === JSON.stringify(files);
	} catch {
		return false;
	}
}

const asked = (regions: SiteWanted['regions']): Stamp['regions'] =>
	regions === null ? 'all' : (regions ?? 'usual');

function readStamp(root: string): Stamp | null {
	try {
		return JSON.parse(readFileSync(join(root, STAMP), 'utf8')) as Stamp;
	} catch {
		return null; // missing or spoilt: the same as never stamped
	}
}

/** Whether the built site is as it was built, though perhaps of older sources. */
export function isWhole(root = PROJECT): boolean {
	const files = readStamp(root)?.files;
	return files !== undefined && isAsListed(join(root, SITE), files);
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
	const folder = join(root, SITE);
	if (!existsSync(join(folder, 'index.html'))) return 'There is no built site yet';
	const stamp = readStamp(root);
	if (!stamp?.files) return 'The built site was made by something else';
	if (!isAsListed(folder, stamp.files))
		return 'Files of the built site were changed or are missing';
	if (JSON.stringify(stamp.regions) !== JSON.stringify(asked(regions)))
		return 'The built site has other regions';
	if (compress && !stamp.compressed) return 'The built site has no compressed copies';
	if (stamp.inputs !== hashInputs(root)) return 'The sources changed since the site was built';
	return null;
}

/** Makes the site in the folder that it is given, for a project. */
export type MakeSite = (root: string, folder: string) => Promise<void>;

export interface WriteManner {
	/** Throws where this build may not go on. */
	check?: () => void;
	/** For tests, which stop a build at each. */
	rename?: (from: string, to: string) => void;
}

/**
 * Builds the site and stamps it. The inputs are hashed before, so that a file saved during the
 * build makes the next start build again. Throws where it fails; the old site is left then.
 */
export async function writeSite(
	make: MakeSite,
	root = PROJECT,
	{ regions, compress = false }: SiteWanted = {},
	{ check = () => undefined, rename = renameSync }: WriteManner = {}
): Promise<void> {
	tidy(root);
	const inputs = hashInputs(root);
	const next = join(root, NEXT, randomUUID());
	mkdirSync(next, { recursive: true });
	try {
		await make(root, next);
		const stamp: Stamp = {
			inputs,
			regions: asked(regions),
			compressed: compress,
			files: listed(next)
		};
		check();
		const stamped = join(root, NEXT, 'stamp.json');
		writeFileSync(stamped, JSON.stringify(stamp));
		const site = join(root, SITE);
		try {
			if (existsSync(site)) rename(site, join(root, OLD));
			rename(next, site);
		} finally {
			giveBack(root);
		}
		rename(stamped, join(root, STAMP));
		rmSync(join(root, OLD), { recursive: true, force: true });
	} finally {
		// And nothing else: another build may have taken over.
		rmSync(next, { recursive: true, force: true });
	}
}

/** Puts away what builds that were killed left half way. For who holds the lock. */
function tidy(root: string): void {
	giveBack(root);
	for (const left of [NEXT, OLD]) rmSync(join(root, left), { recursive: true, force: true });
}

/** Puts the old site back where it was taken away and no new one came. */
function giveBack(root: string): void {
	const [site, old] = [join(root, SITE), join(root, OLD)];
	if (existsSync(old) && !existsSync(site)) renameSync(old, site);
}

/** Builds packs and pages. Throws one line when it fails. */
export async function buildSite(request: SiteRequest): Promise<void> {
	await underLock(request, (lock) => build(request, lock));
}

/** Builds the site where it is missing or out of date. Throws one line when the build fails. */
export async function ensureBuilt(request: SiteRequest): Promise<void> {
	if (reasonToBuild(PROJECT, request) === null) return;
	await underLock(request, async (lock) => {
		tidy(PROJECT);
		// Another build may have done it meanwhile.
		const reason = reasonToBuild(PROJECT, request);
		if (reason === null) return;
		request.log(`${reason}: building it.`);
		await build(request, lock);
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

const underLock = (
	{ log }: Pick<SiteRequest, 'log'>,
	work: (lock: HeldLock) => Promise<void>
): Promise<void> =>
	withLock(
		join(PROJECT, LOCK),
		async (lock) => {
			if (await finishSwap(GEODATA)) log('geodata/ was left half refreshed: finished it.');
			await work(lock);
		},
		{ log }
	);

async function build(
	{ regions, compress, areaPages = false, log }: SiteRequest,
	lock: HeldLock
): Promise<void> {
	const started = performance.now();
	const since = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
	await writeSite(
		async (_root, folder) => {
			log('Facts into packs, a pack a region, and scripts into bundles …');
			forgetLicences(PROJECT);
			const packs = buildPacks({ regions, log: (line) => log(`  ${line}`) });
			const slugs = chosenRegions(openGeodata(GEODATA), regions).map(({ slug }) => slug);
			const bundling = startVite(folder, slugs, packs, lock);
			// Told to who waits for it below.
			bundling.catch(() => undefined);
			const manifest = await packs.catch(async (error: unknown) => {
				await (await bundling).stop();
				throw error;
			});
			for (const { slug, files } of Object.values(manifest.regions)) {
				const kilobytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;
				log(`  ${slug}: ${files.length} parts, ${kilobytes.toFixed(0)} kB compressed`);
			}
			log(`Pages … (${since()} so far)`);
			const slides = makeSlides(Object.values(manifest.regions));
			try {
				await (
					await bundling
				).done;
				await slides.putInto(folder);
			} finally {
				await slides.close();
			}
			sayOwner(folder, manifest.owner);
			await preloadEngine(folder, join(PROJECT, CLIENT_MANIFEST));
			writeLicences(PROJECT, folder);
			if (areaPages) {
				log(`Pages of areas … (${since()} so far)`);
				log(`  ${await writeAreaPages(folder)} areas have a page`);
				if (originOf() === null) log('  no sitemap: SITE_URL is not set (docs/deploy.md)');
			}
			writeFileSync(join(folder, '_headers'), headersFile(filesBelow(folder)));
			if (compress) {
				log(`Compressed copies … (${since()} so far)`);
				await compressSite(folder);
			}
		},
		PROJECT,
		{ regions, compress },
		lock
	);
	log(`Built in ${since()}.`);
}

/**
 * Starts Vite, which bundles scripts beside whoever makes the packs, and makes the pages when those
 * are there.
 */
async function startVite(
	folder: string,
	slugs: readonly string[],
	packs: Promise<unknown>,
	lock: HeldLock
): Promise<RunningProgram> {
	const variables = {
		[FOLDER_VARIABLE]: folder,
		[KIT_VARIABLE]: KIT_FOLDER,
		[MEANWHILE_VARIABLE]: 'yes',
		[REGIONS_VARIABLE]: joinSlugs(slugs)
	};
	// It writes where the next build would, for as long as it is there.
	const manner = { onStart: (pid: number) => lock.alsoHeldBy(pid) };
	if (!existsSync(join(PROJECT, KIT_TYPES))) {
		await startProgram('@sveltejs/kit', 'svelte-kit.js', ['sync'], manner).done;
	}
	const args = ['build', '--logLevel', 'warn'];
	const vite = startProgram('vite', 'bin/vite.js', args, { ...manner, variables });
	answerWith(vite.process, packs);
	return vite;
}
