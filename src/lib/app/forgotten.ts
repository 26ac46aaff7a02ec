/** Tells all tabs of the site that everything on this computer is forgotten, this one too. */
import { beginGeneration, generation } from './generation.ts';

const CHANNEL = 'asset-gap-map/forgotten';

/**
 * Let go of what is held in memory when everything is forgotten; returns what ends that. A page
 * that the browser set aside hears nothing: it looks when it is shown again. What is typed and held
 * by the page alone is of no day yet: `holds` says whether there is any, so that it is one's then.
 */
export function onForgotten(letGo: () => void, holds: () => boolean = () => false): () => void {
	let before: string | null = null;
	const hide = () => (before = holds() ? beginGeneration() : generation());
	const show = ({ persisted }: PageTransitionEvent) => {
		if (persisted && before !== null && generation() !== before) letGo();
	};
	addEventListener('pagehide', hide);
	addEventListener('pageshow', show);
	const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
	if (channel) channel.onmessage = () => letGo();
	return () => {
		removeEventListener('pagehide', hide);
		removeEventListener('pageshow', show);
		channel?.close();
	};
}

/** Tell every tab. */
export function tellForgotten(): void {
	if (typeof BroadcastChannel === 'undefined') return;
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage('forgotten');
	channel.close();
}
