/**
 * Reads the table of a file in the worker that reads lists, so that the page stays at hand whatever
 * the file holds. To cancel is to end the worker.
 */
import { wrap } from 'comlink';
import { checkSize } from '../register/intake/formats.ts';
import { ImportError } from '../register/intake/import-error.ts';
import type { ImportTable } from '../register/intake/table.ts';
import { visible } from '../text/visible.ts';
import type { ImportWorkerApi } from './import-worker.ts';
import { startImportWorker } from './start-import-worker.ts';

/** Rows of a file of answers or counts: all places of a region, by several teams, are far fewer. */
const MOST_ROWS = 20_000;

/**
 * The table of a file.
 *
 * @throws ImportError where it can't be read or is too large, the signal's reason where that comes
 */
export async function readApart(file: File, signal: AbortSignal): Promise<ImportTable> {
	checkSize(file.name, file.size);
	const given = { name: visible(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
	signal.throwIfAborted();
	const worker = startImportWorker();
	try {
		const answer = await new Promise<Awaited<ReturnType<ImportWorkerApi['table']>>>(
			(resolve, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason as Error));
				worker.onerror = () => reject(stopped());
				wrap<ImportWorkerApi>(worker).table(given, MOST_ROWS).then(resolve, reject);
			}
		);
		if (!answer.ok) throw new ImportError(answer.problem, answer.advice);
		return answer.value;
	} finally {
		worker.terminate();
	}
}

/** What is said when a worker ends that reads a file. */
export const stopped = (): ImportError =>
	new ImportError(
		'The program that reads files stopped.',
		'It may have run out of memory: bring fewer rows, or reload the page and try again.'
	);
