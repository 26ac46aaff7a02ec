/** Light or dark: the reader's choice where there is one, else the system's. */
import type { MapThemeName, ThemeName } from '../picture/theme.ts';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** Also read by static/theme.js, which sets the theme before the first paint. */
export const THEME_KEY = 'theme';

export class ThemeStore {
	choice = $state<ThemeChoice>('system');
	#systemDark = $state(false);
	#moreContrast = $state(false);

	get shown(): ThemeName {
		if (this.choice !== 'system') return this.choice;
		return this.#systemDark ? 'dark' : 'light';
	}

	/** What the map is drawn in: as the pages, with more contrast where the device asks for it. */
	get onMap(): MapThemeName {
		return this.#moreContrast ? `${this.shown}-contrast` : this.shown;
	}

	/** Follow the system and the stored choice; returns what stops it. Call it in an effect. */
	attach(): () => void {
		const query = matchMedia('(prefers-color-scheme: dark)');
		const contrast = matchMedia('(prefers-contrast: more)');
		const follow = () => {
			this.#systemDark = query.matches;
			this.#moreContrast = contrast.matches;
		};
		follow();
		for (const one of [query, contrast]) one.addEventListener('change', follow);
		const stored = readStored();
		if (THEME_CHOICES.includes(stored as ThemeChoice)) this.choice = stored as ThemeChoice;
		return () => {
			for (const one of [query, contrast]) one.removeEventListener('change', follow);
		};
	}

	/** Go back to the system's colours, where the choice was forgotten. */
	forget(): void {
		this.#show('system');
	}

	choose(choice: ThemeChoice): void {
		this.#show(choice);
		try {
			localStorage.setItem(THEME_KEY, choice);
		} catch {
			// Storage may be forbidden; the choice then lasts as long as the page.
		}
	}

	#show(choice: ThemeChoice): void {
		this.choice = choice;
		if (choice === 'system') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = choice;
	}
}

function readStored(): string | null {
	try {
		return localStorage.getItem(THEME_KEY);
	} catch {
		return null;
	}
}
