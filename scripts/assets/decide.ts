/**
 * `npm run assets -- decide <file>…`: what people decided on duplicates, from the files that the
 * directory of the site gives them, becomes part of the register. The next build goes by it.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { keptDecisionsCsv, type Decision } from '../../src/lib/register/linkage/decisions.ts';
import { readDecisions } from '../../src/lib/register/intake/decisions-file.ts';
import { ImportError } from '../../src/lib/register/intake/import-error.ts';
import { DECISIONS, keptDecisions, registerRecords } from '../build/register.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { changing, type Swap } from '../lib/swap-in.ts';

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
	const { files, geodata: folder, say } = options;
	if (files.length === 0) throw new Error('name the files of decisions');
	// What is wrong with a file is said before the whole register is read.
	const given = files.map((file) => ({ name: basename(file), decisions: read(file) }));
	// What is only tried holds up nobody.
	if (options.dryRun) return takeOver(given, options, () => []);
	return changing(folder, (swap) => takeOver(given, options, swap), { ...(say && { log: say }) });
}

async function takeOver(
	given: readonly { name: string; decisions: readonly Decision[] }[],
	{ geodata: folder, dryRun = false, say = () => undefined }: DecideOptions,
	swap: Swap
): Promise<string[]> {
	const geodata = openGeodata(folder);
	const ids = new Set((await registerRecords(geodata)).map(({ id }) => id));
	const isOfTwo = (key: string) => {
		const [a = '', b = ''] = key.split(' ');
		return a !== b && ids.has(a) && ids.has(b);
	};
	const held = new Map([...keptDecisions(geodata)].filter(([key]) => isOfTwo(key)));
	for (const { name, decisions } of given) {
		const taken = decisions.filter(({ key }) => isOfTwo(key));
		const changed = taken.filter(({ key, verdict }) => (held.get(key) ?? verdict) !== verdict);
		for (const { key, verdict } of taken) held.set(key, verdict);
		say(
			`${name}: ${taken.length} taken over, ${changed.length} of them other than what was kept; ` +
				`${decisions.length - taken.length} left out, of listings that the register does not have`
		);
	}
	// A table of nothing would be refused by the build.
	if (dryRun || held.size === 0) return [];
	return swap(new Map([[DECISIONS, Buffer.from(keptDecisionsCsv(held))]]), []);
}

/** A file's decisions; what is wrong with it, with its name. */
function read(file: string): Decision[] {
	try {
		return readDecisions(bytesOf(file), { has: () => true }).decisions;
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
