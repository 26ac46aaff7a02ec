/** Groups of residents that neighbourhoods are described by, with the names of their columns. */
export interface AgeGroup {
	column: string;
	/** "Aged 65 and over". */
	title: string;
	/** "aged 65 or over". */
	words: string;
}

export const AGE_GROUPS: readonly AgeGroup[] = [
	{ column: 'aged_65_over', title: 'Aged 65 and over', words: 'aged 65 or over' },
	{ column: 'aged_0_15', title: 'Aged 0 to 15', words: 'aged 15 or under' },
	{ column: 'aged_16_24', title: 'Aged 16 to 24', words: 'aged 16 to 24' }
];

/** The five high-level groups of Census 2021 (TS021), as columns. */
export const ETHNIC_GROUPS = ['asian', 'black', 'mixed', 'other', 'white'] as const;
export type EthnicGroup = (typeof ETHNIC_GROUPS)[number];

/** One group of residents, or several together, by what the Census calls them. */
export interface EthnicMeasure {
	id: string;
	groups: readonly EthnicGroup[];
	title: string;
	/** "in the Asian, Asian British or Asian Welsh group". */
	words: string;
}

export const ETHNIC_MEASURES: readonly EthnicMeasure[] = [
	{
		id: 'together',
		groups: ['asian', 'black', 'mixed', 'other'],
		title: 'Asian, Black, Mixed and other ethnic groups together',
		words: 'in the Asian, Black, Mixed and other ethnic groups together'
	},
	{
		id: 'asian',
		groups: ['asian'],
		title: 'Asian, Asian British or Asian Welsh',
		words: 'in the Asian, Asian British or Asian Welsh group'
	},
	{
		id: 'black',
		groups: ['black'],
		title: 'Black, Black British, Black Welsh, Caribbean or African',
		words: 'in the Black, Black British, Black Welsh, Caribbean or African group'
	},
	{
		id: 'mixed',
		groups: ['mixed'],
		title: 'Mixed or multiple ethnic groups',
		words: 'in mixed or multiple ethnic groups'
	},
	{
		id: 'other',
		groups: ['other'],
		title: 'Other ethnic group',
		words: 'in the other ethnic group'
	},
	{
		id: 'white',
		groups: ['white'],
		title: 'White',
		words: 'in the White group'
	}
];
