/** What a server is given that has a site without pages of areas: they are made when asked for. */
import { Piscina } from 'piscina';
import { TooMany, type MakeFile } from '../../lib/made-file.ts';

/** Paths that may be of a page of an area, so that nothing is opened for any other. */
const OURS = /^(?:postcodes|[a-z0-9-]+\/areas)\//;
/** Megabytes that the thread may keep: one region and the page at hand fit well. */
const MEMORY = 512;
/** Milliseconds after which it is let go while nobody asks: a region takes long to read again. */
const IDLE = 5 * 60_000;
/** Pages that may wait for their turn. Where each is of another region, that is two minutes. */
export const MOST_WAITING = 32;

/**
 * Makes the files of pages of areas from the packs, as the build would have written them. A thread
 * of its own does that, one file after another, as reading a region takes seconds: meanwhile the
 * server answers whatever else is asked for. What nobody waits for any more when its turn comes is not
 * made, and no more may wait than {@link MOST_WAITING}. A thread that ends, as one whose memory is
 * full, takes the page at hand with it; the next page gets another thread.
 */
export function areaPagesOnDemand(
	worker = new URL('./on-demand-worker.ts', import.meta.url),
	memory = MEMORY
): MakeFile {
	let thread: Piscina<string, string | null> | null = null;
	let last: Promise<unknown> = Promise.resolve();
	/** Whether those are still there who wait. */
	const waiting = new Set<() => boolean>();
	const make = (path: string): Promise<string | null> => {
		thread ??= new Piscina<string, string | null>({
			filename: worker.href,
			execArgv: ['--import', 'tsx'],
			minThreads: 0,
			maxThreads: 1,
			idleTimeout: IDLE,
			resourceLimits: { maxOldGenerationSizeMb: memory }
		});
		return thread.run(path);
	};
	return (path, isWanted) => {
		if (!OURS.test(path)) return Promise.resolve(null);
		const isThere = () => isWanted();
		if ([...waiting].filter((other) => other()).length >= MOST_WAITING)
			return Promise.reject(new TooMany());
		waiting.add(isThere);
		const made = last
			.then(() => (isThere() ? make(path) : null))
			.finally(() => waiting.delete(isThere));
		last = made.catch(() => undefined);
		return made;
	};
}
