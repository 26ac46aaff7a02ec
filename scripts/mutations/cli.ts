/**
 * `npm run mutations`: puts each of twenty faults into a copy of the project, runs the tests that
 * should notice, and prints which did; the build refuses some by itself. It ends with 1 when one went unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { PROJECT } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { copyProject } from './copy.ts';
import { mutate, readCode } from './find.ts';
import { MUTATIONS, type Mutation } from './list.ts';

interface Report {
	success: boolean;
	numFailedTests: number;
	numTotalTests: number;
	testResults: { status: string }[];
}

/** On a busy machine a test must not fail for taking long: that would count as noticing. */
const PATIENT = ['--testTimeout=900000', '--hookTimeout=900000'];

type Outcome = 'caught' | 'refused' | 'NOT CAUGHT' | 'NO TESTS';

/** What tests say where the build stops at a fault, before any of them begins (tests/data/ensure-packs.ts). */
const REFUSED = 'The packs could not be built';

/** Runs tests of a copy, without their output. */
function runTests(folder: string, tests: readonly string[]): Outcome {
	const report = join(folder, 'mutations.json');
	rmSync(report, { force: true });
	const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
	const { stdout, stderr } = spawnSync(
		process.execPath,
		[vitest, 'run', ...tests, ...PATIENT, '--reporter=json', `--outputFile=${report}`],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 1e8 }
	);
	let found: Report;
	try {
		found = JSON.parse(readFileSync(report, 'utf8')) as Report;
	} catch {
		return 'NO TESTS';
	}
	if (found.testResults.length === 0)
		return `${stdout}${stderr}`.includes(REFUSED) ? 'refused' : 'NO TESTS';
	// A file that can't even be loaded fails, too.
	return found.success ? 'NOT CAUGHT' : 'caught';
}

function chosen(ids: readonly string[]): Mutation[] {
	const unknown = ids.find((id) => !MUTATIONS.some((one) => one.id === id));
	if (unknown !== undefined) throw new Error(`There is no mutation "${unknown}".`);
	return MUTATIONS.filter(({ id }) => ids.length === 0 || ids.includes(id));
}

function work(ids: readonly string[]): void {
	const mutations = chosen(ids);
	const code = readCode(PROJECT);
	const broken = mutations.map((mutation) => ({ mutation, ...mutate(code, mutation) }));
	const { folder, remove } = copyProject(PROJECT);
	process.on('exit', remove);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(2));

	const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1).padStart(6);
	const all = [...new Set(mutations.flatMap(({ tests }) => tests))];
	const started = performance.now();
	if (runTests(folder, all) !== 'NOT CAUGHT') {
		throw new Error(
			`The tests fail without any fault, so they tell nothing: npx vitest run ${all.join(' ')}`
		);
	}
	console.log(`${seconds(started)} s  the tests pass without a fault`);

	let caught = 0;
	for (const { mutation, path, content } of broken) {
		const since = performance.now();
		writeFileSync(join(folder, path), content);
		const outcome = runTests(folder, mutation.tests);
		writeFileSync(join(folder, path), code.get(path) ?? '');
		if (outcome === 'caught' || outcome === 'refused') caught++;
		console.log(
			`${seconds(since)} s  ${outcome.padEnd(10)}  ${mutation.id}: ${mutation.breaks} (${path})`
		);
	}
	console.log(`${caught} of ${broken.length} caught`);
	if (caught < broken.length) process.exitCode = 1;
}

const command = commandLine(
	'mutations',
	'Put faults into a copy of the project, one at a time, and see which the tests notice.',
	[
		['', 'all twenty'],
		[MUTATIONS[0]?.id ?? '', 'one']
	]
)
	.argument('[ids...]', MUTATIONS.map(({ id }) => id).join(', '))
	.action(work);

await runCommand('mutations', () => carryOut(command, process.argv.slice(2)));
