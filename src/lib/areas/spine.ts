/**
 * The spine: one national list of the areas of a vintage, in one order. Whatever is known of
 * England's areas is a column along it, and a region is positions in it.
 */

/** Where the areas of a spine stand in a list of keys, and the columns that were brought along. */
interface Alignment {
	/** Row of each area; -1 where the list hasn't it. Null where the list is the spine itself. */
	rows: readonly number[] | null;
	/** The first area that the list hasn't. */
	missing: string | null;
	columns: WeakMap<readonly unknown[], readonly unknown[]>;
}

export class Spine {
	/** The column by which tables name these areas: `lsoa21` and the like. */
	readonly key: string;
	readonly codes: readonly string[];
	readonly #positions: ReadonlyMap<string, number>;
	/** By list of keys: the same list, which is a column of a table, is gone through once. */
	readonly #alignments = new WeakMap<readonly string[], Alignment>();

	/** Throws where a code stands twice. */
	constructor(key: string, codes: readonly string[]) {
		this.key = key;
		this.codes = codes;
		this.#positions = rowsByKey(codes);
	}

	get count(): number {
		return this.codes.length;
	}

	/** Where an area stands; undefined where it is none of these. */
	positionOf(code: string): number | undefined {
		return this.#positions.get(code);
	}

	/**
	 * A list in the order of the spine, one value an area: `keys` says whose each of `values` is.
	 * Areas that are not of the spine are left out. Made once for the same two lists, and not at
	 * all where they are in this order. Throws where a key stands twice or an area has no value.
	 */
	along<T>(keys: readonly string[], values: readonly T[]): readonly T[] {
		const alignment = this.#align(keys);
		if (alignment.missing !== null) throw new Error(`there is nothing for ${alignment.missing}`);
		return broughtAlong(alignment, values) as readonly T[];
	}

	/** The same, with null for an area that the list hasn't. */
	alongOrNull<T>(keys: readonly string[], values: readonly T[]): readonly (T | null)[] {
		return broughtAlong(this.#align(keys), values);
	}

	/** The areas at some positions, in whatever order they are given. Throws as {@link Slice} does. */
	slice(positions: Iterable<number>): Slice {
		return new Slice(
			this,
			[...positions].sort((a, b) => a - b)
		);
	}

	/** The areas of some codes, in whatever order. Throws on one that is none of these. */
	sliceOf(codes: Iterable<string>): Slice {
		return this.slice(
			Array.from(codes, (code) => {
				const position = this.positionOf(code);
				if (position === undefined) throw new Error(`${code} is not an area by ${this.key}`);
				return position;
			})
		);
	}

	#align(keys: readonly string[]): Alignment {
		const known = this.#alignments.get(keys);
		if (known) return known;
		const made = this.#alignmentOf(keys);
		this.#alignments.set(keys, made);
		return made;
	}

	#alignmentOf(keys: readonly string[]): Alignment {
		const columns: Alignment['columns'] = new WeakMap();
		const { codes } = this;
		if (keys.length === codes.length && keys.every((key, row) => key === codes[row])) {
			return { rows: null, missing: null, columns };
		}
		const byKey = rowsByKey(keys);
		const rows = codes.map((code) => byKey.get(code) ?? -1);
		return { rows, missing: codes[rows.indexOf(-1)] ?? null, columns };
	}
}

/** Some areas of a spine: a region, or all of England. */
export class Slice {
	readonly spine: Spine;
	/** Ascending. */
	readonly positions: readonly number[];
	/** The areas' codes, in the order of the positions. */
	readonly codes: readonly string[];
	#index: ReadonlyMap<string, number> | null = null;

	/** Throws where the positions don't ascend or are not of the spine. */
	constructor(spine: Spine, positions: readonly number[]) {
		positions.forEach((position, i) => {
			if (!(position in spine.codes) || (i > 0 && !(position > (positions[i - 1] ?? NaN)))) {
				throw new Error(`position ${position} is out of order or not among the areas`);
			}
		});
		this.spine = spine;
		this.positions = positions;
		this.codes = this.cut(spine.codes);
	}

	/** What these areas have of a column along the spine. Throws where it is not one. */
	cut<T>(column: readonly T[]): T[] {
		if (column.length !== this.spine.count) {
			throw new Error(`a column of ${column.length} is not along ${this.spine.count} areas`);
		}
		return this.positions.map((position) => column[position] as T);
	}

	/** Where an area stands among these; undefined where it is none of them. */
	indexOf(code: string): number | undefined {
		this.#index ??= rowsByKey(this.codes);
		return this.#index.get(code);
	}

	/** Whether an area is one of these. */
	has(code: string): boolean {
		return this.indexOf(code) !== undefined;
	}
}

function rowsByKey(keys: readonly string[]): ReadonlyMap<string, number> {
	const rows = new Map<string, number>();
	keys.forEach((key, row) => {
		if (rows.has(key)) throw new Error(`${key} stands twice`);
		rows.set(key, row);
	});
	return rows;
}

function broughtAlong<T>(
	{ rows, columns }: Alignment,
	values: readonly T[]
): readonly (T | null)[] {
	if (!rows) return values;
	const known = columns.get(values);
	if (known) return known as readonly (T | null)[];
	const made = rows.map((row) => (row < 0 ? null : (values[row] as T)));
	columns.set(values, made);
	return made;
}
