/** What every page shares: one announcer, one theme, who looks after what it lists, and the areas. */
import { createContext } from 'svelte';
import type { Announcer } from './announcer.svelte.ts';
import type { HandOver } from './hand-over.ts';
import type { ThemeStore } from './theme.svelte.ts';

export interface AppContext {
	announcer: Announcer;
	theme: ThemeStore;
	/** What the first page found for the page of a region. */
	handOver: HandOver;
	/** Who looks after the listings, or that nobody does, in a sentence. */
	owner: string;
	/** The newest day that a list was read, in ISO: of when the data are. */
	dataDay: string;
	/** The areas of the site, and whether a document of theirs was checked. */
	regions: readonly { slug: string; name: string; isChecked: boolean }[];
}

export const [getApp, setApp] = createContext<AppContext>();
