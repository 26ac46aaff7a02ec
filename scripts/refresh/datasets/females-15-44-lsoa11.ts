import { makeTable, numbers, strings, stringsBy } from '../../../src/lib/facts/table.ts';
import { AMOUNT, COUNT, LSOA, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, round, sortRows } from '../tables.ts';

/**
 * Females aged 15 to 44, mid-2020, always an estimate: residents aged 15 to 44 of the LSOA
 * times the female share of that age in its ward (`ward share`, where it was worked out) or
 * its district of 2022 (`district share`).
 */
export const females1544Lsoa11: DatasetReader = {
	id: 'females-15-44-lsoa11',
	after: ['areas-lsoa11', 'residents-2020-lsoa11', 'residents-lad21'],
	read(context) {
		const { path } = context.source();
		const byWard = context.csv({ lsoa11: unique(LSOA), persons: COUNT, females: AMOUNT });
		const wardPersons = numbers(byWard, 'persons');
		const wardFemales = numbers(byWard, 'females');
		const ward = new Map(
			strings(byWard, 'lsoa11').map((lsoa, row) => [
				lsoa,
				{ persons: wardPersons[row] ?? NaN, females: wardFemales[row] ?? NaN }
			])
		);

		const residents = context.table('residents-2020-lsoa11');
		const districtOf = stringsBy(context.table('areas-lsoa11'), 'lsoa11', 'lad22');
		const lsoas = strings(residents, 'lsoa11');
		const persons = numbers(residents, 'aged_15_44');
		const inDistrict = new Map<string, number>();
		lsoas.forEach((lsoa, row) => {
			const district = districtOf.get(lsoa) ?? '';
			inDistrict.set(district, (inDistrict.get(district) ?? 0) + (persons[row] ?? NaN));
		});
		const districts = context.table('residents-lad21');
		const districtFemales = numbers(districts, 'females_15_44');
		// The codes of 2021 and 2022 are the same 309.
		const shares = new Map(
			strings(districts, 'lad21').map((code, row) => [
				code,
				(districtFemales[row] ?? NaN) / (inDistrict.get(code) ?? NaN)
			])
		);

		const rows = lsoas.map((lsoa, row) => {
			const here = persons[row] ?? NaN;
			const found = ward.get(lsoa);
			if (found && found.persons !== here) {
				throw new SourceError(path, `${lsoa} has ${found.persons} residents, elsewhere ${here}`);
			}
			const share = shares.get(districtOf.get(lsoa) ?? '') ?? NaN;
			if (!(share > 0 && share < 1)) {
				throw new SourceError(path, `there is no female share for the district of ${lsoa}`);
			}
			return found
				? { females: found.females, method: 'ward share' }
				: { females: round(here * share, 2), method: 'district share' };
		});
		for (const lsoa of ward.keys()) {
			if (!districtOf.has(lsoa)) throw new SourceError(path, `${lsoa} is not in areas-lsoa11`);
		}
		return sortRows(
			makeTable({
				lsoa11: column('code', lsoas),
				females_15_44: column(
					'number',
					rows.map(({ females }) => females)
				),
				method: column(
					'code',
					rows.map(({ method }) => method)
				)
			}),
			'lsoa11'
		);
	}
};
