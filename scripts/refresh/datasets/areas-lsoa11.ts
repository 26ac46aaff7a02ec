import { DISTRICT, ICB, LSOA, MSOA, SUB_ICB, TEXT, unique } from '../columns.ts';
import { SourceError } from '../source-error.ts';
import { joined, pick, sortRows } from '../tables.ts';
import { makeTable, strings } from '../../../src/lib/facts/table.ts';
import type { DatasetReader } from '../dataset.ts';

/** The 2011 LSOAs of England with the areas they belong to. */
export const areasLsoa11: DatasetReader = {
	id: 'areas-lsoa11',
	read(context) {
		const areas = context.csv({
			lsoa11: unique(LSOA),
			name: TEXT,
			msoa11: MSOA,
			msoa11_name: TEXT,
			msoa11_hcl_name: TEXT,
			lad18: DISTRICT,
			lad18_name: TEXT,
			lad22: DISTRICT,
			lad22_name: TEXT,
			ccg19: SUB_ICB,
			ccg19_name: TEXT,
			icb22: ICB,
			icb22_name: TEXT,
			ruc11: TEXT
		});
		// The lookup shortens the eight class names to four; the classification has them whole.
		const ruc = context.csv(
			{ lsoa11: unique(LSOA), ruc11_code: TEXT, ruc11_name: TEXT },
			{ copy: 1 }
		);
		const { path } = context.source(1);
		const classes = joined(path, areas, ruc, 'lsoa11', ['ruc11_code', 'ruc11_name']);
		const codes = strings(areas, 'ruc11');
		strings(makeTable(classes), 'ruc11_code').forEach((code, row) => {
			if (code === codes[row]) return;
			const lsoa = strings(areas, 'lsoa11')[row];
			throw new SourceError(path, `${lsoa} is ${code} here and ${codes[row]} in the lookup`);
		});
		const table = makeTable({ ...areas.columns, ...classes });
		return sortRows(pick(table, [...Object.keys(areas.columns), 'ruc11_name']), 'lsoa11');
	}
};
