/** How rural neighbourhoods are: the official classes. */
import type { EditionId } from '../facts/editions.ts';

export interface RuralUrbanClass {
	code: string;
	label: string;
	/** In a word, shared by classes that differ only in what `darker` says; what stands before a colon. */
	brief?: string;
	rural: boolean;
}

/** The rural-urban classification of an edition's LSOAs: its classes from urban to rural. */
export const RURAL_URBAN: Readonly<
	Record<
		EditionId,
		{
			year: '2021' | '2011';
			/** What the darker of two classes with one brief name has. */
			darker: string;
			classes: readonly RuralUrbanClass[];
		}
	>
> = {
	'2025': {
		year: '2021',
		darker: 'Darker: further from a major town',
		classes: [
			{ code: 'UN1', label: 'Urban: Nearer to a major town or city', rural: false },
			{
				code: 'UF1',
				label: 'Urban: Further from a major town or city',
				rural: false
			},
			{
				code: 'RLN1',
				label: 'Larger rural: Nearer to a major town or city',
				rural: true
			},
			{
				code: 'RLF1',
				label: 'Larger rural: Further from a major town or city',
				rural: true
			},
			{
				code: 'RSN1',
				label: 'Smaller rural: Nearer to a major town or city',
				rural: true
			},
			{
				code: 'RSF1',
				label: 'Smaller rural: Further from a major town or city',
				rural: true
			}
		]
	},
	'2019': {
		year: '2011',
		darker: 'Darker: in a sparse setting',
		classes: [
			{ code: 'A1', label: 'Urban major conurbation', brief: 'Major city', rural: false },
			{ code: 'B1', label: 'Urban minor conurbation', brief: 'Minor city', rural: false },
			{ code: 'C1', label: 'Urban city and town', brief: 'Urban', rural: false },
			{
				code: 'C2',
				label: 'Urban city and town in a sparse setting',
				brief: 'Urban',
				rural: false
			},
			{ code: 'D1', label: 'Rural town and fringe', brief: 'Rural town', rural: true },
			{
				code: 'D2',
				label: 'Rural town and fringe in a sparse setting',
				brief: 'Rural town',
				rural: true
			},
			{ code: 'E1', label: 'Rural village and dispersed', brief: 'Village', rural: true },
			{
				code: 'E2',
				label: 'Rural village and dispersed in a sparse setting',
				brief: 'Village',
				rural: true
			}
		]
	}
};
