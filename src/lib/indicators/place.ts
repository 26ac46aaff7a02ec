/** How rural neighbourhoods are: the official classes. */
import type { EditionId } from '../facts/editions.ts';

export interface RuralUrbanClass {
	code: string;
	label: string;
	rural: boolean;
}

/** The rural-urban classification of an edition's LSOAs: its classes from urban to rural. */
export const RURAL_URBAN: Readonly<
	Record<
		EditionId,
		{
			year: '2021' | '2011';
			classes: readonly RuralUrbanClass[];
		}
	>
> = {
	'2025': {
		year: '2021',
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
		classes: [
			{ code: 'A1', label: 'Urban major conurbation', rural: false },
			{ code: 'B1', label: 'Urban minor conurbation', rural: false },
			{ code: 'C1', label: 'Urban city and town', rural: false },
			{
				code: 'C2',
				label: 'Urban city and town in a sparse setting',
				rural: false
			},
			{ code: 'D1', label: 'Rural town and fringe', rural: true },
			{
				code: 'D2',
				label: 'Rural town and fringe in a sparse setting',
				rural: true
			},
			{ code: 'E1', label: 'Rural village and dispersed', rural: true },
			{
				code: 'E2',
				label: 'Rural village and dispersed in a sparse setting',
				rural: true
			}
		]
	}
};
