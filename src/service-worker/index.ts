/**
 * Makes pages that were opened once open without a connection. It asks for nothing by itself but
 * the page that says "offline": what a page has loaded, the page hands over (src/lib/app/offline),
 * and what it loads from then on passes through here. Each build has a store of its own; names
 * hold a hash, so no store can mix two builds.
 */
import { base, version } from '$service-worker';
import {
	isWorthKeeping,
	keepingOf,
	storesOf,
	stylesheetsOf,
	type Keeping
} from '../lib/offline/keeping.ts';

declare const self: ServiceWorkerGlobalScope;

const OURS = storesOf(base);
const STORE = OURS + version;
const OFFLINE_PAGE = `${base}/offline.html`;
/** Milliseconds after which a kept page stands in for one that is slow to come. */
const PATIENCE = 5_000;
/** How often this worker was told to forget: what was asked for before is not kept after. */
let forgotten = 0;
/** Not so from then on until a page begins anew: a tab still open loads more, which nobody wants kept. */
let keeps = true;

const fromRoot = (url: URL): string => url.pathname.slice(base.length);

/** How the file at an address is kept; other origins and other parts of this one are not ours. */
function keepingAt(url: URL): Keeping {
	if (url.origin !== location.origin || !url.pathname.startsWith(`${base}/`)) return 'not at all';
	return keepingOf(fromRoot(url));
}

/** What is kept for an address. A page is the same whatever its query asks the map to show. */
function kept(url: URL): Promise<Response | undefined> {
	return caches.match(url.pathname, { ignoreVary: true, cacheName: STORE });
}

/** Fetch, and keep what comes where it is worth keeping. Keeping may fail (no room): never an error. */
async function fetchAndKeep(url: URL, request: Request | string): Promise<Response> {
	const asked = forgotten;
	const response = await fetch(request);
	const { status, redirected, type, headers } = response;
	const contentType = headers.get('Content-Type');
	if (isWorthKeeping(fromRoot(url), { status, redirected, type, contentType })) {
		const copy = response.clone();
		await keep(url, copy, asked).catch(() => undefined);
	}
	return response;
}

async function keep(url: URL, copy: Response, asked: number): Promise<void> {
	if (!keeps || asked !== forgotten) return;
	const store = await caches.open(STORE);
	await store.put(url.pathname, copy);
	// Told to forget meanwhile: the store may be one that was opened after that.
	if (asked !== forgotten) await caches.delete(STORE);
}

/** Delete the stores of this site that `isOld`. */
async function clean(isOld: (name: string) => boolean): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name.startsWith(OURS) && isOld(name));
	await Promise.all(old.map((name) => caches.delete(name)));
}

async function answerForGood(url: URL, request: Request): Promise<Response> {
	return (await kept(url)) ?? fetchAndKeep(url, request);
}

/** One of a set: from the store, else from the host, and not kept alone. */
async function answerAlone(url: URL, request: Request): Promise<Response> {
	return (await kept(url)) ?? fetch(request);
}

async function answerAnew(url: URL, request: Request): Promise<Response> {
	const fresh = fetchAndKeep(url, request);
	fresh.catch(() => undefined); // its failure is dealt with below, or no longer matters
	const standIn = await kept(url);
	try {
		if (!standIn) return await fresh;
		const late = new Promise<Response>((resolve) => setTimeout(() => resolve(standIn), PATIENCE));
		return await Promise.race([fresh, late]);
	} catch (error) {
		const instead =
			standIn ?? (request.mode === 'navigate' ? await caches.match(OFFLINE_PAGE) : undefined);
		if (instead) return instead;
		throw error;
	}
}

const keepOfflinePage = () => fetchAndKeep(new URL(OFFLINE_PAGE, location.href), OFFLINE_PAGE);

/*
 * Where another build's worker is at work, this one waits until the last page of that build is
 * closed: what those pages loaded may be gone from the host, and stands in the store that is removed
 * on activation. It loses nothing by waiting, as pages are asked of the host first.
 */
self.addEventListener('install', (event) => {
	event.waitUntil(keepOfflinePage());
});

self.addEventListener('activate', (event) => {
	event.waitUntil(clean((name) => name !== STORE).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	const keeping = request.method === 'GET' ? keepingAt(url) : 'not at all';
	if (keeping === 'with its set') event.respondWith(answerAlone(url, request));
	if (keeping === 'for good') event.respondWith(answerForGood(url, request));
	if (keeping === 'as a stand-in') event.respondWith(answerAnew(url, request));
});

/**
 * A page says what it has loaded: addresses, most of which the browser still has at hand; a set of
 * files to be kept together; that
 * everything is to be forgotten; or that it begins anew after that.
 */
self.addEventListener('message', (event) => {
	const { loaded, set, forget, begin } = event.data as Record<string, unknown>;
	if (begin === true) {
		keeps = true;
		event.waitUntil(keepOfflinePage().then(() => self.clients.claim()));
	}
	if (forget === true) {
		forgotten++;
		keeps = false;
		const [answer] = event.ports;
		event.waitUntil(clean(() => true).finally(() => answer?.postMessage('done')));
	}
	const isSet = Array.isArray(set);
	if (!isSet && !Array.isArray(loaded)) return;
	const asked = forgotten;
	const wanted = [...new Set(((isSet ? set : loaded) as unknown[]).map(String))]
		.map((address) => new URL(address, location.href))
		.filter((url) => isSet || keepingAt(url) !== 'with its set');
	const keepOne = async (url: URL): Promise<void> => {
		if (asked !== forgotten || keepingAt(url) === 'not at all' || (await kept(url))) return;
		const response = await fetchAndKeep(url, url.pathname);
		// A page put together in the browser has not asked for all the styles that it links to.
		if (!response.headers.get('Content-Type')?.startsWith('text/html')) return;
		const styles = stylesheetsOf((await (await kept(url))?.text()) ?? '');
		await Promise.allSettled(styles.map((href) => keepOne(new URL(href, url))));
	};
	event.waitUntil(Promise.allSettled(wanted.map(keepOne)));
});
