/** Residents beside national columns, which means and shares over people are weighted by. */
import type { Spine } from '../../src/lib/areas/spine.ts';
import { numbersAlong } from '../../src/lib/facts/along.ts';
import { EDITIONS, type EditionId } from '../../src/lib/facts/editions.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';

/** Residents of all LSOAs of an edition, along their spine. Throws where one has none. */
export async function residentsAlong(
	geodata: Geodata,
	spine: Spine,
	id: EditionId
): Promise<readonly number[]> {
	return numbersAlong(spine, await geodata.table(EDITIONS[id].residentsDataset), 'total');
}
