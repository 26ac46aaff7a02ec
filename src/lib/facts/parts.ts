/**
 * The wire format of a region's pack: independent parts, each one a JSON file with a
 * hashed name, listed in the manifest. A page loads the parts its layers name and no
 * others. `scripts/build` writes them; `figures.ts` here and the rooms that know a part read them.
 *
 * Columns are arrays in the order of the area codes of the part's level. A `null` is
 * no value; why there is none stands in `status`.
 */
import type { AreasPart, TownsPart } from '../areas/parts.ts';
import type { BasemapPart, BoundariesPart, OutlinesPart } from '../geometry/parts.ts';
import type { NamedServicesPart } from '../register/named-services.ts';
import type { AssetsPart, CoveragePart, RegisterPart } from '../register/parts.ts';
import type { Status } from './value.ts';
import type { Edition, EditionId } from './editions.ts';
import type { Vintage } from '../areas/vintage.ts';
import type { Level } from '../areas/region.ts';
import type { Steps } from '../stats/steps.ts';

/** Name of the part with England's own classes, which only a reader who asks for them loads. */
export const ENGLAND_CLASSES = 'england-classes' as const;

/** One figure for each area; what isn't a plain value says what it is. */
export interface FactsColumn {
	values: (number | null)[];
	/** Bounds of 95% intervals, where the figures have them. */
	lower?: (number | null)[];
	upper?: (number | null)[];
	/** By position: estimates, and why there is no value. A null without one is "missing". */
	status?: Record<number, Status>;
}

/** Facts about the areas of one level of a region. */
export interface FactsPart {
	kind: 'facts';
	part: string;
	/** The vintage of the LSOAs that the areas are, or are made of; null where either will do. */
	vintage: Vintage | null;
	level: Level;
	/** Codes of the areas where they are not simply the level's, in its order. */
	codes?: string[];
	datasets: string[];
	columns: Record<string, FactsColumn>;
	/**
	 * Deciles of England that follow from a column of ranks: by their name, which ranks, and among
	 * how many areas. They are columns like any other to `factsColumn`.
	 */
	deciles?: Record<string, { ranks: string; areas: number }>;
	/** Facts about England that the region is compared with. */
	england: Record<string, number>;
	/** Facts about the region as a whole that its areas alone do not give. */
	region?: Record<string, number>;
	/** What is published of larger areas that the region was part of, each by itself. */
	beside?: BesideArea[];
	/** What the region's documents print on the matter: shown "as published", never mixed in. */
	printed?: PrintedStatement[];
}

/** A larger area that a region lies in or reaches into, with its own figures. */
export interface BesideArea {
	code: string;
	name: string;
	figures: Record<string, number>;
}

/** How England's own values are divided: bounds by method and number of classes. */
export interface EnglandClasses {
	/** How many areas of England have a value. */
	areas: number;
	extent: [number, number];
	/** Equal steps follow from the extent. */
	breaks: Record<'quantile' | 'natural', Record<number, number[]>>;
}

/** England's own classes of the measures that readers may divide, to compare regions by. */
export interface EnglandClassesPart {
	kind: 'england-classes';
	part: typeof ENGLAND_CLASSES;
	datasets: string[];
	/** By edition and id of the measure. */
	editions: Record<EditionId, Record<string, EnglandClasses>>;
}

/** A statement of a document, in words, with the figure as it is printed there. */
export interface PrintedStatement {
	document: string;
	text: string;
	/** What the statement is about, as the document calls it: a district, the region. */
	area: string;
}

/** Where the residents of a region are, finer than its LSOAs: Census 2021 output areas (OAs). */
export interface ResidentPointsPart {
	kind: 'resident-points';
	part: 'resident-points';
	datasets: string[];
	/** OA codes, by their digits. */
	codes: Steps;
	/** The LSOA of each, as an index into the areas of each vintage. Each OA has an equal share of its LSOA's residents. */
	lsoa21: Steps;
	lsoa11: Steps;
	/** Population-weighted centroids. */
	longitude: Steps;
	latitude: Steps;
	/** Detour factors fitted to ways whose length by road is known, by how settled an area is. */
	detour: Record<'urban' | 'larger-rural' | 'smaller-rural', number>;
}

/**
 * Residents around a region, who share what stands near its border: England's alone. Near it by
 * output area, then by neighbourhood, far off by community, each at the centre of its residents.
 */
export interface ResidentsBeyondPart {
	kind: 'residents-beyond';
	part: 'residents-beyond';
	datasets: string[];
	/** All residents up to this many kilometres from where the region's live are there. */
	km: number;
	longitude: Steps;
	latitude: Steps;
	/** Index into `SETTLEMENTS` (access/travel.ts), by the classification of 2021. */
	settlement: Steps;
	/** By edition; on areas that were redrawn after 2011, of 2019 an estimate. */
	residents: Record<EditionId, Steps>;
}

/** What each kind of part is. A part says its kind itself. */
interface PartKinds {
	areas: AreasPart;
	assets: AssetsPart;
	basemap: BasemapPart;
	boundaries: BoundariesPart;
	coverage: CoveragePart;
	'england-classes': EnglandClassesPart;
	facts: FactsPart;
	'named-services': NamedServicesPart;
	outlines: OutlinesPart;
	register: RegisterPart;
	'resident-points': ResidentPointsPart;
	'residents-beyond': ResidentsBeyondPart;
	towns: TownsPart;
}
export type PartKind = keyof PartKinds;
export type Part = PartKinds[PartKind];

/**
 * Every part with a name of its own, and of which kind it is. A new part is a line here; that of a
 * stored measure (indicators/stored-measures.ts) is named by the measure's id.
 */
export const PARTS = {
	'areas-2021': 'areas',
	'areas-2011': 'areas',
	'lsoa21-boundaries': 'boundaries',
	'lsoa11-boundaries': 'boundaries',
	basemap: 'basemap',
	'deprivation-2025': 'facts',
	'deprivation-2019': 'facts',
	'deprivation-domains-2025': 'facts',
	'deprivation-domains-2019': 'facts',
	'deprivation-other-2025': 'facts',
	'deprivation-other-2019': 'facts',
	births: 'facts',
	'births-2023': 'facts',
	'residents-aged-0-2025': 'facts',
	'residents-aged-0-2019': 'facts',
	'life-expectancy-gaps': 'facts',
	'life-expectancy-levels': 'facts',
	'life-expectancy-2023': 'facts',
	'life-expectancy-estimates': 'facts',
	'ages-2025': 'facts',
	'ages-2019': 'facts',
	'females-15-44-2025': 'facts',
	'females-15-44-2019': 'facts',
	'ethnic-groups-2025': 'facts',
	'children-income-2025': 'facts',
	'cars-2025': 'facts',
	'cars-2019': 'facts',
	'plus-groups-2025': 'facts',
	'english-2025': 'facts',
	'rural-urban-2025': 'facts',
	'rural-urban-2019': 'facts',
	'coast-2025': 'facts',
	'coast-2019': 'facts',
	'access-2025': 'facts',
	'road-distances-2019': 'facts',
	'bus-stops-2025': 'facts',
	'library-walks-2025': 'facts',
	charities: 'facts',
	'venue-directories': 'facts',
	'community-venues': 'assets',
	'food-banks': 'assets',
	'family-hubs': 'assets',
	libraries: 'assets',
	pharmacies: 'assets',
	dentists: 'assets',
	schools: 'assets',
	hospitals: 'assets',
	'gp-practices': 'assets',
	'maternity-units': 'assets',
	'maternity-hubs': 'assets',
	'charities-offices': 'assets',
	'community-interest-companies-offices': 'assets',
	'community-societies-offices': 'assets',
	'link-workers': 'assets',
	/** The reader's own, which no pack has. */
	yours: 'assets',
	'network-areas': 'outlines',
	'wards-2022': 'outlines',
	'resident-points': 'resident-points',
	'residents-beyond': 'residents-beyond',
	towns: 'towns',
	register: 'register',
	coverage: 'coverage',
	'named-services': 'named-services',
	[ENGLAND_CLASSES]: 'england-classes'
} as const satisfies Record<string, PartKind>;

type Kinds = typeof PARTS & Readonly<Record<`measure-${string}`, 'facts'>>;
export type PartName = keyof Kinds;
/** What the part of a name is. */
export type PartOf<Name extends PartName> = PartKinds[Kinds[Name]];
/** The names of the parts of a kind. */
export type NameOf<Kind extends PartKind, Name extends PartName = PartName> = Name extends PartName
	? Kinds[Name] extends Kind
		? Name
		: never
	: never;

/** Of which kind the part of a name is. */
export const kindOf = (name: PartName): PartKind =>
	(PARTS as Readonly<Record<string, PartKind | undefined>>)[name] ?? 'facts';

/** The areas that an edition uses. */
export const areasPart = ({ vintage }: Pick<Edition, 'vintage'>) => `areas-${vintage}` as const;

/** The boundaries of an edition's LSOAs. */
export const boundariesPart = ({ vintage }: Pick<Edition, 'vintage'>): NameOf<'boundaries'> =>
	vintage === '2021' ? 'lsoa21-boundaries' : 'lsoa11-boundaries';

/** Ranks and deciles of an edition. */
export const deprivationPart = ({ id }: Pick<Edition, 'id'>) => `deprivation-${id}` as const;

/** Deciles of the other edition on the areas of an edition. */
export const deprivationOtherPart = ({ id }: Pick<Edition, 'id'>) =>
	`deprivation-other-${id}` as const;
