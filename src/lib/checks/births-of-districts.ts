/** Births of several whole districts together: of a county, say. */
import { groupBirths } from '../methods/births.ts';
import { births2023 } from '../methods/births-2023.ts';
import { strings } from '../facts/table.ts';
import { formatCount } from '../text/format.ts';
import type { Method } from './method.ts';

/** Registrations of 2023, or births of the year to June 2019, of districts by code of April 2018. */
export const birthsOfDistricts: Method<'births-of-districts'> = (
	{ facts },
	{ districts, year }
) => {
	const dataset = year === 2023 ? 'areas-lsoa21' : 'areas-lsoa11';
	const key = year === 2023 ? 'lsoa21' : 'lsoa11';
	const areas = facts.table(dataset);
	const of = strings(areas, 'lad18');
	const groups = districts.map((code) => ({
		code,
		name: code,
		lsoas: strings(areas, key).filter((_, row) => of[row] === code)
	}));
	const found = year === 2023 ? births2023(facts, groups) : groupBirths(facts, groups, year);
	const value = found.reduce((sum, { births }) => sum + (births ?? NaN), 0);
	return {
		value,
		figure: formatCount(value),
		basis:
			year === 2023
				? `live births registered in 2023, ${formatCount(districts.length)} districts`
				: `live births, year to June ${year}, ${formatCount(districts.length)} districts`
	};
};
