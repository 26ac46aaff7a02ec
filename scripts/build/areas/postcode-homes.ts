/** Which neighbourhood's page each postcode of the site leads to, by its first half. */
import type { PostcodeHome } from '../../../src/lib/area-page/lists.ts';
import { hasPart, type RegionSummary } from '../../../src/lib/facts/manifest.ts';
import {
	filesOf,
	findPostcode,
	POSTCODES_INDEX,
	type PostcodePiece,
	type PostcodesIndex
} from '../../../src/lib/postcodes/piece.ts';
import { readPackFile, readStatic } from '../../../src/lib/server/packs.ts';

export interface OutwardHomes {
	homes: PostcodeHome[];
	/** When these postcodes were in use: "October 2025". */
	period: string;
}

/** Every postcode of some regions, the most local first, by first half in the order of the alphabet. */
export function postcodeHomes(regions: readonly RegionSummary[]): Map<string, OutwardHomes> {
	const byOutward = new Map<string, { homes: Map<string, PostcodeHome>; period: string }>();
	for (const region of regions) {
		if (!hasPart(region, POSTCODES_INDEX)) continue;
		const index = readPackFile(region, POSTCODES_INDEX) as PostcodesIndex;
		for (const path of filesOf(index)) {
			for (const piece of readStatic(path) as PostcodePiece[]) take(byOutward, piece, region.slug);
		}
	}
	return new Map(
		[...byOutward]
			.sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }))
			.map(([outward, { homes, period }]) => [
				outward,
				{
					homes: [...homes.values()].sort((a, b) => (a.inward < b.inward ? -1 : 1)),
					period
				}
			])
	);
}

const LENGTH = 3;

function take(
	byOutward: Map<string, { homes: Map<string, PostcodeHome>; period: string }>,
	piece: PostcodePiece,
	slug: string
): void {
	const { outward, inward: all, period } = piece;
	const known = byOutward.get(outward) ?? { homes: new Map<string, PostcodeHome>(), period };
	byOutward.set(outward, known);
	for (let at = 0; at < all.length; at += LENGTH) {
		const inward = all.slice(at, at + LENGTH);
		if (known.homes.has(inward)) continue;
		const text = `${outward} ${inward}`;
		const place = findPostcode(piece, { text, outward, inward });
		if (place) known.homes.set(inward, { inward, slug, lsoa21: place.lsoa21 });
	}
}
