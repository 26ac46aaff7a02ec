/** What need can mean here. Adding one is an entry in {@link NEEDS}. */
import { EDITION_IDS } from '../facts/editions.ts';
import { deprivationPart } from '../facts/parts.ts';
import { ETHNIC_MEASURES } from '../indicators/people.ts';
import {
	childrenInIncomeDeprivation,
	core20Residents,
	domains,
	indexNeed
} from './deprivation-needs.ts';
import { lifeExpectancy } from './life-expectancy-need.ts';
import type { Need } from './need.ts';
import { peopleNeed, rural } from './people-needs.ts';
import { plusNeeds } from './plus-needs.ts';

export const NEED_GROUPS: Readonly<Record<Need['group'], string>> = {
	deprivation: 'Deprivation',
	people: 'Who lives there',
	health: 'Health',
	place: 'Place'
};

export const NEEDS: readonly Need[] = [
	indexNeed(
		{
			column: 'imd',
			title: 'Deprivation (IMD)',
			about:
				'The Index of Multiple Deprivation: income, employment, education, health, crime, barriers and living environment together.',
			scores: ['2025', '2019']
		},
		'imd',
		'Deprivation (IMD)',
		deprivationPart
	),
	core20Residents,
	childrenInIncomeDeprivation,
	...domains,
	peopleNeed({
		id: 'residents-aged-0',
		title: 'Residents aged 0',
		words: 'aged 0',
		about:
			'Babies under one year. Births are not published for areas smaller than districts, so babies stand for them.',
		editions: EDITION_IDS,
		part: (edition) => `residents-aged-0-${edition.id}`,
		columns: ['aged_0'],
		total: null,
		counted: ['2019'],
		per: 1000,
		period: () => 'mid-2020',
		caveats: [
			'Babies of mid-2020, divided by the residents of the edition. Where a neighbourhood was split in 2021, this is an estimate.'
		]
	}),
	peopleNeed({
		id: 'females-15-44',
		title: 'Females aged 15 to 44',
		words: 'who are females aged 15 to 44',
		about:
			'Women and girls of the ages at which most give birth. For areas smaller than districts this is an estimate.',
		editions: EDITION_IDS,
		part: (edition) => `females-15-44-${edition.id}`,
		columns: ['females_15_44'],
		total: null,
		counted: [],
		per: 100,
		period: ({ id }) => (id === '2025' ? 'Census 2021' : 'mid-2020'),
		caveats: [
			'Females aged 15 to 44 are an estimate, for Census 2021 in edition 2025 and for mid-2020 in edition 2019.'
		]
	}),
	...ETHNIC_MEASURES.filter(({ id }) => id !== 'white').map((measure) =>
		peopleNeed({
			id: `ethnic-${measure.id}`,
			title: measure.title,
			words: measure.words,
			about: `The share of residents ${measure.words}, Census 2021.`,
			editions: ['2025'],
			part: () => 'ethnic-groups-2025',
			columns: measure.groups,
			total: 'total',
			counted: ['2025'],
			per: 100,
			period: () => 'Census 2021',
			caveats: ['The table has five broad groups, which do not show “other white” apart.']
		})
	),
	...plusNeeds,
	lifeExpectancy('males'),
	lifeExpectancy('females'),
	rural
];

/** The need with this id; undefined where there is none. */
export const needById = (id: string): Need | undefined => NEEDS.find((need) => need.id === id);

/** The need of a request. Throws on an id that isn't known. */
export function needOf(id: string): Need {
	const found = needById(id);
	if (!found) throw new Error(`there is no need "${id}"`);
	return found;
}
