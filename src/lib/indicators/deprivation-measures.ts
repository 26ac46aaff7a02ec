/** What the Indices of Deprivation measure, with the names of their columns. */
export interface DeprivationMeasure {
	/** Prefix of the columns `_rank`, `_decile` and, where published, `_score`. */
	column: string;
	title: string;
	/** What it is, in a sentence. */
	about: string;
	/** Editions whose scores are at hand; ranks and deciles always are. */
	scores: readonly ('2025' | '2019')[];
}

export const IMD: DeprivationMeasure = {
	column: 'imd',
	title: 'All domains together (IMD)',
	about:
		'The Index of Multiple Deprivation puts every neighbourhood of England in order. Decile 1 is the most deprived tenth, decile 10 the least. It describes areas: not everyone in a deprived area is deprived.',
	scores: ['2025', '2019']
};

/** The seven domains and the two supplementary indices. */
export const DOMAINS: readonly DeprivationMeasure[] = [
	{
		column: 'income',
		title: 'Income',
		about: 'The share of people on a low income, in or out of work.',
		scores: ['2025']
	},
	{
		column: 'employment',
		title: 'Employment',
		about: 'The share of working-age people kept out of work they would want to do.',
		scores: ['2025']
	},
	{
		column: 'education',
		title: 'Education, skills and training',
		about: 'A lack of qualifications and skills among children and adults.',
		scores: ['2025']
	},
	{
		column: 'health',
		title: 'Health and disability',
		about: 'Early death and poor physical or mental health. It does not count future risks.',
		scores: ['2025']
	},
	{
		column: 'crime',
		title: 'Crime',
		about: 'The risk of being a victim of crime at home or near it.',
		scores: ['2025']
	},
	{
		column: 'barriers',
		title: 'Barriers to housing and services',
		about: 'How hard it is to reach local services and to afford a decent home.',
		scores: ['2025']
	},
	{
		column: 'environment',
		title: 'Living environment',
		about: 'The quality of homes and of the air, and safety on the roads.',
		scores: ['2025']
	},
	{
		column: 'idaci',
		title: 'Children in low-income families (IDACI)',
		about:
			'The share of children under 16 in low-income families. We have only ranks and deciles of it.',
		scores: []
	},
	{
		column: 'idaopi',
		title: 'Older people on low income (IDAOPI)',
		about:
			'The share of people aged 60 and over on a low income. We have only ranks and deciles of it.',
		scores: []
	}
];
