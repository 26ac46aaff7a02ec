/** What neighbourhoods are like as places, with the names of their columns. */
import type { EditionId } from '../facts/editions.ts';

export interface RuralUrbanClass {
	code: string;
	label: string;
	rural: boolean;
}

/** The rural-urban classification of an edition's LSOAs: its classes from urban to rural. */
export const RURAL_URBAN: Readonly<
	Record<EditionId, { year: '2021' | '2011'; classes: readonly RuralUrbanClass[] }>
> = {
	'2025': {
		year: '2021',
		classes: [
			{ code: 'UN1', label: 'Urban: Nearer to a major town or city', rural: false },
			{ code: 'UF1', label: 'Urban: Further from a major town or city', rural: false },
			{ code: 'RLN1', label: 'Larger rural: Nearer to a major town or city', rural: true },
			{ code: 'RLF1', label: 'Larger rural: Further from a major town or city', rural: true },
			{ code: 'RSN1', label: 'Smaller rural: Nearer to a major town or city', rural: true },
			{ code: 'RSF1', label: 'Smaller rural: Further from a major town or city', rural: true }
		]
	},
	'2019': {
		year: '2011',
		classes: [
			{ code: 'A1', label: 'Urban major conurbation', rural: false },
			{ code: 'B1', label: 'Urban minor conurbation', rural: false },
			{ code: 'C1', label: 'Urban city and town', rural: false },
			{ code: 'C2', label: 'Urban city and town in a sparse setting', rural: false },
			{ code: 'D1', label: 'Rural town and fringe', rural: true },
			{ code: 'D2', label: 'Rural town and fringe in a sparse setting', rural: true },
			{ code: 'E1', label: 'Rural village and dispersed', rural: true },
			{ code: 'E2', label: 'Rural village and dispersed in a sparse setting', rural: true }
		]
	}
};

/** Indicators of IoD 2025 on access, shown beside England's fifths of neighbourhoods. */
export interface AccessMeasure {
	column: string;
	title: string;
	/** The worst fifth in words, after "live in". */
	worstFifth: string;
	/** How a place is said to have the worst value: "the connectivity score is lowest". */
	worst: string;
	/** Whether a higher value is worse. */
	higherIsWorse: boolean;
	decimals: number;
	about: string;
	caveats: readonly string[];
}

export const ACCESS_MEASURES: readonly AccessMeasure[] = [
	{
		column: 'connectivity_score',
		title: 'Connectivity score',
		worstFifth: 'the fifth of England’s neighbourhoods with the lowest connectivity score',
		worst: 'the connectivity score is lowest',
		higherIsWorse: false,
		decimals: 1,
		about:
			'How well a neighbourhood is connected by public transport: the score of the Department for Transport, from 0 to 100, as in the Indices of Deprivation 2025. Higher is better connected. It is not a travel time, and it says nothing of fares or of who can board.',
		caveats: ['A score, not a travel time; it says nothing about what people can afford or manage.']
	},
	{
		column: 'digital_connectivity',
		title: 'Digital connectivity',
		worstFifth: 'the worst connected fifth of England’s neighbourhoods for broadband',
		worst: 'broadband is worst',
		higherIsWorse: true,
		decimals: 2,
		about:
			'Speeds of broadband, down and up, put on one scale in the Indices of Deprivation 2025. England’s neighbourhoods lie around 0; higher is worse. It is a scale of the index, not megabits a second, and says nothing about who can afford or use it.',
		caveats: [
			'The table at hand names no direction. That higher is worse is read from the table itself: values rise with the score of the barriers domain and from town to country.'
		]
	},
	{
		column: 'patients_per_gp',
		title: 'Patients per GP',
		worstFifth: 'the fifth of England’s neighbourhoods with the most patients per GP',
		worst: 'patients per GP are most',
		higherIsWorse: true,
		decimals: 0,
		about:
			'Patients to each GP where the people of a neighbourhood are served, as in the Indices of Deprivation 2025. Higher means more patients share a GP. It does not count nurses, pharmacists and others, and does not say how long people wait.',
		caveats: [
			'The table at hand does not say on what day patients and GPs were counted, nor how they were shared out among neighbourhoods.'
		]
	}
];

/** Road distances of IoD 2019: to what, and from how many kilometres it is called far. */
export const ROAD_DISTANCES: readonly { column: string; to: string; far: number }[] = [
	{ column: 'road_km_gp', to: 'GP surgery', far: 3 },
	{ column: 'road_km_primary_school', to: 'primary school', far: 2 },
	{ column: 'road_km_post_office', to: 'post office', far: 3 },
	{ column: 'road_km_food_store', to: 'general store or supermarket', far: 3 }
];
