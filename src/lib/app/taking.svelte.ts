/** A file on its way to the reader: how far it has come, how to call it off, and what went wrong. */
import { formatOf, type Offer, type OfferedFile } from '../export/formats.ts';
import { download } from './download.ts';
import { pixels } from './pixels.ts';
import { writeApart } from './write-apart.ts';

/** Milliseconds after which a reader is told that a file is being made. */
const SOON = 300;

export class Taking {
	/** What is being made, told once it takes a while; null else. */
	busy = $state.raw<{ label: string; done: number | null } | null>(null);
	/** What the reader is told when it is over. */
	said = $state('');
	/** What could not be made and why, and what to take in its place where there is something. */
	problem = $state.raw<{ words: string; next: OfferedFile | null; offer: Offer } | null>(null);
	/** Which of the buttons was pressed, as whoever shows them calls it: all is told beside it. */
	at = $state.raw<string | null>(null);
	#current: AbortController | null = null;

	/**
	 * Make a file of an offer and hand it over; a file that was on its way is called off. `at` is the
	 * button that was pressed.
	 */
	async take(offer: Offer, file: OfferedFile, at: string | null = null): Promise<void> {
		if (!file.make) return;
		this.cancel();
		this.at = at;
		this.said = '';
		this.problem = null;
		const current = new AbortController();
		this.#current = current;
		const { signal } = current;
		let done: number | null = null;
		const tell = () => (this.busy = { label: file.label, done });
		const timer = setTimeout(tell, SOON);
		const progress = (share: number) => {
			done = share;
			if (this.busy && !signal.aborted) tell();
		};
		try {
			const content = await file.make({ signal, progress, pixels, apart: writeApart });
			if (signal.aborted) return;
			download(file.name, file.format, content);
			this.said = `${file.label} saved.`;
		} catch (fault) {
			if (signal.aborted) return;
			this.problem = {
				words: `${file.label} could not be made: ${reasonOf(fault)}.`,
				next: nextOf(offer, file),
				offer
			};
		} finally {
			clearTimeout(timer);
			if (this.#current === current) this.#end();
		}
	}

	/** Call off what is being made. */
	cancel(): void {
		if (!this.#current) return;
		const label = this.busy?.label;
		this.#current.abort();
		this.#end();
		if (label) this.said = `${label} was called off.`;
	}

	#end(): void {
		this.#current = null;
		this.busy = null;
	}
}

/** The file of an offer that does nearly as well as one that could not be made. */
export function nextOf({ files }: Offer, file: OfferedFile): OfferedFile | null {
	const { next } = formatOf(file.format);
	return files.find(({ format, make }) => format === next && make !== null) ?? null;
}

/** Why a file could not be made, in words that end a sentence. */
function reasonOf(fault: unknown): string {
	if (globalThis.navigator?.onLine === false)
		return 'this device is offline, and the program for it is not kept here';
	const { message } = fault instanceof Error ? fault : { message: String(fault) };
	// What browsers say of code that did not come.
	return /dynamically imported|importing a module|fetch/i.test(message)
		? 'the program for it could not be fetched'
		: message.replace(/\.$/, '');
}
