/** Hands the bench's tasks to a worker, as the site does, one at a time. */
import { wrap } from 'comlink';
import type { BenchWorker } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
Reflect.set(window, 'siting', wrap<BenchWorker>(worker));
