/**
 * Answers a siting question as the page sees it: a first plan at once, better ones and their
 * proof from a worker, and never less than the best so far, whatever becomes of the worker.
 */
import { proxy, wrap, type Remote } from 'comlink';
import { offerOf, type OfferedPlan } from '../siting/gains.ts';
import type { NearTies } from '../siting/near-ties.ts';
import type { Plan } from '../siting/plan.ts';
import type { Question } from '../siting/question.ts';
import { quickPlan } from '../siting/solve.ts';
import type { SitingWorker } from './siting-worker.ts';

/** `stopped`: by the reader; `late`: by the clock; `failed`: by a fault. The plan stays in all of them. */
export type SolverStage = 'idle' | 'working' | 'done' | 'stopped' | 'late' | 'failed';

/** How far the search is, in words; empty where the proof says all. */
export const STAGE_WORDS: Readonly<Record<SolverStage, string>> = {
	idle: '',
	working: 'This is a first plan. We are looking for a better one…',
	done: '',
	stopped: 'You stopped the search. This is the best plan found so far.',
	late: 'The search took too long, so we stopped it. This is the best plan found so far.',
	failed:
		'Something went wrong while we looked for a better plan. You can use this one, but we can’t say how close it is to the best.'
};

/** Seconds that a proof may take. */
const TIME_LIMIT = 10;
/** Where tests say that it may take longer: what they expect must not depend on a clock. */
const TIME_LIMIT_NAME = 'solverSeconds';

const timeLimit = (): number => {
	const asked: unknown = Reflect.get(globalThis, TIME_LIMIT_NAME);
	return typeof asked === 'number' ? asked : TIME_LIMIT;
};

/** Seconds beyond that, after which a worker that doesn't answer is ended. */
const GRACE = 10;
/** Seconds for the plan of a group: what it brings is what is told, not that nothing brings more. */
const OFFER_LIMIT = 2;
/** New hubs that the frontier goes to. */
const FRONTIER = 12;

export type Proof = Pick<Plan, 'status' | 'gap'>;

export class SitingSolver {
	/** The best plan so far; a new object only where its sites are others. */
	plan = $state.raw<Plan | null>(null);
	/** What is known of how good it is. */
	proof = $state.raw<Proof>({ status: 'feasible', gap: null });
	frontier = $state.raw<Plan[]>([]);
	/** What is nearly as good; null while that is not worked out. */
	ties = $state.raw<NearTies | null>(null);
	/** Plans for the groups that the plan hardly serves, where there are any. */
	offers = $state.raw<OfferedPlan[]>([]);
	stage = $state<SolverStage>('idle');
	#worker: Worker | null = null;
	#remote: Remote<SitingWorker> | null = null;
	/** Counts questions: answers to earlier ones are not listened to. */
	#asked = 0;
	#clock: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Ask a question. Throws `SitingError` where it has no meaning; what was asked before ends.
	 * `others` are the questions for groups that the plan found hardly serves.
	 */
	ask(question: Question, others: (plan: Plan) => Question[]): void {
		const { problem } = question;
		this.#end();
		const asked = ++this.#asked;
		this.frontier = [];
		this.ties = null;
		this.offers = [];
		this.plan = null;
		this.#take(quickPlan(problem));
		this.stage = 'working';
		void this.#work(question, others, asked);
	}

	/** End the search; the best plan so far stays. */
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
		this.stage = 'idle';
		this.plan = null;
		this.proof = { status: 'feasible', gap: null };
		this.frontier = [];
		this.ties = null;
		this.offers = [];
	}

	/** Much hangs on the plan, and bounds better often: what is the same stays the same object. */
	#take(plan: Plan): void {
		if (this.plan?.open.join() !== plan.open.join()) this.plan = plan;
		this.proof = { status: plan.status, gap: plan.gap };
	}

	#end(): void {
		clearTimeout(this.#clock);
		this.#worker?.terminate();
		this.#worker = null;
		this.#remote = null;
	}

	#start(asked: number): Remote<SitingWorker> {
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- an address that never changes
		const worker = new Worker(new URL('./siting-worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			this.#fail(asked, 'failed');
		});
		worker.addEventListener('messageerror', () => this.#fail(asked, 'failed'));
		this.#worker = worker;
		this.#remote = wrap<SitingWorker>(worker);
		this.#clock = setTimeout(() => this.#fail(asked, 'late'), (timeLimit() + GRACE) * 1000);
		return this.#remote;
	}

	#fail(asked: number, stage: 'failed' | 'late'): void {
		if (asked !== this.#asked) return;
		this.#asked++;
		this.#end();
		this.stage = stage;
	}

	async #work(
		{ problem, standing }: Question,
		others: (plan: Plan) => Question[],
		asked: number
	): Promise<void> {
		const isCurrent = () => asked === this.#asked;
		try {
			const remote = this.#start(asked);
			const isCounted = problem.model !== 'lscp' && !problem.groups;
			if (isCounted) {
				const options = { seed: 1, most: standing.length + FRONTIER, restarts: 2 };
				const frontier = await remote.frontier(problem, options);
				if (!isCurrent()) return;
				this.frontier = frontier;
			}
			const plan = await remote.solve(
				problem,
				{ timeLimit: timeLimit(), seed: 1 },
				proxy((better: Plan) => {
					if (isCurrent()) this.#take(better);
				})
			);
			if (!isCurrent()) return;
			this.#take(plan);
			const ties = await remote.nearTies(problem, plan, { seed: 1, most: 8, restarts: 10 });
			if (!isCurrent()) return;
			this.ties = ties;
			for (const other of others(plan)) {
				const options = { timeLimit: OFFER_LIMIT, seed: 1 };
				const found = await remote.solve(
					other.problem,
					options,
					proxy(() => undefined)
				);
				if (!isCurrent()) return;
				this.offers = [...this.offers, offerOf(other, found)];
			}
			this.stage = 'done';
			clearTimeout(this.#clock);
		} catch (error) {
			if (isCurrent()) console.warn('The proof could not be finished:', error);
			this.#fail(asked, 'failed');
		}
	}
}
