/** What can be asked of maternity, and what an answer holds. */
import type { UnevenShare } from '../access/uneven.ts';
import type { BothShares } from '../access/both-shares.ts';
import type { Site } from '../access/site.ts';
import type { ModeId } from '../access/travel.ts';
import type { EditionId } from '../facts/editions.ts';

export const UNITS_PART = 'maternity-units' as const;
export const HUBS_PART = 'maternity-hubs' as const;

/** Whom it is about. */
export const WHO = {
	'females-15-44': {
		title: 'females aged 15 to 44',
		part: (edition: EditionId) => `females-15-44-${edition}` as const,
		column: 'females_15_44',
		// Nobody counted them: residents of that age times a female share.
		isCounted: false,
		isOfEdition: true
	},
	'residents-aged-0': {
		title: 'residents aged 0 in mid-2020',
		part: (edition: EditionId) => `residents-aged-0-${edition}` as const,
		column: 'aged_0',
		isCounted: true,
		isOfEdition: false
	},
	residents: {
		title: 'residents',
		part: () => null,
		column: '',
		isCounted: true,
		isOfEdition: true
	}
} as const;
export type Who = keyof typeof WHO;
export const WHO_IDS = Object.keys(WHO) as Who[];

/** Where they go. */
export const SERVICES = {
	units: {
		title: 'a place of birth',
		words: 'place of birth',
		about: 'A place of birth: an obstetric unit or a freestanding midwifery unit.'
	},
	'units-and-hubs': {
		title: 'a place of birth, maternity hub or clinic',
		words: 'place of birth, maternity hub or clinic',
		about: 'A place of birth, or one of care before and after birth.'
	}
} as const;
export type ServiceId = keyof typeof SERVICES;

export interface MaternityRequest {
	edition: EditionId;
	who: Who;
	services: ServiceId;
	/** Count places, too, that no dated source confirms. */
	unverified: boolean;
	mode: ModeId;
	/** Further than this many minutes is far. */
	minutes: number;
}

export const DEFAULT_MATERNITY: MaternityRequest = {
	edition: '2025',
	who: 'females-15-44',
	services: 'units',
	unverified: false,
	mode: 'drive',
	minutes: 30
};

/** A fifth of the region's residents by deprivation. */
export interface Fifth {
	/** 1 is the most deprived. */
	fifth: 1 | 2 | 3 | 4 | 5;
	people: number;
	/** Minutes that half of them are within; null without people or services. */
	median: number | null;
	/** Households without a car in percent, beside journeys by car; null where it is not known. */
	noCar: number | null;
	/** How many live further than the chosen time, and as a share from 0 to 1. */
	beyond: number;
	share: number;
	/** The share by what is confirmed, and by everything: both are said where they differ by a point. */
	shares: BothShares;
}

export interface FarCommunity {
	/** Index of the community among the region's. */
	unit: number;
	code: string;
	name: string;
	people: number;
	core20Residents: number;
	/** Average minutes to the nearest. */
	minutes: number;
	/** Name of the place that is nearest to most. */
	nearest: string;
	/** Share of its people who live further than the chosen time. */
	share: number;
	/** Households without a car in percent; null as above. */
	noCar: number | null;
}

export interface MaternityAnalysis {
	request: MaternityRequest;
	fifths: Fifth[];
	/** Of all of the region. */
	all: Omit<Fifth, 'fifth'>;
	/** What the share of all further away could be if residents were spread unevenly; null without people. */
	uneven: UnevenShare | null;
	/** Communities whose people are further than the chosen time on average, furthest first. */
	far: FarCommunity[];
	/** How many those are by the other way of counting: with what nothing confirms, or without. */
	farOtherwise: number;
	/** How many communities there are. */
	communities: number;
	/** Average minutes of each community, for the map; null where there is no service. */
	minutes: (number | null)[];
	/** The places that count. */
	services: Site[];
	/** The other ones, which nothing confirms; none where those count, too. */
	unconfirmed: Site[];
	/** Those that nothing confirms and that bring somebody within the chosen time, most people first. */
	carrying: Site[];
	/** Share of people whose nearest service is across the border. */
	acrossBorder: number;
	/** The same by the other way of counting. */
	acrossOtherwise: number;
	/** Names of the services across the border that are nearest to somebody. */
	borderNames: string[];
	findings: string[];
	datasets: string[];
	caveats: string[];
}
