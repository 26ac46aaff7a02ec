/** Tells all tabs of the site that everything on this computer is forgotten, this one too. */
const CHANNEL = 'asset-gap-map/forgotten';

/** Let go of what is held in memory when everything is forgotten; returns what ends that. */
export function onForgotten(letGo: () => void): () => void {
	if (typeof BroadcastChannel === 'undefined') return () => undefined;
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = () => letGo();
	return () => channel.close();
}

/** Tell every tab. */
export function tellForgotten(): void {
	if (typeof BroadcastChannel === 'undefined') return;
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage('forgotten');
	channel.close();
}
