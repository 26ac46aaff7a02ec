import { makeTable, strings, stringsBy, type Table } from '../../../src/lib/facts/table.ts';
import { checkCodes } from '../checks.ts';
import {
	AMOUNT,
	DISTRICT,
	ICB,
	LATITUDE,
	LONGITUDE,
	LSOA,
	MSOA,
	SUB_ICB,
	TEXT,
	unique,
	WARD
} from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, joined, mapColumns, roundDegrees, sortRows } from '../tables.ts';

/**
 * The ONS ward lookup puts this LSOA of West Northamptonshire into the Oxfordshire ward it
 * touches, and so into Cherwell. Its name, its MSOA and its ICB say otherwise.
 */
const WRONG_DISTRICT = {
	lsoa21: 'E01027305',
	lad24: 'E07000177',
	right: { lad24: 'E06000062', lad24_name: 'West Northamptonshire' }
};

/** The 2021 LSOAs of England: the areas they belong to, their size and their centroid. */
export const areasLsoa21: DatasetReader = {
	id: 'areas-lsoa21',
	after: ['areas-lsoa11', 'lsoa11-lsoa21'],
	read(context) {
		const read = context.csv({
			lsoa21: unique(LSOA),
			name: TEXT,
			msoa21: MSOA,
			msoa21_name: TEXT,
			msoa21_hcl_name: TEXT,
			ward24: WARD,
			ward24_name: TEXT,
			lad24: DISTRICT,
			lad24_name: TEXT,
			sicbl24: SUB_ICB,
			sicbl24_name: TEXT,
			icb24: ICB,
			icb24_name: TEXT,
			ruc21: TEXT,
			ruc21_name: TEXT,
			area_km2: AMOUNT
		});
		checkCodes(context, read, 'lsoa21', { dataset: 'lsoa11-lsoa21', all: true });
		const areas = withRightDistrict(read);
		const centroids = context.csv(
			{ lsoa21: unique(LSOA), longitude: LONGITUDE, latitude: LATITUDE },
			{ copy: 1 }
		);
		const table = makeTable({
			...areas.columns,
			...joined(context.source(1).path, areas, centroids, 'lsoa21', ['longitude', 'latitude']),
			...formerAreas(context, areas)
		});
		return sortRows(makeTable(roundDegrees(table)), 'lsoa21');
	}
};

function withRightDistrict(areas: Table): Table {
	const row = strings(areas, 'lsoa21').indexOf(WRONG_DISTRICT.lsoa21);
	if (areas.columns['lad24']?.values[row] !== WRONG_DISTRICT.lad24) return areas;
	const right: Readonly<Record<string, string>> = WRONG_DISTRICT.right;
	return makeTable(
		mapColumns(areas, (found, name) => {
			const value = right[name];
			return value === undefined ? found : { ...found, values: found.values.with(row, value) };
		})
	);
}

const FORMER = ['lad18', 'lad18_name', 'ccg19', 'ccg19_name'] as const;

/**
 * District of April 2018 and CCG of April 2019 of the 2011 LSOAs that a 2021 LSOA came
 * from. Where these disagree (three irregular changes), those count that already lay in the
 * 2022 district of the 2021 LSOA; if they still disagree, it is an error.
 */
function formerAreas(context: ReadContext, areas: Table) {
	const { path } = context.source(2);
	const areas11 = context.table('areas-lsoa11');
	const links = context.csv({ lsoa11: LSOA, lsoa21: LSOA, lad22: DISTRICT }, { copy: 2 });
	const lsoa11s = strings(links, 'lsoa11');
	const lad22s = strings(links, 'lad22');
	const parents = new Map<string, { lsoa11: string; lad22: string }[]>();
	strings(links, 'lsoa21').forEach((lsoa21, row) => {
		const parent = { lsoa11: lsoa11s[row] ?? '', lad22: lad22s[row] ?? '' };
		parents.set(lsoa21, [...(parents.get(lsoa21) ?? []), parent]);
	});
	const lad22Of11 = stringsBy(areas11, 'lsoa11', 'lad22');

	return Object.fromEntries(
		FORMER.map((name) => {
			const of11 = stringsBy(areas11, 'lsoa11', name);
			const values = strings(areas, 'lsoa21').map((lsoa21) => {
				const all = parents.get(lsoa21) ?? [];
				const same = all.filter(({ lsoa11, lad22 }) => lad22Of11.get(lsoa11) === lad22);
				const found =
					oneOf(all.map(({ lsoa11 }) => of11.get(lsoa11))) ??
					oneOf(same.map(({ lsoa11 }) => of11.get(lsoa11)));
				if (found !== undefined) return found;
				throw new SourceError(path, `${lsoa21} comes from several ${name}, none is its own`);
			});
			return [name, column(name.endsWith('_name') ? 'text' : 'code', values)];
		})
	);
}

/** The one value all share, if there is one. */
function oneOf(values: (string | undefined)[]): string | undefined {
	const distinct = [...new Set(values)];
	return distinct.length === 1 ? distinct[0] : undefined;
}
