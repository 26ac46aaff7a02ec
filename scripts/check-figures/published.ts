/** The figures that go into the packs, built from `geodata/` without writing anything. */
import { columnsOfPart } from '../../src/lib/checks/published.ts';
import type { PublishedColumn } from '../../src/lib/checks/method.ts';
import { partsOf } from '../build/parts/index.ts';
import { selectRegion } from '../build/selection.ts';
import { builtRegion, publishedRegions } from '../lib/built-region.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';

/**
 * All numbers, of every region, in parts that name a dataset whose levels may not be
 * published; the parts are built anew from the facts.
 */
export async function publishedColumns(geodata: Geodata): Promise<PublishedColumn[]> {
	const found: PublishedColumn[] = [];
	for (const region of geodata.regions()) {
		const selection = await selectRegion(geodata, region);
		for (const { part, build } of partsOf(geodata)) {
			const made = await build({ geodata, region, selection });
			found.push(...columnsOfPart(`${region.slug}/${part}`, made, geodata));
		}
	}
	return found;
}

/** The same of the packs that the build keeps: the very figures that are published. */
export function columnsOfPacks(geodata: Pick<Geodata, 'catalogue'>): Promise<PublishedColumn[]> {
	return Promise.resolve(
		publishedRegions().flatMap((slug) => {
			const { summary, json } = builtRegion(slug);
			return summary.files
				.filter(({ path }) => path.endsWith('.json'))
				.flatMap((file) => columnsOfPart(`${slug}/${file.part}`, json(file.path), geodata));
		})
	);
}
