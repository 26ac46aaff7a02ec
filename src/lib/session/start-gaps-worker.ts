/** A worker for the variations of an analysis of gaps. */
export const startGapsWorker = (): Worker =>
	new Worker(new URL('./gaps-worker.ts', import.meta.url), { type: 'module' });
