/** Start what reads and checks files. Vite finds the worker by these very words. */
export const startImportWorker = (): Worker =>
	new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
