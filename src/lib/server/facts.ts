/** Tables of `geodata/` as the pure modules of `src/lib` take them. */
import { columnsOf, makeFacts, type FactColumns, type Facts } from '../facts/tables.ts';
import type { Geodata } from './geodata.ts';

/** The tables of some datasets. */
export async function factsOf(geodata: Geodata, datasets: readonly string[]): Promise<Facts> {
	const tables: Record<string, FactColumns> = {};
	for (const id of datasets) tables[id] = columnsOf(await geodata.table(id));
	return makeFacts(tables);
}
