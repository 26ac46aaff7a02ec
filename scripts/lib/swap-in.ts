/**
 * Putting new files of `geodata/` in the place of old ones, all or none, whenever it is stopped.
 * They are first written beside the folder, then a journal that says what is to be done: with it,
 * it is decided. What is renamed after that can be done again and again, so whoever comes next
 * (`finishSwap`: a refresh, an import, a build) finishes what a killed one began.
 */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import { withLock, type HeldLock } from './lock.ts';

/** Described last: until it is there, what is new is not what the old one describes. */
const CATALOGUE = 'catalogue.json';
const JOURNAL = 'journal.json';

const JournalSchema = v.strictObject({
	changed: v.array(v.string()),
	removed: v.array(v.string())
});
type Journal = v.InferOutput<typeof JournalSchema>;

export interface SwapManner {
	/** Told in a line when somebody else has to be waited for. */
	log?: (line: string) => void;
	/** For tests, which stop it at each. */
	rename?: (from: string, to: string) => void;
}

/** Beside the folder, so that renames stay on its disk. */
const stageOf = (geodata: string): string => `${resolve(geodata)}.refresh`;

const alone = <T>(
	geodata: string,
	work: (lock: HeldLock) => T | Promise<T>,
	log?: (line: string) => void
): Promise<T> =>
	withLock(`${resolve(geodata)}.lock`, async (lock) => work(lock), {
		doing: 'refresh or import',
		...(log && { log })
	});

/** Puts files in the place of others, as {@link swapIn} does. */
export type Swap = (files: ReadonlyMap<string, Uint8Array>, removed: readonly string[]) => string[];

/**
 * Does what reads the folder and puts in what it makes of that, alone: whoever else would change it
 * waits, told by `log`, as the catalogue that is written is the one that was read with something
 * added. What a run that was stopped left half way is finished first.
 */
export const changing = <T>(
	geodata: string,
	work: (swap: Swap) => Promise<T>,
	{ rename = renameSync, log }: SwapManner = {}
): Promise<T> =>
	alone(
		geodata,
		(lock) => {
			finish(geodata, rename);
			return work((files, removed) => {
				lock.check();
				return swap(geodata, files, removed, rename);
			});
		},
		log
	);

/**
 * Put new files in the place of old ones (bytes by path below `geodata`) and take away others;
 * returns the paths that changed. Files that are named in neither are not touched.
 */
export const swapIn = (
	geodata: string,
	files: ReadonlyMap<string, Uint8Array>,
	removed: readonly string[],
	manner: SwapManner = {}
): Promise<string[]> => changing(geodata, (swap) => Promise.resolve(swap(files, removed)), manner);

function swap(
	geodata: string,
	files: ReadonlyMap<string, Uint8Array>,
	removed: readonly string[],
	rename: Required<SwapManner>['rename']
): string[] {
	const stage = stageOf(geodata);
	const changed: string[] = [];
	for (const [path, bytes] of files) {
		const now = join(geodata, path);
		if (existsSync(now) && readFileSync(now).equals(bytes)) continue;
		const next = join(stage, 'next', path);
		mkdirSync(dirname(next), { recursive: true });
		writeFileSync(next, bytes);
		changed.push(path);
	}
	const gone = removed.filter((path) => existsSync(join(geodata, path)));
	if (changed.length + gone.length === 0) return [];
	mkdirSync(stage, { recursive: true });
	const journal: Journal = {
		changed: changed.sort((a, b) => Number(a === CATALOGUE) - Number(b === CATALOGUE)),
		removed: gone
	};
	writeFileSync(join(stage, `${JOURNAL}.new`), JSON.stringify(journal));
	rename(join(stage, `${JOURNAL}.new`), join(stage, JOURNAL));
	finish(geodata, rename);
	return [...changed, ...gone].sort();
}

/** Finish, or put away, what a run that was stopped left half way. Returns whether it was finished. */
export async function finishSwap(geodata: string): Promise<boolean> {
	if (leftBehind(geodata).length === 0) return false;
	return alone(geodata, () => finish(geodata, renameSync));
}

function finish(geodata: string, rename: Required<SwapManner>['rename']): boolean {
	const stage = stageOf(geodata);
	const isDecided = existsSync(join(stage, JOURNAL));
	if (isDecided) {
		const { changed, removed } = readJournal(join(stage, JOURNAL));
		for (const path of changed) {
			const next = join(stage, 'next', path);
			if (!existsSync(next)) continue; // there already
			mkdirSync(dirname(join(geodata, path)), { recursive: true });
			rename(next, join(geodata, path));
		}
		for (const [at, path] of removed.entries()) {
			if (existsSync(join(geodata, path))) rename(join(geodata, path), join(stage, String(at)));
		}
	}
	for (const folder of leftBehind(geodata)) rmSync(folder, { recursive: true, force: true });
	return isDecided;
}

/** Stages beside the folder; those of earlier versions have letters of chance behind their names. */
function leftBehind(geodata: string): string[] {
	const [folder, name] = [dirname(resolve(geodata)), `${basename(resolve(geodata))}.refresh`];
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((other) => other === name || other.startsWith(`${name}-`))
		.map((other) => join(folder, other));
}

function readJournal(path: string): Journal {
	try {
		return v.parse(JournalSchema, JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		throw new Error(`${path} can't be read: take its folder away, and run the refresh again`);
	}
}
