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
import { withLock } from './lock.ts';

/** Described last: until it is there, what is new is not what the old one describes. */
const CATALOGUE = 'catalogue.json';
const JOURNAL = 'journal.json';

const JournalSchema = v.strictObject({
	changed: v.array(v.string()),
	removed: v.array(v.string())
});
type Journal = v.InferOutput<typeof JournalSchema>;

export interface SwapManner {
	/** For tests, which stop it at each. */
	rename?: (from: string, to: string) => void;
}

/** Beside the folder, so that renames stay on its disk. */
const stageOf = (geodata: string): string => `${resolve(geodata)}.refresh`;

const alone = <T>(geodata: string, work: () => T): Promise<T> =>
	withLock(`${resolve(geodata)}.lock`, () => Promise.resolve(work()));

/**
 * Put new files in the place of old ones (bytes by path below `geodata`) and take away others;
 * returns the paths that changed. Files that are named in neither are not touched.
 */
export function swapIn(
	geodata: string,
	files: ReadonlyMap<string, Uint8Array>,
	removed: readonly string[],
	{ rename = renameSync }: SwapManner = {}
): Promise<string[]> {
	return alone(geodata, () => {
		finish(geodata, rename);
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
	});
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
