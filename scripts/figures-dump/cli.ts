/** `npm run figures:dump`: writes every figure of the built site; see `npm run -s figures:dump -- --help`. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { PROJECT } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { ensureBuilt } from '../build/site.ts';
import {
	ALL,
	hashPaths,
	readHashes,
	readRows,
	sampleOf,
	writeHashes,
	writeRows
} from './committed.ts';
import { cut, describeRows, differ, differentPaths, missingOf } from './compare.ts';
import { dump } from './dump.ts';
import { pathOf } from './row.ts';

const FOLDER = join(PROJECT, '.cache', 'figures');
const DUMP = join(FOLDER, 'dump.tsv');
/** The dump before, where there was one. */
const EARLIER = join(FOLDER, 'dump-before.tsv');
const HASHES = join(PROJECT, 'tests', 'data', 'figures-hashes.tsv');
const SAMPLE = join(PROJECT, 'tests', 'data', 'figures-sample.tsv');

interface Values {
	compare?: true;
	commit?: true;
	against?: string;
	only: string;
	build?: string;
	from?: string;
}

const command = commandLine(
	'figures:dump',
	'Write every figure of the built site to .cache/figures/dump.tsv.',
	[
		['--compare', 'and say what differs from the committed figures'],
		['--compare --against before.tsv', 'and say what differs from another dump'],
		['--commit', 'and take them for the committed ones']
	]
)
	.option('--compare', 'say what differs from the committed figures; ends with 1 where any does')
	.option('--against <file>', 'compare with that dump instead')
	.option('--commit', 'take the figures for the committed ones')
	.option('--only <text>', 'paths that hold a text', '')
	.option('--build <folder>', 'another built site')
	.option('--from <file>', 'a dump that is there, so that nothing is dumped anew');
const values = command.opts<Values>();

/** Says what differs from the committed figures; true where nothing does. */
function compare(lines: readonly string[]): boolean {
	const { against, only } = values;
	const isWanted = (path: string) => path.includes(only);
	const committed = [...readHashes(readFileSync(HASHES, 'utf8'))];
	const before =
		against === undefined
			? new Map(committed.filter(([path]) => path === ALL || isWanted(path)))
			: hashPaths(earlier(against));
	const changed = differentPaths(before, hashPaths(lines));
	if (changed.length === 0) {
		console.log(`The figures are the same: ${lines.length} rows.`);
		return true;
	}
	console.log(`Figures differ on ${changed.length} paths:`);
	for (const line of cut(changed)) console.log(`  ${line}`);
	const found = against === undefined ? missing(lines) : differ(earlier(against), lines);
	const rows = describeRows(found);
	if (rows.length === 0) {
		console.log(
			'None of the rows of the sample is among them: compare with a whole dump (--against).'
		);
	}
	for (const line of rows) console.log(`  ${line}`);
	console.log('A change that is meant is listed in docs/decisions/0014-figures-are-dumped.md.');
	return false;
}

const earlier = (path: string) =>
	readRows(readFileSync(path, 'utf8')).filter((line) => pathOf(line).includes(values.only));

function missing(lines: readonly string[]) {
	// A whole dump of the committed figures tells every row; the sample only some.
	if (existsSync(EARLIER)) {
		const before = earlier(EARLIER);
		const [all] = readHashes(readFileSync(HASHES, 'utf8')).values();
		if (values.only !== '' || hashPaths(before).get(ALL)?.hash === all?.hash) {
			return differ(before, lines);
		}
	}
	return missingOf(
		readRows(readFileSync(SAMPLE, 'utf8')).filter((line) => pathOf(line).includes(values.only)),
		lines
	);
}

/** Writes the dump, keeping beside it the last one that held the committed figures. */
function write(lines: readonly string[]): void {
	mkdirSync(FOLDER, { recursive: true });
	const path = values.only === '' ? DUMP : join(FOLDER, 'dump-part.tsv');
	if (path === DUMP && existsSync(DUMP) && existsSync(HASHES)) {
		const committed = readHashes(readFileSync(HASHES, 'utf8')).get(ALL)?.hash;
		if (hashPaths(readRows(readFileSync(DUMP, 'utf8'))).get(ALL)?.hash === committed) {
			renameSync(DUMP, EARLIER);
		}
	}
	writeFileSync(path, writeRows(lines));
	console.log(`${lines.length} rows in ${path.slice(PROJECT.length)}`);
}

function commit(lines: readonly string[]): void {
	if (values.only !== '')
		throw new Error('--commit takes all paths, so it does not go with --only');
	writeFileSync(HASHES, writeHashes(hashPaths(lines)));
	writeFileSync(SAMPLE, writeRows(sampleOf(lines)));
	console.log('The committed figures are those of this dump.');
}

/** The lines of a new dump, written down. */
async function dumpNow(): Promise<string[]> {
	const started = performance.now();
	if (values.build === undefined) {
		await ensureBuilt({ compress: false, log: (line) => console.log(line) });
	}
	const build = values.build ?? join(PROJECT, 'build');
	const lines = await dump({ build, only: values.only, say: (text) => console.error(text) });
	console.log(`dumped in ${((performance.now() - started) / 1000).toFixed(0)} s`);
	write(lines);
	return lines;
}

command.action(async () => {
	const lines = values.from === undefined ? await dumpNow() : earlier(values.from);
	if (values.commit) commit(lines);
	if (values.compare && !compare(lines)) process.exitCode = 1;
});

await runCommand('figures:dump', () => carryOut(command, process.argv.slice(2)));
