/**
 * The variations of what the page asks, from a worker: how far they are, what they found,
 * and a way to stop. One at a time; a new question ends the one before.
 */
import { proxy, wrap, type Remote } from 'comlink';
import type { TravelMatrix } from '../access/matrix.ts';
import type { GapsRequest } from '../gaps/request.ts';
import type { Progress, VariationsAnswer } from '../gaps/variations.ts';
import type { GapsWorker } from './gaps-worker.ts';
import { startGapsWorker } from './start-gaps-worker.ts';

/** `stopped`: by the reader; `failed`: by a fault. */
export type VariationsStage = 'idle' | 'working' | 'done' | 'stopped' | 'failed';

export class GapsVariations {
	stage = $state<VariationsStage>('idle');
	progress = $state.raw<Progress | null>(null);
	/** What they found, for the request they were asked about. */
	answer = $state.raw<VariationsAnswer | null>(null);
	#worker: Worker | null = null;
	#remote: Remote<GapsWorker> | null = null;
	/** What the worker has: parts are sent again only where they are others. */
	#loaded: { parts: ReadonlyMap<string, object>; matrix: TravelMatrix | null } | null = null;
	#asked = 0;

	/**
	 * Ask about a request. `parts` are all the parts of the region's pack that the request and
	 * its other edition need (see `partsNeeded`), by name: plain data, never proxies.
	 */
	ask(
		regionName: string,
		parts: ReadonlyMap<string, object>,
		matrix: TravelMatrix | null,
		request: GapsRequest
	): void {
		const asked = ++this.#asked;
		this.answer = null;
		this.progress = null;
		this.stage = 'working';
		void this.#work(asked, regionName, parts, matrix, request);
	}

	/** End the question; what was found before it stays away. */
	stop(): void {
		if (this.stage !== 'working') return;
		this.#asked++;
		void this.#remote?.stop();
		this.stage = 'stopped';
	}

	/** Nothing is asked any more; the worker ends. */
	end(): void {
		this.#asked++;
		this.#worker?.terminate();
		this.#worker = null;
		this.#remote = null;
		this.#loaded = null;
		this.stage = 'idle';
	}

	#start(): Remote<GapsWorker> {
		if (this.#remote) return this.#remote;
		const worker = startGapsWorker();
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			this.end();
			this.stage = 'failed';
		});
		this.#worker = worker;
		this.#remote = wrap<GapsWorker>(worker);
		return this.#remote;
	}

	async #work(
		asked: number,
		regionName: string,
		parts: ReadonlyMap<string, object>,
		matrix: TravelMatrix | null,
		request: GapsRequest
	): Promise<void> {
		const isCurrent = () => asked === this.#asked;
		try {
			const remote = this.#start();
			if (!this.#has(parts, matrix)) {
				this.#loaded = { parts, matrix };
				await remote.load(regionName, parts, matrix);
				if (!isCurrent()) return;
			}
			const answer = await remote.ask(
				request,
				proxy((progress: Progress) => {
					if (isCurrent()) this.progress = progress;
				})
			);
			if (!isCurrent()) return;
			this.answer = answer;
			this.stage = answer ? 'done' : 'stopped';
		} catch (error) {
			if (!isCurrent()) return;
			console.warn('The variations could not be worked out:', error);
			this.end();
			this.stage = 'failed';
		}
	}

	#has(parts: ReadonlyMap<string, object>, matrix: TravelMatrix | null): boolean {
		const loaded = this.#loaded;
		return (
			loaded !== null &&
			loaded.matrix === matrix &&
			loaded.parts.size === parts.size &&
			[...parts].every(([name, part]) => loaded.parts.get(name) === part)
		);
	}
}
