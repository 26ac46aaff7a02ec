/**
 * What pages hold back from their addresses, kept for this tab alone: an entry of the history has
 * a random name, and the tab's storage the text under it. So Back and a reload show the same as
 * before, nothing of it is sent, and one place can be emptied. Where the browser keeps nothing,
 * both show the page without it.
 */
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
		try {
			return held === undefined ? null : sessionStorage.getItem(HELD_NAMES + held);
		} catch {
			return null;
		}
	}

	/** Keep a text for a new entry of the history, or for the one that is shown; returns what the entry must know. */
	keep(text: string, forThis: boolean): Entry {
		const held = (forThis ? entryShown().held : undefined) ?? newName();
		try {
			sessionStorage.setItem(HELD_NAMES + held, text);
		} catch {
			// Storage may be full or forbidden; it then lasts until the reader leaves the page.
		}
		return { held };
	}
}

/** Empty what the browser keeps for this tab alone; returns how much was held back from addresses. */
export function forgetTab(): number {
	const ours = (name: string) => name.startsWith(HELD_NAMES);
	const gone = removeNames(sessionStorage, (name) => ours(name) || name.startsWith(ROUTER_NAMES));
	return gone.filter(ours).length;
}

/** Remove some of what a storage holds; returns the names of what was removed. */
export function removeNames(storage: Storage, which: (name: string) => boolean): string[] {
	const names = Object.keys(storage).filter(which);
	for (const name of names) storage.removeItem(name);
	return names;
}

const newName = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-');

/** The router offers it after a reload only by this name; without it, a reload shows the page of the address. */
function entryShown(): Entry {
	const state = globalThis.history?.state as { 'sveltekit:states'?: Entry } | null | undefined;
	return state?.['sveltekit:states'] ?? {};
}
