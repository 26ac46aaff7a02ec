/**
 * Some of the plus groups that the Census counts by neighbourhood: people whom local NHS boards name
 * as needing more support, or who can't get to it. Each is a number of households or of residents
 * beside all of the same table. Layers, needs, siting and the page of plus groups read this one list.
 */
import type { NameOf } from '../facts/parts.ts';

export interface PlusGroup {
	/** In addresses, as a layer, a need and as people: never changes. */
	id: string;
	/** "Households with no car or van". */
	title: string;
	/** After a number: "households with no car or van". */
	words: string;
	/** After "no": "household with no car or van". */
	one: string;
	/** What they are a share of, after a number or "all": "households". */
	of: string;
	/** What it is and isn't. */
	about: string;
	alsoCalled: string;
	/** Column of those in question, and of all, in table and part. */
	column: string;
	all: string;
	part: NameOf<'facts'>;
	/** Whether nobody would argue that more of them is worse. */
	worse: 'higher' | null;
	/** A sentence under the legend. */
	note: string;
	caveats: readonly string[];
}

/** The dataset that all of them are in. */
export const PLUS_DATASET = 'plus-groups-2021';
export const PLUS_PERIOD = 'Census Day, 21 March 2021';
/** The part that has households without a car, alone, as it stands beside every figure by car. */
export const CARS_PART = 'cars-2025' as const;

const PERTURBED =
	'ONS changes small counts to protect people, so a share of a few households or people is not exact.';
const HOUSEHOLDS = {
	of: 'households',
	part: 'plus-groups-2025',
	caveats: ['It counts households, not people.', PERTURBED]
} as const;
const RESIDENTS = { of: 'residents', part: 'plus-groups-2025', caveats: [PERTURBED] } as const;

/** In the order of lists. */
export const PLUS_GROUPS = [
	{
		...HOUSEHOLDS,
		id: 'no-car',
		title: 'Households with no car or van',
		words: 'households with no car or van',
		one: 'household with no car or van',
		about:
			'The share of households that had no car or van to use in March 2021. It counts households, not people, and does not say whether they can’t afford one, can’t drive or need none.',
		alsoCalled: 'car ownership, carless, without a car, access to a car, transport poverty',
		column: 'no_car',
		all: 'households_cars',
		part: CARS_PART,
		worse: null,
		note: 'People may have no car by choice, or because they can’t afford or drive one.'
	},
	{
		...HOUSEHOLDS,
		id: 'lone-parents',
		title: 'Lone parents with dependent children',
		words: 'lone-parent households with dependent children',
		one: 'lone-parent household with dependent children',
		about:
			'The share of households with one parent, dependent children and nobody else. If others live there too, the Census counts it as another kind of household.',
		alsoCalled: 'single parents, single mothers, one-parent families',
		column: 'lone_parents',
		all: 'households_composition',
		worse: null,
		note: 'A kind of household, not a problem by itself.'
	},
	{
		...HOUSEHOLDS,
		id: 'household-deprivation',
		title: 'Households deprived in two or more ways',
		words: 'households deprived in two or more ways',
		one: 'household deprived in two or more ways',
		about:
			'The share of households that the Census calls deprived in at least two of four ways: work, education, health or disability, and housing. It describes each household, while the index of deprivation describes a whole neighbourhood.',
		alsoCalled: 'household deprivation, dimensions of deprivation, poor households',
		column: 'deprived_two_or_more',
		all: 'households_dimensions',
		worse: 'higher',
		note: 'Higher is worse.'
	},
	{
		...RESIDENTS,
		id: 'disability',
		title: 'Disabled people',
		words: 'disabled residents',
		one: 'disabled resident',
		about:
			'The share of residents who say that a long-lasting condition limits their day-to-day activities, a little or a lot. Neighbourhoods with more older people have more.',
		alsoCalled: 'disability, Equality Act, long-term condition, limited activities',
		column: 'disabled',
		all: 'residents_disability',
		worse: null,
		note: 'Neighbourhoods with more older people have more, as nothing is adjusted for age.'
	},
	{
		...RESIDENTS,
		id: 'bad-health',
		title: 'People in bad or very bad health',
		words: 'residents in bad or very bad health',
		one: 'resident in bad or very bad health',
		about:
			'The share of residents who say that their health in general is bad or very bad. Neighbourhoods with more older people have more.',
		alsoCalled: 'general health, self-reported health, poor health',
		column: 'bad_health',
		all: 'residents_health',
		worse: 'higher',
		note: 'Higher is worse. Nothing is adjusted for age.'
	},
	{
		...RESIDENTS,
		id: 'unpaid-care',
		title: 'Unpaid carers',
		words: 'unpaid carers',
		one: 'unpaid carer',
		of: 'residents aged 5 and over',
		about:
			'The share of residents aged 5 and over who look after someone without pay because of illness, disability or old age. The Census does not ask about younger children. This table does not say how many are young carers.',
		alsoCalled: 'unpaid care, carers, caring, young carers',
		column: 'carers',
		all: 'residents_5_over',
		worse: null,
		note: 'Any number of hours a week.'
	}
] as const satisfies readonly PlusGroup[];

export type PlusId = (typeof PLUS_GROUPS)[number]['id'];
