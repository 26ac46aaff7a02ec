/** Who cannot speak English well, by community: nothing smaller is kept of it. */
export const ENGLISH_PART = 'english-2025' as const;
export const ENGLISH_DATASET = 'english-2021-msoa21';

export const ENGLISH = {
	title: 'People who cannot speak English well',
	/** After a number. */
	words: 'residents who cannot speak English well',
	of: 'residents aged 3 and over',
	about:
		'The share of residents aged 3 and over whose main language is not English and who say that they cannot speak English well, or at all. The smallest area shown is a community, because in a neighbourhood it would be a few people.',
	alsoCalled: 'English proficiency, language barrier, interpreters, translation',
	column: 'not_well',
	all: 'residents_3_over',
	caveats: [
		'It is about speaking, not reading. It does not say which language people would like to be spoken to in.',
		'It is from March 2021, so people who came later are not counted.'
	]
} as const;
