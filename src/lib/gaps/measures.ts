/** The ways in which provision is measured. Adding one is an entry here and its working out in provision.ts. */
import type { Level } from '../areas/region.ts';

export interface Measure {
	id: string;
	/** "Number within reach". */
	title: string;
	/** Whether less of it is worse. */
	moreIsBetter: boolean;
	/** What it is, in a sentence. */
	about: string;
	/** Of assets on the map, or of figures published by area. */
	of: 'sites' | 'published';
	/** Whether reach matters. */
	byReach: boolean;
	levels: readonly Level[];
}

const ALL: readonly Level[] = ['lsoa', 'msoa', 'place', 'district'];

export const MEASURES = {
	count: {
		id: 'count',
		title: 'How many are near',
		moreIsBetter: true,
		about:
			'How many are near a resident, on average over the residents of an area. It favours towns, where everything is near.',
		of: 'sites',
		byReach: true,
		levels: ALL
	},
	nearest: {
		id: 'nearest',
		title: 'How far the nearest is',
		moreIsBetter: false,
		about: 'How far it is to the nearest one, on average over the residents of an area.',
		of: 'sites',
		byReach: true,
		levels: ALL
	},
	e2sfca: {
		id: 'e2sfca',
		title: 'Places near, shared (E2SFCA)',
		moreIsBetter: true,
		about:
			'Places near, shared among everyone near them, per 10,000 residents: the enhanced two-step floating catchment area. Nearer places count more, up to twice the distance that you call near.',
		of: 'sites',
		byReach: true,
		levels: ALL
	},
	rate: {
		id: 'rate',
		title: 'Per 10,000 residents',
		moreIsBetter: true,
		about:
			'How many there are in an area for every 10,000 of its residents, wherever in the area they are.',
		of: 'sites',
		byReach: false,
		levels: ['place', 'district']
	},
	'published-rate': {
		id: 'published-rate',
		title: 'Per 10,000 residents',
		moreIsBetter: true,
		about: 'The published number per 10,000 residents of the district.',
		of: 'published',
		byReach: false,
		levels: ['district']
	},
	'published-number': {
		id: 'published-number',
		title: 'Number',
		moreIsBetter: true,
		about: 'The published number in the district, however many people live there.',
		of: 'published',
		byReach: false,
		levels: ['district']
	},
	'published-income': {
		id: 'published-income',
		title: 'Total income',
		moreIsBetter: true,
		about: 'The published income of all of them in the district added up.',
		of: 'published',
		byReach: false,
		levels: ['district']
	},
	'published-income-per-resident': {
		id: 'published-income-per-resident',
		title: 'Income per resident',
		moreIsBetter: true,
		about: 'The published income of all of them, divided by the residents of the district.',
		of: 'published',
		byReach: false,
		levels: ['district']
	}
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];
export const measureOf = (id: MeasureId): Measure => MEASURES[id];
