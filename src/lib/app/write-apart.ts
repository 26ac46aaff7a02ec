/** Writes those formats away from the page that would hold it up. */
import { proxy, wrap } from 'comlink';
import { detached } from '../document/detached.ts';
import type { Content, Making } from '../export/formats.ts';
import type { WritingWorker, WrittenApart } from './writing-worker.ts';

/** A file, by a worker of its own that ends with it, or once nobody wants it. */
export const writeApart: NonNullable<Making['apart']> = async (format, document, making) => {
	const { signal, progress } = making;
	const worker = new Worker(new URL('./writing-worker.ts', import.meta.url), { type: 'module' });
	try {
		return await new Promise<Content>((resolve, reject) => {
			worker.onerror = ({ message }) => reject(new Error(message || 'it stopped by itself'));
			signal.addEventListener('abort', () => reject(signal.reason as Error));
			wrap<WritingWorker>(worker)
				.write(format as WrittenApart, detached(document), proxy(progress))
				.then(resolve, reject);
		});
	} finally {
		worker.terminate();
	}
};
