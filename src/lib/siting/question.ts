/**
 * From what a reader asks to a problem: who counts and where they live, which buildings could
 * be hubs and which are already, how far is near. And back: whose demand each point is.
 */
import type { FactsPart, PartName } from '../facts/parts.ts';
import { whyEmpty, type Missing } from '../facts/missing.ts';
import { PartReader, type PartSource } from '../facts/reader.ts';
import { CARS_PART, isByCar } from '../access/cars.ts';
import { estimateCosts, nearestSites, type Origins } from '../access/costs.ts';
import { residentPoints, type ResidentPoints } from '../access/resident-points.ts';
import { YOURS } from '../access/site.ts';
import {
	DETOUR,
	MODES,
	settlementOf,
	type ModeId,
	type Settlement,
	type Travel
} from '../access/travel.ts';
import { isCore20 } from '../indicators/core20.ts';
import { RURAL_URBAN } from '../indicators/place.ts';
import type { RegionAreas } from '../areas/region.ts';
import { factNumbers } from '../facts/figures.ts';
import { BUILDINGS, type BuildingId } from './buildings.ts';
import { sitesFor, type ListedSite, type SiteChoice } from './chosen-sites.ts';
import { emphasise } from './equity.ts';
import { HUB_KINDS, type HubKindId } from './hub-kinds.ts';
import { SitingError, type Instance } from './instance.ts';
import type { ModelId, Problem } from './models.ts';
import { hubsToday, type HubsToday } from './hubs-today.ts';
import { FOCUS, WHO, WHO_IDS, type FocusId, type Who, type WhoId } from './people.ts';

/** What is best: a model and what the reader sees of it. The ids stand in addresses. */
export const AIMS = {
	coverage: {
		title: 'Most within reach',
		model: 'mclp',
		fair: false,
		about:
			'Hubs are placed so that as many as possible of those you ask about have one within reach.'
	},
	fair: {
		title: 'Least covered district first',
		model: 'mclp',
		fair: true,
		about:
			'The district with the smallest share within reach gets as large a share as possible. After that, as many as possible are within reach.'
	},
	travel: {
		title: 'Least travel overall',
		model: 'p-median',
		fair: false,
		about:
			'Everyone goes to the nearest hub, however far. The total of all journeys is as small as possible.'
	},
	worst: {
		title: 'Shortest journey for those furthest away',
		model: 'p-center',
		fair: false,
		about: 'The longest journey that anyone has is as short as possible.'
	},
	fewest: {
		title: 'Fewest hubs to reach all who can be reached',
		model: 'lscp',
		fair: false,
		about:
			'As few hubs as it takes for everyone to have one within reach, if any building is within their reach.'
	}
} as const satisfies Record<
	string,
	{ title: string; model: ModelId; fair: boolean; about: string }
>;
export type AimId = keyof typeof AIMS;
export const AIM_IDS = Object.keys(AIMS) as AimId[];

/** What the reader asks. */
export interface Choice extends SiteChoice {
	/** What kind of hub. */
	kind: HubKindId;
	who: WhoId;
	focus: FocusId;
	/** How many times people of Core20, and of rural, neighbourhoods count; 1 is as all others. */
	core20Weight: number;
	ruralWeight: number;
	aim: AimId;
	/** Hubs besides those that stand already. */
	hubs: number;
	measure: 'minutes' | 'kilometres';
	mode: ModeId;
	/** In the unit of `measure`. */
	reach: number;
}

/** Facts of a region that questions are asked of, on the neighbourhoods of 2021. */
export interface SitingFacts {
	areas: RegionAreas;
	points: ResidentPoints;
	core20: readonly boolean[];
	rural: readonly boolean[];
	/** IMD decile in England by LSOA; 1 is most deprived. */
	decile: readonly number[];
	settlement: readonly Settlement[];
	/** People by LSOA. */
	people: Readonly<Record<WhoId, readonly number[] | null>>;
	/** Households without a car, and all; null where that is not loaded. */
	cars: FactsPart | null;
}

/** Parts of a pack that every question needs. */
export const BASE_PARTS: readonly PartName[] = [
	'areas-2021',
	'resident-points',
	'deprivation-2025',
	'rural-urban-2025'
];

/** Parts that a question needs; `yours` comes from the reader. */
export function partsOf({
	kind,
	who,
	candidates,
	standing,
	measure,
	mode
}: Pick<Choice, 'kind' | 'who' | 'candidates' | 'standing' | 'measure' | 'mode'>): PartName[] {
	const asked = new Set<BuildingId>([...candidates, ...standing, ...HUB_KINDS[kind].known]);
	const lists = new Set([...asked].map((id) => BUILDINGS[id].part));
	const people = WHO[who].part;
	return [
		...BASE_PARTS,
		...(people === null ? [] : [people]),
		...(isByCar({ mode, unit: measure }) ? [CARS_PART] : []),
		...[...lists].filter((part) => part !== YOURS)
	];
}

/** The facts of loaded parts. Throws where one of {@link BASE_PARTS} is missing. */
export function sitingFacts(source: PartSource | PartReader): SitingFacts {
	const parts = PartReader.of(source);
	const areas = parts.areas('2021');
	if (!areas) throw new Error('siting reads areas, which are not loaded');
	const decile = factNumbers(parts.get('deprivation-2025'), 'imd_decile');
	const { classes } = RURAL_URBAN['2025'];
	const classOf = factNumbers(parts.get('rural-urban-2025'), 'class');
	const settlement = classOf.map((at) => settlementOf(classes[at]?.code ?? ''));
	return {
		areas,
		points: residentPoints(areas, parts.get('resident-points'), settlement),
		core20: decile.map(isCore20),
		rural: classOf.map((at) => classes[at]?.rural ?? false),
		decile,
		settlement,
		people: Object.fromEntries(
			WHO_IDS.map((who) => [who, countOf(who, areas, parts)])
		) as SitingFacts['people'],
		cars: parts.find(CARS_PART) ?? null
	};
}

function countOf(who: WhoId, areas: RegionAreas, parts: PartReader): readonly number[] | null {
	const { part, count }: Who = WHO[who];
	const facts = part === null ? null : parts.find(part);
	return facts === undefined ? null : count(areas, facts);
}

/** How journeys are measured for a choice. */
export const travelOf = ({ measure, mode }: Pick<Choice, 'measure' | 'mode'>): Travel => ({
	unit: measure,
	mode,
	detour: DETOUR
});

/** "20 minutes on foot", "2 km by road or path". */
export function reachWords({
	measure,
	mode,
	reach
}: Pick<Choice, 'measure' | 'mode' | 'reach'>): string {
	return measure === 'minutes'
		? `${reach} minutes ${MODES[mode].words}`
		: `${reach} km by road or path`;
}

/** After "within": "a 20-minute walk", "2 km by road or path". */
export function nearWords(choice: Pick<Choice, 'measure' | 'mode' | 'reach'>): string {
	const { measure, mode, reach } = choice;
	return measure === 'minutes' ? `a ${reach}-minute ${MODES[mode].journey}` : reachWords(choice);
}

export interface Question {
	choice: Choice;
	facts: SitingFacts;
	problem: Problem;
	/** By index in the problem's instance. */
	sites: readonly ListedSite[];
	/** Index of sites by id. */
	siteIndex: ReadonlyMap<string, number>;
	/** LSOA of each demand point of the problem. */
	areaOfDemand: Int32Array;
	/** People at each demand point, whatever they weigh. */
	peopleOfDemand: Float64Array;
	/** Whether a neighbourhood's people are those that the question is about. */
	isAsked: (area: number) => boolean;
	/** Sites that stand already, whatever the plan. */
	standing: readonly number[];
	/** What is known of the hubs there are. */
	today: HubsToday;
	/** Why it is not known which hubs stand today, in a sentence; null where it is known. */
	todayUnknown: string | null;
	/** Sites that could be chosen. */
	candidates: number;
	/** Catalogue ids of all lists of buildings that it looks in, also where no hub of a plan is of them. */
	lists: readonly string[];
	/** People (unweighted) of the choice by resident point, wherever they live. */
	peopleAtPoint: Float64Array;
	travel: Travel;
	/** Costs to the nearest of sets of sites that were asked for before, by the set. */
	known: Map<string, Float64Array>;
}

/** Sets of sites whose costs a question remembers. */
const REMEMBERED = 8;

/** Whether a region has a list of buildings, by what its pack says is missing. */
export const hasBuildings = (missing: readonly Missing[], id: BuildingId): boolean =>
	whyEmpty(missing, BUILDINGS[id].part) === null;

/**
 * The question of a choice. Lists of buildings that the region lacks (`missing`, of its pack) are
 * not counted. Throws `SitingError` in words for the reader where it has no meaning: nobody to
 * reach, no building to choose, more hubs than buildings.
 */
export function makeQuestion(
	facts: SitingFacts,
	asked: Choice,
	source: PartSource | PartReader,
	missing: readonly Missing[] = []
): Question {
	const isHeld = (id: BuildingId) => hasBuildings(missing, id);
	const choice: Choice = {
		...asked,
		candidates: asked.candidates.filter(isHeld),
		standing: asked.standing.filter(isHeld)
	};
	const parts = PartReader.of(source);
	const { areas, points } = facts;
	const people = facts.people[choice.who];
	if (!people) throw new Error(`the people of "${choice.who}" are not loaded`);
	const travel = travelOf(choice);
	const { sites, states, stands } = sitesFor(choice, parts);
	const today = hubsToday(choice.kind, asked.standing, sites.slice(0, stands), parts, missing);
	const focus = FOCUS[choice.focus];
	const counts = (area: number) =>
		focus.counts({ core20: facts.core20[area] ?? false, rural: facts.rural[area] ?? false });
	const share = (area: number, residents: number) => {
		const all = areas.residents[area] ?? 0;
		return all > 0 ? residents / all : 0;
	};
	const peopleAtPoint = Float64Array.from(
		points.area,
		(area, at) => (people[area] ?? 0) * share(area, points.residents[at] ?? 0)
	);
	const { model, fair } = AIMS[choice.aim];
	// Coverage is a matter of who lives how near, so it is asked of the finest points there are;
	// travel in all needs every pair, so there each neighbourhood is one point.
	const fine = model === 'mclp' || model === 'lscp';
	const all: Origins & { area: ArrayLike<number>; people: ArrayLike<number> } = fine
		? { ...points, people: peopleAtPoint }
		: {
				longitude: areas.longitude,
				latitude: areas.latitude,
				settlement: facts.settlement,
				area: [...areas.codes.keys()],
				people
			};
	const kept = [...all.settlement.keys()].filter(
		(at) => (all.people[at] ?? 0) > 0 && counts(all.area[at] ?? -1)
	);
	if (kept.length === 0) {
		throw new SitingError(
			'empty',
			`nobody you asked about lives in ${focus.words}, so there is no one to place hubs for`
		);
	}
	const areaOfDemand = Int32Array.from(kept, (at) => all.area[at] ?? -1);
	const origins: Origins = {
		longitude: kept.map((at) => all.longitude[at] ?? NaN),
		latitude: kept.map((at) => all.latitude[at] ?? NaN),
		settlement: kept.map((at) => all.settlement[at] ?? 'urban')
	};
	const costs = estimateCosts(origins, sites, travel, fine ? choice.reach : EVERYWHERE);
	const weights = emphasise(
		emphasise(
			kept.map((at) => all.people[at] ?? 0),
			(i) => facts.core20[areaOfDemand[i] ?? -1] ?? false,
			choice.core20Weight
		),
		(i) => facts.rural[areaOfDemand[i] ?? -1] ?? false,
		choice.ruralWeight
	);
	const instance: Instance = {
		demandIds: kept.map((at, i) =>
			fine ? (points.codes[at]?.[0] ?? '') : (areas.codes[areaOfDemand[i] ?? -1] ?? '')
		),
		weights,
		siteIds: sites.map(({ id }) => id),
		states,
		capacities: null,
		starts: costs.start,
		sites: costs.site,
		costs: costs.cost
	};
	const fixed = [...states.keys()].filter((at) => states[at] === 'fixed');
	const standing = fixed.filter((at) => at < stands);
	// Those that must be in are among the new hubs.
	const hubs = Math.max(choice.hubs, fixed.length - standing.length);
	const candidates = states.filter((state) => state === 'candidate').length;
	if (candidates + fixed.length < standing.length + hubs && model !== 'lscp') {
		throw new SitingError(
			'p',
			candidates === 0
				? 'there are no buildings to choose from'
				: `there are only ${candidates} buildings to choose ${hubs} hubs from`
		);
	}
	const lookedIn = [...choice.candidates, ...choice.standing, ...HUB_KINDS[choice.kind].known];
	return {
		choice,
		facts,
		lists: [...new Set(lookedIn.flatMap((id) => parts.find(BUILDINGS[id].part)?.datasets ?? []))],
		problem: {
			instance,
			model,
			p: model === 'lscp' ? null : standing.length + hubs,
			reach: fine ? choice.reach * (1 + 1e-8) : null,
			groups: fair
				? Int32Array.from(areaOfDemand, (area) => areas.parent.district[area] ?? -1)
				: null
		},
		sites,
		siteIndex: new Map(sites.map(({ id }, at) => [id, at])),
		areaOfDemand,
		peopleOfDemand: Float64Array.from(kept, (at) => all.people[at] ?? 0),
		isAsked: counts,
		standing,
		today,
		todayUnknown: today.unknown,
		candidates,
		peopleAtPoint,
		travel,
		known: new Map()
	};
}

/** Minutes or kilometres that no journey within a region takes. */
const EVERYWHERE = 3000;

/** Cost from every resident point to the nearest of some sites; Infinity without any. */
export function costToNearest(question: Question, open: readonly number[]): Float64Array {
	const { facts, sites, travel, known } = question;
	const key = open.join();
	const before = known.get(key);
	if (before) return before;
	const chosen = open.flatMap((at) => sites[at] ?? []);
	const { cost } = nearestSites(facts.points, chosen, travel);
	const [oldest] = known.keys();
	if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
	known.set(key, cost);
	return cost;
}
