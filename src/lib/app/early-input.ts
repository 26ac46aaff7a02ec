/**
 * What a reader did before the page could hear of it. A page is there to see, choose and press before
 * its scripts are, by seconds on a slow phone; `static/early-input.js`, which comes first, keeps what
 * is done meanwhile, and without it a press would be lost and a choice be put back.
 */

interface EarlyInput {
	/** Stops keeping, and gives what was kept, the earliest first. */
	take: () => {
		fields: ReadonlyMap<EventTarget, { value: unknown; checked: unknown }>;
		acts: readonly { element: HTMLElement; act: 'press' | 'submit' }[];
	};
}

declare global {
	interface Window {
		/** Missing where its script did not come. */
		earlyInput?: EarlyInput;
	}
}

/** Fills a field as it was left, and tells the page, as the browser would. */
function fill(field: EventTarget, { value, checked }: { value: unknown; checked: unknown }): void {
	if (field instanceof HTMLInputElement && typeof checked === 'boolean') field.checked = checked;
	// A file can't be written, and is still there.
	const isWritten =
		field instanceof HTMLSelectElement ||
		field instanceof HTMLTextAreaElement ||
		(field instanceof HTMLInputElement && field.type !== 'file');
	if (isWritten && typeof value === 'string') field.value = value;
	for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Does again, in the order in which it was done, what came before the page could hear of it. */
export function doEarlyInput(): void {
	const early = window.earlyInput;
	if (!early) return;
	delete window.earlyInput;
	const { fields, acts } = early.take();
	for (const [field, left] of fields) fill(field, left);
	for (const { element, act } of acts) {
		if (!element.isConnected) continue;
		if (act === 'submit' && element instanceof HTMLFormElement) element.requestSubmit();
		else element.click();
	}
}
