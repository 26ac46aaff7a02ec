/** What the reader decided for files they brought, kept in this browser alone. */
import {
	readRemembered,
	withDecided,
	type Layout,
	type Remembered
} from '../register/intake/remembered.ts';
import type { KindReading } from '../register/intake/kind-words.ts';
import { IMPORT_CHOICES_KEY } from './import-choices-key.ts';

/** What was decided before; nothing where the browser keeps nothing. */
export function rememberedChoices(): Remembered {
	try {
		return readRemembered(localStorage.getItem(IMPORT_CHOICES_KEY));
	} catch {
		return readRemembered(null);
	}
}

/** Keep what was decided for a file that was brought. */
export function rememberChoices(
	layout: readonly [string, Layout],
	kinds: readonly (readonly [words: string, KindReading])[]
): void {
	try {
		const all = withDecided(rememberedChoices(), layout, kinds);
		localStorage.setItem(IMPORT_CHOICES_KEY, JSON.stringify(all));
	} catch {
		// Storage may be full or forbidden; the next file then asks again.
	}
}
