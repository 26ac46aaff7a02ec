/**
 * `npm test`: every check there is, in groups; what stands in one group runs side by side, and
 * the first group with a failure is the last to run. Its last line is `N passed, M failed`, alone.
 * `npm run test:all` has the browser tests go through every region, edition, colour and size, and
 * runs the unit and data tests on other versions of Node.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './lib/paths.ts';
import { NO_TESTS, readPlaywright, readVitest, type Counts } from './lib/test-counts.ts';

/** Where the two test runners write what they counted, from the project's folder. */
const VITEST_REPORT = '.cache/vitest.json';
const PLAYWRIGHT_REPORT = '.cache/playwright.json';

interface Step {
	name: string;
	/** The command as a person would type it to run this step alone. */
	alone: string;
	/** Run instead, where it differs. */
	command?: string;
	env?: Record<string, string>;
	/** Reads how many tests passed and failed, or null when the step left no report. */
	count?: () => Counts | null;
}

interface Outcome {
	step: Step;
	ok: boolean;
	seconds: number;
	counts: Counts;
}

const isAll = process.argv.includes('--all');
const matrix = isAll ? { TEST_MATRIX: 'all' } : {};
/** The other versions of Node that package.json admits and that are looked after. */
const OTHER_NODES = ['22', '24'];

const GROUPS: readonly (readonly Step[])[] = [
	// Everything in later groups reads the packs; what stands beside them needs none, and keeps the
	// other core busy while England is worked out.
	[
		{ name: 'packs', alone: 'npm run build -- --packs-only' },
		{ name: 'types', alone: 'npm run check' },
		{ name: 'lint', alone: 'npx eslint .' },
		{ name: 'format', alone: 'npx prettier --check .' }
	],
	// Not beside the unit tests, which keep both cores busy; they could not spoil the pages, as a build
	// has what the framework generates for itself (scripts/build/site.ts).
	[
		{ name: 'pages', alone: 'npm run build', command: 'npx tsx scripts/build/ensure-site.ts' },
		{ name: 'published figures', alone: 'npm run check:figures' }
	],
	[
		{
			name: 'unit and data tests',
			alone: 'npx vitest run',
			command: `npx vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`,
			count: () => readVitest(join(PROJECT, VITEST_REPORT))
		}
	],
	[
		{
			name: 'browser tests',
			alone: 'npx playwright test',
			env: matrix,
			count: () => readPlaywright(join(PROJECT, PLAYWRIGHT_REPORT))
		}
	],
	...(isAll ? OTHER_NODES : []).map((version) => [
		{ name: `tests on Node ${version}`, alone: `npx tsx scripts/on-node.ts ${version}` }
	])
];

/** Runs a command of the project; true when it succeeded. Kept output is shown when it ends. */
function runCommand(command: string, env: Record<string, string>, keep: boolean): Promise<boolean> {
	const [program = '', ...args] = command.split(' ');
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: PROJECT,
			env: { ...process.env, ...env },
			shell: process.platform === 'win32',
			stdio: keep ? ['ignore', 'pipe', 'pipe'] : 'inherit'
		});
		const output: Buffer[] = [];
		child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
		child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
		const end = (ok: boolean) => {
			process.stdout.write(Buffer.concat(output));
			resolve(ok);
		};
		child.once('error', (error) => {
			console.error(`${command}: ${error.message}`);
			end(false);
		});
		child.once('close', (code) => end(code === 0));
	});
}

async function runStep(step: Step, isAlone: boolean): Promise<Outcome> {
	const { name, alone, command = alone, env = {}, count } = step;
	console.log(`\n== ${name} (${alone})`);
	const start = performance.now();
	const succeeded = await runCommand(command, env, !isAlone);
	const seconds = (performance.now() - start) / 1000;
	const counted = count ? count() : NO_TESTS;
	const { passed, failed } = counted ?? NO_TESTS;
	if (counted === null) console.error(`${name} left no report of its tests.`);
	const ok = succeeded && counted !== null && failed === 0;
	console.log(`== ${name}: ${ok ? 'passed' : 'failed'} in ${seconds.toFixed(1)} s`);
	// A step that fails without a failed test still counts as one failure.
	return { step, ok, seconds, counts: { passed, failed: ok ? 0 : Math.max(failed, 1) } };
}

/** Runs the groups in order up to and including the first with a failure. */
async function runGroups(): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const group of GROUPS) {
		const ran = await Promise.all(group.map((step) => runStep(step, group.length === 1)));
		outcomes.push(...ran);
		if (ran.some(({ ok }) => !ok)) break;
	}
	return outcomes;
}

function printSummary(outcomes: readonly Outcome[], seconds: number): void {
	console.log('\nSummary');
	for (const { step, ok, seconds } of outcomes) {
		console.log(`  ${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}`);
	}
	const ran = new Set(outcomes.map(({ step }) => step));
	for (const step of GROUPS.flat()) {
		if (!ran.has(step)) console.log(`  not run           ${step.name}`);
	}
	console.log(`          ${seconds.toFixed(1).padStart(6)} s  in all`);
	for (const { step } of outcomes.filter(({ ok }) => !ok)) {
		console.log(`"${step.name}" failed: run it alone with: ${step.alone}`);
	}
}

for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) {
	rmSync(join(PROJECT, report), { force: true });
}

const started = performance.now();
const outcomes = await runGroups();
const total = (key: keyof Counts) => outcomes.reduce((sum, { counts }) => sum + counts[key], 0);
printSummary(outcomes, (performance.now() - started) / 1000);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
