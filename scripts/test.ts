/**
 * `npm test`: every check there is, cheapest first, stopping at the first that fails. Its last
 * line is `N passed, M failed`, alone.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './lib/paths.ts';
import { buildSite } from './lib/site.ts';
import { NO_TESTS, readPlaywright, readVitest, type Counts } from './lib/test-counts.ts';

/** Where the two test runners write what they counted, from the project's folder. */
const VITEST_REPORT = '.cache/vitest.json';
const PLAYWRIGHT_REPORT = '.cache/playwright.json';

interface Step {
	name: string;
	/** The command as a person would type it to run this step alone. */
	alone: string;
	/** Runs it instead, where more than the command is to be done; true when it succeeded. */
	run?: () => boolean;
	/** Reads how many tests passed and failed, or null when the step left no report. */
	count?: () => Counts | null;
}

interface Outcome {
	step: Step;
	ok: boolean;
	seconds: number;
	counts: Counts;
}

/** Runs a command of the project, its output shown; true when it succeeded. */
function runCommand(command: string): boolean {
	const [program = '', ...args] = command.split(' ');
	const shell = process.platform === 'win32';
	return spawnSync(program, args, { cwd: PROJECT, stdio: 'inherit', shell }).status === 0;
}

const STEPS: Step[] = [
	{ name: 'types', alone: 'npm run check' },
	{ name: 'lint', alone: 'npx eslint .' },
	{ name: 'format', alone: 'npx prettier --check .' },
	{
		name: 'unit and data tests',
		alone: 'npx vitest run',
		run: () =>
			runCommand(
				`npx vitest run --reporter=default --reporter=json --outputFile.json=${VITEST_REPORT}`
			),
		count: () => readVitest(join(PROJECT, VITEST_REPORT))
	},
	{ name: 'published figures', alone: 'npm run check:figures' },
	{ name: 'build', alone: 'npm run build', run: () => buildSite() },
	{
		name: 'browser tests',
		alone: 'npx playwright test',
		count: () => readPlaywright(join(PROJECT, PLAYWRIGHT_REPORT))
	}
];

function runStep(step: Step): Outcome {
	console.log(`\n== ${step.name} (${step.alone})`);
	const start = performance.now();
	const succeeded = step.run ? step.run() : runCommand(step.alone);
	const seconds = (performance.now() - start) / 1000;
	const counted = step.count ? step.count() : NO_TESTS;
	const { passed, failed } = counted ?? NO_TESTS;
	if (counted === null) console.error(`${step.name} left no report of its tests.`);
	const ok = succeeded && counted !== null && failed === 0;
	console.log(`== ${step.name}: ${ok ? 'passed' : 'failed'} in ${seconds.toFixed(1)} s`);
	// A step that fails without a failed test still counts as one failure.
	return { step, ok, seconds, counts: { passed, failed: ok ? 0 : Math.max(failed, 1) } };
}

/** Runs the steps in order up to and including the first that fails. */
function runSteps(): Outcome[] {
	const outcomes: Outcome[] = [];
	for (const step of STEPS) {
		const outcome = runStep(step);
		outcomes.push(outcome);
		if (!outcome.ok) break;
	}
	return outcomes;
}

function printSummary(outcomes: Outcome[]): void {
	console.log('\nSummary');
	for (const { step, ok, seconds } of outcomes) {
		console.log(`  ${ok ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}`);
	}
	for (const step of STEPS.slice(outcomes.length)) console.log(`  not run           ${step.name}`);
	const failure = outcomes.find(({ ok }) => !ok);
	if (failure) {
		console.log(`Stopped at "${failure.step.name}": run it alone with: ${failure.step.alone}`);
	}
}

for (const report of [VITEST_REPORT, PLAYWRIGHT_REPORT]) {
	rmSync(join(PROJECT, report), { force: true });
}

const outcomes = runSteps();
const total = (key: keyof Counts) => outcomes.reduce((sum, { counts }) => sum + counts[key], 0);
printSummary(outcomes);
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
