/** The worked example of hubs: the question that the plain address asks, solved and proved. */
import loadHighs from 'highs';
import { PartReader } from '../facts/reader.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { PlanOnMap } from '../picture/draw.ts';
import { frontier } from '../siting/frontier.ts';
import { hardlyServed, offerOf, questionFor, type OfferedPlan } from '../siting/gains.ts';
import type { HubRow } from '../siting/hubs-read.ts';
import { planLines } from '../siting/lines.ts';
import { nearTies } from '../siting/near-ties.ts';
import type { Plan } from '../siting/plan.ts';
import { makeQuestion, partsOf, sitingFacts, type Question } from '../siting/question.ts';
import { readPlan, type SitingReading } from '../siting/reading.ts';
import { solve } from '../siting/solve.ts';
import { defaultSitingState } from '../url/siting-state.ts';
import { oncePerPack } from './once-per-pack.ts';
import { readPart } from './packs.ts';

/** How a question is solved where there is time to prove the answer. */
const EXACT = {
	method: 'exact',
	timeLimit: 60,
	seed: 1,
	loadHighs: () => loadHighs()
} as const;

export interface WorkedExample {
	question: Question;
	plan: Plan;
	/** What the question was made of. */
	find: PartReader;
}

/** The example of a region, solved; its page and the slides ask for it. */
export const workedExample = oncePerPack(solved);

/** All that the page says of the example, with more hubs and other plans; its page and its embed ask for it. */
export const exampleReading = oncePerPack(read);

/** New hubs that the frontier goes to, as in the browser. */
const FRONTIER = 12;

async function solved(region: RegionSummary): Promise<WorkedExample> {
	const choice = defaultSitingState();
	const parts = new Map(partsOf(choice).map((part) => [part, readPart(region, part)] as const));
	const find = new PartReader((part) => parts.get(part));
	const question = makeQuestion(sitingFacts(find), choice, find, region.missing);
	return { question, plan: await solve(question.problem, EXACT), find };
}

async function read(region: RegionSummary): Promise<SitingReading> {
	const { question, plan, find } = await workedExample(region);
	const { problem, standing } = question;
	const offers: OfferedPlan[] = [];
	for (const focus of hardlyServed(question, plan.open)) {
		const other = questionFor(question, focus, find, region.missing);
		offers.push(offerOf(other, await solve(other.problem, EXACT)));
	}
	return readPlan({
		question,
		plan,
		best: plan,
		isOwn: false,
		frontier: frontier(problem, { seed: 1, most: standing.length + FRONTIER, restarts: 2 }),
		ties: nearTies(problem, plan, { seed: 1, most: 8, restarts: 10 }),
		offers
	});
}

/** The plan of the example as it lies on a map; `hubs` are those of a reading of it. */
export function exampleOnMap(
	{ question, plan }: Pick<WorkedExample, 'question' | 'plan'>,
	hubs: HubRow[]
): PlanOnMap {
	const { instance } = question.problem;
	return {
		hubs,
		lines: planLines(question, plan, hubs),
		candidates: question.sites.filter((_, at) => instance.states[at] === 'candidate')
	};
}
