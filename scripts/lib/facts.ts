/** Tables of `geodata/` as the pure modules of `src/lib` take them. */
import { makeFacts, type FactColumns, type Facts } from '../../src/lib/checks/facts.ts';
import type { Geodata } from './geodata.ts';
import type { Table } from './table.ts';

/** The columns of a table. */
export function columnsOf(table: Table): FactColumns {
	return Object.fromEntries(
		Object.entries(table.columns).map(([name, { values }]) => [name, values])
	);
}

/** The tables of some datasets. */
export async function factsOf(geodata: Geodata, datasets: readonly string[]): Promise<Facts> {
	const tables: Record<string, FactColumns> = {};
	for (const id of datasets) tables[id] = columnsOf(await geodata.table(id));
	return makeFacts(tables);
}
