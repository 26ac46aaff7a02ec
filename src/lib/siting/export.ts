/** A plan to take away: documents that say by themselves what was asked, of what, and what it is not. */
import type { Geometry } from 'geojson';
import { sourcesById, type NamedSource } from '../catalogue/notes.ts';
import {
	columnsOf,
	documentOf,
	placeColumns,
	sourceWords,
	type Document,
	type Table
} from '../document/document.ts';
import { toCsv } from '../export/csv.ts';
import { toGeoJson } from '../export/geojson.ts';
import type { TableColumn } from '../layers/layer.ts';
import type { AreaColumn } from './area-columns.ts';
import { groupFigures } from './groups-figures.ts';
import { CAVEATS, type SitingReading } from './reading.ts';
import { visitDocument } from './visit-sheet.ts';
import { allAlternatives } from './ties-read.ts';

/** What the files of a plan say besides the plan itself. */
export interface SaidOfPlan {
	/** Every dataset by name. */
	sources: readonly NamedSource[];
	/** Who looks after the listings, in a sentence. */
	owner: string;
	/** Address of the page that shows the plan. */
	link: string;
}

/** What was asked and found, of what, and what to mind, with one table or more. */
const planDocument = (
	reading: SitingReading,
	{ sources, owner, link }: SaidOfPlan,
	tables: readonly Table[]
): Document => ({
	title: 'Where could new hubs go?',
	sentences: [
		reading.headline,
		...(reading.uneven === '' ? [] : [reading.uneven]),
		reading.proof,
		reading.leftOutSentence,
		...(reading.ties ? [reading.ties.sentence] : [])
	],
	asked: reading.parameters,
	sources: sourcesById(reading.datasets, sources),
	notes: CAVEATS,
	owner,
	address: link,
	tables
});

/**
 * The plan as tables for programs and spreadsheets: a row a hub, a row a group, and a row each
 * community that is left out. The headline goes with every row where the rows go alone.
 */
export function planTables(reading: SitingReading, said: SaidOfPlan): Document {
	const { hubs, outcomes, leftOut, unit, near, who } = reading;
	const within = `within ${near} ${unit} (estimate)`;
	return {
		...planDocument(reading, said, [
			{
				title: 'Hubs',
				columns: [
					...columnsOf(['Number', 'Area to look in', 'Building', 'Kind', 'A hub today', 'Place']),
					...placeColumns('Longitude', 'Latitude'),
					...columnsOf([
						`${who} who go there`,
						`Median journey, ${unit} (estimate)`,
						'Of them with no other hub within reach',
						'Buildings to ask',
						'What is known of the building',
						'Identifier'
					])
				],
				rows: hubs.map((hub) => [
					hub.number,
					hub.area,
					hub.name,
					hub.label,
					hub.standing ? 'Yes' : 'No',
					hub.place,
					hub.longitude,
					hub.latitude,
					Math.round(hub.people),
					hub.median,
					Math.round(hub.onlyHere),
					hub.buildings.map(({ name }) => name).join('; '),
					hub.known,
					hub.id
				]),
				geometry: (row) => pointOf(hubs[row])
			},
			{
				title: 'Group by group',
				columns: columnsOf([
					'Group',
					'Number',
					`Today ${within}`,
					`With the plan ${within}`,
					`Median journey today, ${unit} (estimate)`,
					`Median journey with the plan, ${unit} (estimate)`
				]),
				rows: outcomes.map(({ label, people, today, proposed }) => [
					label,
					Math.round(people),
					today && Math.round(today.within),
					Math.round(proposed.within),
					today && today.told,
					proposed.told
				])
			},
			{
				title: 'Left without a hub near',
				columns: columnsOf(['Code', 'Community', 'District', who]),
				rows: leftOut.communities.map(({ code, name, district, people }) => [
					code,
					name,
					district,
					Math.round(people)
				])
			}
		]),
		everyRow: everyRowOf(reading, said)
	};
}

/** What goes with every row where the rows go alone. */
const everyRowOf = ({ headline }: SitingReading, { link }: SaidOfPlan) => [
	{ label: 'The plan in words', value: headline },
	{ label: 'Link', value: link }
];

const pointOf = (hub: SitingReading['hubs'][number] | undefined): Geometry => ({
	type: 'Point',
	coordinates: [hub?.longitude ?? NaN, hub?.latitude ?? NaN]
});

/**
 * CSV text: a row each building that could take the place of a hub at a loss of at most a
 * hundredth, the least loss first; loss in per cent.
 */
export function tiesCsv(reading: SitingReading, said: SaidOfPlan): string {
	const ties: Table = {
		columns: columnsOf([
			'Hub of the plan',
			'Building in its place',
			'Kind',
			'Place',
			'Loss, % (estimate)',
			'In words',
			'Identifier of the hub',
			'Identifier of the building'
		]),
		rows: (reading.ties ? allAlternatives(reading.ties) : []).map(({ hub, alternative }) => [
			hub.name,
			alternative.name,
			alternative.label,
			alternative.place,
			Number((100 * alternative.worse).toFixed(2)),
			alternative.words,
			hub.id,
			alternative.id
		])
	};
	return toCsv({
		...planDocument(reading, said, [ties]),
		title: 'Buildings nearly as good',
		everyRow: everyRowOf(reading, said)
	});
}

export interface PlanLine {
	/** Number of the hub. */
	hub: number;
	from: [number, number];
	to: [number, number];
	/** Code of the neighbourhood. */
	area: string;
	people: number;
}

/** What of a hub stands beside its point, in this order, under our own names for it. */
const OF_HUB = [
	'id',
	'number',
	'name',
	'label',
	'standing',
	'area',
	'district',
	'place',
	'people',
	'median',
	'onlyHere',
	'why',
	'known'
] as const;

/** CSV text: visit sheets to fill in, a row a building. */
export const visitCsv = (
	hubs: SitingReading['hubs'],
	{ owner, link }: Pick<SaidOfPlan, 'owner' | 'link'>
): string => toCsv(visitDocument(hubs, owner, link));

/** GeoJSON text: a point a hub, a line to each neighbourhood it serves, and all that is to be known of them. */
export function planGeoJson(
	reading: SitingReading,
	lines: readonly PlanLine[],
	said: SaidOfPlan
): string {
	const hubs: Table = {
		columns: columnsOf([...OF_HUB, 'toAsk', 'unit']),
		rows: reading.hubs.map((hub) => [
			...OF_HUB.map((field) => (field === 'people' ? Math.round(hub.people) : hub[field])),
			hub.buildings.map(({ name }) => name).join('; '),
			reading.unit
		]),
		geometry: (row) => pointOf(reading.hubs[row])
	};
	const journeys: Table = {
		columns: columnsOf(['hub', 'area', 'people']),
		rows: lines.map(({ hub, area, people }) => [hub, area, Math.round(people)]),
		geometry: (row) => {
			const line = lines[row];
			return line ? { type: 'LineString', coordinates: [line.from, line.to] } : null;
		}
	};
	const plan = planDocument(reading, said, [hubs, journeys]);
	return toGeoJson(plan, { members: { about: aboutOf(plan, reading) }, indented: true });
}

/** What a plan says of itself, under names that programs can ask for. */
const aboutOf = ({ asked, sources, notes, owner, address }: Document, reading: SitingReading) => ({
	headline: reading.headline,
	uneven: reading.uneven,
	proof: reading.proof,
	leftOut: reading.leftOutSentence,
	nearTies: reading.ties && {
		said: reading.ties.sentence,
		changes: allAlternatives(reading.ties).map(({ hub, alternative }) => ({
			hub: hub.id,
			instead: alternative.id,
			name: alternative.name,
			place: alternative.place,
			loss: alternative.worse
		}))
	},
	groups: reading.outcomes.map((row) => groupFigures(row, reading)),
	parameters: Object.fromEntries(asked.map(({ label, value }) => [label, value])),
	sources: sources.map(sourceWords),
	caveats: notes,
	owner,
	link: address
});

/** CSV text: a row a neighbourhood, with its journeys today and as proposed. */
export const neighbourhoodsCsv = (
	{ headline }: Pick<SitingReading, 'headline'>,
	codes: readonly string[],
	columns: readonly (Pick<TableColumn, 'label' | 'values'> & Pick<AreaColumn, 'inFile'>)[],
	owner: string
): string =>
	toCsv(
		documentOf(
			'Every neighbourhood',
			{
				columns: columnsOf(['Code', ...columns.map(({ label }) => label)]),
				rows: codes.map((code, area) => [
					code,
					...columns.map(({ values, inFile = values }) => inFile[area])
				])
			},
			{ everyRow: [{ label: 'The plan in words', value: headline }], owner }
		)
	);
