/**
 * The unit and data tests on another Node of the range in package.json, which npm brings:
 *
 *     npx tsx scripts/on-node.ts 22 [paths of tests]
 *
 * Where npm can't (no network), it says so in a sentence and ends as if all was well: those who
 * work without one test on the Node that they have.
 */
import { spawnSync } from 'node:child_process';
import { PROJECT } from './lib/paths.ts';

const [version = '', ...tests] = process.argv.slice(2);

/** Runs a program on that Node; null where it can't be had. */
function run(args: readonly string[], quiet: boolean): number | null {
	const { status, error } = spawnSync('npx', ['--yes', `node@${version}`, ...args], {
		cwd: PROJECT,
		// One try: to be without a network is no reason to wait.
		env: { ...process.env, npm_config_fetch_retries: '0' },
		shell: process.platform === 'win32',
		stdio: quiet ? 'ignore' : 'inherit'
	});
	return error ? null : status;
}

if (!/^\d+$/.test(version)) {
	console.error('on-node: name a Node by its number, such as 22.');
	process.exit(2);
}
if (run(['--version'], true) !== 0) {
	console.log(`Skipped: npm cannot bring Node ${version} here.`);
} else {
	const code = run(['node_modules/vitest/vitest.mjs', 'run', ...tests], false);
	process.exitCode = code ?? 1;
}
