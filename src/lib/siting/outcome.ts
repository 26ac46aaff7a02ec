/** What a set of hubs means for people: who is within reach, and how far they have to go. */
import { groupOf } from '../areas/region.ts';
import { journeyCell, journeysOf, stepsOf, type Journeys } from './journeys.ts';
import { FOCUS, WHO } from './people.ts';
import { costToNearest, type Question } from './question.ts';

export interface Outcome extends Journeys {
	/** Within the reach of the question, wherever they live. */
	within: number;
	/** The median as it is told: "out of reach" beyond the last step, null without people. */
	told: number | string | null;
}

export interface OutcomeRow {
	id: string;
	label: string;
	people: number;
	/** Null where it is not known which hubs stand today. */
	today: Outcome | null;
	proposed: Outcome;
}

interface Group {
	id: string;
	label: string;
	/** By LSOA. */
	has: (area: number) => boolean;
	/** Counts all residents, whomever the question is about. */
	residents?: true;
}

/** Everyone, those the question is about, Core20 (which is the most deprived fifth), each other fifth by deprivation, each district. */
function groupsOf({ facts, choice }: Question): Group[] {
	const { areas } = facts;
	const { title } = WHO[choice.who];
	const focus = FOCUS[choice.focus];
	const of = (area: number) => ({
		core20: facts.core20[area] ?? false,
		rural: facts.rural[area] ?? false
	});
	const fifth = (area: number) => Math.ceil((facts.decile[area] ?? NaN) / 2);
	const fifths = ['second', 'third', 'fourth', 'least deprived'];
	return [
		{ id: 'all', label: `${title}, everywhere`, has: () => true },
		...(choice.focus === 'all'
			? []
			: [
					{
						id: 'focus',
						label: `In ${focus.words}`,
						has: (area: number) => focus.counts(of(area))
					}
				]),
		{
			id: 'core20',
			label: 'In Core20 neighbourhoods, the most deprived fifth of England’s',
			has: (area) => of(area).core20
		},
		{ id: 'rural', label: 'In rural neighbourhoods', has: (area) => of(area).rural },
		...(choice.who === 'residents'
			? []
			: [
					{
						id: 'core20-residents',
						label: 'All residents of the most deprived neighbourhoods',
						has: (area: number) => of(area).core20,
						residents: true as const
					}
				]),
		...fifths.map((words, at) => ({
			id: `fifth-${at + 2}`,
			label: `${words.charAt(0).toUpperCase()}${words.slice(1)} fifth of England’s neighbourhoods`,
			has: (area: number) => fifth(area) === at + 2
		})),
		...areas.groups.district.map(({ code, name }) => ({
			id: code,
			label: name,
			has: (area: number) => groupOf(areas, 'district', area).code === code
		}))
	];
}

/** Outcomes by group, of what stands today and of a plan. Groups without anyone are left out. */
export function outcomes(question: Question, open: readonly number[]): OutcomeRow[] {
	const { points } = question.facts;
	const today = costToNearest(question, question.standing);
	const proposed = costToNearest(question, open);
	return groupsOf(question).flatMap(({ id, label, has, residents }) => {
		const count = residents ? points.residents : question.peopleAtPoint;
		const members: number[] = [];
		let people = 0;
		points.area.forEach((area, at) => {
			const here = count[at] ?? 0;
			if (here <= 0 || !has(area)) return;
			members.push(at);
			people += here;
		});
		if (people === 0) return [];
		return [
			{
				id,
				label,
				people,
				today: question.todayUnknown === null ? outcomeOf(question, count, today, members) : null,
				proposed: outcomeOf(question, count, proposed, members)
			}
		];
	});
}

function outcomeOf(
	{ choice }: Question,
	count: ArrayLike<number>,
	cost: Float64Array,
	members: readonly number[]
): Outcome {
	const journeys = journeysOf(
		choice,
		members.map((at) => cost[at] ?? Infinity),
		members.map((at) => count[at] ?? 0)
	);
	const within = journeys.bySteps[stepsOf(choice).indexOf(choice.reach)] ?? 0;
	return { ...journeys, within, told: journeyCell(journeys.median, choice.measure) };
}
