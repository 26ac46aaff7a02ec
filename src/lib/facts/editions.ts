/**
 * The two editions of the English Indices of Deprivation. They stand on different
 * LSOAs and are never mixed; ranks are relative, so a change of rank between them is
 * not an improvement or a decline.
 */
export const EDITIONS = {
	'2025': {
		id: '2025',
		title: 'Indices of Deprivation 2025',
		short: 'IoD 2025',
		vintage: '2021',
		dataset: 'deprivation-2025',
		residentsDataset: 'residents-2021-age',
		residentsPeriod: 'Census 2021',
		lsoasInEngland: 33_755,
		scoreIsOfficial: true
	},
	'2019': {
		id: '2019',
		title: 'Indices of Deprivation 2019',
		short: 'IoD 2019',
		vintage: '2011',
		dataset: 'deprivation-2019',
		residentsDataset: 'residents-2020-lsoa11',
		residentsPeriod: 'mid-2020',
		lsoasInEngland: 32_844,
		scoreIsOfficial: false
	}
} as const;

export type EditionId = keyof typeof EDITIONS;
export type Edition = (typeof EDITIONS)[EditionId];

export const DEFAULT_EDITION: EditionId = '2025';
export const EDITION_IDS = ['2025', '2019'] as const satisfies readonly EditionId[];

/** The edition that another is compared with. */
export const otherEdition = ({ id }: Pick<Edition, 'id'>): Edition =>
	EDITIONS[id === '2025' ? '2019' : '2025'];
