/** What the card of an area reads. Fetched apart from the page, which needs none of it at first. */
import { EDITIONS, type EditionId } from '../facts/editions.ts';
import type { PartName } from '../facts/parts.ts';
import { partsOfCard } from './area-card.ts';
import { NEAR_PARTS } from './near-you.ts';

/** Every part that the card of any area reads, in whichever edition. */
export const CARD_PARTS: ReadonlySet<PartName> = new Set([
	...(Object.keys(EDITIONS) as EditionId[]).flatMap(partsOfCard),
	...NEAR_PARTS,
	// Telephone numbers.
	'register'
]);
