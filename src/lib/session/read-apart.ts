/**
 * Reads a file in the worker that reads lists, so that the page stays at hand whatever
 * the file holds. To cancel is to end the worker.
 */
import { wrap, type Remote } from 'comlink';
import { checkDecisionsSize, type DecisionsRead } from '../register/intake/decisions-file.ts';
import { checkSize } from '../register/intake/formats.ts';
import { ImportError } from '../register/intake/import-error.ts';
import type { ImportTable } from '../register/intake/table.ts';
import { visible } from '../text/visible.ts';
import type { Answer, ImportWorkerApi } from './import-worker.ts';
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
	return inWorker((worker) => worker.table(given, MOST_ROWS), signal);
}

/**
 * The decisions of a file, of those pairs whose keys are given.
 *
 * @throws ImportError as {@link readApart} does
 */
export async function readDecisionsApart(
	file: File,
	keys: ReadonlySet<string>
): Promise<DecisionsRead> {
	checkDecisionsSize(file.size);
	const bytes = new Uint8Array(await file.arrayBuffer());
	return inWorker((worker) => worker.decisions(bytes, new Set(keys)));
}

/** What a worker answers that is started for it and ended after it. */
async function inWorker<T>(
	ask: (worker: Remote<ImportWorkerApi>) => Promise<Answer<T>>,
	signal?: AbortSignal
): Promise<T> {
	const worker = startImportWorker();
	try {
		const answer = await new Promise<Answer<T>>((resolve, reject) => {
			signal?.addEventListener('abort', () => reject(signal.reason as Error));
			worker.onerror = () => reject(stopped());
			ask(wrap<ImportWorkerApi>(worker)).then(resolve, reject);
		});
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
