/** Whom a hub can be for: who is counted, and where of those the question is about. */
import type { NameOf } from '../facts/parts.ts';
import type { FactsPart } from '../facts/parts.ts';
import type { RegionAreas } from '../areas/region.ts';
import { factNumbers } from '../facts/figures.ts';
import {
	PLUS_DATASET,
	PLUS_GROUPS,
	PLUS_PERIOD,
	type PlusGroup,
	type PlusId
} from '../indicators/plus-groups.ts';

export interface Who {
	/** "Babies under one". */
	title: string;
	/** After a number, with the day they were counted where it is not the Census's: "babies under one in mid-2020". */
	words: string;
	/** The same without that day, for a sentence that says it otherwise. */
	noun: string;
	/** When they were counted: "mid-2020". */
	asOf: string;
	/** After "no" or "no rural": "baby". */
	one: string;
	/** What the figures are, and from when. */
	period: string;
	/** Part with the figures; null where they are the areas' own. */
	part: NameOf<'facts'> | null;
	/** Datasets they are from. */
	datasets: readonly string[];
	/** Number by LSOA. */
	count: (areas: RegionAreas, facts: FactsPart | null) => readonly number[];
}

const column =
	(name: string) =>
	(_: RegionAreas, facts: FactsPart | null): readonly number[] => {
		if (!facts) throw new Error(`the part with ${name} is missing`);
		return factNumbers(facts, name);
	};

/** The plus groups that the Census counts. */
const PLUS = Object.fromEntries(
	PLUS_GROUPS.map(({ id, title, words, one, column: name, part }: PlusGroup): [string, Who] => [
		`plus-${id}`,
		{
			title,
			words,
			noun: words,
			asOf: 'Census 2021',
			one,
			period: PLUS_PERIOD,
			part,
			datasets: [PLUS_DATASET],
			count: column(name)
		}
	])
) as Record<`plus-${PlusId}`, Who>;

/** Adding one is an entry here. The ids stand in addresses. */
export const WHO = {
	'aged-0': {
		title: 'Babies under one',
		words: 'babies under one in mid-2020',
		noun: 'babies under one',
		asOf: 'mid-2020',
		one: 'baby',
		period: 'residents aged 0, mid-2020, partly estimated on the neighbourhoods of 2021',
		part: 'residents-aged-0-2025',
		datasets: ['residents-2021-crosswalk', 'residents-2020-lsoa11'],
		count: column('aged_0')
	},
	'females-15-44': {
		title: 'Females aged 15 to 44',
		words: 'females aged 15 to 44',
		noun: 'females aged 15 to 44',
		asOf: 'Census 2021',
		one: 'female aged 15 to 44',
		period: 'Census 2021, estimated',
		part: 'females-15-44-2025',
		datasets: ['females-15-44-lsoa21'],
		count: column('females_15_44')
	},
	residents: {
		title: 'All residents',
		words: 'residents',
		noun: 'residents',
		asOf: 'Census 2021',
		one: 'resident',
		period: 'Census 2021',
		part: null,
		datasets: ['residents-2021-age'],
		count: ({ residents }: RegionAreas): readonly number[] => residents
	},
	...PLUS
} as const satisfies Record<string, Who>;
export type WhoId = keyof typeof WHO;
export const WHO_IDS = Object.keys(WHO) as WhoId[];

export interface Focus {
	title: string;
	/** After "in": "rural or most deprived neighbourhoods". */
	words: string;
	/** Whether a neighbourhood is among those that count. */
	counts: (of: { core20: boolean; rural: boolean }) => boolean;
}

/** What "most deprived" means wherever a plan says it. */
export const MOST_DEPRIVED =
	'Most deprived neighbourhoods are those in the most deprived fifth of England’s (Core20).';

/** Where people must live to count. The ids stand in addresses. */
export const FOCUS = {
	all: { title: 'Everywhere', words: 'all neighbourhoods', counts: () => true },
	core20: {
		title: 'In the most deprived neighbourhoods (Core20)',
		words: 'the most deprived neighbourhoods',
		counts: ({ core20 }) => core20
	},
	rural: {
		title: 'In rural neighbourhoods',
		words: 'rural neighbourhoods',
		counts: ({ rural }) => rural
	},
	'core20-or-rural': {
		title: 'In rural or most deprived neighbourhoods',
		words: 'rural or most deprived neighbourhoods',
		counts: ({ core20, rural }) => core20 || rural
	}
} as const satisfies Record<string, Focus>;
export type FocusId = keyof typeof FOCUS;
export const FOCUS_IDS = Object.keys(FOCUS) as FocusId[];
