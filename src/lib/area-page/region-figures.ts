/** The measures of a whole region, which stand beside those of each of its areas. */
import type { RegionAreas } from '../areas/region.ts';
import type { ComparedArea } from '../compare/areas.ts';
import { COMPARISON_ROWS } from '../compare/rows.ts';
import { numberOf } from '../facts/value.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { PartReader } from '../facts/reader.ts';

/** By the id of their row; null where a figure is published of districts alone. */
export function figuresOfRegion(
	region: Pick<RegionSummary, 'slug' | 'name'>,
	reader: PartReader,
	areas: RegionAreas
): Map<string, number | null> {
	const area: ComparedArea = {
		// A set of neighbourhoods that no table knows, as a town is.
		level: 'town',
		code: region.slug,
		name: region.name,
		members: [...areas.codes.keys()]
	};
	return new Map(
		COMPARISON_ROWS.filter(({ parts }) => parts.every((part) => reader.has(part))).map((row) => [
			row.id,
			numberOf(row.figure({ reader, areas, area }))
		])
	);
}
