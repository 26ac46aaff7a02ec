import type { Vintage } from '../../../src/lib/areas/vintage.ts';
import type { StoredBoundaries } from '../../../src/lib/geometry/parts.ts';
import { jointBoundaries } from '../joint-boundaries.ts';
import type { PartBuilder } from '../part.ts';

/** LSOA boundaries of one vintage. The order and number are those of the areas part. */
export function boundariesPart(vintage: Vintage): PartBuilder {
	const part = vintage === '2021' ? 'lsoa21-boundaries' : 'lsoa11-boundaries';
	return {
		part,
		async build(context): Promise<StoredBoundaries> {
			const { topology, arcs21 } = await jointBoundaries(context);
			const { lsoa21, lsoa11 } = topology.objects;
			return vintage === '2021'
				? {
						kind: 'boundaries',
						part,
						vintage,
						datasets: ['boundaries-lsoa21'],
						topology: {
							...topology,
							objects: { lsoa: lsoa21 },
							arcs: topology.arcs.slice(0, arcs21)
						}
					}
				: {
						kind: 'boundaries',
						part,
						vintage,
						datasets: ['boundaries-lsoa21', 'boundaries-lsoa11', 'lsoa11-lsoa21'],
						base: 'lsoa21-boundaries',
						topology: {
							type: 'Topology',
							objects: { lsoa: lsoa11 },
							arcs: topology.arcs.slice(arcs21)
						}
					};
		}
	};
}
