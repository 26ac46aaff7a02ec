/** All variations of a question as the page sees them: asked in a worker, with progress, to be stopped. */
import { proxy, wrap, type Remote } from 'comlink';
import type { GapsRequest } from '../gaps/request.ts';
import type { GapsWorker, VariationsAnswer } from './gaps-worker.ts';

export type VariationsStage = 'idle' | 'working' | 'done' | 'stopped' | 'failed';

export class GapsVariations {
	answer = $state.raw<VariationsAnswer | null>(null);
	stage = $state<VariationsStage>('idle');
	/** From 0 to 1. */
	progress = $state(0);
	#worker: Worker | null = null;
	/** Counts questions: answers to earlier ones are not listened to. */
	#asked = 0;

	/** Ask about a request; what was asked before ends. */
	ask(regionName: string, parts: ReadonlyMap<string, object>, request: GapsRequest): void {
		this.#end();
		const asked = ++this.#asked;
		this.answer = null;
		this.progress = 0;
		this.stage = 'working';
		void this.#work(asked, regionName, parts, request);
	}

	/** End it, at the reader's wish. */
	stop(): void {
		if (this.stage !== 'working') return;
		this.#asked++;
		this.#end();
		this.stage = 'stopped';
	}

	/** Nothing is asked any more. */
	clear(): void {
		this.#asked++;
		this.#end();
		this.answer = null;
		this.stage = 'idle';
	}

	#end(): void {
		this.#worker?.terminate();
		this.#worker = null;
	}

	#start(asked: number): Remote<GapsWorker> {
		const worker = new Worker(new URL('./gaps-worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			this.#fail(asked);
		});
		worker.addEventListener('messageerror', () => this.#fail(asked));
		this.#worker = worker;
		return wrap<GapsWorker>(worker);
	}

	#fail(asked: number): void {
		if (asked !== this.#asked) return;
		this.#asked++;
		this.#end();
		this.stage = 'failed';
	}

	async #work(
		asked: number,
		regionName: string,
		parts: ReadonlyMap<string, object>,
		request: GapsRequest
	): Promise<void> {
		try {
			const remote = this.#start(asked);
			const answer = await remote.ask(
				regionName,
				parts,
				request,
				proxy((done: number, total: number) => {
					if (asked === this.#asked) this.progress = done / total;
				})
			);
			if (asked !== this.#asked) return;
			this.answer = answer;
			this.stage = 'done';
			this.#end();
		} catch (error) {
			if (asked === this.#asked) console.warn('The variations could not be asked:', error);
			this.#fail(asked);
		}
	}
}
