/**
 * What a siting question is asked of: people at points, sites they could go to, and what it
 * costs to get from one to the other. Columns, with the costs in sparse rows: a pair that is
 * not there cannot be served.
 */

export const SITE_STATES = ['candidate', 'fixed', 'excluded'] as const;
/** `fixed` stands already and counts; `excluded` may not be chosen. */
export type SiteState = (typeof SITE_STATES)[number];

/** Costs in sparse rows (CSR): row i holds entries `starts[i]` up to `starts[i + 1]`. */
export interface SparseCosts {
	starts: Int32Array;
	/** Index of the site of each entry. */
	sites: Int32Array;
	/** In minutes, kilometres or what the costs are in; within a row ascending, then by site. */
	costs: Float64Array;
}

export interface Instance extends SparseCosts {
	demandIds: readonly string[];
	/** People (or what is counted) at each demand point; none is negative. */
	weights: Float64Array;
	siteIds: readonly string[];
	states: readonly SiteState[];
	/** People each site has room for, `Infinity` where nobody says; null where no site has a limit. */
	capacities: Float64Array | null;
}

export type SitingFault =
	| 'weight'
	| 'cost'
	| 'duplicate'
	| 'unknown'
	| 'empty'
	| 'capacity'
	| 'p'
	| 'reach'
	| 'state';

/** Data or a question that cannot be answered; the message says which, and what is wrong. */
export class SitingError extends Error {
	readonly fault: SitingFault;
	constructor(fault: SitingFault, message: string) {
		super(message);
		this.name = 'SitingError';
		this.fault = fault;
	}
}

export interface InstanceInput {
	demand: readonly { id: string; weight: number }[];
	sites: readonly { id: string; state: SiteState; capacity?: number | null }[];
	/** Pairs as indices into demand and sites. */
	pairs: {
		readonly length: number;
		demand: ArrayLike<number>;
		site: ArrayLike<number>;
		cost: ArrayLike<number>;
	};
}

/**
 * Check and index an instance. Throws {@link SitingError} for an id or a pair given twice, a
 * weight, cost or capacity that is negative or not a number, and a pair of unknown ids.
 */
export function makeInstance({ demand, sites, pairs }: InstanceInput): Instance {
	if (demand.length === 0) throw new SitingError('empty', 'there is no demand point');
	unique(
		demand.map(({ id }) => id),
		'demand point'
	);
	unique(
		sites.map(({ id }) => id),
		'site'
	);
	for (const { id, weight } of demand) {
		if (!(weight >= 0) || weight === Infinity) {
			throw new SitingError(
				'weight',
				`demand point “${id}”: ${weight} is not a weight of 0 or more`
			);
		}
	}
	for (const { id, capacity } of sites) {
		if (capacity != null && !(capacity >= 0)) {
			throw new SitingError('capacity', `site “${id}”: ${capacity} is not a capacity of 0 or more`);
		}
	}
	const limited = sites.some(({ capacity }) => capacity != null && capacity !== Infinity);
	return {
		demandIds: demand.map(({ id }) => id),
		weights: Float64Array.from(demand, ({ weight }) => weight),
		siteIds: sites.map(({ id }) => id),
		states: sites.map(({ state }) => state),
		capacities: limited ? Float64Array.from(sites, ({ capacity }) => capacity ?? Infinity) : null,
		...sparseRows(
			demand.map(({ id }) => id),
			sites.map(({ id }) => id),
			pairs
		)
	};
}

function unique(ids: readonly string[], what: string): void {
	const seen = new Set<string>();
	for (const id of ids) {
		if (seen.has(id)) throw new SitingError('duplicate', `${what} “${id}” is there twice`);
		seen.add(id);
	}
}

function sparseRows(
	demandIds: readonly string[],
	siteIds: readonly string[],
	pairs: InstanceInput['pairs']
): SparseCosts {
	const rows = demandIds.length;
	const starts = new Int32Array(rows + 1);
	for (let k = 0; k < pairs.length; k++) {
		const row = pairs.demand[k] as number;
		const site = pairs.site[k] as number;
		const cost = pairs.cost[k] as number;
		if (demandIds[row] === undefined || siteIds[site] === undefined) {
			throw new SitingError('unknown', `pair ${k + 1} is of an unknown demand point or site`);
		}
		if (!(cost >= 0) || cost === Infinity) {
			throw new SitingError(
				'cost',
				`“${demandIds[row]}” to “${siteIds[site]}”: ${cost} is not a cost of 0 or more`
			);
		}
		starts[row + 1] = (starts[row + 1] as number) + 1;
	}
	for (let i = 0; i < rows; i++) {
		starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
	}
	const order = new Int32Array(pairs.length);
	const next = starts.slice(0, rows);
	for (let k = 0; k < pairs.length; k++) {
		const row = pairs.demand[k] as number;
		order[next[row] as number] = k;
		next[row] = (next[row] as number) + 1;
	}
	const sites = new Int32Array(pairs.length);
	const costs = new Float64Array(pairs.length);
	for (let i = 0; i < rows; i++) {
		const from = starts[i] as number;
		const row = order.subarray(from, starts[i + 1]);
		row.sort(
			(a, b) =>
				(pairs.cost[a] as number) - (pairs.cost[b] as number) ||
				(pairs.site[a] as number) - (pairs.site[b] as number)
		);
		const seen = new Set<number>();
		row.forEach((k, at) => {
			const site = pairs.site[k] as number;
			if (seen.has(site)) {
				throw new SitingError(
					'duplicate',
					`the pair “${demandIds[i]}”, “${siteIds[site]}” is there twice`
				);
			}
			seen.add(site);
			sites[from + at] = site;
			costs[from + at] = pairs.cost[k] as number;
		});
	}
	return { starts, sites, costs };
}

/** The instance with other weights; all else is shared. */
export function withWeights(instance: Instance, weights: ArrayLike<number>): Instance {
	return { ...instance, weights: Float64Array.from(weights) };
}

/** The instance with other states of its sites; all else is shared. */
export function withStates(instance: Instance, states: readonly SiteState[]): Instance {
	return { ...instance, states };
}

/** How many sites may be open at most. */
export const availableSites = ({ states }: Instance): number =>
	states.filter((state) => state !== 'excluded').length;

export const fixedSites = ({ states }: Instance): number[] =>
	[...states.keys()].filter((site) => states[site] === 'fixed');

/** Weight of all demand together. */
export const totalWeight = ({ weights }: Instance): number =>
	weights.reduce((sum, weight) => sum + weight, 0);
