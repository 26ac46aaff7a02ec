import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { ensureSmallFacts } from '../../scripts/build/small-facts.ts';

/** Kept beyond this module, which the runner loads anew for each of its projects. */
const DONE = Symbol.for('the packs of the tests');
const kept = globalThis as { [DONE]?: Promise<void> };

/** Before all unit and data tests: the packs are those of the facts and the code as they are now. */
export default function globalSetup(): Promise<void> {
	return (kept[DONE] ??= ensurePacks());
}

async function ensurePacks(): Promise<void> {
	// `npm test` has just built them, and builds pages meanwhile, for which others would have to wait.
	if (process.env['TEST_PACKS'] !== 'built') buildPacks();
	await ensureSmallFacts();
}

function buildPacks(): void {
	const tsx = createRequire(import.meta.url).resolve('tsx/cli');
	const args = [tsx, 'scripts/build/cli.ts', '--packs-only'];
	const { status } = spawnSync(process.execPath, args, { cwd: PROJECT, stdio: 'inherit' });
	if (status !== 0) throw new Error('The packs could not be built; the messages are above.');
}
