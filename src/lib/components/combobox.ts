/**
 * How a box with a list of options answers keys, as the pattern "combobox" of WAI-ARIA has it:
 * the cursor stays in the text, and the keys move through the list.
 */

export interface Combobox {
	/** Options that are offered. */
	options: number;
	/** Whether the list may be seen; without options it is not. */
	open: boolean;
	/** The option that Enter would choose; -1 while the reader is in the text. */
	active: number;
	/** Whether nothing is typed. */
	blank: boolean;
}

/** What a key does. `taken` keeps it from the browser. */
export type KeyAct =
	| { does: 'move'; to: number; taken: true }
	| { does: 'choose'; option: number; taken: true }
	/** Ask for what is typed. */
	| { does: 'ask'; taken: true }
	| { does: 'close'; taken: true }
	| { does: 'clear'; taken: true }
	/** The cursor moves in the text again. */
	| { does: 'back to the text'; taken: false }
	| { does: 'nothing'; taken: false };

const NOTHING: KeyAct = { does: 'nothing', taken: false };

/** What a key, by its name in a keyboard event, does to a box. */
export function keyAct(key: string, { options, open, active, blank }: Combobox): KeyAct {
	const seen = open && options > 0;
	const move = (to: number): KeyAct => ({
		does: 'move',
		to: (to + options) % options,
		taken: true
	});
	switch (key) {
		case 'ArrowDown':
			return options === 0 ? NOTHING : move(active + 1);
		case 'ArrowUp':
			return options === 0 ? NOTHING : move(active < 0 ? -1 : active - 1);
		case 'Home':
			return seen && active >= 0 ? move(0) : NOTHING;
		case 'End':
			return seen && active >= 0 ? move(-1) : NOTHING;
		case 'Enter':
			// Without a choice, the first and best.
			return seen
				? { does: 'choose', option: Math.max(active, 0), taken: true }
				: { does: 'ask', taken: true };
		case 'Escape':
			if (seen) return { does: 'close', taken: true };
			return blank ? NOTHING : { does: 'clear', taken: true };
		default:
			return key.startsWith('Arrow') ? { does: 'back to the text', taken: false } : NOTHING;
	}
}
