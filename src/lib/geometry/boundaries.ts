/**
 * Boundaries as a pack stores them. An LSOA of 2011 that was not redrawn has the outline of 2021,
 * so the part of 2011 refers to the arcs of 2021 and holds only what that has not.
 */
import type { BoundariesPart, StoredBoundaries } from './parts.ts';

/** The part whose arcs the boundaries of a name refer to, or null where they stand on their own. */
export const baseOf = (part: string): BoundariesPart['part'] | null =>
	part === 'lsoa11-boundaries' ? 'lsoa21-boundaries' : null;

/**
 * Boundaries that stand on their own. `base` is the part that `baseOf` names. Throws when it is
 * missing or of another name.
 */
export function completeBoundaries(
	stored: StoredBoundaries,
	base: BoundariesPart | null
): BoundariesPart {
	if (!('base' in stored)) return stored;
	if (base?.part !== stored.base) throw new Error(`${stored.part} needs ${stored.base}`);
	const { kind, part, vintage, datasets, topology } = stored;
	return {
		kind,
		part,
		vintage,
		datasets,
		topology: { ...base.topology, ...topology, arcs: [...base.topology.arcs, ...topology.arcs] }
	};
}
