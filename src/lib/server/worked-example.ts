/** The worked example of hubs: the question that the plain address asks, solved and proved. */
import loadHighs from 'highs';
import { PartReader } from '../facts/reader.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { Plan } from '../siting/plan.ts';
import { makeQuestion, partsOf, sitingFacts, type Question } from '../siting/question.ts';
import { solve } from '../siting/solve.ts';
import { defaultSitingState } from '../url/siting-state.ts';
import { oncePerPack } from './once-per-pack.ts';
import { readPart } from './packs.ts';

/** How a question is solved where there is time to prove the answer. */
export const EXACT = {
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

async function solved(region: RegionSummary): Promise<WorkedExample> {
	const choice = defaultSitingState();
	const parts = new Map(partsOf(choice).map((part) => [part, readPart(region, part)] as const));
	const find = new PartReader((part) => parts.get(part));
	const question = makeQuestion(sitingFacts(find), choice, find, region.missing);
	return { question, plan: await solve(question.problem, EXACT), find };
}
