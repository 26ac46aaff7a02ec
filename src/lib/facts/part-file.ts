/** A part of a pack as its file holds it: its lines and its columns of numbers as characters. */
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packTopology, unpackTopology, type PackedTopology } from '../geometry/packed-topology.ts';
import type { StoredBoundaries } from '../geometry/parts.ts';
import { packColumns, unpackColumns } from './packed-columns.ts';
import type { Part } from './parts.ts';

/** What is in the file of a part. */
export const toFile = (part: Part | StoredBoundaries): object =>
	packColumns(
		'topology' in part && part.topology
			? { ...part, topology: packTopology<Record<string, GeometryCollection>>(part.topology) }
			: part
	) as object;

/**
 * The part that a file holds. Boundaries may need those that they share lines with: `baseOf`.
 *
 * @throws where its lines or its numbers are damaged
 */
export function fromFile(content: object): Part | StoredBoundaries {
	const { topology, ...rest } = content as { topology?: PackedTopology | Topology | null };
	const part = unpackColumns(rest) as object;
	return (
		topology === undefined
			? part
			: {
					...part,
					topology: topology?.type === 'PackedTopology' ? unpackTopology(topology) : topology
				}
	) as Part | StoredBoundaries;
}
