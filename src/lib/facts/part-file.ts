/** A part of a pack as its file holds it: with its lines packed, where it has any. */
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packTopology, unpackTopology, type PackedTopology } from '../geometry/packed-topology.ts';
import type { StoredBoundaries } from '../geometry/parts.ts';
import type { Part } from './parts.ts';

/** What is in the file of a part. */
export const toFile = (part: Part | StoredBoundaries): object =>
	'topology' in part && part.topology
		? { ...part, topology: packTopology<Record<string, GeometryCollection>>(part.topology) }
		: part;

/**
 * The part that a file holds. Boundaries may need those that they share lines with: `baseOf`.
 *
 * @throws where its lines are damaged
 */
export function fromFile(content: object): Part | StoredBoundaries {
	const { topology } = content as { topology?: PackedTopology | Topology | null };
	const part =
		topology?.type === 'PackedTopology'
			? { ...content, topology: unpackTopology(topology) }
			: content;
	return part as Part | StoredBoundaries;
}
