/** A region's postcodes, cut into pieces by their first half. */
import { POSTCODES_INDEX, makePiece } from '../../src/lib/postcodes/piece.ts';
import type { PostcodePiece, PostcodeRow, PostcodesIndex } from '../../src/lib/postcodes/piece.ts';
import { numbers, strings, type Table } from '../../src/lib/facts/table.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { PartContext } from './part.ts';

const DATASETS = { postcodes: 'postcodes', changes: 'lsoa11-lsoa21' } as const;

/** Rows of England's postcodes by the neighbourhood they lie in, in the order of postcodes. */
async function rowsByLsoa(geodata: Geodata): Promise<ReadonlyMap<string, readonly number[]>> {
	const rows = new Map<string, number[]>();
	strings(await geodata.table(DATASETS.postcodes), 'lsoa21').forEach((code, row) => {
		const found = rows.get(code);
		if (found) found.push(row);
		else rows.set(code, [row]);
	});
	return rows;
}

/** The pieces, in the order of their first halves. */
export async function postcodePieces({
	geodata,
	selection
}: PartContext): Promise<PostcodePiece[]> {
	const table = await geodata.table(DATASETS.postcodes);
	const postcodes = strings(table, 'postcode');
	const [longitude, latitude] = [numbers(table, 'longitude'), numbers(table, 'latitude')];
	const byLsoa = await geodata.once(rowsByLsoa);
	const here = selection['2021'].codes
		.flatMap((code) => (byLsoa.get(code) ?? []).map((row) => ({ row, code })))
		.sort((a, b) => a.row - b.row);
	const rows = new Map<string, PostcodeRow[]>();
	for (const { row, code } of here) {
		const [outward = '', inward = ''] = (postcodes[row] ?? '').split(' ');
		const found = rows.get(outward) ?? [];
		rows.set(outward, found);
		found.push({
			inward,
			lsoa21: code,
			longitude: longitude[row] ?? NaN,
			latitude: latitude[row] ?? NaN
		});
	}
	// "October 2025 (2025.4)": readers need no release number.
	const period = geodata.dataset(DATASETS.postcodes).period.replace(/ \(.*/, '');
	const before = onlyPredecessor(await geodata.table(DATASETS.changes));
	return [...rows]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([outward, of]) => makePiece(outward, period, of, before));
}

/** The list of pieces with the paths they were written to. */
export function postcodesIndex(pieces: { outward: string; path: string }[]): PostcodesIndex {
	return {
		part: POSTCODES_INDEX,
		datasets: Object.values(DATASETS),
		pieces: Object.fromEntries(pieces.map(({ outward, path }) => [outward, path]))
	};
}

/** The LSOA of 2011 that one of 2021 was, or was part of; null where it was several. */
function onlyPredecessor(changes: Table): (lsoa21: string) => string | null {
	const lsoa11 = strings(changes, 'lsoa11');
	const before = new Map<string, string | null>();
	strings(changes, 'lsoa21').forEach((now, row) => {
		before.set(now, before.has(now) ? null : (lsoa11[row] ?? null));
	});
	return (lsoa21) => {
		const found = before.get(lsoa21);
		if (found === undefined) throw new Error(`no LSOA of 2011 is known for ${lsoa21}`);
		return found;
	};
}
