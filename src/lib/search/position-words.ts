/** What is said to a reader who asked where they are. */
import { findArea, type RegionAreas } from '../areas/region.ts';
import { formatCount, formatDecimal } from '../text/format.ts';

/** Beyond this many metres, the reader hears how rough a position is. */
const ROUGH = 500;

/** That a position is in a neighbourhood, by its code; `accuracy` is in metres. */
export function sayWhere(areas: RegionAreas, code: string, accuracy: number): string {
	const name = findArea(areas, code)?.name ?? code;
	const doubt =
		accuracy > ROUGH
			? ` Your device knows this only to within ${distance(accuracy)}: it may be a neighbourhood nearby.`
			: '';
	return `You are in ${name}.${doubt}`;
}

/** That a position is outside the region. */
export const sayOutside = (regionName: string): string =>
	`Your device says that you are outside ${regionName}, which is all this map shows. Type a postcode or the name of a place there.`;

const distance = (metres: number) =>
	metres < 1000
		? `${formatCount(Math.round(metres / 100) * 100)} metres`
		: `${formatDecimal(metres / 1000)} km`;
