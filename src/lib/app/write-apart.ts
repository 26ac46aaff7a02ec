/** Writes those files away from the page that would hold it up. */
import { proxy, wrap, type Remote } from 'comlink';
import { detached } from '../document/detached.ts';
import type { Content, Making } from '../export/formats.ts';
import type { CheckSheet } from '../register/rounds/sheet.ts';
import type { WritingWorker, WrittenApart } from './writing-worker.ts';

/** What a worker of its own makes, which ends with it, or once nobody wants it. */
async function inWorker(
	signal: AbortSignal,
	write: (worker: Remote<WritingWorker>) => Promise<Content>
): Promise<Content> {
	const worker = new Worker(new URL('./writing-worker.ts', import.meta.url), { type: 'module' });
	try {
		return await new Promise<Content>((resolve, reject) => {
			worker.onerror = ({ message }) => reject(new Error(message || 'it stopped by itself'));
			signal.addEventListener('abort', () => reject(signal.reason as Error));
			write(wrap<WritingWorker>(worker)).then(resolve, reject);
		});
	} finally {
		worker.terminate();
	}
}

/** A file of a document. */
export const writeApart: NonNullable<Making['apart']> = (format, document, { signal, progress }) =>
	inWorker(signal, (worker) =>
		worker.write(format as WrittenApart, detached(document), proxy(progress))
	);

/** A sheet to fill in as a spreadsheet, with its title and how to fill it in. */
export const sheetApart = (
	sheet: CheckSheet,
	title: string,
	how: readonly string[],
	{ signal }: Pick<Making, 'signal'>
): Promise<Content> => inWorker(signal, (worker) => worker.sheet(sheet, title, how));
