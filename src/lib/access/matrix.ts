/**
 * A file of travel costs that replaces the estimate: what an engine of routes (OSRM, Valhalla,
 * OpenTripPlanner) has worked out beforehand. CSV with the columns `origin_id`,
 * `destination_id` and `minutes` or `kilometres`; origins are codes of output areas or of
 * neighbourhoods (LSOAs), destinations ids of assets. A pair that isn't in it can't be
 * travelled.
 */
import type { Costs } from './costs.ts';
import { parseRecords } from './records.ts';

export interface TravelMatrix {
	/** Name of the file. */
	file: string;
	unit: 'minutes' | 'kilometres';
	/** Cost by destination, by origin. */
	costs: ReadonlyMap<string, ReadonlyMap<string, number>>;
	pairs: number;
}

/** Read such a file. Throws an Error of one line that names file, row and column. */
export function parseTravelMatrix(csv: string, file: string): TravelMatrix {
	const records = parseRecords(
		csv,
		file,
		['origin_id', 'destination_id'],
		['minutes', 'kilometres']
	);
	const units = (['minutes', 'kilometres'] as const).filter((name) =>
		records.header.includes(name)
	);
	const [unit, another] = units;
	if (another || !unit) {
		throw new Error(`${file}, row 1: there must be one of "minutes" and "kilometres", not both`);
	}
	const costs = new Map<string, Map<string, number>>();
	for (let row = 0; row < records.count; row++) {
		const origin = records.text(row, 'origin_id');
		const destination = records.text(row, 'destination_id');
		const of = costs.get(origin) ?? new Map<string, number>();
		if (of.has(destination)) {
			throw records.fault(row, 'destination_id', `the pair ${origin}, ${destination} stands twice`);
		}
		costs.set(origin, of.set(destination, records.amount(row, unit)));
	}
	if (costs.size === 0) throw new Error(`${file}: there are no rows`);
	return { file, unit, costs, pairs: records.count };
}

export interface MatrixCosts {
	costs: Costs;
	/** Origins that the file has no row for, by position: their access is unknown, not none. */
	unknownOrigins: number[];
	/** Pairs of the file whose origin or destination is not among those asked about. */
	unusedPairs: number;
}

/**
 * The costs that a file gives for some origins and sites. An origin is found by the first of
 * its codes that the file has (its own, then its neighbourhood's). Throws where none of them is.
 */
export function matrixCosts(
	matrix: TravelMatrix,
	origins: readonly (readonly string[])[],
	siteIds: readonly string[]
): MatrixCosts {
	const position = new Map(siteIds.map((id, at) => [id, at]));
	const start = new Int32Array(origins.length + 1);
	const site: number[] = [];
	const cost: number[] = [];
	const unknownOrigins: number[] = [];
	const used = new Set<string>();
	origins.forEach((codes, origin) => {
		const code = codes.find((one) => matrix.costs.has(one));
		if (code === undefined) unknownOrigins.push(origin);
		else used.add(code);
		const pairs = [...(matrix.costs.get(code ?? '') ?? [])].flatMap(([id, one]) => {
			const at = position.get(id);
			return at === undefined ? [] : [{ at, cost: one }];
		});
		pairs.sort((a, b) => a.cost - b.cost || a.at - b.at);
		for (const pair of pairs) {
			site.push(pair.at);
			cost.push(pair.cost);
		}
		start[origin + 1] = site.length;
	});
	if (used.size === 0) {
		throw new Error(
			`${matrix.file}, column origin_id: none of its origins is an output area or neighbourhood of the region`
		);
	}
	let usedPairs = 0;
	for (const code of used) {
		for (const id of matrix.costs.get(code)?.keys() ?? []) if (position.has(id)) usedPairs++;
	}
	return {
		costs: {
			origins: origins.length,
			sites: siteIds.length,
			start,
			site: Int32Array.from(site),
			cost: Float64Array.from(cost),
			limit: Infinity
		},
		unknownOrigins,
		unusedPairs: matrix.pairs - usedPairs
	};
}
