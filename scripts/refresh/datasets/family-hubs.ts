import { optionalStrings, strings, type Column } from '../../../src/lib/facts/table.ts';
import { assetTable, mustNotBeFound, hashKey, PLACE_SPECS, textOf } from '../assets.ts';
import { FLAG, OPTIONAL_TEXT } from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import type { CsvTable } from '../source-file.ts';
import { column } from '../tables.ts';

const { name, postcode, longitude, latitude, lsoa21 } = PLACE_SPECS;
const SPECS = {
	name,
	postcode,
	longitude,
	latitude,
	lsoa21,
	address: OPTIONAL_TEXT,
	in_gias: FLAG,
	in_hub_list: FLAG
};
type Name = keyof typeof SPECS;

/** Both files: the second one is of a county that some rows of the first lie in, and has more of them. */
const [FIRST, COUNTY] = [0, 1];

/**
 * Family hubs and children's centres that the Department for Education lists, in and around two
 * regions. Its register keeps centres long after they changed or closed: nothing here is verified.
 */
export const familyHubs: DatasetReader = {
	id: 'family-hubs',
	folder: 'assets',
	after: ['areas-lsoa21'],
	read(context) {
		const places = together(context);
		return assetTable(context, places, 'family-hub', (row, file) => {
			if (row.in_gias !== true && row.in_hub_list !== true) {
				throw new SourceError(file, `${String(row.name)} is in neither list of the department`);
			}
			return {
				key: hashKey(row.name, row.postcode),
				kind: 'family-hub',
				subkind: null,
				status: 'unverified',
				address: textOf(row.address),
				note: `Listed by DfE, to confirm: ${row.in_hub_list === true ? 'on the list of family hub sites' : 'a children’s centre in the register of schools'}`
			};
		});
	}
};

/** The rows of both files, each place once: that of the county's file where both have it. */
function together(context: ReadContext): CsvTable<Name | 'point_source'> {
	const first = context.csv(SPECS, { copy: FIRST, without: mustNotBeFound });
	const county = context.csv(SPECS, { copy: COUNTY, without: mustNotBeFound });
	const keysOf = (table: typeof first) => {
		const codes = optionalStrings(table, 'postcode');
		return strings(table, 'name').map((called, row) => hashKey(called, codes[row] ?? null));
	};
	const inCounty = new Set(keysOf(county));
	const kept = keysOf(first).flatMap((key, row) => (inCounty.has(key) ? [] : [row]));
	const columns = Object.fromEntries(
		(Object.keys(SPECS) as Name[]).map((of): [string, Column] => [
			of,
			column(first.columns[of].type, [
				...kept.map((row) => first.columns[of].values[row] ?? null),
				...county.columns[of].values
			])
		])
	) as Record<Name, Column>;
	const rows = kept.length + county.rows;
	return {
		rows,
		columns: {
			...columns,
			point_source: column(
				'text',
				Array.from({ length: rows }, () => 'GIAS or its postcode')
			)
		}
	};
}
