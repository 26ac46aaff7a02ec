/** What a server is given that has a site without pages of areas: they are made when asked for. */
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { TooMany, type MakeFile } from '../../lib/made-file.ts';
import { oneFile } from '../../lib/one-file.ts';
import { READY } from './ready.ts';

/** Paths that may be of a page of an area, so that nothing is opened for any other. */
const OURS = /^(postcodes|[a-z0-9-]+(?=\/areas\/))\//;
/** Pages of these are made beside any region: their facts stay open. */
const POSTCODES = 'postcodes';
/** Megabytes that the thread may keep: three regions and the page at hand fit well. */
const MEMORY = 512;
/** Milliseconds after which it is let go while nobody asks: a region takes long to read again. */
const IDLE = 30 * 60_000;
/**
 * Pages that may wait for their turn. Those of one region follow each other, a twentieth of a second
 * each; to open another takes seconds.
 */
export const MOST_WAITING = 256;
/** How often a page is passed over for others whose region is open. */
const MOST_PASSED = 64;

/**
 * What the thread runs, as JavaScript, until this process ends: a thread that turned each module into
 * it by itself would leave two hundred files open when it ends, and one ends whenever nobody asks for
 * a while.
 */
function threadProgram(): string {
	const { path, remove } = oneFile({ entry: 'scripts/build/areas/on-demand-worker.ts' });
	process.once('exit', remove);
	return pathToFileURL(path).href;
}

/** Who asked for a page. */
interface Asker {
	isThere: () => boolean;
	resolve: (file: string | null) => void;
	reject: (reason: unknown) => void;
}

/** Makes pages of areas, and reads what they need before the first is asked for. */
export type MakeAreaPage = MakeFile & { getReady(): void };

/** A page in line. */
interface Waiting {
	path: string;
	/** What must be open for it. */
	of: string;
	/** The address of who asked first. */
	from: string;
	askers: Asker[];
	passed: number;
}

/**
 * Makes the files of pages of areas from the packs, as the build would have written them. A thread
 * of its own does that, one file after another, as reading a region takes seconds: meanwhile the
 * server answers whatever else is asked for. Pages of the region that is open come first, so that
 * whoever asks for one of each region in turn does not keep all others waiting. Who asks for what is
 * in line already waits for that. Those who are gone leave the line, and a page with them that nobody
 * else waits for; no more than {@link MOST_WAITING} may stand in it, and where one address has filled
 * it, others still get their places. A thread that ends, as one whose memory is full, takes the page
 * at hand with it; the next page gets another thread.
 */
export function areaPagesOnDemand(worker?: URL, memory = MEMORY): MakeAreaPage {
	let program = worker?.href;
	let thread: Piscina<string, string | null> | null = null;
	let line: Waiting[] = [];
	let atHand: Waiting | null = null;
	let open: string | null = null;

	const make = (path: string): Promise<string | null> => {
		thread ??= new Piscina<string, string | null>({
			filename: (program ??= threadProgram()),
			// Not those of this process, which may turn modules into JavaScript as they come.
			execArgv: [],
			minThreads: 0,
			maxThreads: 1,
			idleTimeout: IDLE,
			resourceLimits: { maxOldGenerationSizeMb: memory }
		});
		return thread.run(path);
	};

	const letGo = () => {
		for (const one of line) {
			const gone = one.askers.filter(({ isThere }) => !isThere());
			one.askers = one.askers.filter((asker) => !gone.includes(asker));
			for (const { reject } of gone) reject(new TooMany());
		}
		line = line.filter(({ askers }) => askers.length > 0);
	};

	/** The oldest page, or the oldest whose facts are open. */
	const takeNext = (): Waiting | null => {
		const [oldest] = line;
		if (!oldest) return null;
		const ready = line.find(({ of }) => of === open || of === POSTCODES);
		const next = ready && oldest.passed < MOST_PASSED ? ready : oldest;
		if (next !== oldest) oldest.passed++;
		line = line.filter((one) => one !== next);
		return next;
	};

	const goOn = async () => {
		for (;;) {
			letGo();
			const next = takeNext();
			atHand = next;
			if (!next) return;
			try {
				const file = await make(next.path);
				// For a region that is not there, none was opened.
				if (file !== null && next.of !== POSTCODES) open = next.of;
				for (const { resolve } of next.askers) resolve(file);
			} catch (error) {
				open = null;
				for (const { reject } of next.askers) reject(error);
			}
		}
	};

	/** Gives a place in a full line to who has none or few, from the one who has most. */
	const makeRoom = (from: string): boolean => {
		const held = new Map<string, number>();
		for (const one of line) held.set(one.from, (held.get(one.from) ?? 0) + 1);
		const [[greedy, most] = ['', 0]] = [...held].sort(([, one], [, other]) => other - one);
		if (most <= (held.get(from) ?? 0) + 1) return false;
		const last = line.findLast((one) => one.from === greedy);
		line = line.filter((one) => one !== last);
		for (const { reject } of last?.askers ?? []) reject(new TooMany());
		return true;
	};

	const ask = (
		path: string,
		of: string,
		isThere: () => boolean,
		from: string
	): Promise<string | null> =>
		new Promise((resolve, reject) => {
			letGo();
			const asker = { isThere, resolve, reject };
			const same = [atHand, ...line].find((one) => one?.path === path);
			if (same) same.askers.push(asker);
			else if (line.length >= MOST_WAITING && !makeRoom(from)) reject(new TooMany());
			else {
				line.push({ path, of, from, askers: [asker], passed: 0 });
				if (!atHand) void goOn();
			}
		});

	const makeFile: MakeFile = (path, isThere, from = '') => {
		const [, of] = OURS.exec(path) ?? [];
		return of === undefined ? Promise.resolve(null) : ask(path, of, isThere, from);
	};
	return Object.assign(makeFile, {
		getReady() {
			// Where it fails, whoever asks for a page is told so.
			ask(READY, POSTCODES, () => true, '').catch(() => undefined);
		}
	});
}
