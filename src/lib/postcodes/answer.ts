/** What to say about a postcode once its piece is there. */
import { areaName, type RegionAreas } from '../areas/region.ts';
import { examplePostcode, findPostcode, lsoaOf, type PostcodePiece } from './piece.ts';
import type { Postcode } from './postcode.ts';

export type PostcodeAnswer =
	| {
			found: true;
			label: string;
			/** The neighbourhood, or that it isn't known. */
			note: string;
			longitude: number;
			latitude: number;
			/** LSOA of the vintage of the areas. */
			code: string | null;
	  }
	| { found: false; problem: string };

/** Answer with the piece of a postcode's first half; null says that the region has no such piece. */
export function answerPostcode(
	postcode: Postcode,
	piece: PostcodePiece | null,
	areas: RegionAreas,
	regionName: string
): PostcodeAnswer {
	const place = piece && findPostcode(piece, postcode);
	if (!piece || !place) {
		return {
			found: false,
			problem: piece
				? `${postcode.text} is not in our list of postcodes of ${regionName}, which is of ${piece.period}. It may be newer than that, or no longer in use. Check it: one on the list looks like ${examplePostcode(piece)}. Or search for the name of the place.`
				: `${postcode.text} is not a postcode of ${regionName}: none there begins with ${postcode.outward}. Check it, or search for the name of the place.`
		};
	}
	const code = lsoaOf(place, areas.vintage);
	const area = code === null ? undefined : areas.index.get(code);
	return {
		found: true,
		label: postcode.text,
		note:
			area === undefined
				? `we do not know its neighbourhood of ${areas.vintage}: ${code === null ? 'several have been merged since' : 'it is not on this map'}`
				: areaName(areas, area),
		longitude: place.longitude,
		latitude: place.latitude,
		code: area === undefined ? null : code
	};
}
