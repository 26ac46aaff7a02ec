/** The nine protected characteristics of the Equality Act 2010: what open data can say, and whom to ask. */
import type { EqualitySet } from '../siting/equality.ts';

export interface Characteristic {
	title: string;
	/** The sets of figures that bear on it; none where open data by neighbourhood say nothing. */
	sets: readonly EqualitySet['id'][];
	/** What open data leave out, or why they say nothing. */
	unknown: string;
	ask: string;
}

/** In the order of the Act. */
export const CHARACTERISTICS: readonly Characteristic[] = [
	{
		title: 'Age',
		sets: ['age', 'maternity'],
		unknown: 'Who of each age would come, at which hours, and how they would get there.',
		ask: 'Older people’s forums, youth groups, family hubs and schools.'
	},
	{
		title: 'Disability',
		sets: ['disability'],
		unknown:
			'Kinds of impairment, and whether a building can be used: steps, toilets, hearing loops, parking.',
		ask: 'Organisations that disabled people run, and the council’s adult social care team.'
	},
	{
		title: 'Gender reassignment',
		sets: [],
		unknown:
			'Not known: ask. The Census asked, but its figures are not reliable enough for small areas.',
		ask: 'Groups that trans people run, and the board’s equality lead.'
	},
	{
		title: 'Marriage and civil partnership',
		sets: [],
		unknown: 'Not known: ask. We hold no table of it by neighbourhood.',
		ask: 'The board’s equality lead.'
	},
	{
		title: 'Pregnancy and maternity',
		sets: ['maternity', 'sex'],
		unknown:
			'How many are pregnant now, and where they book and give birth. Babies under one stand for births.',
		ask: 'The Maternity and Neonatal Voices Partnership, midwives and health visitors.'
	},
	{
		title: 'Race',
		sets: ['ethnic'],
		unknown:
			'The Census has 19 groups, and our table adds them up to five. It does not show “other white” apart, nor Gypsy, Roma and Traveller communities, nor the languages that people speak.',
		ask: 'Groups that people from these communities run, and the council’s Gypsy and Traveller liaison.'
	},
	{
		title: 'Religion or belief',
		sets: [],
		unknown: 'Not known: ask. We hold no table of it by neighbourhood.',
		ask: 'Places of worship and interfaith groups: also which buildings people would not enter.'
	},
	{
		title: 'Sex',
		sets: ['sex'],
		unknown: 'Men, and women of other ages. Who feels safe to come, and at which hours.',
		ask: 'Women’s groups, men’s groups, and services for people who live with violence.'
	},
	{
		title: 'Sexual orientation',
		sets: [],
		unknown: 'Not known: ask. We hold no table of it by neighbourhood.',
		ask: 'LGBT+ groups, and the board’s equality lead.'
	}
];
