/**
 * Who else: groups beside the most deprived fifth whose health the NHS wants to see improve (the
 * "plus" of Core20PLUS5), what open data can say of each, and whom to ask. Figures are the
 * first sentences of a layer, so that page and map agree, or sentences of each district.
 */
import { ENGLISH } from './english.ts';
import { PLUS_GROUPS } from './plus-groups.ts';

/** How small an area open data tells of. */
export const SIZES = {
	neighbourhood: 'A neighbourhood has about 1,500 people',
	community:
		'A community has about 8,000 people. Nothing smaller is shown, and files have nothing smaller either',
	district: 'We show nothing smaller, and no map',
	nothing: 'We hold no table that counts them by area'
} as const;
export type Size = keyof typeof SIZES;

export interface WhoElse {
	id: string;
	title: string;
	size: Size;
	/** What is counted, or why nothing is. */
	about: string;
	/** Whom to ask, in a sentence or two. */
	ask: string;
	/** The layer of the map that shows it; null where none does. */
	layer: string | null;
	/** What is said of each district; null where its layer, or nothing, has the figures. */
	districts: 'arrivals' | 'homelessness' | 'gypsy-roma-traveller' | null;
	/** Catalogue ids. */
	datasets: readonly string[];
}

const COUNCIL_CARE = 'the council’s adult social care team';

const ASK: Readonly<Record<(typeof PLUS_GROUPS)[number]['id'], string>> = {
	'no-car':
		'The council’s transport team and community transport schemes. Ask at food banks and libraries how people got there.',
	'lone-parents':
		'Family hubs and children’s centres, health visitors, and groups that parents run themselves.',
	'household-deprivation':
		'Advice services, food banks and the council’s welfare team. They see need before any table does.',
	disability: `Organisations that disabled people run, and ${COUNCIL_CARE}.`,
	'bad-health': 'GP practices and their link workers, and Healthwatch.',
	'unpaid-care':
		'The council’s carers’ service, carers’ groups, and schools for young carers. This table does not say how many carers are children.'
};

/** In the order of the page. */
export const WHO_ELSE: readonly WhoElse[] = [
	{
		id: 'ethnic-groups',
		title: 'People from minority ethnic groups',
		size: 'neighbourhood',
		about:
			'Residents in the Asian, Black, Mixed and other ethnic groups of the Census. The Census has 19 groups, our table five sums of them. “Other white” is not shown apart, so some minorities are hidden.',
		ask: 'Groups that people from these communities run, places of worship, and the board’s own data on its patients.',
		layer: 'people-ethnic-together',
		districts: null,
		datasets: ['residents-2021-ethnic-group']
	},
	{
		id: 'rural',
		title: 'People who live in the country',
		size: 'neighbourhood',
		about: 'Residents of neighbourhoods that the official classification calls rural.',
		ask: 'Parish councils, the rural community council and village halls.',
		layer: 'place-rural-urban',
		districts: null,
		datasets: ['areas-lsoa21']
	},
	{
		id: 'coastal',
		title: 'People who live by the sea',
		size: 'neighbourhood',
		about:
			'Residents of neighbourhoods that touch the sea. There is no official list, so we worked it out ourselves.',
		ask: 'The councils and voluntary groups of coastal towns.',
		layer: 'place-coastal',
		districts: null,
		datasets: ['boundaries-basemap']
	},
	...PLUS_GROUPS.map(({ id, title, about }): WhoElse => ({
		id,
		title,
		size: 'neighbourhood',
		about,
		ask: ASK[id],
		layer: `plus-${id}`,
		districts: null,
		datasets: ['plus-groups-2021']
	})),
	{
		id: 'english',
		title: ENGLISH.title,
		size: 'community',
		about: ENGLISH.about,
		ask: 'Interpreters, English classes and schools. Ask people which language they would like you to speak and write.',
		layer: 'plus-english',
		districts: null,
		datasets: ['english-2021-msoa21']
	},
	{
		id: 'arrivals',
		title: 'People new to the country, refugees and people seeking asylum',
		size: 'district',
		about:
			'The Census says who had recently come to live in the UK, for any reason. We have no counts of refugees or people seeking asylum. People who came after March 2021 are not counted.',
		ask: 'The council’s resettlement team, the regional migration partnership, and charities for refugees.',
		layer: null,
		districts: 'arrivals',
		datasets: ['arrivals-2021-lad24']
	},
	{
		id: 'homelessness',
		title: 'People who are homeless',
		size: 'district',
		about:
			'We hold two figures of councils: households owed help, and those in temporary accommodation. A household that asks again in the year may count again. Neither figure counts people who sleep rough or on a friend’s sofa and ask nobody for help.',
		ask: 'The district council’s housing team, hostels and day centres, and GP practices for people without a home.',
		layer: null,
		districts: 'homelessness',
		datasets: ['homelessness-2025-lad24']
	},
	{
		id: 'gypsy-roma-traveller',
		title: 'Gypsy, Roma and Traveller communities',
		size: 'district',
		about:
			'We give one sentence for each district, rounded to ten, with no number below 100. Many people have good reason not to say in a census that they belong to these communities, so there are probably more. We do not map, rank or weight these figures.',
		ask: 'The communities’ own organisations, and the council’s Gypsy and Traveller liaison.',
		layer: null,
		districts: 'gypsy-roma-traveller',
		datasets: ['gypsy-traveller-roma-2021-lad24']
	},
	...nothing([
		[
			'boat-dwellers',
			'People who live and travel on boats',
			'The Census counts a boat that moves where it is on one day.',
			'Charities that work on the waterways, and the trusts and companies that run the waterways.'
		],
		[
			'young-carers',
			'Young carers, and young people in care or leaving it',
			'The table of unpaid care has no ages. Children in care are so few in a small area that a number could identify them.',
			'The council’s children’s services, schools, and groups of care leavers.'
		],
		[
			'learning-disability',
			'People with a learning disability, and autistic people',
			'GP practices keep registers, but our copy has only some of them.',
			'Self-advocacy groups, learning disability nurses, and the board’s own figures.'
		],
		[
			'several-conditions',
			'People who live with several long-term conditions',
			'The Census asks about disability and general health, not about conditions.',
			'GP practices and groups of practices, and the board’s own figures.'
		],
		[
			'drugs-alcohol',
			'People who depend on drugs or alcohol',
			'There are estimates for large councils, but we do not hold them.',
			'The council’s public health team and the services that it pays for.'
		],
		[
			'justice',
			'People in contact with the justice system',
			'We know of no open table that counts them where they live.',
			'The probation service, prisons’ health care, and charities for people who leave prison and their families.'
		],
		[
			'exploitation',
			'Sex workers, and victims of modern slavery',
			'A count would miss many, and could put people in danger.',
			'Outreach and sexual health services, and the council’s safeguarding team. Go through people they trust.'
		],
		[
			'veterans',
			'People who served in the armed forces',
			'The Census of 2021 counted them for the first time, but we do not hold that table.',
			'The council’s armed forces covenant officer, and veterans’ charities.'
		]
	])
];

/** Groups that no open table here counts. */
function nothing(
	groups: readonly (readonly [id: string, title: string, about: string, ask: string])[]
): WhoElse[] {
	return groups.map(([id, title, about, ask]) => ({
		id,
		title,
		size: 'nothing',
		about,
		ask,
		layer: null,
		districts: null,
		datasets: []
	}));
}
