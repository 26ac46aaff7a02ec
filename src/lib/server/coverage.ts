/** Which areas a dataset has, and what that means for a region. */
import type { Dataset } from '../catalogue/catalogue.ts';
import { heldInPart, notHeld } from '../catalogue/held.ts';
import { nationalAreas } from './areas.ts';
import type { Geodata } from './geodata.ts';
import type { Region } from './regions.ts';
import { makeRecoder } from './recode.ts';
import type { Slice } from '../areas/spine.ts';
import { spineOf } from '../facts/along.ts';
import { strings } from '../facts/table.ts';

export interface Coverage {
	covers: 'complete' | 'part' | 'none';
	/** What a reader is told instead of an empty heading; null where nothing is missing. */
	sentence: string | null;
}

/**
 * The 2021 LSOAs that a dataset has; null where it has all of England, or does not say (what was
 * imported says in words alone). Throws where the catalogue names a code that no lookup knows.
 */
export async function coveredLsoas(
	geodata: Geodata,
	{ id, covers }: Pick<Dataset, 'id' | 'covers'>
): Promise<Slice | null> {
	if (covers === undefined || covers === 'england') return null;
	const { '2021': areas } = await geodata.once(nationalAreas);
	const of = strings(areas, covers.vintage);
	const recodes = await geodata.table('recodes');
	const recode = makeRecoder(recodes, new Set(of), `${covers.vintage}, which ${id} covers`);
	const codes = new Set(covers.codes.map(recode));
	return spineOf(areas, 'lsoa21').slice(
		of.flatMap((code, position) => (codes.has(code) ? [position] : []))
	);
}

/** Whether a dataset has a region, a part of it, or nothing, with the sentence that says so. */
export async function coverageOf(
	geodata: Geodata,
	dataset: Pick<Dataset, 'id' | 'title' | 'coverage' | 'covers'>,
	{ region, lsoas }: { region: Pick<Region, 'name'>; lsoas: readonly string[] }
): Promise<Coverage> {
	const covered = await coveredLsoas(geodata, dataset);
	if (covered === null) return { covers: 'complete', sentence: null };
	const here = lsoas.filter((code) => covered.has(code)).length;
	if (here === lsoas.length) return { covers: 'complete', sentence: null };
	if (here === 0) return { covers: 'none', sentence: notHeld(dataset, region.name) };
	const counts = { here, all: lsoas.length };
	return { covers: 'part', sentence: heldInPart(dataset, region.name, counts) };
}
