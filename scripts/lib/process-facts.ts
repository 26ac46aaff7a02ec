/** Processes of this machine: whether one is still there, and which started it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told from a later one with the same number. */
export interface Process {
	pid: number;
	/** When it was started, as the system counts; null where the system doesn't say. */
	started: string | null;
}

/** What `read` says, or null on a system without the files it reads. */
export const systemSays = <T>(read: () => T): T | null => {
	try {
		return read();
	} catch {
		return null;
	}
};

/** Of a process, what the system says behind its name in brackets: its state first. */
const factsOf = (pid: number): string[] | null =>
	systemSays(() => {
		const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return text.slice(text.lastIndexOf(')') + 2).split(' ');
	});

/** A process with the time of its start. */
export const processOf = (pid: number): Process => ({
	pid,
	started: factsOf(pid)?.[19] ?? null
});

/** Whether a process is there. One that has ended keeps its number until whoever started it asks how. */
export function isRunning({ pid, started }: Process): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
	}
	const facts = factsOf(pid);
	if (facts === null) return true;
	return facts[0] !== 'Z' && (started === null || facts[19] === started);
}

/** Which process started one, and what its own command is; null where the system doesn't say. */
function lineOf(pid: number): { parent: number; command: string } | null {
	const parent = Number(factsOf(pid)?.[1] ?? NaN);
	const command = systemSays(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
	if (command !== null && parent >= 0) return { parent, command: command.replaceAll('\0', ' ') };
	return systemSays(() => {
		const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		}).trim();
		const space = line.indexOf(' ');
		return { parent: Number(line.slice(0, space)), command: line.slice(space + 1) };
	});
}

/** As npm and its like call themselves, and as they are called. */
const RUNNER =
	/^(?:\S*[\\/])?(?:npm|npx|pnpm|yarn)\b|[\\/](?:npm|npx|pnpm|yarn)[\w-]*(?:\.[cm]?js)?(?: |$)/;
/** A shell and the program that turns TypeScript into JavaScript stand between; no more than these. */
const MOST_BETWEEN = 6;

/**
 * The processes that this one was started by, its parent first, up to the `npm` (or its like) that
 * ran the command; the parent alone where there is none.
 */
export function starters(): Process[] {
	const found: Process[] = [];
	for (let pid = process.ppid; pid > 1 && found.length < MOST_BETWEEN;) {
		found.push(processOf(pid));
		const line = lineOf(pid);
		if (line === null) break;
		if (RUNNER.test(line.command)) return found;
		pid = line.parent;
	}
	return found.slice(0, 1);
}

const LOOK_MS = 1_000;

/**
 * Ends this process when the command that started it was killed, which can tell nobody: otherwise a
 * server would stay behind and hold its port. Does nothing for what no npm started, as a service is
 * started by others and left alone.
 */
export function endWithCommand(): void {
	if (process.env['npm_lifecycle_event'] === undefined) return;
	const all = starters();
	setInterval(() => {
		if (!all.every(isRunning)) process.exit(1);
	}, LOOK_MS).unref();
}
