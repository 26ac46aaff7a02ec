/**
 * From `geodata/` to the packs a browser loads: the stages of England, then the regions that were
 * asked for, each made by a worker or taken from the cache, then put together. The same input
 * gives the same bytes.
 */
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Piscina } from 'piscina';
import { PACK_FORMAT, type Manifest, type RegionSummary } from '../../src/lib/facts/manifest.ts';
import { codeHash } from '../lib/code-hash.ts';
import { filesBelow } from '../lib/files.ts';
import { oneFile, type OneFile } from '../lib/one-file.ts';
import { UNTIL_CLOSED } from '../lib/threads.ts';
import { openGeodata, type Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { GEODATA, GIVEN_BACK, PACKS, STAGES } from '../lib/paths.ts';
import {
	CATALOGUE,
	hashOfInput,
	inCatalogue,
	sha256,
	type Inputs
} from '../../src/lib/server/inputs.ts';
import { StageCache, type Stage } from '../lib/stage-cache.ts';
import { ownerSentence } from '../../src/lib/catalogue/owner.ts';
import { ownerOf } from '../../src/lib/server/owner.ts';
import { regionsCalled } from '../../src/lib/server/regions.ts';
import { writeTaxonomy } from './give-back.ts';
import {
	NATIONAL_STAGES,
	readSummary,
	regionFolders,
	REGION_ENTRY,
	regionStage,
	type NationalStage
} from './stages.ts';
import type { Task } from './worker.ts';
import { withoutEnding } from '../../src/lib/text/scan.ts';

export interface StagesRequest {
	/** Slugs of the regions to build; null is all there are, undefined the usual ones. */
	regions?: readonly string[] | null | undefined;
	/** Told what is being done, in a line. */
	log?: (line: string) => void;
	/** Folders other than the project's own, for tests. */
	geodata?: string;
	cache?: string;
}

export interface PacksRequest extends StagesRequest {
	packs?: string;
	data?: string;
}

interface Kept {
	folder: string;
	inputs: Inputs;
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Build what is missing or out of date and put it together. Throws one line where it can't. */
export async function buildPacks({
	packs = PACKS,
	data = GIVEN_BACK,
	...request
}: PacksRequest = {}): Promise<Manifest> {
	const owner = ownerSentence(ownerOf(openGeodata(request.geodata ?? GEODATA)));
	const regions = await buildRegions(request);
	const hashNow = hashOfInput(request.geodata ?? GEODATA);
	return putTogether(regions, { owner, hashNow }, { packs, data });
}

/** Build the regions that are missing or out of date, in the cache alone. Returns where each is. */
export async function buildRegions({
	regions: wanted,
	log = () => undefined,
	geodata: folder = GEODATA,
	cache = STAGES
}: StagesRequest = {}): Promise<Kept[]> {
	const geodata = openGeodata(folder);
	const regions = chosenRegions(geodata, wanted);
	const owner = ownerSentence(ownerOf(geodata));
	const kept = new StageCache(cache, hashOfInput(folder));
	kept.clean();
	const workshop = new Workshop(kept, { geodata: folder, cache }, log);
	try {
		const national = await nationalStages();
		const england = national.map(({ stage }) => stage);
		const code = await codeHash(REGION_ENTRY);
		const orders = regions.map(({ slug, name, ...region }): Order => {
			const params = sha256(JSON.stringify([slug, name, region, england, owner]));
			const stage = { name: regionStage({ slug }), code, params };
			return { stage, region: slug, national: england, title: name };
		});
		if (workshop.missing(orders).length > 0) {
			await workshop.make(
				national.map(({ stage, title }) => ({ stage, region: null, national: [], title }))
			);
			await workshop.make(orders);
		}
		return orders.map(({ stage }) => {
			const found = kept.find(stage);
			if (!found.good) throw new Error(`${stage.name} was built but can't be read back`);
			return found;
		});
	} finally {
		await workshop.close();
	}
}

/** The regions that are asked for; those built unless others are named. Throws on one that is not there. */
export function chosenRegions(geodata: Geodata, wanted: PacksRequest['regions']): Region[] {
	if (wanted === undefined) return geodata.regions();
	return wanted === null ? geodata.allRegions() : regionsCalled(geodata.allRegions(), wanted);
}

async function nationalStages(): Promise<(NationalStage & { stage: Stage })[]> {
	return Promise.all(
		NATIONAL_STAGES.map(async (one) => ({
			...one,
			stage: { name: one.name, code: await codeHash(one.entry), params: '' }
		}))
	);
}

type Order = Pick<Task, 'stage' | 'region' | 'national'> & { title: string };

/**
 * Megabytes that a worker fills with new objects before it looks which are still needed. Node's own
 * 48 are for servers: here whole tables are read at once, and most of the looking was in vain.
 */
const YOUNG_MB = 192;

const WORKER = 'scripts/build/worker.ts';

/** Workers, started when there is something to make. */
class Workshop {
	readonly #kept: StageCache;
	readonly #folders: Pick<Task, 'geodata' | 'cache'>;
	readonly #log: (line: string) => void;
	#pool: Piscina<Task, void> | null = null;
	#program: OneFile | null = null;

	constructor(
		kept: StageCache,
		folders: Pick<Task, 'geodata' | 'cache'>,
		log: (line: string) => void
	) {
		this.#kept = kept;
		this.#folders = folders;
		this.#log = log;
	}

	/** Those that are missing or out of date, and why. */
	missing(orders: readonly Order[]): (Order & { because: string | null })[] {
		return orders.flatMap((order) => {
			const found = this.#kept.find(order.stage);
			return found.good ? [] : [{ ...order, because: found.because }];
		});
	}

	/**
	 * Make those that are missing or out of date, as many at once as there are cores. One that fails
	 * stops no other, which is kept. Throws a line that names all that failed, and why.
	 */
	async make(orders: readonly Order[]): Promise<void> {
		const failed: string[] = [];
		await Promise.all(
			this.missing(orders).map(async ({ title, because, ...task }) => {
				const started = performance.now();
				const whose = task.region === null ? `England: ${title}` : title;
				try {
					await this.#workers().run({ ...task, ...this.#folders });
				} catch (error) {
					failed.push(`${whose}: ${error instanceof Error ? error.message : String(error)}`);
					return;
				}
				this.#log(`${whose} (${seconds(started)}${because === null ? '' : `; ${because}`})`);
			})
		);
		if (failed.length > 0) throw new Error(failed.sort().join('; '));
	}

	#workers(): Piscina<Task, void> {
		this.#program ??= oneFile({ entry: WORKER });
		this.#pool ??= new Piscina<Task, void>({
			filename: this.#program.path,
			// Not those of this process, which may turn modules into JavaScript by themselves.
			execArgv: [],
			maxThreads: availableParallelism(),
			...UNTIL_CLOSED,
			resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }
		});
		return this.#pool;
	}

	async close(): Promise<void> {
		await this.#pool?.destroy();
		this.#program?.remove();
	}
}

/**
 * One folder of packs of the regions' own, and the manifest that lists them; nothing is written
 * where it is all there. The new folders take the place of the old when they are whole.
 */
function putTogether(
	regions: readonly Kept[],
	{ owner, hashNow }: { owner: string; hashNow: (path: string) => string | null },
	{ packs, data }: { packs: string; data: string }
): Manifest {
	const summaries = regions.map(({ folder }): RegionSummary => readSummary(folder));
	// Of the catalogue each stage reads entries; of files, the manifest says which.
	const files = regions.flatMap(({ inputs }) =>
		Object.entries(inputs).filter(([path]) => !path.startsWith(inCatalogue('')))
	);
	const inputs: Inputs = { ...Object.fromEntries(files), [CATALOGUE]: hashNow(CATALOGUE) };
	const manifest: Manifest = {
		format: PACK_FORMAT,
		inputs: Object.fromEntries(
			Object.entries(inputs)
				.flatMap(([path, hash]) => (hash === null ? [] : [[path, hash] as const]))
				.sort(([a], [b]) => (a < b ? -1 : 1))
		),
		owner,
		regions: Object.fromEntries(summaries.map((summary) => [summary.slug, summary]))
	};
	const text = JSON.stringify(manifest, null, '\t') + '\n';
	if (isThere(packs, data, text, regions)) return manifest;
	const next = { packs: sibling(packs), data: sibling(data) };
	for (const folder of Object.values(next)) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
	}
	writeTaxonomy(next.data, owner);
	for (const { folder } of regions) {
		const from = regionFolders(folder);
		linkAll(from.packs, next.packs);
		linkAll(from.data, next.data);
	}
	writeFileSync(join(next.packs, 'manifest.json'), text);
	for (const [from, to] of [
		[next.data, data],
		[next.packs, packs]
	] as const) {
		rmSync(to, { recursive: true, force: true });
		renameSync(from, to);
	}
	return manifest;
}

/** "packs" beside which it will stand while it is made. */
const sibling = (folder: string): string => `${withoutEnding(folder, /[\\/]/)}.new`;

/** Whether the packs that are there are these, whole. */
function isThere(
	packs: string,
	data: string,
	manifest: string,
	regions: readonly { folder: string }[]
): boolean {
	const path = join(packs, 'manifest.json');
	if (!existsSync(path) || readFileSync(path, 'utf8') !== manifest) return false;
	if (!existsSync(data)) return false;
	return regions.every(({ folder }) => {
		const from = regionFolders(folder);
		return (
			filesBelow(from.packs).every((file) => isSame(from.packs, packs, file)) &&
			filesBelow(from.data).every((file) => isSame(from.data, data, file))
		);
	});
}

function isSame(from: string, to: string, file: string): boolean {
	const there = join(to, file);
	return existsSync(there) && statSync(there).size === statSync(join(from, file)).size;
}

/** Put every file of a folder into another: the same file under two names, or a copy. */
function linkAll(from: string, to: string): void {
	for (const file of filesBelow(from)) {
		mkdirSync(dirname(join(to, file)), { recursive: true });
		try {
			linkSync(join(from, file), join(to, file));
		} catch {
			copyFileSync(join(from, file), join(to, file));
		}
	}
}
