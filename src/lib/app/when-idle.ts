/** Calls once the browser has nothing more urgent to do; returns what calls it off. */
export function whenIdle(act: () => void): () => void {
	if (!('requestIdleCallback' in window)) {
		const timer = setTimeout(act, 2000);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(act);
	return () => cancelIdleCallback(handle);
}
