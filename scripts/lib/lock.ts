/**
 * One build at a time. The lock is a file with the number of the process that holds it, whose date
 * is renewed while it works: a lock of a process that is gone, or that gave no sign for
 * minutes, is taken over.
 */
import { randomUUID } from 'node:crypto';
import {
	closeSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often the holder gives a sign. */
const SIGN_MS = 5_000;
/** A holder without a sign for so long is taken for gone, however busy the machine. */
const GONE_MS = 10 * 60_000;
const LOOK_MS = 300;

export interface LockOptions {
	/** Told once, in a line, when another process holds the lock, and when one left it behind. */
	log?: (line: string) => void;
	/** For tests. */
	lookMs?: number;
}

/** Does `work` while holding the lock; waits for whoever holds it. */
export async function withLock<T>(
	path: string,
	work: () => Promise<T>,
	{ log = () => undefined, lookMs = LOOK_MS }: LockOptions = {}
): Promise<T> {
	mkdirSync(dirname(path), { recursive: true });
	let told = false;
	while (!take(path)) {
		const holder = holderOf(path);
		if (holder === null) continue; // let go in between
		if (isGone(holder)) {
			if (remove(path, holder)) log('A build was stopped half way: starting again.');
			continue;
		}
		if (!told) log(`Another build is running (process ${holder.pid}): waiting for it.`);
		told = true;
		await sleep(lookMs);
	}
	const sign = setInterval(() => {
		try {
			utimesSync(path, new Date(), new Date());
		} catch {
			// Taken over or removed by hand: the work goes on, and nothing is left to renew.
		}
	}, SIGN_MS);
	sign.unref();
	try {
		return await work();
	} finally {
		clearInterval(sign);
		const holder = holderOf(path);
		if (holder?.pid === process.pid) rmSync(path, { force: true });
	}
}

interface Holder {
	/** NaN where the file says nothing that can be read. */
	pid: number;
	text: string;
	signMs: number;
}

/** Makes the lock with everything in it at once, so that nobody reads an empty one. */
function take(path: string): boolean {
	const own = `${path}.${randomUUID()}`;
	writeFileSync(own, `${process.pid} ${randomUUID()}\n`);
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
		return { pid: Number.parseInt(text, 10), text, signMs: statSync(path).mtimeMs };
	} catch {
		return null;
	}
}

function isGone({ pid, signMs }: Holder): boolean {
	if (Date.now() - signMs > GONE_MS || !Number.isInteger(pid)) return true;
	try {
		process.kill(pid, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ESRCH';
	}
}

/** Removes the lock of a holder that is gone, and no other that came in between. */
function remove(path: string, { text }: Holder): boolean {
	if (holderOf(path)?.text !== text) return false;
	rmSync(path, { force: true });
	return true;
}
