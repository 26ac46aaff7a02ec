/** Places in the making: sets of records that are of one place, as far as they may be. */
import type { AssetKind } from '../kinds.ts';
import type { LinkRecord } from './link-record.ts';
import { put } from './lists-by-key.ts';
import { COMPILED_SOURCES, mayBeOnePlace } from './may-be-one.ts';

/** Sets of records that grow by joining; the smallest position stands for each. */
export class Clusters {
	readonly #parent: number[];
	/** Sources that have each thing once, with a row in the set, and kinds in it. */
	readonly #sources: Set<string>[];
	readonly #kinds: Set<AssetKind>[];
	/** Records that none of the set may be joined with, by set. */
	readonly #apart = new Map<number, number[]>();

	constructor(records: readonly LinkRecord[]) {
		this.#parent = records.map((_, i) => i);
		this.#sources = records.map(
			({ source }) => new Set(COMPILED_SOURCES.has(source) ? [] : [source])
		);
		this.#kinds = records.map(({ kind }) => new Set([kind]));
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
	 * has each thing once, and no two records to keep apart.
	 */
	mayBeJoined(a: number, b: number): boolean {
		for (const source of this.#sources[a] ?? []) if (this.#sources[b]?.has(source)) return false;
		for (const one of this.#kinds[a] ?? []) {
			for (const other of this.#kinds[b] ?? []) if (!mayBeOnePlace(one, other)) return false;
		}
		return (this.#apart.get(a) ?? []).every((record) => this.find(record) !== b);
	}

	/** Join the sets of two records where they may be; always where their source says so. */
	join(a: number, b: number, always = false): void {
		const [root, other] = [this.find(a), this.find(b)].sort((x, y) => x - y);
		if (root === undefined || other === undefined || root === other) return;
		if (!always && !this.mayBeJoined(root, other)) return;
		this.#parent[other] = root;
		for (const source of this.#sources[other] ?? []) this.#sources[root]?.add(source);
		for (const kind of this.#kinds[other] ?? []) this.#kinds[root]?.add(kind);
		for (const record of this.#apart.get(other) ?? []) put(this.#apart, root, record);
		this.#apart.delete(other);
	}
}
