/** What each further hub would bring. */
import { capitalise, formatCount } from '../text/format.ts';
import { WHO } from './people.ts';
import { costWords, people } from './plan-words.ts';
import type { Plan } from './plan.ts';
import { AIMS, type Question } from './question.ts';

export interface FrontierRow {
	/** New hubs. */
	hubs: number;
	/** People within reach, or cost, as the aim has it. */
	value: number;
	status: Plan['status'];
	sentence: string;
}

const ORDINALS = [
	'first',
	'second',
	'third',
	'fourth',
	'fifth',
	'sixth',
	'seventh',
	'eighth',
	'ninth',
	'tenth'
];

const ordinal = (n: number): string => ORDINALS[n - 1] ?? `${n}th`;

/** What the value of a row is, with its unit. */
export function frontierLabel(question: Question, unit: string): string {
	const words = WHO[question.choice.who].words;
	switch (AIMS[question.choice.aim].model) {
		case 'mclp':
			return `${words} within reach`;
		case 'p-center':
			return `longest journey, ${unit}`;
		default:
			return `mean journey, ${unit}`;
	}
}

/** A row a number of new hubs; `frontier` has the best plan of each. */
export function frontierRows(
	question: Question,
	frontier: readonly Plan[],
	unit: string
): FrontierRow[] {
	const { peopleOfDemand, standing, choice, todayUnknown } = question;
	const { model } = AIMS[choice.aim];
	let all = 0;
	for (const here of peopleOfDemand) all += here;
	const values = frontier.map(({ siteOf, costOf }) => {
		let served = 0;
		let travel = 0;
		let worst = 0;
		siteOf.forEach((site, i) => {
			if (site < 0) return;
			const here = peopleOfDemand[i] ?? 0;
			served += here;
			travel += here * (costOf[i] ?? 0);
			worst = Math.max(worst, costOf[i] ?? 0);
		});
		return model === 'mclp' ? served : model === 'p-center' ? worst : travel / all;
	});
	return frontier.flatMap((plan, at) => {
		const hubs = plan.open.length - standing.length;
		if (hubs < 0 || (hubs === 0 && todayUnknown !== null)) return [];
		const value = values[at] ?? NaN;
		const before = values[at - 1];
		const which = capitalise(`the ${ordinal(hubs)} new hub`);
		const sentence =
			hubs === 0
				? `Today: ${model === 'mclp' ? people(value, question) : costWords(value, unit)}.`
				: before === undefined
					? `${which}: ${model === 'mclp' ? `${people(value, question)} within reach` : costWords(value, unit)}.`
					: model === 'mclp'
						? `${which} brings ${formatCount(Math.max(0, value - before))} more within reach.`
						: `${which} takes ${costWords(Math.max(0, before - value), unit)} off the ${model === 'p-center' ? 'longest' : 'mean'} journey.`;
		return [{ hubs, value, status: plan.status, sentence }];
	});
}
