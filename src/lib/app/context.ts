/** What every page shares: one announcer, one theme, and who looks after what it lists. */
import { createContext } from 'svelte';
import type { Announcer } from './announcer.svelte.ts';
import type { ThemeStore } from './theme.svelte.ts';

export interface AppContext {
	announcer: Announcer;
	theme: ThemeStore;
	/** Who looks after the listings, or that nobody does, in a sentence. */
	owner: string;
}

export const [getApp, setApp] = createContext<AppContext>();
