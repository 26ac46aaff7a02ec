/** What a server is given that has a site without pages of areas: they are made when asked for. */
import { Piscina } from 'piscina';
import type { MakeFile } from '../../lib/made-file.ts';

/** Paths that may be of a page of an area, so that nothing is opened for any other. */
const OURS = /^(?:postcodes|[a-z0-9-]+\/areas)\//;
/** Megabytes that the thread may keep: one region and the page at hand fit well. */
const MEMORY = 512;
/** Milliseconds after which it is let go while nobody asks: a region takes long to read again. */
const IDLE = 5 * 60_000;

/**
 * Makes the files of pages of areas from the packs, as the build would have written them. A thread
 * of its own does that, one file after another, as reading a region takes seconds: meanwhile the
 * server answers whatever else is asked for. What nobody waits for any more when its turn comes is not
 * made.
 */
export function areaPagesOnDemand(
	worker = new URL('./on-demand-worker.ts', import.meta.url)
): MakeFile {
	let thread: Piscina<string, string | null> | null = null;
	let last: Promise<unknown> = Promise.resolve();
	const make = (path: string): Promise<string | null> => {
		thread ??= new Piscina<string, string | null>({
			filename: worker.href,
			execArgv: ['--import', 'tsx'],
			minThreads: 0,
			maxThreads: 1,
			idleTimeout: IDLE,
			resourceLimits: { maxOldGenerationSizeMb: MEMORY }
		});
		return thread.run(path);
	};
	return (path, isWanted) => {
		if (!OURS.test(path)) return Promise.resolve(null);
		const made = last.then(() => (isWanted() ? make(path) : null));
		last = made.catch(() => undefined);
		return made;
	};
}
