/** Milliseconds after which it no longer waits: a browser that is never idle, or draws nothing, may never say so. */
const LATEST = 5000;

/** Calls once the browser has nothing more urgent to do, or it has waited for long; returns what calls it off. */
export function whenIdle(act: () => void): () => void {
	if (!('requestIdleCallback' in window)) {
		const timer = setTimeout(act, 2000);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(act, { timeout: LATEST });
	return () => cancelIdleCallback(handle);
}

/** Milliseconds from the end of loading that are left to what a page shows first. */
const FIRST = 2000;

/**
 * Calls some time after the page was loaded, once the browser has nothing more urgent to do; returns
 * what calls it off. For what nobody waits for: while a map is put together its workers need the
 * machine though the page itself is idle.
 */
export function whenAtRest(act: () => void): () => void {
	let callOff: () => void;
	const wait = () => {
		const timer = setTimeout(() => (callOff = whenIdle(act)), FIRST);
		callOff = () => clearTimeout(timer);
	};
	if (document.readyState === 'complete') wait();
	else {
		addEventListener('load', wait, { once: true });
		callOff = () => removeEventListener('load', wait);
	}
	return () => callOff();
}

/** What a reader does to a page by hand. */
const ACTS = ['pointerdown', 'keydown'] as const;

/**
 * Calls once the reader has first touched the page, by pointer or by key; returns what calls it off.
 * For what only somebody who stays will need.
 */
export function whenTouched(act: () => void): () => void {
	const calling = new AbortController();
	const once = () => {
		calling.abort();
		act();
	};
	for (const type of ACTS) {
		addEventListener(type, once, { capture: true, passive: true, signal: calling.signal });
	}
	return () => calling.abort();
}
