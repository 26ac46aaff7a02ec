/**
 * What pages hold back from their addresses, kept for this tab alone: an entry of the history has
 * a random name, and the tab's storage the text under it. So Back and a reload show the same as
 * before, nothing of it is sent, and one place can be emptied. Where the browser keeps nothing,
 * both show the page without it. A text is kept under the generation of its day
 * (app/generation.ts), and only where there can be one: no other is shown, whichever tab held it.
 */
import { LEFT_OUT_NAMES } from './own-left-out.ts';
import { beginGeneration, generation, randomName } from '../app/generation.ts';

/** Start of the names in the tab's storage. */
const HELD_NAMES = 'asset-gap-map/held/';

/** Start of the names of what the router keeps there: how far each page was scrolled. */
const ROUTER_NAMES = 'sveltekit:';

/** What an entry of the history knows, in the router's `page.state`. */
interface Entry {
	held?: string;
}

export class HeldTexts {
	/** The text of the entry of the history that is shown; null where there is none. */
	here(): string | null {
		const { held } = entryShown();
		const now = generation();
		if (held === undefined || now === null) return null;
		try {
			return sessionStorage.getItem(nameOf(now, held));
		} catch {
			return null;
		}
	}

	/** Keep a text for a new entry of the history, or for the one that is shown; returns what the entry must know. */
	keep(text: string, forThis: boolean): Entry {
		const held = (forThis ? entryShown().held : undefined) ?? randomName();
		const now = beginGeneration();
		// What nobody could make this tab forget is not kept at all.
		if (now === null) return { held };
		try {
			sessionStorage.setItem(nameOf(now, held), text);
		} catch {
			// Storage may be full or forbidden; it then lasts until the reader leaves the page.
		}
		return { held };
	}
}

/** Remove what this tab held back before everything was forgotten: nothing could tell a tab that was elsewhere. */
export function dropForgotten(): void {
	const now = generation();
	try {
		removeNames(
			sessionStorage,
			(name) => name.startsWith(HELD_NAMES) && (now === null || !name.startsWith(nameOf(now, '')))
		);
	} catch {
		// Storage that is forbidden holds nothing.
	}
}

/** Empty what the browser keeps for this tab alone; returns how much was held back from addresses. */
export function forgetTab(): number {
	const ours = (name: string) => name.startsWith(HELD_NAMES);
	const gone = removeNames(sessionStorage, (name) =>
		[HELD_NAMES, ROUTER_NAMES, LEFT_OUT_NAMES].some((start) => name.startsWith(start))
	);
	return gone.filter(ours).length;
}

/** Remove some of what a storage holds; returns the names of what was removed. */
export function removeNames(storage: Storage, which: (name: string) => boolean): string[] {
	const names = Object.keys(storage).filter(which);
	for (const name of names) storage.removeItem(name);
	return names;
}

const nameOf = (of: string, held: string): string => `${HELD_NAMES}${of}/${held}`;

/** The router offers it after a reload only by this name; without it, a reload shows the page of the address. */
function entryShown(): Entry {
	const state = globalThis.history?.state as { 'sveltekit:states'?: Entry } | null | undefined;
	return state?.['sveltekit:states'] ?? {};
}
