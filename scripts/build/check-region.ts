/** Whether what a region's file names is there: what only the lookups can tell. */
import { strings } from '../../src/lib/facts/table.ts';
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';
import { faultsOf } from '../../src/lib/server/regions.ts';
import { WHERE_CODES } from '../../src/lib/server/region-schema.ts';
import type { Selection } from './selection.ts';

/**
 * Throws one error with all that is wrong: a district or a place that the region has nothing of, one
 * that it lies in and that its file does not name, a document that nobody read.
 */
export async function checkRegion(
	geodata: Geodata,
	{ districts, places, documents, path }: Region,
	selection: Selection
): Promise<void> {
	const problems: string[] = [];
	for (const [field, list] of Object.entries({ districts, places })) {
		if (!list) continue;
		const there = new Set(
			[selection['2021'], selection['2011']].flatMap((one) => one.listed(list.vintage))
		);
		const named = new Set(list.items.map(({ code }) => code));
		for (const { code, name } of list.items) {
			if (there.has(code)) continue;
			problems.push(
				`${field}: ${name} (${code}) is not in the region, by ${list.vintage}: take it out, or look at its code (${WHERE_CODES})`
			);
		}
		for (const code of there) {
			if (named.has(code)) continue;
			problems.push(
				`${field}: ${code} (${list.vintage}) has neighbourhoods of the region and is not named: add it${field === 'places' ? ', or leave all places out' : ''}`
			);
		}
	}
	const known = strings(await geodata.table('published-documents'), 'document_id');
	for (const id of documents) {
		if (known.includes(id)) continue;
		problems.push(
			`documents: "${id}" is none of the documents that were read; they are ${[...known].sort().join(', ')}`
		);
	}
	if (problems.length > 0) throw new Error(faultsOf(path, problems));
}
