/** What a part says of datasets that do not have its region, and that none is empty in silence. */
import { coverageOf } from '../../src/lib/server/coverage.ts';
import type { PartContext } from './part.ts';

/**
 * Sentences about the datasets of a part that have nothing, or only some, of the region. Throws
 * where a part came out empty though its datasets have the region: something went wrong then.
 */
export async function missingFrom(
	{ geodata, region, selection }: PartContext,
	part: object
): Promise<string[]> {
	const known = new Map(geodata.catalogue.datasets.map((dataset) => [dataset.id, dataset]));
	const named = 'datasets' in part && Array.isArray(part.datasets) ? part.datasets : [];
	const datasets = [...new Set(named.map(String))].flatMap((id) => known.get(id) ?? []);
	const lsoas = selection['2021'].codes;
	const coverages = await Promise.all(
		datasets.map((dataset) => coverageOf(geodata, dataset, { region, lsoas }))
	);
	if (isEmpty(part) && coverages.every(({ covers }) => covers === 'complete')) {
		const name = 'part' in part ? String(part.part) : 'a part';
		throw new Error(
			`${region.slug}: "${name}" came out empty, and the catalogue says that ${datasets.map(({ id }) => id).join(', ')} ${datasets.length === 1 ? 'has' : 'have'} the region`
		);
	}
	return coverages.flatMap(({ sentence }) => sentence ?? []);
}

/**
 * Whether there is nothing in a part: no figure, no outline. A part of places may be empty: a list
 * of all England may have none in a small region.
 */
function isEmpty(part: object): boolean {
	if ('columns' in part) {
		const columns = Object.values(part.columns as Record<string, { values: unknown[] }>);
		return columns.every(({ values }) => values.every((value) => value === null));
	}
	if ('topology' in part && 'ids' in part) return (part.ids as unknown[]).length === 0;
	return false;
}
