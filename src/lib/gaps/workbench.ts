/**
 * A region on the workbench: its areas, residents and assets in the shapes the analysis
 * needs, each made once and kept. It is pure but for what it remembers; make one a region.
 */
import {
	estimateCosts,
	nearestIn,
	nearestSites,
	type Costs,
	type Nearest
} from '../access/costs.ts';
import { matrixCosts, type TravelMatrix } from '../access/matrix.ts';
import { demandAround, type Step } from '../access/floating-catchment.ts';
import { residentPoints, type ResidentPoints } from '../access/resident-points.ts';
import { residentsBeyond } from '../access/residents-beyond.ts';
import { isCounted, sitesOf, YOURS, type Site } from '../access/site.ts';
import { carsPart, isByCar } from '../access/cars.ts';
import { settlementOf, type Travel } from '../access/travel.ts';
import { EDITIONS, type Edition, type EditionId } from '../facts/editions.ts';
import { RURAL_URBAN } from '../indicators/place.ts';
import { factNumbers } from '../facts/figures.ts';
import type { AssetsPart, CoveragePart } from '../register/parts.ts';
import {
	deprivationPart,
	type FactsPart,
	type NameOf,
	type PartName,
	type ResidentPointsPart
} from '../facts/parts.ts';
import { PartReader, type PartSource } from '../facts/reader.ts';
import { unitsOf, type Level, type RegionAreas, type Units } from '../areas/region.ts';
import { core20Of } from './deprivation-needs.ts';
import { needOf } from './needs.ts';
import { provisionsOf } from './provisions.ts';
import type { GapsRequest } from './request.ts';

export const RESIDENT_POINTS = 'resident-points' as const;
export const RESIDENTS_BEYOND = 'residents-beyond' as const;
export const COVERAGE = 'coverage' as const;
export const CHARITIES_PART = 'charities' as const;
export const CONNECTIVITY_PART = 'access-2025' as const;

/** The parts that a request needs; without them `analyseGaps` throws. */
export function partsNeeded(request: GapsRequest): PartName[] {
	const edition = EDITIONS[request.edition];
	return [
		...new Set<PartName>([
			`areas-${edition.vintage}`,
			RESIDENT_POINTS,
			RESIDENTS_BEYOND,
			`rural-urban-${edition.id}`,
			deprivationPart(edition),
			...needOf(request.need).parts(edition),
			...(isByCar({ mode: request.mode, unit: request.reach.unit }) ? [carsPart(edition.id)] : []),
			...provisionsOf(request.provision).flatMap(({ parts }) => parts)
		])
	];
}

/** Parts that add evidence where they are there. */
export const PARTS_WELCOME: readonly PartName[] = [COVERAGE, CHARITIES_PART, CONNECTIVITY_PART];

export interface EditionBench {
	edition: Edition;
	areas: RegionAreas;
	points: ResidentPoints;
	/** Core20 or not, by neighbourhood. */
	core20: readonly boolean[];
	units: (level: Level) => Units;
}

/** How many things of a kind are kept before all of them are forgotten. */
const KEPT = 12;

export class Workbench {
	readonly regionName: string;
	/** Times or distances that replace the estimate; null is the estimate. */
	readonly matrix: TravelMatrix | null;
	readonly #parts: PartReader;
	readonly #isOther: () => boolean;
	/** Every part that was asked for, as it then was; undefined where it wasn't there. */
	readonly #read = new Map<PartName, object | undefined>();
	readonly #kept = new Map<string, Map<string, unknown>>();

	constructor(
		regionName: string,
		source: PartSource | PartReader,
		matrix: TravelMatrix | null = null
	) {
		this.regionName = regionName;
		this.matrix = matrix;
		const given = PartReader.of(source);
		this.#parts = new PartReader((name) => {
			const part = given.find(name);
			this.#read.set(name, part);
			return part;
		});
		this.#isOther = () => [...this.#read].some(([name, before]) => given.find(name) !== before);
	}

	/** Facts of a part. Throws where it isn't there. */
	facts = (part: NameOf<'facts'>): FactsPart => this.#parts.get(part);

	has(part: PartName): boolean {
		return this.#parts.has(part);
	}

	get coverage(): CoveragePart | null {
		return this.#parts.find(COVERAGE) ?? null;
	}

	edition(id: EditionId): EditionBench {
		return this.#keep('edition', id, () => {
			const edition = EDITIONS[id];
			const areas = this.#parts.areas(edition.vintage);
			if (!areas) throw new Error(`the part "areas-${edition.vintage}" is not there`);
			const classes = RURAL_URBAN[id].classes;
			const settlement = factNumbers(this.facts(`rural-urban-${id}`), 'class').map((found) =>
				settlementOf(classes[found]?.code ?? '')
			);
			const part = this.#parts.get(RESIDENT_POINTS);
			const units = new Map<Level, Units>();
			return {
				edition,
				areas,
				points: residentPoints(areas, part, settlement),
				core20: core20Of({ edition, facts: this.facts }),
				units: (level: Level) => {
					const known = units.get(level) ?? unitsOf(areas, level);
					units.set(level, known);
					return known;
				}
			};
		});
	}

	/** Detour factors fitted by settlement. */
	get fittedDetour(): ResidentPointsPart['detour'] {
		return this.#parts.get(RESIDENT_POINTS).detour;
	}

	/** Households without a car, where journeys are by car and it is known; null elsewhere. */
	cars(edition: EditionId, of: { mode: string; unit: string }): FactsPart | null {
		return isByCar(of) ? (this.#parts.find(carsPart(edition)) ?? null) : null;
	}

	/** The parts of assets that some provisions are in, with the reader's own where there are any. */
	assets(provision: readonly string[]): AssetsPart[] {
		const names = provisionsOf(provision).flatMap((one) => (one.kind ? one.parts : []));
		const parts = [...new Set(names)].map((part) => this.#parts.get(part));
		const yours = this.#parts.find(YOURS);
		return yours ? [...parts, yours] : parts;
	}

	/** The sites of some provisions, one a building however many lists name it. */
	sites(provision: readonly string[], verifiedOnly: boolean): readonly Site[] {
		return this.#keep('sites', `${provision.join()} ${verifiedOnly}`, () => {
			const kinds = new Set(provisionsOf(provision).map(({ kind }) => kind));
			return sitesOf(this.assets(provision)).filter(
				(site) =>
					kinds.has(site.kind) && isCounted(site) && (!verifiedOnly || site.status === 'verified')
			);
		});
	}

	/** Neighbourhood of each site inside the region, by its id, as an index into an edition's. */
	siteAreas(provision: readonly string[], edition: EditionId): ReadonlyMap<string, number> {
		return this.#keep('site areas', `${provision.join()} ${edition}`, () => {
			const { areas } = this.edition(edition);
			const found = new Map<string, number>();
			for (const part of this.assets(provision)) {
				const lsoa = areas.vintage === '2021' ? part.lsoa21 : part.lsoa11;
				part.ids.forEach((id, at) => {
					const site = part.merged?.[at] ?? id;
					const area = areas.index.get(lsoa[at] ?? '');
					if (area !== undefined && !found.has(site)) found.set(site, area);
				});
			}
			return found;
		});
	}

	/** Costs from residents to sites up to a limit, and at least up to it. */
	costs(
		edition: EditionId,
		sites: readonly Site[],
		key: string,
		travel: Travel,
		limit: number
	): Costs {
		return this.#keep('costs', `${edition} ${key} ${JSON.stringify(travel)} ${limit}`, () => {
			const { points } = this.edition(edition);
			return this.matrix
				? this.#matrixCosts(edition, sites).costs
				: estimateCosts(points, sites, travel, limit);
		});
	}

	/**
	 * The weighted demand around each site of those who live beyond the region; null with a file of
	 * costs, which has no ways of theirs.
	 */
	demandBeyond(
		edition: EditionId,
		sites: readonly Site[],
		key: string,
		travel: Travel,
		steps: readonly Step[]
	): Float64Array | null {
		if (this.matrix) return null;
		const last = steps.at(-1)?.upTo ?? 0;
		return this.#keep('beyond', `${edition} ${key} ${JSON.stringify([travel, steps])}`, () => {
			const beyond = residentsBeyond(this.#parts.get(RESIDENTS_BEYOND), edition);
			return demandAround(estimateCosts(beyond, sites, travel, last), beyond.residents, steps);
		});
	}

	nearest(edition: EditionId, sites: readonly Site[], key: string, travel: Travel): Nearest {
		return this.#keep('nearest', `${edition} ${key} ${JSON.stringify(travel)}`, () => {
			const { points } = this.edition(edition);
			return this.matrix
				? nearestIn(this.#matrixCosts(edition, sites).costs)
				: nearestSites(points, sites, travel);
		});
	}

	/** Resident points that a file of costs says nothing about. */
	unknownPoints(edition: EditionId, sites: readonly Site[]): readonly number[] {
		return this.matrix ? this.#matrixCosts(edition, sites).unknownOrigins : [];
	}

	#matrixCosts(edition: EditionId, sites: readonly Site[]) {
		if (!this.matrix) throw new Error('there is no file of costs');
		const { points } = this.edition(edition);
		return matrixCosts(
			this.matrix,
			points.codes,
			sites.map(({ id }) => id)
		);
	}

	/**
	 * What was made before, or make it; all of a kind is forgotten when there is too much of it,
	 * and everything when a part is another than it was.
	 */
	#keep<T>(kind: string, key: string, make: () => T): T {
		// A reader's own assets come after the page, and change what the others are.
		if (this.#isOther()) {
			this.#kept.clear();
			this.#read.clear();
		}
		const kept = this.#kept.get(kind) ?? new Map<string, unknown>();
		this.#kept.set(kind, kept);
		if (kept.has(key)) return kept.get(key) as T;
		if (kept.size >= KEPT) kept.clear();
		const made = make();
		kept.set(key, made);
		return made;
	}
}
