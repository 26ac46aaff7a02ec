/** Charities counted from the register's extract beside the counts that a document printed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareWithPrinted, type CountedDistrict } from '../../src/lib/checks/charities.ts';
import { formatCount } from '../../src/lib/text/format.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { readTable } from '../../src/lib/server/table-file.ts';

const COUNTED = 'tables/charities-by-district.csv';
const PRINTED = 'published-charities-by-district';

/** Lines to print: a district each, then what the difference means. */
export async function compareCharities(folder: string, facts: string): Promise<string[]> {
	const path = join(folder, COUNTED);
	if (!existsSync(path)) return ['no district has all of its postcodes in the postcode table'];
	const table = await readTable(path);
	const printed = await openGeodata(facts).table(PRINTED);
	const counted = districtsOf(table);
	return [
		'registered charities by district of their registered office:',
		...compareWithPrinted(districtsOf(printed), counted).map(
			({ name, code, printed: before, counted: now, ratio }) =>
				`  ${name} (${code}): printed ${formatCount(before)}, ` +
				(now === null
					? 'cannot be checked: not all of its postcodes are here'
					: `extract ${formatCount(now)}${ratio === null ? '' : ` (${Math.round(ratio * 100)}%)`}`)
		),
		'the printed figures are of 2021-22; charities have since been registered and removed'
	];
}

const districtsOf = (table: Parameters<typeof strings>[0]): CountedDistrict[] => {
	const [names, counts] = [
		table.columns['name']?.values ?? [],
		numbers(table, 'registered_charities')
	];
	return strings(table, 'lad24').map((code, row) => ({
		code,
		name: String(names[row] ?? code),
		count: counts[row] ?? NaN
	}));
};
