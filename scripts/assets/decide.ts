/**
 * `npm run assets -- decide <file>…`: what people decided on duplicates, from the files that the
 * directory of the site gives them, becomes part of the register. The next build goes by it.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { keptDecisionsCsv, type Verdict } from '../../src/lib/assets/decisions.ts';
import { readDecisions } from '../../src/lib/assets/decisions-file.ts';
import { ImportError } from '../../src/lib/assets/import/import-error.ts';
import { DECISIONS, keptDecisions, pairsAmong, registerRecords } from '../build/register.ts';
import { openGeodata } from '../lib/geodata.ts';
import { swapIn } from '../refresh/refresh.ts';

export interface DecideOptions {
	files: readonly string[];
	/** Folder of facts. */
	geodata: string;
	dryRun?: boolean;
	say?: (line: string) => void;
}

/**
 * Take decisions over; a later file goes before an earlier one, and before what is kept. Returns the
 * paths written, below the folder. Throws an Error of one line, and writes nothing, where a file
 * cannot be read or is not one of decisions.
 */
export async function decide(options: DecideOptions): Promise<string[]> {
	const { files, geodata: folder, dryRun = false, say = () => undefined } = options;
	if (files.length === 0) throw new Error('name the files of decisions');
	// What is wrong with a file is said before the whole register is read.
	for (const file of files) read(file, { has: () => true });
	const geodata = openGeodata(folder);
	const records = await registerRecords(geodata);
	const held = new Map<string, Verdict>(keptDecisions(geodata, records));
	const pairs = pairsAmong(records);
	for (const file of files) {
		const name = basename(file);
		const { decisions, unknown } = read(file, pairs);
		const changed = decisions.filter(
			({ key, verdict }) => held.has(key) && held.get(key) !== verdict
		);
		for (const { key, verdict } of decisions) held.set(key, verdict);
		say(
			`${name}: ${decisions.length} taken over, ${changed.length} of them other than what was kept; ` +
				`${unknown} left out, of listings that the register does not have`
		);
	}
	if (dryRun) return [];
	return swapIn(folder, new Map([[DECISIONS, Buffer.from(keptDecisionsCsv(held))]]), []);
}

/** A file's decisions; what is wrong with it, with its name. */
function read(file: string, pairs: Parameters<typeof readDecisions>[1]) {
	try {
		return readDecisions(bytesOf(file), pairs);
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
		throw new Error(`${basename(file)}: ${error.message} ${error.advice ?? ''}`.trim(), {
			cause: error
		});
	}
}

function bytesOf(file: string): Uint8Array {
	try {
		return readFileSync(file);
	} catch {
		throw new Error(`${basename(file)}: there is no such file`);
	}
}
