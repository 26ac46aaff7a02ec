/** Residents beside a national table, which means and shares over people are weighted by. */
import { EDITIONS, type EditionId } from '../../src/lib/facts/editions.ts';
import { indexBy, numbers } from '../../src/lib/facts/table.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';

/** Residents of some LSOAs of an edition, in order. Throws where one has none. */
export async function residentsBy(
	geodata: Geodata,
	id: EditionId,
	codes: readonly string[]
): Promise<number[]> {
	const { vintage, residentsDataset } = EDITIONS[id];
	const table = await geodata.table(residentsDataset);
	const index = indexBy(table, `lsoa${vintage.slice(2)}`);
	const totals = numbers(table, 'total');
	return codes.map((code) => {
		const count = totals[index.get(code) ?? -1];
		if (count === undefined) throw new Error(`no residents for ${code}`);
		return count;
	});
}
