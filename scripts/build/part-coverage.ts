/** What a part says of datasets that do not have its region, and that none is empty in silence. */
import { coverageOf } from '../../src/lib/server/coverage.ts';
import type { Missing } from '../../src/lib/facts/missing.ts';
import type { FactsColumn, FactsPart, Part } from '../../src/lib/facts/parts.ts';
import type { StoredBoundaries } from '../../src/lib/geometry/parts.ts';
import type { PartContext } from './part.ts';

/**
 * What is to be said of the datasets of a part that have nothing, or only some, of the region.
 * Throws where the part, or a column of it, came out empty though its datasets have the region:
 * something went wrong then.
 */
export async function missingFrom(
	{ geodata, region, selection }: PartContext,
	part: Part | StoredBoundaries
): Promise<Missing[]> {
	const datasets = [...new Set(part.datasets)].map((id) => geodata.dataset(id));
	const lsoas = selection['2021'].codes;
	const coverages = await Promise.all(
		datasets.map(async (dataset) => ({
			dataset: dataset.id,
			...(await coverageOf(geodata, dataset, { region, lsoas }))
		}))
	);
	const empty = emptyIn(part);
	const toBlame = coverages.find(({ covers }) => covers === 'none');
	if (empty !== null && coverages.every(({ covers }) => covers === 'complete')) {
		throw new Error(
			`${region.slug}: ${empty} came out empty, and the catalogue says that ${datasets.map(({ id }) => id).join(', ')} ${datasets.length === 1 ? 'has' : 'have'} the region`
		);
	}
	// A part of places follows its first dataset: names that another has here, or places across the
	// border, are no list of those inside, and no figure may rest on them.
	const lacks = (dataset: string, covers: Missing['covers'] | 'complete') =>
		part.kind === 'assets'
			? covers === 'none' && dataset === part.datasets[0]
			: empty !== null && dataset === toBlame?.dataset;
	return coverages.flatMap(({ dataset, covers, sentence }): Missing[] =>
		covers === 'complete' || sentence === null
			? []
			: [
					{
						dataset,
						covers,
						sentence,
						parts: dataset === part.datasets[0] ? [part.part] : [],
						empties: lacks(dataset, covers) ? [part.part] : []
					}
				]
	);
}

/** What is empty in a part, in words: all of it, or a column of facts; null where nothing is. */
function emptyIn(part: Part | StoredBoundaries): string | null {
	if (part.kind === 'facts') {
		const column = Object.entries(part.columns).find(([, one]) => isSilent(one));
		if (!column) return null;
		return Object.keys(part.columns).length === 1
			? `"${part.part}"`
			: `column "${column[0]}" of "${part.part}"`;
	}
	return isEmpty(part) ? `"${part.part}"` : null;
}

/** Whether a column has neither a figure nor a reason why there is none. */
const isSilent = ({ values, status = {} }: FactsColumn): boolean =>
	values.every((value) => value === null) &&
	Object.values(status).every((reason) => reason === 'missing');

/**
 * Whether there is nothing in a part. A part of places may be empty: a list of all England may have
 * none in a small region.
 */
function isEmpty(part: Exclude<Part | StoredBoundaries, FactsPart>): boolean {
	switch (part.kind) {
		case 'areas':
			return part.lsoa.codes.length === 0;
		case 'boundaries':
			return part.topology.objects.lsoa.geometries.length === 0;
		case 'outlines':
			return part.ids.length === 0;
		default:
			return false;
	}
}
