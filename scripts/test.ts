/**
 * `npm test`: every check there is, as many side by side as there are cores and one more, since none
 * keeps a core busy all the time. After a failure no other begins. The last line is
 * `N passed, M failed`, alone. `npm run test:all` has the browser tests go through every region,
 * edition, colour and size, property tests draw other and more examples, and runs the unit and data
 * tests on other versions of Node.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { join } from 'node:path';
import { carryOut, commandLine } from './lib/command-line.ts';
import { PROJECT } from './lib/paths.ts';
import { runCommand } from './lib/run-command.ts';
import { sideBySide, turns, type Ordered, type Turn } from './lib/side-by-side.ts';
import { NO_TESTS, readPlaywright, readVitest, type Counts } from './lib/test-counts.ts';

/** Where the two test runners write what they counted, from the project's folder. */
const VITEST_REPORT = '.cache/vitest.json';
const PLAYWRIGHT_REPORT = '.cache/playwright.json';

interface Step extends Ordered {
	/** The command as a person would type it to run this step alone. */
	alone: string;
	/** Run instead, where it differs. */
	command?: string;
	env?: Record<string, string>;
	/** Whether it gives way to the others, and takes what time of the cores they leave. */
	isPatient?: true;
	/** Reads how many tests passed and failed, or null when the step left no report. */
	count?: () => Counts | null;
}

interface Outcome {
	step: Step;
	ok: boolean;
	seconds: number;
	counts: Counts;
}

/**
 * Room for new objects before Node looks which are still needed: its own is for servers. The linter
 * reads each file into thousands of them, and saves a twentieth.
 */
const ROOMY: Record<string, string> = {
	NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --max-semi-space-size=64`.trim()
};

/** How far a patient step stands back: a seventh of a core, where two others want it. */
const PATIENCE = 5;

/** The other versions of Node that package.json admits and that are looked after. */
const OTHER_NODES = ['22', '24'];

/** How many times as many examples the whole run draws, from a seed of its own (`property-draws.ts`). */
const MORE_DRAWS = '10';

/** Every step, the first to begin first. */
function stepsOf(isAll: boolean): Step[] {
	const matrix: Record<string, string> = isAll ? { TEST_MATRIX: 'all' } : {};
	const draws: Record<string, string> = isAll
		? {
				TEST_SEED: process.env['TEST_SEED'] ?? String(randomInt(2 ** 31)),
				TEST_RUNS: process.env['TEST_RUNS'] ?? MORE_DRAWS
			}
		: {};
	const typed = Object.entries(draws).map(([name, value]) => `${name}=${value} `);
	return [
		// What all later steps read; those beside it read none of it.
		{ name: 'packs', alone: 'npm run build -- --packs-only' },
		{ name: 'types', alone: 'npm run check' },
		// Both look again only at files that changed, or at all when their settings or packages did.
		{ name: 'lint', alone: 'npm run lint:rules', env: ROOMY },
		{ name: 'format', alone: 'npm run lint:format' },
		{
			name: 'pages',
			alone: 'npm run build',
			command: 'npx tsx scripts/build/ensure-site.ts',
			// The check of types has the framework generate what both of them read.
			after: ['packs', 'types']
		},
		// Before pages are there it would only wait for whoever builds them.
		{ name: 'published figures', alone: 'npm run check:figures', after: ['pages'] },
		{
			name: 'browser tests',
			alone: 'npx playwright test',
			env: matrix,
			count: () => readPlaywright(join(PROJECT, PLAYWRIGHT_REPORT)),
			after: ['pages']
		},
		{
			// Neither the building of pages nor browsers, which wait for one thing and another, keep every
			// core busy: this step has what they leave, and then all of it.
			name: 'unit and data tests',
			alone: `${typed.join('')}npx vitest run`,
			command: `npx vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`,
			// To look for packs again would be to wait for whoever builds pages.
			env: { ...draws, ...matrix, TEST_PACKS: 'built' },
			isPatient: true,
			count: () => readVitest(join(PROJECT, VITEST_REPORT)),
			after: ['packs', 'types']
		},
		...(isAll ? OTHER_NODES : []).map((version) => ({
			name: `tests on Node ${version}`,
			alone: `npx tsx scripts/on-node.ts ${version}`,
			after: ['browser tests', 'unit and data tests']
		}))
	];
}

/** Runs a command of the project, which prints when it has the turn; true when it succeeded. */
function succeeds(command: string, step: Step, turn: Turn): Promise<boolean> {
	const { env = {}, isPatient = false } = step;
	const [program = '', ...args] = command.split(' ');
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: PROJECT,
			// Colours as in a terminal, where there is one at the end of what we print.
			env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
			shell: process.platform === 'win32',
			stdio: ['ignore', 'pipe', 'pipe']
		});
		// What it starts in turn stands back as far.
		if (isPatient && child.pid !== undefined) setPriority(child.pid, PATIENCE);
		child.stdout.on('data', turn.write);
		child.stderr.on('data', turn.write);
		child.once('error', (error) => {
			turn.write(`${command}: ${error.message}\n`);
			resolve(false);
		});
		child.once('close', (code) => resolve(code === 0));
	});
}

async function runStep(step: Step, turn: Turn): Promise<Outcome> {
	const { name, alone, command = alone, count } = step;
	turn.write(`\n== ${name} (${alone})\n`);
	const start = performance.now();
	const succeeded = await succeeds(command, step, turn);
	const seconds = (performance.now() - start) / 1000;
	const counted = count ? count() : NO_TESTS;
	const { passed, failed } = counted ?? NO_TESTS;
	if (counted === null) turn.write(`${name} left no report of its tests.\n`);
	const ok = succeeded && counted !== null && failed === 0;
	turn.write(`== ${name}: ${ok ? 'passed' : 'failed'} in ${seconds.toFixed(1)} s\n`);
	turn.end();
	// A step that fails without a failed test still counts as one failure.
	return { step, ok, seconds, counts: { passed, failed: ok ? 0 : Math.max(failed, 1) } };
}

function printSummary(steps: readonly Step[], outcomes: readonly Outcome[], seconds: number): void {
	console.log('\nSummary');
	for (const step of steps) {
		const outcome = outcomes.find((one) => one.step === step);
		if (!outcome) {
			console.log(`  not run           ${step.name}`);
			continue;
		}
		const { ok, seconds } = outcome;
		console.log(`  ${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}`);
	}
	console.log(`          ${seconds.toFixed(1).padStart(6)} s  in all, some side by side`);
	for (const { step } of outcomes.filter(({ ok }) => !ok)) {
		console.log(`"${step.name}" failed: run it alone with: ${step.alone}`);
	}
}

async function testAll(isAll: boolean): Promise<void> {
	for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) {
		rmSync(join(PROJECT, report), { force: true });
	}
	const started = performance.now();
	const steps = stepsOf(isAll);
	const turn = turns((text) => void process.stdout.write(text));
	const outcomes = await sideBySide(steps, availableParallelism() + 1, (step) =>
		runStep(step, turn())
	);
	const total = (key: keyof Counts) => outcomes.reduce((sum, { counts }) => sum + counts[key], 0);
	printSummary(steps, outcomes, (performance.now() - started) / 1000);
	process.exitCode = total('failed') > 0 ? 1 : 0;
	console.log(`${total('passed')} passed, ${total('failed')} failed`);
}

const command = commandLine('test', 'Run every check there is.', [
	['', 'runs the checks, each behaviour in few combinations'],
	['--all', 'goes through the whole matrix, as `npm run test:all` does']
])
	.option('--all', 'every region, edition, colour and size; other Nodes; more random examples')
	.action(({ all = false }: { all?: boolean }) => testAll(all));

await runCommand('test', () => carryOut(command, process.argv.slice(2)));
