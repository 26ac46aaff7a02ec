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
	community: 'A community has about 8,000 people; nothing smaller is shown, in files too',
	district: 'Nothing smaller, and no map',
	nothing: 'No table held here counts them by area'
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
		'The council’s transport team and community transport schemes know who can’t get where. Ask at food banks and libraries how people came.',
	'lone-parents':
		'Family hubs and children’s centres, health visitors, and groups that parents run themselves.',
	'household-deprivation':
		'Advice services, food banks and the council’s welfare team. They see need before it is in a table.',
	disability: `Organisations that disabled people run, and ${COUNCIL_CARE}.`,
	'bad-health': 'GP practices and their link workers, and Healthwatch.',
	'unpaid-care':
		'The council’s carers’ service, carers’ groups, and schools for young carers: this table does not tell how many carers are children.'
};

/** In the order of the page. */
export const WHO_ELSE: readonly WhoElse[] = [
	{
		id: 'ethnic-groups',
		title: 'People from minority ethnic groups',
		size: 'neighbourhood',
		about:
			'Residents of the Asian, Black, Mixed and other groups of the Census. In five groups “other white” can’t be told from white British, so some minorities disappear.',
		ask: 'Groups that people of these communities run, places of worship, and the board’s own data on who its patients are.',
		layer: 'people-ethnic-together',
		districts: null,
		datasets: ['residents-2021-ethnic-group']
	},
	{
		id: 'rural',
		title: 'People in the country',
		size: 'neighbourhood',
		about: 'Residents of neighbourhoods that the official classification calls rural.',
		ask: 'Parish councils, the rural community council and village halls.',
		layer: 'place-rural-urban',
		districts: null,
		datasets: ['areas-lsoa21']
	},
	{
		id: 'coastal',
		title: 'People at the sea',
		size: 'neighbourhood',
		about:
			'Residents of neighbourhoods that touch the sea, by our own derivation: there is no official list.',
		ask: 'The councils and voluntary groups of the towns on the coast.',
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
		ask: 'Interpreters, classes in English, and schools. Ask people in which language they want to be spoken and written to.',
		layer: 'plus-english',
		districts: null,
		datasets: ['english-2021-msoa21']
	},
	{
		id: 'arrivals',
		title: 'People new to the country, refugees and people seeking asylum',
		size: 'district',
		about:
			'The Census says who had come to live in the UK lately, whatever for. Refugees and people seeking asylum are counted nowhere here, and who came after March 2021 is not in it.',
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
			'Two figures that councils report: households owed help, and households in temporary accommodation. Who sleeps rough or on a friend’s sofa and asks nobody for help is in neither.',
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
			'One sentence a district, rounded to ten. Many do not say in a census that they belong to these communities, with good cause, so there are more; and nothing of it is mapped, ranked or weighed here.',
		ask: 'The communities’ own organisations, and the council’s Gypsy and Traveller liaison.',
		layer: null,
		districts: 'gypsy-roma-traveller',
		datasets: ['gypsy-traveller-roma-2021-lad24']
	},
	...nothing([
		[
			'boat-dwellers',
			'People who live on boats and travel by them',
			'The Census counts a boat where it lies on one day.',
			'The charities of the waterways, and the trusts and companies that run them.'
		],
		[
			'young-carers',
			'Young carers, and young people who are or were in care',
			'The table of unpaid care has no ages, and children in care are so few in one place that a number could give them away.',
			'The council’s children’s services, schools, and groups of care leavers.'
		],
		[
			'learning-disability',
			'People with a learning disability, and autistic people',
			'GP practices keep registers; the copy at hand has only some of them.',
			'Self-advocacy groups, learning disability nurses, and the board’s own figures.'
		],
		[
			'several-conditions',
			'People who live with several long-term conditions',
			'The Census asks of disability and health in general, not of conditions.',
			'GP practices and groups of practices, and the board’s own figures.'
		],
		[
			'drugs-alcohol',
			'People who depend on drugs or alcohol',
			'Estimates there are by large councils, and none are held here.',
			'The council’s public health team and the services that it pays for.'
		],
		[
			'justice',
			'People in contact with the justice system',
			'No open table counts them where they live.',
			'The probation service, prisons’ health care, and charities for people who leave prison and their families.'
		],
		[
			'exploitation',
			'Sex workers, and victims of modern slavery',
			'Whatever was counted would be wrong, and could put people in danger.',
			'Outreach and sexual health services, and the council’s safeguarding team. Go through those whom people trust.'
		],
		[
			'veterans',
			'People who served in the armed forces',
			'The Census of 2021 counted them for the first time; the table is not held here.',
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
