/** Who cannot speak English well, by community: nothing smaller is kept of it. */
export const ENGLISH_PART = 'english-2025' as const;
export const ENGLISH_DATASET = 'english-2021-msoa21';

export const ENGLISH = {
	title: 'People who cannot speak English well',
	/** After a number. */
	words: 'residents who cannot speak English well',
	of: 'residents aged 3 and over',
	about:
		'The share of residents from the age of 3 whose main language is not English and who cannot speak English well, or at all, by their own answer. By community at the smallest: of a neighbourhood it would be a few people.',
	alsoCalled: 'English proficiency, language barrier, interpreters, translation',
	column: 'not_well',
	all: 'residents_3_over',
	caveats: [
		'What is spoken, not what is read; which language people would like to be spoken to in is not in it.',
		'Of March 2021: who came since is not in it.'
	]
} as const;
