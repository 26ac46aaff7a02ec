/** In which of several regions a postcode is, and what to say where it is in none. */
import { formatList, formatQuantity } from '../text/format.ts';
import { findPostcode, type PostcodePiece, type PostcodePlace } from './piece.ts';
import type { Postcode } from './postcode.ts';

/** A region where a postcode may be. */
export interface RegionOfPostcodes {
	slug: string;
	name: string;
	/** How many neighbourhoods it has: of two regions that fit, that with fewer is the more local. */
	size: number;
}

export type AcrossRegions =
	| { found: true; region: RegionOfPostcodes; place: PostcodePlace }
	| { found: false; problem: string };

/** So many names can be read in a sentence. */
const MOST_NAMED = 5;

/** The regions, the most local first. */
export const mostLocalFirst = <Region extends RegionOfPostcodes>(regions: readonly Region[]) =>
	regions.toSorted((a, b) => a.size - b.size || (a.slug < b.slug ? -1 : 1));

/**
 * Answer with what the regions have of the postcode's first half, the most local of them first;
 * null is nothing.
 */
export function answerAcross(
	postcode: Postcode,
	regions: readonly { region: RegionOfPostcodes; piece: PostcodePiece | null }[]
): AcrossRegions {
	for (const { region, piece } of regions) {
		const place = piece && findPostcode(piece, postcode);
		if (place) return { found: true, region, place };
	}
	const near = regions.flatMap(({ region, piece }) => (piece ? [{ region, piece }] : []));
	const [nearest] = near;
	if (nearest) {
		return {
			found: false,
			problem: `${postcode.text} is not in our list of postcodes of ${nearest.region.name}, which is of ${nearest.piece.period}. It may be newer than that, no longer in use, or across the border. Check it, or choose your area below.`
		};
	}
	const names = regions.map(({ region }) => region.name);
	const covered =
		names.length > MOST_NAMED
			? `This site covers ${formatQuantity(names.length, 'area')} of England, listed below.`
			: `This site covers ${formatList(names)}.`;
	return {
		found: false,
		problem: `${postcode.text} is outside the areas of this site. ${covered}`
	};
}
