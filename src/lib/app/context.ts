/** What every page shares: one announcer, one theme. */
import { createContext } from 'svelte';
import type { Announcer } from './announcer.svelte.ts';
import type { ThemeStore } from './theme.svelte.ts';

export interface AppContext {
	announcer: Announcer;
	theme: ThemeStore;
}

export const [getApp, setApp] = createContext<AppContext>();
