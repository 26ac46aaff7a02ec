/** Tables of `geodata/` as the pure modules of `src/lib` take them. */
import { makeFacts, type Facts } from '../facts/facts.ts';
import type { Table } from '../facts/table.ts';
import type { Geodata } from './geodata.ts';

/** The tables of some datasets. */
export async function factsOf(geodata: Geodata, datasets: readonly string[]): Promise<Facts> {
	const tables: Record<string, Table> = {};
	for (const id of datasets) tables[id] = await geodata.table(id);
	return makeFacts(tables);
}
