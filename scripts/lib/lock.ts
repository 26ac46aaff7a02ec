/**
 * One build at a time, or one of anything else that must be alone. The lock is a file that says which
 * processes hold it and where, and whose date is renewed while they work. It is taken over when they are gone: when none of them is there
 * any more, when the machine was started anew since, or, where that can't be seen from here
 * (another machine or container with the same folder), when no sign comes.
 */
import { randomUUID } from 'node:crypto';
import {
	closeSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as v from 'valibot';
import { isRunning, processOf, systemSays } from './process-facts.ts';

/** How often the holder gives a sign. */
const SIGN_MS = 5_000;
/** A holder of this machine without a sign for so long is taken for gone, however busy the machine. */
const GONE_MS = 10 * 60_000;
/** One of another machine that gave no sign while it was watched, by the clock of this one. */
const SILENT_MS = 2 * 60_000;
/** Without links a lock is made, then filled: one that says nothing for so long was left so. */
const UNREADABLE_MS = 10_000;
const LOOK_MS = 300;

export interface LockOptions {
	/** What is done under the lock, in messages; a build unless it is said. */
	doing?: string;
	/** Told once, in a line, when another process holds the lock, and when one left it behind. */
	log?: (line: string) => void;
	/** For tests. */
	lookMs?: number;
	silentMs?: number;
	/** Milliseconds of a clock that only goes forwards, and what is waited with between looks. */
	now?: () => number;
	pause?: (milliseconds: number) => Promise<unknown>;
}

/** A lock that is held. */
export interface HeldLock {
	/** Throws where another took it over, as after a long sleep of the machine. Asked before what can't be undone. */
	check: () => void;
	/** A process of ours that works on when we are killed: until it is gone too, nobody takes over. */
	alsoHeldBy: (pid: number) => void;
}

/** Does `work` while holding the lock; waits for whoever holds it. */
export async function withLock<T>(
	path: string,
	work: (lock: HeldLock) => Promise<T>,
	{
		doing = 'build',
		log = () => undefined,
		lookMs = LOOK_MS,
		silentMs = SILENT_MS,
		now = () => performance.now(),
		pause = sleep
	}: LockOptions = {}
): Promise<T> {
	mkdirSync(dirname(path), { recursive: true });
	const own: Said = { ...here(), id: randomUUID(), processes: [processOf(process.pid)] };
	let told = false;
	let watched = { sign: NaN, since: 0 };
	while (!take(path, own)) {
		const holder = holderOf(path);
		if (holder === null) continue; // let go in between
		if (holder.signMs !== watched.sign) watched = { sign: holder.signMs, since: now() };
		if (isGone(holder, now() - watched.since, silentMs)) {
			if (remove(path, holder)) log(`A ${doing} was stopped half way: starting again.`);
			else await pause(lookMs);
			continue;
		}
		if (!told) log(`Another ${doing} is running (${nameOf(holder)}): waiting for it.`);
		told = true;
		await pause(lookMs);
	}
	const isOurs = () => holderOf(path)?.id === own.id;
	const sign = setInterval(() => {
		try {
			if (isOurs()) utimesSync(path, new Date(), new Date());
		} catch {
			// Removed by hand: the work goes on, and nothing is left to renew.
		}
	}, SIGN_MS);
	sign.unref();
	try {
		return await work({
			check() {
				if (isOurs()) return;
				throw new Error(
					`Another ${doing} took over, as this one gave no sign for minutes: start it again.`
				);
			},
			alsoHeldBy(pid) {
				own.processes.push(processOf(pid));
				if (!isOurs()) return;
				const next = `${path}.${randomUUID()}`;
				writeFileSync(next, JSON.stringify(own));
				renameSync(next, path);
			}
		});
	} finally {
		clearInterval(sign);
		if (isOurs()) rmSync(path, { force: true });
	}
}

const SaidSchema = v.object({
	id: v.string(),
	host: v.string(),
	/** Which start of the machine, and which space of process numbers; null where the system doesn't say. */
	boot: v.nullable(v.string()),
	space: v.nullable(v.string()),
	/** When each was started, as numbers come again. */
	processes: v.array(v.object({ pid: v.number(), started: v.nullable(v.string()) }))
});

/** What a lock says of its holder. */
type Said = v.InferOutput<typeof SaidSchema>;

interface Holder {
	/** What tells it from others: its id, or the text of the file where that can't be read. */
	id: string;
	said: Said | null;
	signMs: number;
}

const here = (): Pick<Said, 'host' | 'boot' | 'space'> => ({
	host: hostname(),
	boot: systemSays(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
	space: systemSays(() => readlinkSync('/proc/self/ns/pid'))
});

const nameOf = ({ said }: Holder): string => {
	if (said === null) return 'of another version';
	const process = `process ${said.processes[0]?.pid ?? '?'}`;
	return said.host === hostname() ? process : `${process} on ${said.host}`;
};

/** Makes the lock with everything in it at once, so that nobody reads an empty one. */
function take(path: string, said: Said): boolean {
	const own = `${path}.${randomUUID()}`;
	writeFileSync(own, JSON.stringify(said));
	try {
		linkSync(own, path);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		// A disk without links: exclusive creation is next best.
		return takeWithoutLinks(path, own);
	} finally {
		rmSync(own, { force: true });
	}
}

function takeWithoutLinks(path: string, own: string): boolean {
	try {
		const file = openSync(path, 'wx');
		writeFileSync(file, readFileSync(own));
		closeSync(file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

function holderOf(path: string): Holder | null {
	try {
		const text = readFileSync(path, 'utf8');
		const said = readSaid(text);
		return { id: said?.id ?? text, said, signMs: statSync(path).mtimeMs };
	} catch {
		return null;
	}
}

function readSaid(text: string): Said | null {
	try {
		const read = v.safeParse(SaidSchema, JSON.parse(text));
		return read.success ? read.output : null;
	} catch {
		return null;
	}
}

/** `watchedMs`: for how long it was watched without a sign. */
function isGone({ said, signMs }: Holder, watchedMs: number, silentMs: number): boolean {
	const { host, boot, space } = here();
	if (said !== null) {
		const isHere = said.host === host;
		if (isHere && said.boot !== boot) return true;
		// Another machine has a clock of its own, and a container of the same name other numbers.
		if (!isHere || said.space !== space) return watchedMs > silentMs;
	}
	const silent = Math.max(watchedMs, Date.now() - signMs);
	if (said === null) return silent > UNREADABLE_MS;
	if (silent > GONE_MS) return true;
	return !said.processes.some(isRunning);
}

/**
 * Removes the lock of a holder that is gone, and no other that came in between: who removes holds
 * a lock on that while looking a last time.
 */
function remove(path: string, { id }: Holder): boolean {
	const removal = `${path}.removal`;
	const own: Said = { ...here(), id: randomUUID(), processes: [processOf(process.pid)] };
	if (!take(removal, own)) {
		const other = holderOf(removal);
		// It is held for no longer than it takes to look: one that stays was left behind.
		if (other && isGone(other, 0, SILENT_MS)) rmSync(removal, { force: true });
		return false;
	}
	try {
		if (holderOf(path)?.id !== id) return false;
		rmSync(path, { force: true });
		return true;
	} finally {
		rmSync(removal, { force: true });
	}
}
