/**
 * Open-data evidence for an equality and health inequalities impact assessment of a plan of hubs: a
 * draft for people to finish. It draws no conclusion and gives no score.
 */
import { sourcesById } from '../catalogue/notes.ts';
import {
	columnsOf,
	type Cell,
	type Column,
	type Document,
	type Table
} from '../document/document.ts';
import type { Closure } from '../siting/closures.ts';
import type { Choice } from '../siting/question.ts';
import { CHANGE, type EqualityRow, type EqualitySet } from '../siting/equality.ts';
import { beyondWords, unitOf } from '../siting/journeys.ts';
import { amountWords } from '../siting/plan-words.ts';
import { CAVEATS, type SitingReading } from '../siting/reading.ts';
import { formatCount } from '../text/format.ts';
import { CHARACTERISTICS } from './characteristics.ts';
import { saidOf, type Said } from './said.ts';

export interface PlanToAssess {
	regionName: string;
	reading: SitingReading;
	choice: Pick<Choice, 'measure' | 'reach'>;
	/** Why it is not known which hubs stand today; null where it is known. */
	todayUnknown: string | null;
	sets: readonly EqualitySet[];
	/** What it would mean if hubs of today closed with the plan. */
	closures: readonly Closure[];
}

/** The draft. */
export function ehiaDraft(plan: PlanToAssess, { sources, owner, ...said }: Said): Document {
	const { regionName, reading, choice, todayUnknown, sets, closures } = plan;
	const unit = unitOf(choice.measure);
	const least = CHANGE[choice.measure];
	return {
		title: `Open-data evidence for an EHIA: draft. Hubs in ${regionName}`,
		sentences: [
			'This is a draft of evidence for an equality and health inequalities impact assessment (EHIA). It draws no conclusion and gives no score. People who know the places and the communities have to finish it.',
			'It counts residents by where they live. It does not say who uses a hub, who could use one, or who would come.',
			reading.total,
			todayUnknown === null
				? `We call a hub nearer or further where the estimated journey to the nearest one is shorter or longer by ${least === 1 ? `one ${unit.replace(/s$/, '')}` : `${least} ${unit}`} or more. A journey ${beyondWords(choice.measure)} counts as out of reach.`
				: `${todayUnknown} So we cannot say for whom a hub would be nearer or further than today.`
		],
		asked: reading.parameters,
		sources: sourcesById(
			[...new Set([...reading.datasets, ...sets.flatMap(({ datasets }) => datasets)])],
			sources
		),
		notes: [
			...CAVEATS,
			'The people of a neighbourhood are shared equally among its output areas, so every group of a neighbourhood has the same journeys here. In truth they may live in different streets.',
			'The Office for National Statistics changes small counts of the Census a little to protect people. Numbers below 10 are not given.'
		],
		owner,
		...saidOf(said),
		tables: [
			changesTable(reading),
			...(closures.length > 0 ? [closuresTable(closures, reading)] : []),
			...sets.map((set) => setTable(set, reading, todayUnknown === null)),
			characteristicsTable(sets),
			toFinish()
		]
	};
}

/** What the plan opens, keeps, moves and closes, all in one table. */
function changesTable({ hubs, who }: SitingReading): Table {
	const none = (change: string): Cell[] => [change, 'None in this plan', '', ''];
	const row =
		(change: string) =>
		({ area, district, name, standing, people }: SitingReading['hubs'][number]): Cell[] => [
			change,
			standing ? name : `A hub around ${area}`,
			district,
			amountWords(
				people,
				hubs.reduce((sum, hub) => sum + hub.people, 0)
			)
		];
	const opened = hubs.filter(({ standing }) => !standing);
	const kept = hubs.filter(({ standing }) => standing);
	return {
		title: 'What the plan changes',
		columns: [
			...columnsOf(['Change', 'Hub', 'District']),
			{ label: `Nearest for so many ${who}`, isFigure: true }
		],
		rows: [
			...(opened.length > 0 ? opened.map(row('Opens')) : [none('Opens')]),
			none('Moves'),
			none('Closes'),
			...(kept.length > 0 ? kept.map(row('Stays')) : [])
		],
		notes: [
			'A plan of this site opens hubs beside those that stand: it moves and closes none. If one is to close as well, the next table says for how many that would be further. If one is to move, assess its new place as a hub that opens and its old one as a hub that closes.'
		]
	};
}

/** Closures of hubs of today, each alone and all together, with what the plan opens. */
function closuresTable(closures: readonly Closure[], { reach }: SitingReading): Table {
	const figure = (label: string): Column => ({ label, isFigure: true });
	const count = (people: number) =>
		people === 0 ? 'none' : people < 9.5 ? 'fewer than 10' : formatCount(people);
	return {
		title: 'If hubs of today closed with this plan',
		columns: [
			{ label: 'Closed, with all others open' },
			figure('Residents further than with the plan'),
			figure('Of them in the most deprived fifth'),
			figure(`No longer within ${reach}`)
		],
		rows: closures.map(({ hub, further, deprived, lost }) => [
			hub ?? 'All hubs of today together',
			count(further),
			count(deprived),
			count(lost)
		]),
		notes: [
			'Estimates of where residents live, Census 2021. They do not say who uses a hub. Nobody has proposed that any of these close.'
		]
	};
}

function setTable(set: EqualitySet, { reach }: SitingReading, hasToday: boolean): Table {
	const figure = (label: string): Column => ({ label, isFigure: true });
	const words = (count: number | null, { people }: EqualityRow): Cell =>
		count === null ? null : amountWords(count, people);
	return {
		title: set.title,
		columns: [
			{ label: 'Group' },
			figure(set.counted),
			...(hasToday ? [figure('Nearer'), figure('Further'), figure('Near today')] : []),
			figure('Near with the plan')
		],
		rows: set.rows.map((row) => [
			row.label,
			row.people < 9.5 ? 'fewer than 10' : formatCount(row.people),
			...(hasToday
				? [words(row.nearer, row), words(row.further, row), words(row.withinToday, row)]
				: []),
			words(row.within, row)
		]),
		notes: [`Estimates. Near is within ${reach}. ${set.counted}: ${set.period}.`]
	};
}

function characteristicsTable(sets: readonly EqualitySet[]): Table {
	return {
		title: 'The nine protected characteristics',
		columns: columnsOf([
			'Characteristic',
			'What open data say here',
			'What they do not say',
			'Whom to ask',
			'What was found',
			'By whom, and when'
		]),
		rows: CHARACTERISTICS.map(({ title, sets: ids, unknown, ask }) => {
			const held = sets.filter(({ id }) => ids.includes(id));
			return [
				title,
				held.length > 0
					? `See ${held.map((one) => `“${one.title}”`).join(' and ')}.`
					: 'Nothing by neighbourhood.',
				unknown,
				ask,
				'',
				''
			];
		}),
		toFill: true
	};
}

function toFinish(): Table {
	const rows = [
		'Who took part in this assessment',
		'Whom we asked, and what they said',
		'What the plan may bring for whom',
		'What it may take away, from whom, and what we will do about it',
		'People whom no table here counts: who else is affected',
		'What we decided, who signed, and on which day',
		'When we will look at this again'
	];
	return {
		title: 'To be finished by people',
		columns: columnsOf(['Question', 'Answer']),
		rows: rows.map((question) => [question, '']),
		toFill: true
	};
}
