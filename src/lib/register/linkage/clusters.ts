/** Places in the making: sets of records that are of one place, as far as they may be. */
import type { AssetKind } from '../kinds.ts';
import type { Prepared } from './link-record.ts';
import { put } from './lists-by-key.ts';
import { COMPILED_SOURCES, mayBeOnePlace } from './may-be-one.ts';
import { spots, type Spot } from './one-spot.ts';

/**
 * Who says that two records are one place: their weight; their own source, which goes before
 * everything but points that are known to be far apart; or a person, who goes before everything.
 */
export type SaidBy = 'weight' | 'source' | 'person';

/** Sets of records that grow by joining; the smallest position stands for each. */
export class Clusters {
	readonly #parent: number[];
	/** Sources that have each thing once, with a row in the set, and kinds in it. */
	readonly #sources: Set<string>[];
	readonly #kinds: Set<AssetKind>[];
	/** Where the records of each set are, each spot once. */
	readonly #spots: Map<string, Spot>[];
	/** Whether a set has a record of something that stays where it is. */
	readonly #stays: boolean[];
	readonly #movers: ReadonlySet<number>;
	/** Records that none of the set may be joined with, by set. */
	readonly #apart = new Map<number, number[]>();

	/** @param movers positions of the records whose name moves */
	constructor(prepared: readonly Prepared[], movers: ReadonlySet<number>) {
		this.#parent = prepared.map((_, i) => i);
		this.#sources = prepared.map(
			({ record: { source } }) => new Set(COMPILED_SOURCES.has(source) ? [] : [source])
		);
		this.#kinds = prepared.map(({ record: { kind } }) => new Set([kind]));
		this.#spots = prepared.map(({ point, postcode }) => {
			const key = `${point?.longitude} ${point?.latitude} ${postcode}`;
			return new Map([[key, { point, postcode }]]);
		});
		this.#stays = prepared.map((_, i) => !movers.has(i));
		this.#movers = movers;
	}

	/** Keep pairs of records apart from now on. */
	keepApart(pairs: readonly [number, number][]): void {
		for (const [a, b] of pairs) {
			put(this.#apart, this.find(a), b);
			put(this.#apart, this.find(b), a);
		}
	}

	find(i: number): number {
		let root = i;
		while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
		for (let at = i; at !== root;) {
			const next = this.#parent[at] ?? root;
			this.#parent[at] = root;
			at = next;
		}
		return root;
	}

	/**
	 * Whether two sets hold no two kinds that only share an address, no two rows of a list that
	 * has each thing once, no two records to keep apart, and no two at two spots.
	 */
	mayBeJoined(a: number, b: number): boolean {
		if (this.#standApart(a, b, 'one')) return false;
		for (const source of this.#sources[a] ?? []) if (this.#sources[b]?.has(source)) return false;
		for (const one of this.#kinds[a] ?? []) {
			for (const other of this.#kinds[b] ?? []) if (!mayBeOnePlace(one, other)) return false;
		}
		return (this.#apart.get(a) ?? []).every((record) => this.find(record) !== b);
	}

	/** Whether some record of one set is at another spot than some of the other; all must be at one, or may be unknown. */
	#standApart(a: number, b: number, must: 'one' | 'unknown'): boolean {
		for (const one of this.#spots[a]?.values() ?? []) {
			for (const other of this.#spots[b]?.values() ?? []) {
				const found = spots(one, other);
				if (found === 'two' || (found === 'unknown' && must === 'one')) return true;
			}
		}
		return false;
	}

	/** Whether two records would be joined through one whose name moves, though each of their sets has what stays. */
	#onlyByMover(a: number, b: number, root: number, other: number): boolean {
		const byMover = this.#movers.has(a) || this.#movers.has(b);
		return byMover && this.#stays[root] === true && this.#stays[other] === true;
	}

	/** Join the sets of two records where they may be, by who says so. */
	join(a: number, b: number, by: SaidBy = 'weight'): void {
		const [root, other] = [this.find(a), this.find(b)].sort((x, y) => x - y);
		if (root === undefined || other === undefined || root === other) return;
		if (by === 'source' && this.#standApart(root, other, 'unknown')) return;
		if (by === 'weight') {
			if (!this.mayBeJoined(root, other) || this.#onlyByMover(a, b, root, other)) return;
		}
		this.#parent[other] = root;
		for (const [key, spot] of this.#spots[other] ?? []) this.#spots[root]?.set(key, spot);
		this.#stays[root] ||= this.#stays[other] === true;
		for (const source of this.#sources[other] ?? []) this.#sources[root]?.add(source);
		for (const kind of this.#kinds[other] ?? []) this.#kinds[root]?.add(kind);
		for (const record of this.#apart.get(other) ?? []) put(this.#apart, root, record);
		this.#apart.delete(other);
	}
}
