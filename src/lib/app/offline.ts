/** Pages that were opened once open without a connection: the page's side of the service worker. */
import { dev } from '$app/environment';
import { asset } from '$app/paths';
import { onForgotten } from './forgotten.ts';
import { whenAtRest } from './when-idle.ts';

/**
 * Hand what this page has loaded over to be kept, and whatever it loads from now on. Does nothing
 * where the browser can't; a page never needs it. Returns what stops it.
 */
export function keepForOffline(): () => void {
	if (dev || !('serviceWorker' in navigator)) return () => undefined;
	const workers = navigator.serviceWorker;
	let watching: PerformanceObserver | null = null;
	/** A new service worker starts with an empty store: it is told everything. */
	const hand = () => {
		watching?.disconnect();
		keepPage();
		watching = new PerformanceObserver((list) => tell(list.getEntries().map(({ name }) => name)));
		watching.observe({ type: 'resource', buffered: true });
	};
	const start = () => {
		// Without a place to keep things, as in some private windows, all else works as before.
		workers
			.register(asset('/service-worker.js'))
			.then(({ active }) => {
				// One that was told to forget is taken back while another tab still has it, and is not
				// installed anew.
				if (!workers.controller) active?.postMessage({ begin: true });
			})
			.catch(() => undefined);
	};
	workers.addEventListener('controllerchange', hand);
	// What was loaded before is not handed over again.
	const deaf = onForgotten(() => stop());
	if (workers.controller) hand();
	// Keeping goes through all that was loaded once more, which would hold up the map.
	const wait = whenAtRest(start);
	const stop = () => {
		watching?.disconnect();
		workers.removeEventListener('controllerchange', hand);
		wait();
		deaf();
	};
	return stop;
}

/** Keep the page that is open: one reached by a link was put together here, and never fetched whole. */
export function keepPage(): void {
	tell([location.origin + location.pathname]);
}

/** Calls once there is what keeps things, and nothing more urgent to do; returns what calls it off. */
export function whenKeeping(act: () => void): () => void {
	if (dev || !('serviceWorker' in navigator)) return () => undefined;
	const workers = navigator.serviceWorker;
	if (workers.controller) return whenAtRest(act);
	workers.addEventListener('controllerchange', act, { once: true });
	return () => workers.removeEventListener('controllerchange', act);
}

/** Keep all files of a set, whichever of them the page has read. */
export function keepSet(addresses: readonly string[]): void {
	say({ set: addresses });
}

const tell = (loaded: string[]): void => say({ loaded });

function say(message: object): void {
	if ('serviceWorker' in navigator) navigator.serviceWorker.controller?.postMessage(message);
}
