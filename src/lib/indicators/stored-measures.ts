/**
 * Measures of neighbourhoods that stand as a column of numbers in a stored table. An entry here
 * is all that one takes: the builder makes its part of the packs from it, and the map its layer,
 * with classes (the region's and England's), legend, table, sentences, details and download.
 */
import { EDITIONS, EDITION_IDS, type EditionId } from '../facts/editions.ts';
import type { NameOf } from '../facts/parts.ts';
import { PLUS_DATASET, PLUS_GROUPS, PLUS_PERIOD, type PlusGroup } from './plus-groups.ts';

export interface StoredMeasure {
	/** In the address of the map: small letters, digits and hyphens. It never changes, or old links break. */
	id: string;
	/** Measures of a family share a question; the reader chooses among them. */
	family: string;
	/** The question that a person comes with, with its question mark. */
	question: string;
	/** "Road distance to a GP surgery". */
	title: string;
	/** What it is and isn't, in a sentence or three. */
	about: string;
	/** What else people call it: found by search, nowhere shown. */
	alsoCalled?: string;

	/** The table's id in the catalogue. */
	dataset: string;
	/** The column, also its name in downloads: numbers, null where there is none. */
	column: string;
	/** The column of codes, and so which neighbourhoods it is of: those of 2021 or of 2011. */
	key: 'lsoa21' | 'lsoa11';
	/** What a null is: not published, if it doesn't say. */
	nulls?: 'suppressed' | 'missing' | 'not-surveyed';

	/** In words for downloads, with direction or period: "kilometres by road to the nearest shop, 2016". */
	unit: string;
	/** Which values are worse, and come first; null where neither is, as of a number of people. */
	worse: 'higher' | 'lower' | null;
	/** How many are shown; the packs hold more. */
	decimals: 0 | 1 | 2;
	/** What period the figures are of, in words. */
	period: string;
	caveats: readonly string[];

	/**
	 * What it is a share or a mean of, where that isn't residents: the table's column that counts it
	 * ("households"), and in words after "over its". Figures of communities, districts and England
	 * are means over it, and it stands beside each figure in table, details and downloads.
	 */
	of?: { column: string; words: string };
	/**
	 * The table's column of numbers whose share of `of` it is, in percent: then the table needs no
	 * column of shares, packs hold the numbers, and larger areas have shares of their own.
	 */
	counts?: string;
	/** People or things that are counted and add up, so that no mean over them is said. */
	adds?: true;
	/** England's value to compare with: the mean over residents (or `of`), or that of the middle neighbourhood. */
	compare?: 'mean' | 'middle';
	/** Ascending bounds between the classes; England's fifths of neighbourhoods, if it doesn't say. */
	bounds?: readonly number[];
	/** What is called far, large …: from which value, and the neighbourhoods in words after "live in". */
	from?: { value: number; words: string };
	/** Title of the legend; the title and the period, if it doesn't say. */
	inFull?: string;
	/** Heading of the table's column; the title, if it doesn't say. */
	label?: string;
	/** After each number: " km". */
	suffix?: string;
	/** A sentence under the legend; which values are worse, if it doesn't say. */
	note?: string;
	/** The worst fifth of neighbourhoods, in words after "live in". */
	worstFifth?: string;
	/** How a place is said to have the worst value: "the connectivity score is lowest". */
	worst?: string;
	/** The part of the packs that it shares with others of its table; one of its own, if it doesn't say. */
	part?: NameOf<'facts'>;
}

/** What places are like: the family of the road distances and of access. */
export const PLACE_FAMILY = {
	family: 'place',
	question: 'How rural is it, and how well connected?'
} as const;

/** Who may need more support: the family of the plus groups. */
export const PLUS_FAMILY = {
	family: 'plus-groups',
	question: 'Who may need more support?'
} as const;

const ACCESS_2025 = {
	...PLACE_FAMILY,
	dataset: 'underlying-2025',
	key: 'lsoa21',
	period: 'Indices of Deprivation 2025; indicators of 2021 to 2025',
	part: 'access-2025'
} as const;

/** A road distance of IoD 2019: to what, and from how many kilometres it is called far. */
function roadDistance(column: string, to: string, far: number): StoredMeasure {
	return {
		...PLACE_FAMILY,
		id: `place-${column.replaceAll('_', '-')}`,
		title: `Road distance to a ${to}`,
		about: `How far it is by road to the nearest ${to}, averaged over a neighbourhood’s residents, in the Indices of Deprivation 2019. It is from 2016. Some have opened or closed since, and it says nothing about buses.`,
		dataset: 'underlying-2019',
		column,
		key: 'lsoa11',
		unit: `kilometres by road to the nearest ${to}, 2016`,
		worse: 'higher',
		decimals: 1,
		period: '2016',
		caveats: [
			`It is from 2016. A ${to} may have opened or closed since.`,
			'An average over a neighbourhood hides people who live far out in it.'
		],
		bounds: [1, 2, 3, 5, 8],
		from: {
			value: far,
			words: `neighbourhoods where a ${to} is on average ${far} km or more away by road`
		},
		inFull: `Road distance to a ${to}, 2016 (${EDITIONS['2019'].short})`,
		label: `Km to a ${to}`,
		suffix: ' km',
		note: 'Kilometres by road.',
		worst: `the distance to a ${to} is longest`,
		part: 'road-distances-2019'
	};
}

const BUS_STOPS = {
	...PLACE_FAMILY,
	dataset: 'bus-stops-lsoa21',
	key: 'lsoa21',
	period: '24 July 2026',
	nulls: 'not-surveyed',
	part: 'bus-stops-2025',
	alsoCalled: 'buses, public transport, NaPTAN'
} as const;
const STOPS_NOTE =
	'A stop is not a service, and we have no timetables. England’s figure leaves out London, Greater Manchester and West Yorkshire.';
const STOPS_CAVEATS = [
	'A stop is not a service. It may have few buses, or none.',
	'This is a straight line from the middle of each output area (about 130 homes), not a route.',
	'We have no stops of London, Greater Manchester and West Yorkshire. Just outside them, the nearest stop may be nearer than we say.'
];

/** Output areas with a library within some minutes’ walk on the network of paths, in percent. */
const libraryWalk = (minutes: 15 | 30): StoredMeasure => ({
	...PLACE_FAMILY,
	id: `place-library-walk-${minutes}`,
	title: `Output areas with a library within ${minutes} minutes`,
	about: `The share of a neighbourhood’s output areas (about 130 homes each) from which you can walk to a library within ${minutes} minutes at 5 km an hour, on the paths of OpenStreetMap. The libraries are those of 2023. It does not say when a library is open.`,
	alsoCalled: 'library, walking, on foot, isochrones',
	dataset: 'library-walks-lsoa21',
	key: 'lsoa21',
	column: `library_${minutes}_percent`,
	counts: `library_${minutes}`,
	of: { column: 'output_areas', words: 'output areas' },
	unit: `percent of output areas with a library within ${minutes} minutes on foot, 2023`,
	worse: 'lower',
	decimals: 1,
	period: 'libraries of 2023',
	nulls: 'not-surveyed',
	bounds: [1, 25, 50, 75],
	suffix: '%',
	inFull: `Output areas with a library within ${minutes} minutes on foot, 2023`,
	label: `Library within ${minutes} minutes`,
	note: 'On paths, at 5 km an hour. Some libraries were not routed, among them all of Leicestershire and Lincolnshire; near these there is no figure, and England’s leaves them out. © OpenStreetMap contributors (ODbL).',
	worst: `the share of output areas with a library within ${minutes} minutes on foot is lowest`,
	part: 'library-walks-2025',
	caveats: [
		'The libraries are those of 2023. Some have moved, closed or opened since. Mobile libraries are not counted.',
		'Walks start at the middle of each output area, at 5 km an hour. Paths that OpenStreetMap does not have are not counted.',
		'Where a library that was not routed is nearer, we do not know the walk. It is “not surveyed”, which does not mean far.'
	]
});

/** A plus group as a measure: its share of all, in percent. */
function plusMeasure(group: PlusGroup): StoredMeasure {
	const { id, title, about, alsoCalled, column, all, part, worse, note, caveats } = group;
	const share = `the share of ${group.words}`;
	return {
		...PLUS_FAMILY,
		id: `plus-${id}`,
		title,
		about,
		alsoCalled,
		dataset: PLUS_DATASET,
		column: `${column}_percent`,
		counts: column,
		of: { column: all, words: group.of },
		key: 'lsoa21',
		unit: `percent of ${group.of}, ${group.words}, Census 2021`,
		worse,
		decimals: 1,
		suffix: '%',
		period: PLUS_PERIOD,
		inFull: `${title}, share of ${group.of}, Census 2021`,
		label: title,
		note,
		worstFifth: `the fifth of England’s neighbourhoods where ${share} is highest`,
		worst: `${share} is highest`,
		part,
		caveats
	};
}

/** The measures, in the order of the panel. Adding one is an entry. */
export const STORED_MEASURES: readonly StoredMeasure[] = [
	{
		...ACCESS_2025,
		id: 'place-connectivity-score',
		title: 'Connectivity score',
		about:
			'How well a neighbourhood is connected by public transport: the score of the Department for Transport, from 0 to 100, in the Indices of Deprivation 2025. Higher is better. It is not a travel time, and says nothing about fares or about who can board.',
		column: 'connectivity_score',
		unit: 'connectivity score, IoD 2025; higher is better',
		worse: 'lower',
		decimals: 1,
		inFull: 'Connectivity score, IoD 2025',
		worstFifth: 'the fifth of England’s neighbourhoods with the lowest connectivity score',
		worst: 'the connectivity score is lowest',
		caveats: ['It is a score, not a travel time. It does not say what people can afford or manage.']
	},
	{
		...ACCESS_2025,
		id: 'place-digital-connectivity',
		title: 'Digital connectivity',
		about:
			'Broadband speeds, download and upload, put on one scale in the Indices of Deprivation 2025. England’s neighbourhoods are around 0, and higher is worse. It is the index’s own scale, not megabits a second. It does not say who can afford or use it.',
		column: 'digital_connectivity',
		unit: 'digital connectivity, IoD 2025; higher is worse',
		worse: 'higher',
		decimals: 2,
		inFull: 'Digital connectivity, IoD 2025',
		worstFifth: 'the worst connected fifth of England’s neighbourhoods for broadband',
		worst: 'broadband is worst',
		caveats: [
			'The table does not say whether higher is better or worse. We take higher as worse, because values rise with the score for barriers and from town to country.'
		]
	},
	{
		...ACCESS_2025,
		id: 'place-patients-per-gp',
		title: 'Patients per GP',
		about:
			'Patients to each GP where the people of a neighbourhood are served, as in the Indices of Deprivation 2025. Higher means more patients share a GP. It does not count nurses, pharmacists and others, and does not say how long people wait.',
		column: 'patients_per_gp',
		unit: 'patients per gp, IoD 2025; higher is worse',
		worse: 'higher',
		decimals: 0,
		compare: 'middle',
		inFull: 'Patients per GP, IoD 2025',
		worstFifth: 'the fifth of England’s neighbourhoods with the most patients per GP',
		worst: 'patients per GP are highest',
		caveats: [
			'The table does not say when patients and GPs were counted, or how they were shared out among neighbourhoods.'
		]
	},
	{
		id: 'people-aged-0-4',
		family: 'under-fives',
		question: 'Where do young children live?',
		title: 'Aged 0 to 4',
		about:
			'The share of a neighbourhood’s residents who were aged 0 to 4 on Census Day in March 2021. The census table has no single year of age 0.',
		alsoCalled: 'under fives, toddlers, babies, early years',
		dataset: 'residents-2021-bands',
		column: 'aged_0_4_percent',
		of: { column: 'total', words: 'residents' },
		key: 'lsoa21',
		unit: 'percent of residents aged 0 to 4, Census 2021',
		worse: null,
		decimals: 1,
		suffix: '%',
		period: 'Census Day, 21 March 2021',
		inFull: 'Residents aged 0 to 4, share of all residents, Census 2021',
		label: 'Aged 0 to 4',
		note: 'A high share is neither good nor bad.',
		worstFifth:
			'the fifth of England’s neighbourhoods with the highest share of residents aged 0 to 4',
		worst: 'the share of residents aged 0 to 4 is highest',
		caveats: ['It is from March 2021. Most of these children are at school now.']
	},
	roadDistance('road_km_gp', 'GP surgery', 3),
	roadDistance('road_km_primary_school', 'primary school', 2),
	roadDistance('road_km_post_office', 'post office', 3),
	roadDistance('road_km_food_store', 'general store or supermarket', 3),
	{
		...BUS_STOPS,
		id: 'place-bus-stop-metres',
		title: 'Distance to a bus stop',
		about:
			'How far the nearest bus stop is in a straight line, averaged over a neighbourhood’s output areas, in July 2026. It does not say whether, when or where a bus goes.',
		column: 'stop_metres',
		unit: 'metres in a straight line to the nearest bus stop, July 2026',
		worse: 'higher',
		decimals: 0,
		bounds: [100, 200, 300, 400, 800],
		from: {
			value: 400,
			words:
				'neighbourhoods where the nearest bus stop is on average 400 m or more away in a straight line'
		},
		inFull: 'Mean straight-line distance to the nearest bus stop, July 2026',
		label: 'Metres to a bus stop',
		suffix: ' m',
		note: STOPS_NOTE,
		worst: 'the distance to a bus stop is longest',
		caveats: STOPS_CAVEATS
	},
	{
		...BUS_STOPS,
		id: 'place-bus-stop-near',
		title: 'Output areas with a bus stop near',
		about:
			'The share of a neighbourhood’s output areas (about 130 homes each) that have a bus stop within 400 m in a straight line, in July 2026. It does not say whether, when or where a bus goes.',
		column: 'near_stop_percent',
		counts: 'near_stop',
		of: { column: 'output_areas', words: 'output areas' },
		unit: 'percent of output areas with a bus stop within 400 m, July 2026',
		worse: 'lower',
		decimals: 1,
		bounds: [50, 70, 80, 90],
		suffix: '%',
		inFull: 'Output areas with a bus stop within 400 m, July 2026',
		label: 'Bus stop within 400 m',
		note: STOPS_NOTE,
		worstFifth:
			'the fifth of England’s neighbourhoods, of those with a figure, where the fewest output areas have a bus stop within 400 m',
		worst: 'the share of output areas with a bus stop within 400 m is lowest',
		caveats: STOPS_CAVEATS
	},
	libraryWalk(15),
	libraryWalk(30),
	...PLUS_GROUPS.map(plusMeasure)
];

/** A number as a share of all, in percent; null where either is missing or there are none at all. */
export const percentOf = (count: number | null, all: number | null): number | null =>
	count === null || !all ? null : (100 * count) / all;

/** The part of the packs that a measure is in. */
export const partOfMeasure = ({ id, part }: StoredMeasure): NameOf<'facts'> =>
	part ?? `measure-${id}`;

/** The editions whose neighbourhoods a measure is of. */
export const editionsOfMeasure = ({ key }: StoredMeasure): EditionId[] =>
	EDITION_IDS.filter((id) => key === `lsoa${EDITIONS[id].vintage.slice(2)}`);
