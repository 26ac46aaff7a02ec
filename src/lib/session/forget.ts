/**
 * Forgets everything of this site that is on the reader's computer, as far as a page can, and
 * tells what was removed and what could not be.
 */
import { base } from '$app/paths';
import { tellForgotten } from '../app/forgotten.ts';
import { GENERATION_KEY } from '../app/generation.ts';
import { THEME_KEY } from '../app/theme.svelte.ts';
import { storesOf } from '../offline/keeping.ts';
import { formatQuantity } from '../text/format.ts';
import { forgetTab, removeNames } from './held-texts.ts';
import { IMPORT_CHOICES_KEY } from './import-choices-key.ts';
import { deleteOwnDatabase, hasOwnDatabase, openOwnDatabase } from './own-database.ts';

export interface Forgotten {
	/** What was removed, each in a few words. */
	removed: string[];
	/** What could not be, and what to do, each in a sentence. */
	left: string[];
}

/** Milliseconds after which something that lets nobody go is given up. */
const PATIENCE = 10_000;
/** How often files are deleted again that a page in another tab was just getting. */
const ATTEMPTS = 50;
/** Milliseconds between. */
const BETWEEN = 100;

/** Forget everything, in every tab; resolves once the browser has let go, or will not. */
export async function forgetEverything(): Promise<Forgotten> {
	// A tab with an older version of the site may hold it open: then it is not counted.
	const before = await Promise.race([
		countOwn().catch(() => null),
		pause(PATIENCE).then(() => null)
	]);
	tellForgotten();
	const told = await Promise.all([forgetOwn(before), forgetFiles(), forgetNotes()]);
	return {
		removed: told.flatMap(({ removed }) => removed),
		left: told.flatMap(({ left }) => left)
	};
}

interface Own {
	lists: number;
	places: number;
	decisions: number;
	/** Answers of field checks, and counts of sessions. */
	answers: number;
}

/** What the reader brought and decided; null where there is no database. */
async function countOwn(): Promise<Own | null> {
	if (!(await hasOwnDatabase())) return null;
	const database = await openOwnDatabase();
	try {
		const batches = await database.getAll('batches');
		const decided = await database.getAll('decisions');
		const checks = await database.getAll('checks');
		return {
			lists: batches.length,
			places: batches.reduce((sum, { assets }) => sum + assets.length, 0),
			decisions: decided.reduce((sum, { decisions }) => sum + decisions.length, 0),
			answers: checks.reduce(
				(sum, { answers, sessions }) => sum + answers.length + sessions.length,
				0
			)
		};
	} finally {
		database.close();
	}
}

async function forgetOwn(own: Own | null): Promise<Forgotten> {
	const held =
		'Your own lists and decisions could not be removed: another tab of this site still uses them. Close every other tab of this site, then press the button again.';
	try {
		if (!(await hasOwnDatabase())) return { removed: [], left: [] };
		let isBlocked = false;
		const gone = await within(deleteOwnDatabase(() => (isBlocked = true)));
		if (!gone) return { removed: [], left: [isBlocked ? held : failed('Your own lists')] };
	} catch (error) {
		// A browser that keeps nothing has nothing to remove.
		return { removed: [], left: own ? [failed('Your own lists and decisions', error)] : [] };
	}
	const { lists = 0, places = 0, decisions = 0, answers = 0 } = own ?? {};
	return {
		removed: [
			...(lists > 0
				? [`${formatQuantity(lists, 'list')} of your own, with ${formatQuantity(places, 'place')}`]
				: []),
			...(decisions > 0 ? [`${formatQuantity(decisions, 'decision')} on duplicates`] : []),
			...(answers > 0 ? [`${formatQuantity(answers, 'answer')} of field checks and sessions`] : [])
		],
		left: []
	};
}

/** The files that pages open with again, and the worker that keeps them. */
async function forgetFiles(): Promise<Forgotten> {
	const what = 'The pages and files that your browser kept';
	try {
		if (!('caches' in globalThis)) return { removed: [], left: [] };
		const count = await countFiles();
		if ('serviceWorker' in navigator) {
			const registration = await navigator.serviceWorker.getRegistration(`${base}/`);
			await Promise.all(workersOf(registration).map((worker) => within(tellWorker(worker))));
			await registration?.unregister();
		}
		for (let attempt = 0; attempt < ATTEMPTS && (await ourStores()).length > 0; attempt++) {
			await Promise.all((await ourStores()).map((name) => caches.delete(name)));
			await pause(BETWEEN);
		}
		if ((await ourStores()).length > 0) return { removed: [], left: [failed(what)] };
		const removed =
			count > 0 ? [`${formatQuantity(count, 'file')} kept to open pages offline`] : [];
		return { removed, left: [] };
	} catch (error) {
		return { removed: [], left: [failed(what, error)] };
	}
}

async function ourStores(): Promise<string[]> {
	return (await caches.keys()).filter((name) => name.startsWith(storesOf(base)));
}

async function countFiles(): Promise<number> {
	const counts = (await ourStores()).map(
		async (name) => (await (await caches.open(name)).keys()).length
	);
	return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** Every worker of the site: the one that keeps what other tabs load need not be this page's yet. */
function workersOf(registration: ServiceWorkerRegistration | undefined): ServiceWorker[] {
	const { controller } = navigator.serviceWorker;
	const { active, waiting, installing } = registration ?? {};
	return [...new Set([controller, active, waiting, installing])].filter((worker) => !!worker);
}

/** Tell a worker to forget, and wait until it says that it has. */
function tellWorker(worker: ServiceWorker): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		worker.postMessage({ forget: true }, [port2]);
	});
}

/** Choices, and what this tab holds. */
function forgetNotes(): Forgotten {
	try {
		const gone = removeNames(localStorage, (name) =>
			[THEME_KEY, GENERATION_KEY, IMPORT_CHOICES_KEY].includes(name)
		);
		const imports = gone.filter((name) => name === IMPORT_CHOICES_KEY).length;
		const choices = gone.filter((name) => name === THEME_KEY).length;
		const held = forgetTab() + gone.length - choices - imports;
		return {
			removed: [
				...(choices > 0 ? ['your choice of light or dark colours'] : []),
				...(imports > 0 ? ['your choices for columns and kinds of files'] : []),
				...(held > 0 ? ['what you found by postcode or by where you are'] : [])
			],
			left: []
		};
	} catch (error) {
		// Storage that is forbidden holds nothing.
		return error instanceof DOMException && error.name === 'SecurityError'
			? { removed: [], left: [] }
			: { removed: [], left: [failed('Your choices', error)] };
	}
}

const failed = (what: string, error?: unknown): string =>
	`${what} could not be removed${error instanceof Error ? ` (${error.message})` : ''}. Clear this site’s data in the settings of your browser.`;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether something came to its end in time. */
const within = (work: Promise<unknown>): Promise<boolean> =>
	Promise.race([work.then(() => true), pause(PATIENCE).then(() => false)]);
