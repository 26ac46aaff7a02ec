import { checkEqual } from '../checks.ts';
import { AMOUNT, each, LSOA, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

const DISTANCES = [
	'road_km_post_office',
	'road_km_primary_school',
	'road_km_food_store',
	'road_km_gp'
] as const;

/** Indicators behind IoD 2019: mean road distance to four services, kilometres. */
export const underlying2019 = tableReader(
	'underlying-2019',
	{ lsoa11: unique(LSOA), ...each(DISTANCES, AMOUNT) },
	{
		complete: 'areas-lsoa11',
		check(context, table) {
			const specs = { lsoa11: unique(LSOA), ...each(DISTANCES, AMOUNT) };
			const other = context.csv(specs, { copy: 1 });
			checkEqual(context, table, other, 'lsoa11', DISTANCES, 1);
		}
	}
);
