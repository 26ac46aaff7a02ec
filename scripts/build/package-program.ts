/** Programs of packages that a build starts: each in a process of its own, which ends with the build. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';

/** As the workers of packs have it (packs.ts): a fifth of the time went into looking for what is still needed. */
const ROOM = '--max-semi-space-size=64';

export interface RunningProgram {
	process: ChildProcess;
	/** Resolves when it has done its work. Rejected where it fails; what it said stands above. */
	done: Promise<void>;
	/** Ends it, whatever it is at. Resolves when it has ended. */
	stop: () => Promise<void>;
}

export interface ProgramManner {
	/** Of its environment, besides those of this process. */
	variables?: Record<string, string>;
	/** Told the number of its process. */
	onStart?: (pid: number) => void;
}

/** How much of what a program says is kept: its end. */
const KEPT = 1_000_000;

/**
 * Starts the program in `file` of a package, with a channel to it. What it says is for who looks for
 * a fault: it is shown where the program fails.
 */
export function startProgram(
	name: string,
	file: string,
	args: readonly string[],
	{ variables = {}, onStart = () => undefined }: ProgramManner = {}
): RunningProgram {
	const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
	const program = join(dirname(manifest), file);
	const endWithParent = new URL('./end-with-parent.js', import.meta.url).href;
	const child = spawn(process.execPath, [ROOM, '--import', endWithParent, program, ...args], {
		cwd: PROJECT,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		env: { ...process.env, ...variables }
	});
	if (child.pid !== undefined) onStart(child.pid);
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-KEPT)));
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	const done = ended.then((code) => {
		if (code === 0) return;
		process.stderr.write(said);
		throw new Error('The pages could not be built; the messages are above.');
	});
	// Told to who waits for it; until then nobody listens.
	done.catch(() => undefined);
	return {
		process: child,
		done,
		async stop() {
			child.kill();
			await ended.catch(() => undefined);
		}
	};
}
