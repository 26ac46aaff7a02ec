/**
 * What stages of the build made, kept below `.cache/stages` with how it was made: the code behind
 * it, the facts that it read and what it wrote. A stage need not say beforehand what it reads: it
 * is found good when everything that it did read is still the same (a "verifying trace": Mokhov,
 * Mitchell and Peyton Jones, Build systems à la carte, 2018). Hashes, not dates: a fresh clone or
 * a switched branch has dates that say nothing.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { hashOfFile, sha256, type Inputs } from '../../src/lib/server/inputs.ts';
import { filesBelow } from './files.ts';

/** Changes where caches of before can't be read any more. */
const FORMAT = 1;
const RECORD = 'stage.json';

const RecordSchema = v.strictObject({
	format: v.literal(FORMAT),
	code: v.string(),
	params: v.string(),
	inputs: v.record(v.string(), v.nullable(v.string())),
	outputs: v.record(v.string(), v.string())
});

type StageRecord = v.InferOutput<typeof RecordSchema>;

/** A stage as it should be. */
export interface Stage {
	/** Where it is kept: words with "/" and "-". */
	name: string;
	/** Hash of the code behind it. */
	code: string;
	/** What else decides what comes out, as text. */
	params: string;
}

export type Found =
	| { good: true; folder: string; inputs: Inputs }
	/** Why it must be made, as the end of a sentence; null where it never was. */
	| { good: false; because: string | null };

export class StageCache {
	readonly #folder: string;
	readonly #hashNow: (path: string) => string | null;

	/** `hashNow` gives the hash of an input as it is now; null where there is none. */
	constructor(folder: string, hashNow: (path: string) => string | null) {
		this.#folder = folder;
		this.#hashNow = hashNow;
	}

	/** What the stage made before, where it is still what it would make now. */
	find({ name, code, params }: Stage): Found {
		const folder = join(this.#folder, name);
		let text: string;
		try {
			text = readFileSync(join(folder, RECORD), 'utf8');
		} catch {
			return { good: false, because: null };
		}
		const record = readRecord(text);
		if (record === null) return { good: false, because: 'it was kept by another version' };
		if (record.code !== code) return { good: false, because: 'its code changed' };
		if (record.params !== params) return { good: false, because: 'what is asked for changed' };
		for (const [path, hash] of Object.entries(record.inputs)) {
			if (this.#hashNow(path) !== hash) return { good: false, because: `${path} changed` };
		}
		for (const [path, hash] of Object.entries(record.outputs)) {
			if (hashOfFile(join(folder, path)) !== hash)
				return { good: false, because: `what was kept of it is damaged (${path})` };
		}
		return { good: true, folder, inputs: record.inputs };
	}

	/**
	 * Keep what `write` puts into the folder that it is given. It takes its place when it is
	 * whole: a run that is killed leaves what was there before. Returns where it is.
	 */
	async keep(stage: Stage, write: (folder: string) => Promise<Inputs>): Promise<string> {
		const folder = join(this.#folder, stage.name);
		const next = join(this.#folder, '.new', randomUUID());
		mkdirSync(next, { recursive: true });
		try {
			const inputs = await write(next);
			const record: StageRecord = {
				format: FORMAT,
				code: stage.code,
				params: stage.params,
				inputs: { ...inputs },
				outputs: Object.fromEntries(
					filesBelow(next, '.').map((path) => [path, sha256(readFileSync(join(next, path)))])
				)
			};
			writeFileSync(join(next, RECORD), JSON.stringify(record));
			rmSync(folder, { recursive: true, force: true });
			mkdirSync(dirname(folder), { recursive: true });
			renameSync(next, folder);
		} finally {
			rmSync(next, { recursive: true, force: true });
		}
		return folder;
	}

	/** Remove what runs that were killed left half made. */
	clean(): void {
		rmSync(join(this.#folder, '.new'), { recursive: true, force: true });
	}
}

function readRecord(text: string): StageRecord | null {
	try {
		const result = v.safeParse(RecordSchema, JSON.parse(text));
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}
