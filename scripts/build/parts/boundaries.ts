import type { Vintage } from '../../../src/lib/indicators/editions.ts';
import type { BoundariesPart } from '../../../src/lib/region/pack.ts';
import { boundaryTopology } from '../boundaries.ts';
import type { PartBuilder } from '../part.ts';

/** LSOA boundaries of one vintage. The order and number are those of the areas part. */
export function boundariesPart(vintage: Vintage): PartBuilder {
	const part = vintage === '2021' ? 'lsoa21-boundaries' : 'lsoa11-boundaries';
	return {
		part,
		async build(context): Promise<BoundariesPart> {
			const topology = boundaryTopology(context, vintage);
			const { codes } = context.selection[vintage];
			const geometries = new Map(
				topology.objects.lsoa.geometries.map((geometry) => [String(geometry.id), geometry])
			);
			if (geometries.size !== codes.length) {
				throw new Error(`${part}: ${geometries.size} boundaries for ${codes.length} areas`);
			}
			return {
				part,
				vintage,
				datasets: [`boundaries-${vintage === '2021' ? 'lsoa21' : 'lsoa11'}`],
				topology: {
					...topology,
					objects: {
						lsoa: {
							type: 'GeometryCollection',
							geometries: codes.map((code) => {
								const geometry = geometries.get(code);
								if (!geometry) throw new Error(`${part}: no boundary for ${code}`);
								return geometry;
							})
						}
					}
				}
			};
		}
	};
}
