/** The answer to a question of gaps, and what it says of each area. */
import type { RegionAreas, Units } from '../areas/region.ts';
import type { Edition } from '../facts/editions.ts';
import type { Value } from '../facts/value.ts';
import type { Cell } from './classes.ts';
import type { Inequality } from './inequality.ts';
import type { NeedMeasure } from './need.ts';
import type { PublishedFigures } from './provision.ts';
import type { GapsRequest } from './request.ts';
import type { Bounds } from './rule.ts';
import type { Survey } from './survey.ts';

/**
 * `gap`: above the bar with little; `strength`: above the bar with good provision; `enough`:
 * above the bar with some; `below`: not above the bar; `not-surveyed`: above the bar, where
 * nobody looked; `no-figure`: above the bar without a figure of need or provision.
 */
export type Verdict = 'gap' | 'strength' | 'enough' | 'below' | 'not-surveyed' | 'no-figure';

export interface NearestSite {
	id: string;
	name: string;
	label: string;
	/** Share of the area's residents to whom it is the nearest, from 0 to 1. */
	share: number;
	/** The same by places that are vouched for alone (access/both-shares.ts); null where all are. */
	vouched: number | null;
}

/** What residents have in reach on average; null where there is no figure. */
export interface ReachFigures {
	/** This many. */
	count: number | null;
	/** Cost to the nearest, in the unit of the reach. */
	nearest: number | null;
	/** Per 10,000 residents. */
	e2sfca: number | null;
	/** Share with none in reach. */
	none: number | null;
	/** The same by places that are vouched for alone (access/both-shares.ts); null where all are. */
	vouched: VouchedFigures | null;
}

/** What residents have in reach of places that are vouched for; null where there is no figure. */
export type VouchedFigures = Pick<ReachFigures, 'count' | 'nearest' | 'none'>;

export interface AreaResult extends ReachFigures {
	/** Index into the level's units. */
	unit: number;
	code: string;
	name: string;
	/** Names of the districts it lies in; empty at the level of districts. */
	districts: readonly string[];
	residents: number;
	core20Residents: number;
	need: Value;
	/** People the need is about; null where it isn't about a number of people. */
	people: number | null;
	/** Above the need bar. */
	above: boolean;
	/** Ids of the chosen kinds that there is little of, as known. */
	little: readonly string[];
	/** The chosen measure. It and the figures of reach are of those whose provision counts (served.ts), of several kinds of the one that there is least of (by-kind.ts). */
	provision: Value;
	/** The same over all its residents, where they are of some of them; else null. */
	whole: (ReachFigures & { provision: number | null }) | null;
	/** The site that is nearest to most of them; null of several kinds. */
	nearestSite: NearestSite | null;
	/** Published figures of the district that it is; null elsewhere. */
	published: PublishedFigures | null;
	/** Where it stands among the residents above the bar, worst provision 0; null below it. */
	rank: number | null;
	/** Where it stands among all residents of the region by need (0: least needy). */
	needRank: number | null;
	survey: Survey;
	/** Households without a car in percent, where journeys are by car and it is known of its areas. */
	noCar: number | null;
	/** Share of residents whose reach leaves what is known. */
	edge: number;
	cell: Cell | null;
	verdict: Verdict;
}

export interface GapsAnalysis {
	request: GapsRequest;
	regionName: string;
	edition: Edition;
	regionAreas: RegionAreas;
	units: Units;
	need: NeedMeasure;
	/** How a figure of provision is written, with its unit: "0.5 community venues". */
	formatProvision: (value: number) => string;
	/** How a cost is written: "15 minutes on foot". */
	formatCost: (cost: number) => string;
	/** What the region as a whole has of the measure; NaN where not known. */
	regionProvision: number;
	bounds: Bounds;
	/** "less than …" in words of the rule. */
	rule: string;
	/** The answers for each of several kinds alone; empty where one is asked about. */
	kinds: readonly GapsAnalysis[];
	/** By unit. */
	areas: AreaResult[];
	/** Units of the gaps, strongest first. */
	gaps: number[];
	/** Whether the same directories cover all gaps, so that their order is a ranking. */
	ranked: boolean;
	/** Units above the bar with good provision, best first. */
	strengths: number[];
	/** Units above the bar where nobody looked, or without a figure. */
	unknown: number[];
	/** Units by cell of need and provision (classes.ts: cellIndex). */
	cells: number[][];
	inequality: Inequality | null;
	/** How many gaps and strengths there would be by places that are vouched for alone; null where all are. */
	vouched: { gaps: number; strengths: number } | null;
	/** Sites that were counted. */
	sites: number;
	/** Of them, across the region's border. */
	sitesBeyond: number;
	/** Beside figures by car: how many households have none, in a sentence. */
	cars: string | null;
	/** The region's households without a car in percent, beside figures by car. */
	carsRegion: number | null;
	datasets: string[];
	caveats: string[];
}

/** A request that can't be answered, with why in a sentence. */
export class CannotAnswer extends Error {}
