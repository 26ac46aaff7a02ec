/**
 * Which records of the register are of the same building or service: record linkage after
 * Fellegi and Sunter (1969), with stated weights in place of estimated ones.
 *
 * 1. Blocking. Only records are compared that share a word of their own within some 150 m, a
 *    postcode, or a charity's or company's number. A block of more than BLOCK_LIMIT records
 *    tells nothing apart and is passed over, so the work grows with the number of records.
 * 2. Weights. Each thing compared adds the binary logarithm of how much likelier it is
 *    between records of one place than between neighbours (weights.ts).
 * 3. Clusters. Pairs from the MATCH weight on are joined, the heaviest first, unless that
 *    would bring together two rows of a list that has each thing once, two kinds of service
 *    that only share an address (a practice and the pharmacy next door), or two points further
 *    apart than a building is wide, which no postcode calls one (one-spot.ts).
 * 4. What moves. A name that one directory has at several spots of a town is an event's or an
 *    organisation's (movers.ts): its listings are joined by address alone, and never join two
 *    buildings.
 *
 * Pairs between UNSURE and MATCH are left apart and handed to a person, whose decision goes before
 * all weights (docs/import-assets.md). The outcome does not
 * depend on the order of the records; a place's id is the smallest of its records' ids.
 */
import type { Verdict } from './decisions.ts';
import { candidates } from './candidates.ts';
import { Clusters } from './clusters.ts';
import { prepare, type LinkRecord, type Prepared } from './link-record.ts';
import { COMPILED_SOURCES, mayJoin } from './may-be-one.ts';
import { moversAmong } from './movers.ts';
import { isSameAddress, weightOf } from './pair-weight.ts';
import { APART, MATCH, UNSURE } from './weights.ts';

/** Two records that are perhaps of one place. */
export interface UncertainPair {
	/** Ids, the smaller first. */
	a: string;
	b: string;
	/** Sum of weights; the higher, the likelier. */
	weight: number;
}

export interface Linkage {
	/** The place of each record, in their order: the smallest id of the records of it. */
	merged: string[];
	/** Ids of the records whose name moves: an event or organisation, not a building (movers.ts). */
	moving: string[];
	/** Ids of those of them that their directory has since listed at another spot. */
	movedOn: string[];
	/** Pairs of different places that a person should decide on, the likeliest first. */
	uncertain: UncertainPair[];
	/** How many pairs were compared. */
	compared: number;
}

/** What people decided, by the key of a pair of ids. */
export type Decided = ReadonlyMap<string, Verdict>;
const NOTHING_DECIDED: Decided = new Map();

/**
 * Find the records that are of the same place. Ids must be unique. Time grows about with the
 * number of records; their order does not matter.
 *
 * What people decided goes before any weight: the same place is joined and different places are
 * not; "not sure" is asked again. Only records that their source groups, or that are alike in
 * everything, cannot be put apart. Decisions on records that are not there are passed over.
 */
export function linkRecords(
	records: readonly LinkRecord[],
	decided: Decided = NOTHING_DECIDED
): Linkage {
	const prepared = inOrder(records);
	const { moving: movers, movedOn } = moversAmong(prepared);
	const clusters = new Clusters(prepared, movers);
	const representatives = joinTheSame(prepared, clusters, movers);
	const edges: { a: number; b: number; weight: number }[] = [];
	const apart: [number, number][] = [];
	let compared = 0;
	for (const [a, b] of candidates(prepared, representatives)) {
		const [one, other] = [prepared[a], prepared[b]];
		if (!one || !other || !mayJoin(one.record, other.record)) continue;
		if ((movers.has(a) || movers.has(b)) && !isSameAddress(one, other)) continue;
		compared++;
		const weight = weightOf(one, other);
		if (weight >= UNSURE) edges.push({ a, b, weight });
		else if (weight <= APART) apart.push([a, b]);
	}
	const at = new Map(prepared.map(({ record: { id } }, i) => [id, i]));
	for (const [a, b, verdict] of decidedPairs(decided, at)) {
		if (verdict === 'same') clusters.join(a, b, 'person');
		else if (verdict === 'different') apart.push([a, b]);
	}
	clusters.keepApart(apart);
	edges.sort((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b);
	for (const { a, b, weight } of edges) if (weight >= MATCH) clusters.join(a, b);

	const idOf = (i: number) => prepared[i]?.record.id ?? '';
	// Of several pairs of records of the same two places, the likeliest stands for all.
	const asked = new Set<string>();
	const uncertain = edges.flatMap(({ a, b, weight }): UncertainPair[] => {
		const [one, other] = [clusters.find(a), clusters.find(b)].sort((x, y) => x - y);
		if (one === undefined || other === undefined || one === other) return [];
		if (asked.has(`${one} ${other}`) || !clusters.mayBeJoined(one, other)) return [];
		asked.add(`${one} ${other}`);
		return [{ a: idOf(a), b: idOf(b), weight }];
	});
	return {
		merged: records.map(({ id }) => idOf(clusters.find(at.get(id) ?? -1))),
		moving: [...movers].map(idOf).sort(),
		movedOn: [...movedOn].map(idOf).sort(),
		uncertain,
		compared
	};
}

/** Decisions on records that are there, by their positions, in the order of the keys. */
function decidedPairs(
	decided: Decided,
	at: ReadonlyMap<string, number>
): [number, number, Verdict][] {
	return [...decided.keys()].sort().flatMap((key): [number, number, Verdict][] => {
		const [a, b] = key.split(' ').map((id) => at.get(id));
		const verdict = decided.get(key);
		return a === undefined || b === undefined || !verdict ? [] : [[a, b, verdict]];
	});
}

/**
 * Join the records that their source groups, and those that are alike in everything compared;
 * one of each lot goes on to be compared. A list with a row ten thousand times costs no more.
 */
function joinTheSame(
	prepared: readonly Prepared[],
	clusters: Clusters,
	movers: ReadonlySet<number>
): number[] {
	const first = new Map<string, number>();
	const byGroup = new Map<string, number>();
	const representatives: number[] = [];
	prepared.forEach(({ record, name, point, postcode, charity, company }, i) => {
		if (record.group) {
			const key = `${record.source} ${record.group}`;
			const earlier = byGroup.get(key);
			if (earlier === undefined) byGroup.set(key, i);
			else clusters.join(earlier, i, 'source');
		}
		const same = JSON.stringify([
			record.kind,
			record.source,
			name.key,
			point,
			postcode,
			charity,
			company,
			movers.has(i) ? record.address : null
		]);
		const earlier = first.get(same);
		const compiled = COMPILED_SOURCES.has(record.source);
		if (earlier !== undefined && compiled && (point !== null || postcode !== null)) {
			clusters.join(earlier, i);
		} else {
			first.set(same, i);
			representatives.push(i);
		}
	});
	return representatives;
}

/** Records in the order of their ids, so that the order they came in can have no say. */
function inOrder(records: readonly LinkRecord[]): Prepared[] {
	const prepared = records
		.map(prepare)
		.sort((a, b) => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0));
	prepared.forEach(({ record: { id } }, i) => {
		if (i > 0 && prepared[i - 1]?.record.id === id) {
			throw new Error(`two records have the id ${id}`);
		}
	});
	return prepared;
}
