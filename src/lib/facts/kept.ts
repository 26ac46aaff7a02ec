/** What was worked out of a thing that nobody changes, so that it is worked out once. */

/** Kept with the thing itself, and unseen by whoever lists its fields. */
const KEPT = Symbol('kept');

/**
 * What `make` gives of a holder (a table, a region that is being built), worked out once and kept
 * with it under a name. One that is made of another (`{ ...table, columns }`) starts afresh.
 */
export function kept<T>(holder: object, name: string, make: () => T): T {
	const keeping = holder as { [KEPT]?: Map<string, unknown> };
	const known = keeping[KEPT] ?? new Map<string, unknown>();
	if (!keeping[KEPT]) Object.defineProperty(holder, KEPT, { value: known });
	if (known.has(name)) return known.get(name) as T;
	const made = make();
	known.set(name, made);
	return made;
}
