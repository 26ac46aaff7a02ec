import { AMOUNT, each, LSOA, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Domain scores of IoD 2019 after the exponential transformation, 0 to 100 (File 9). */
export const deprivation2019TransformedScores = tableReader(
	'deprivation-2019-transformed-scores',
	{
		lsoa11: unique(LSOA),
		...each(
			[
				'income_transformed',
				'employment_transformed',
				'education_transformed',
				'health_transformed',
				'crime_transformed',
				'barriers_transformed',
				'environment_transformed'
			],
			{ ...AMOUNT, max: 100 }
		)
	},
	{ complete: 'areas-lsoa11' }
);
