/** A plan of hubs as tables that people read, and as a paper. */
import { sourcesById } from '../catalogue/notes.ts';
import { columnsOf, type Column, type Document, type Table } from '../document/document.ts';
import { amountWords, fewOr, valueWords } from '../siting/plan-words.ts';
import type { Outcome, OutcomeRow } from '../siting/outcome.ts';
import { CAVEATS, type SitingReading } from '../siting/reading.ts';
import { capitalise, formatCount } from '../text/format.ts';
import { AREAS_TO_LOOK_IN } from '../text/names.ts';
import { actionsTable, firstRows } from './paper.ts';
import { saidOf, type Said } from './said.ts';

/** A paper on a plan. */
export const planPaper = (
	regionName: string,
	reading: SitingReading,
	{ sources, owner, ...said }: Said
): Document => ({
	title: `Where could new hubs go? ${regionName}`,
	sentences: [
		reading.headline,
		...(reading.uneven === '' ? [] : [reading.uneven]),
		reading.leftOutSentence,
		reading.proof
	],
	asked: reading.parameters,
	sources: sourcesById(reading.datasets, sources),
	notes: CAVEATS,
	owner,
	...saidOf(said),
	tables: [hubsTable(reading), outcomesTable(reading), ...leftOutTable(reading), actionsTable()]
});

/** The areas to look in, and the buildings there to ask. */
export const hubsTable = ({ hubs, who, unit }: SitingReading): Table => ({
	title: AREAS_TO_LOOK_IN,
	columns: [
		{ label: 'Number', isFigure: true },
		{ label: 'Area' },
		{ label: 'District' },
		{ label: 'Buildings to ask' },
		{ label: `Nearest for so many ${who}`, isFigure: true },
		{ label: `Median journey, ${unit}`, isFigure: true }
	],
	rows: hubs.map(({ number, area, district, name, standing, buildings, people, median }) => [
		String(number),
		area,
		district,
		standing ? `${name} (a hub today)` : buildings.map((one) => one.name).join('; '),
		fewOr(people),
		median === null ? 'none' : typeof median === 'number' ? valueWords(median) : median
	]),
	notes: [
		'Figures are estimates. Nobody has checked these buildings for us: go and look before deciding.'
	]
});

/** Who has a hub within reach, group by group, today and as proposed. */
export function outcomesTable({ outcomes, near, unit, who }: SitingReading): Table {
	const hasToday = outcomes.every(({ today }) => today !== null);
	const within = `within ${near} ${unit}`;
	const figure = (label: string): Column => ({ label, isFigure: true });
	return {
		title: 'Group by group',
		columns: [
			...columnsOf(['Group']),
			figure('Number'),
			...(hasToday ? [figure(`Today ${within}`)] : []),
			figure(`With the plan ${within}`),
			...(hasToday ? [figure(`Median today, ${unit}`)] : []),
			figure(`Median with the plan, ${unit}`)
		],
		rows: outcomes.map(({ label, people, today, proposed }) => [
			label,
			formatCount(people),
			...(hasToday ? [sharesOf(today, people)] : []),
			sharesOf(proposed, people),
			...(hasToday ? [medianOf(today)] : []),
			medianOf(proposed)
		]),
		notes: [
			`${capitalise(who)}, unless a row says otherwise. Figures are estimates of where residents live, not of who uses a hub.`
		]
	};
}

const sharesOf = (outcome: OutcomeRow['today'], people: number): string =>
	outcome === null ? 'Not known' : amountWords(outcome.within, people);
const medianOf = (outcome: Outcome | null): string =>
	outcome === null || outcome.told === null
		? 'Not known'
		: typeof outcome.told === 'number'
			? valueWords(outcome.told)
			: outcome.told;

function leftOutTable({ leftOut: { communities }, who }: SitingReading): Table[] {
	if (communities.length === 0) return [];
	return [
		firstRows({
			title: 'Who would still have no hub near',
			columns: [
				{ label: 'Community' },
				{ label: 'District' },
				{ label: capitalise(who), isFigure: true }
			],
			rows: communities.map(({ name, district, people }) => [name, district, fewOr(people)])
		})
	];
}
