/**
 * The session of the page of the next hubs: the question, the best plan of the solver and its
 * proof, the reader's own plan, and what all of that says.
 */
import { untrack } from 'svelte';
import { YOURS, type Site } from '../access/site.ts';
import type { PartName } from '../facts/parts.ts';
import { PartReader } from '../facts/reader.ts';
import type { HubScene } from '../map/hub-scene.ts';
import { areaColumns, type AreaColumn } from '../siting/area-columns.ts';
import { changeWords, movedWords } from '../siting/change-words.ts';
import { hardlyServed, questionFor } from '../siting/gains.ts';
import { SitingError } from '../siting/instance.ts';
import { planLines } from '../siting/lines.ts';
import type { FocusId } from '../siting/people.ts';
import type { Plan } from '../siting/plan.ts';
import { planOfReading } from '../siting/proved.ts';
import { makeQuestion, partsOf, sitingFacts, type Question } from '../siting/question.ts';
import { proofSentence } from '../siting/proof-words.ts';
import { readPlan, type SitingReading } from '../siting/reading.ts';
import { toldApart } from '../siting/told-apart.ts';
import { hubsForShareOn } from '../siting/share.ts';
import { freeBuildings, lostHubs, nearestTo, planOfHubs } from '../siting/what-if.ts';
import { SITING_CODEC, type SitingState } from '../url/siting-state.ts';
import { buildView, partsFor, type Shown } from '../view/view.ts';
import { PlanSteps } from './plan-steps.svelte.ts';
import { RegionSession, type SessionStart } from './region-session.svelte.ts';
import { SitingSolver } from './siting-solver.svelte.ts';

/** What the map shows below the hubs. */
const GROUND: Shown = {
	layer: 'deprivation',
	edition: '2025',
	overlays: ['core20'],
	marking: 'outline',
	breaks: null
};

export interface SitingSessionStart extends Omit<SessionStart<SitingState>, 'codec'> {
	/** The worked example, solved and proved when the site was built. */
	example: SitingReading;
}

/** A change of the plan in words, beside a hub or, where it is gone, in its place in the list. */
export interface PlanChange {
	site: string | null;
	index: number;
	words: string;
}

export class SitingSession extends RegionSession<SitingState> {
	readonly solver = new SitingSolver();
	/** The reader's own steps; each is in the address. */
	readonly steps: PlanSteps;
	readonly #example: SitingReading;

	/** The question alone: neither the reader's own plan nor the camera ask anything new. */
	readonly #asked = $derived.by(() =>
		SITING_CODEC.query({ ...this.url.state, plan: null, camera: null })
	);
	/** Whether the worked example is asked: the plain address. */
	readonly isExample = $derived(this.#asked === '');
	readonly #choice = $derived(SITING_CODEC.read(this.#asked).state);
	readonly #needed = $derived(partsOf(this.#choice));
	/** Nothing else is looked for: the question stays the same while parts of the map come. */
	readonly #find = new PartReader((part) =>
		part === YOURS || this.#needed.includes(part) ? this.loader.get(part) : undefined
	);

	readonly #made = $derived.by((): { question: Question } | { problem: string } | null => {
		if (!this.#needed.every((part) => this.loader.get(part) !== undefined)) return null;
		try {
			return {
				question: makeQuestion(
					sitingFacts(this.#find),
					this.#choice,
					this.#find,
					this.region.missing
				)
			};
		} catch (error) {
			if (error instanceof SitingError) return { problem: error.message };
			throw error;
		}
	});
	/** Null while its parts are on their way, and where it has a `problem`. */
	readonly question = $derived(this.#made && 'question' in this.#made ? this.#made.question : null);
	#refused = $state.raw<string | null>(null);
	/** Why the question has no answer. */
	readonly problem = $derived(
		this.#made && 'problem' in this.#made ? this.#made.problem : this.#refused
	);

	/** The plan that the model found: of the worked example, the one proved when the site was built. */
	readonly #best = $derived.by((): Plan | null => {
		if (!this.question) return null;
		return this.isExample ? planOfReading(this.question, this.#example) : this.solver.plan;
	});
	/** What the last change of the plan did, and where in the list it was made; null where none was. */
	change = $state.raw<PlanChange | null>(null);
	/** Where the change is made that is about to be shown. */
	#place: Pick<PlanChange, 'site' | 'index'> | null = null;
	/** New hubs of the reader's own plan; null is the best plan. */
	readonly #own = $derived.by(() => this.url.state.plan);
	readonly isOwn = $derived(this.#own !== null);
	readonly #shownPlan = $derived.by(() => {
		if (!this.question || !this.#best) return null;
		return this.#own === null ? this.#best : planOfHubs(this.question, this.#own);
	});
	readonly #live = $derived(
		this.question && this.#shownPlan && this.#best
			? readPlan({
					question: this.question,
					plan: this.#shownPlan,
					best: this.#best,
					isOwn: this.isOwn,
					frontier: this.solver.frontier,
					ties: this.solver.ties,
					offers: this.solver.offers
				})
			: null
	);
	/** What the plan shown says; null while there is none. */
	readonly reading = $derived.by((): SitingReading | null => {
		const { question, isExample, isOwn, solver } = this;
		const live = this.#live;
		const example = this.#example;
		if (isExample && !isOwn) return example;
		if (!live) return null;
		if (isExample) {
			const { frontier, ties, offers } = example;
			return { ...live, frontier, ties, offers };
		}
		if (isOwn || !question || !solver.plan) return live;
		const { status, gap } = solver.proof;
		const proof = proofSentence(question, { status, gap, open: solver.plan.open });
		return { ...live, status, gap, proof };
	});
	/** Places here that a list names as hubs, and nobody has confirmed. */
	readonly named = $derived(this.question?.today.unconfirmed ?? []);
	readonly hasHubsToday = $derived((this.reading?.hubs ?? []).some(({ standing }) => standing));
	readonly newHubs = $derived((this.reading?.hubs ?? []).filter(({ standing }) => !standing));
	readonly #standing = $derived((this.reading?.hubs ?? []).filter(({ standing }) => standing));
	/** How many buildings of the link's plan the question doesn't have. */
	readonly lost = $derived(this.question && this.#own ? lostHubs(this.question, this.#own) : 0);

	readonly view = $derived.by(() => buildView(this.region, GROUND, this.loader.parts));
	/** The plan on the map. */
	readonly scene = $derived.by((): HubScene | null => {
		const question = this.question;
		if (!question || !this.#shownPlan || !this.#live) return null;
		const { instance } = question.problem;
		return {
			hubs: this.#live.hubs,
			lines: planLines(question, this.#shownPlan, this.#live.hubs),
			candidates: question.sites.filter((_, at) => instance.states[at] === 'candidate')
		};
	});
	/** Buildings that are not in the plan shown, as they are written in the list to choose from. */
	readonly free = $derived.by(() =>
		this.question ? toldApart(this.#freeFor(this.question, this.#ids())) : null
	);
	/** The fewest hubs that serve a share; null while that isn't known. */
	readonly hubsForShare = $derived.by(() =>
		this.question ? hubsForShareOn(this.question, this.solver.frontier) : null
	);

	/** Make it while a component is being set up, one for each region. */
	constructor({ example, ...start }: SitingSessionStart) {
		super({ ...start, codec: SITING_CODEC });
		this.#example = example;
		this.steps = new PlanSteps(
			() => this.url.state.plan,
			(plan, announcement) => this.#show(plan, announcement)
		);
		this.want((): PartName[] => [
			...this.#needed,
			...partsFor(GROUND),
			'lsoa21-boundaries',
			'basemap'
		]);
		$effect(() => {
			const { question, isExample } = this;
			untrack(() => this.#solve(isExample ? null : question));
		});
		$effect(() => () => this.solver.clear());
		$effect(() => {
			void this.#asked;
			untrack(() => {
				this.steps.clear();
				this.change = null;
			});
		});
	}

	#solve(question: Question | null): void {
		this.#refused = null;
		if (!question) {
			this.solver.clear();
			return;
		}
		try {
			this.solver.ask(question, (plan) =>
				hardlyServed(question, plan.open).flatMap((focus) => this.#questionFor(question, focus))
			);
		} catch (error) {
			if (!(error instanceof SitingError)) throw error;
			this.solver.clear();
			this.#refused = error.message;
		}
	}

	/** The same question for one group alone; none where nobody of it can be reached. */
	#questionFor(question: Question, focus: FocusId): Question[] {
		try {
			return [questionFor(question, focus, this.#find, this.region.missing)];
		} catch (error) {
			if (error instanceof SitingError) return [];
			throw error;
		}
	}

	/** A row each neighbourhood, by column; null while there is no plan. It takes a while. */
	tableColumns(): AreaColumn[] | null {
		return this.question && this.#shownPlan
			? areaColumns(this.question, this.#shownPlan.open)
			: null;
	}

	/** For whom the plan shown is nearer or further than today, by what the region's pack holds. */
	async assessed() {
		const [{ EQUALITY_PARTS, equalityOf }, { closuresOf }] = await Promise.all([
			import('../siting/equality.ts'),
			import('../siting/closures.ts')
		]);
		await this.loader.ensure(EQUALITY_PARTS.filter(this.has));
		const { question } = this;
		const open = this.#shownPlan?.open;
		if (!question || !open) throw new Error('the plan is still being worked out');
		const { choice, todayUnknown } = question;
		const sets = equalityOf(question, open, this.loader.parts);
		return { choice, todayUnknown, sets, closures: closuresOf(question, open) };
	}

	/** Who goes where in the plan shown, as lines with the numbers of a reading. */
	linesOf({ hubs }: SitingReading) {
		return this.question && this.#shownPlan ? planLines(this.question, this.#shownPlan, hubs) : [];
	}

	/** Name of a building; its id where the question doesn't have it. */
	readonly nameOf = (site: string): string =>
		this.question?.sites[this.question.siteIndex.get(site) ?? -1]?.name ?? site;

	/** The nearest buildings to a hub that are free to take its place. */
	readonly nearTo = (hub: { longitude: number; latitude: number }) =>
		nearestTo(this.free ?? [], hub, 12);

	readonly remove = (site: string): void => {
		const index = this.newHubs.findIndex(({ id }) => id === site);
		const area = this.newHubs[index]?.area ?? this.nameOf(site);
		this.#place = { site: null, index };
		const others = this.#ids().filter((other) => other !== site);
		this.steps.set(others, `The hub around ${area} is removed.`);
	};

	/** Show another plan, and say beside the hub in question what that changes. */
	#show(plan: SitingState['plan'], what: string): void {
		const place = this.#place ?? { site: null, index: 0 };
		this.#place = null;
		const { question } = this;
		const best = this.#best;
		const before = this.#shownPlan?.open;
		const after = question && (plan === null ? best : planOfHubs(question, plan))?.open;
		const words =
			question && before && after ? `${what} ${changeWords(question, before, after)}` : what;
		this.go({ plan }, words);
		this.change = { ...place, words };
	}

	/** Move a hub of a plan, which is the one shown unless another is given. */
	readonly move = (site: string, to: string, plan: readonly string[] = this.#ids()): void => {
		if (to === '' || to === site) return;
		this.#place = { site: to, index: 0 };
		this.steps.set(
			plan.map((other) => (other === site ? to : other)),
			this.question
				? movedWords(this.question, site, to)
				: `The hub is moved from ${this.nameOf(site)} to ${this.nameOf(to)}.`
		);
	};

	/** Add a building by the words it has in the list; false where none has these. */
	readonly add = (sought: string): boolean => {
		const words = sought.trim().toLowerCase();
		const found = this.free?.find(({ words: known }) => known.toLowerCase() === words);
		if (!found) {
			this.say('Choose a building from the list.');
			return false;
		}
		this.#place = { site: found.id, index: 0 };
		this.steps.set([...this.#ids(), found.id], `${found.name} is added.`);
		return true;
	};

	/** The reader moved a hub of the plan that they saw, even if a better one was found meanwhile. */
	readonly dragged = (
		site: string,
		longitude: number,
		latitude: number,
		seen: readonly string[]
	): void => {
		const free = this.question ? this.#freeFor(this.question, seen) : [];
		const [to] = nearestTo(free, { longitude, latitude }, 1);
		if (to) this.move(site, to.id, seen);
	};

	/** Have a building in every plan, or no longer. */
	readonly keep = (site: string): void => {
		const { fixed } = this.url.state;
		const isKept = fixed.includes(site);
		this.go(
			{ fixed: isKept ? fixed.filter((other) => other !== site) : [...fixed, site], plan: null },
			`${this.nameOf(site)} ${isKept ? 'can be left out again' : 'is in every plan now'}.`
		);
	};

	/** Have a building in no plan. */
	readonly never = (site: string): void => {
		const { fixed, excluded } = this.url.state;
		this.go(
			{
				excluded: [...excluded, site],
				fixed: fixed.filter((other) => other !== site),
				plan: null
			},
			`${this.nameOf(site)} is never used. We are looking for a new plan.`
		);
	};

	#ids(): string[] {
		return this.newHubs.map(({ id }) => id);
	}

	/** Buildings that could be hubs and are not in a plan. */
	#freeFor(question: Question, plan: readonly string[]): Site[] {
		return freeBuildings(question, [...plan, ...this.#standing.map(({ id }) => id)]);
	}
}
