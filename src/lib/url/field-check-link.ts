/**
 * The query of a directory that shows its field check, for pages that only link there: reading and
 * writing all of a directory's address brings the register with it. A test holds it to the codec.
 */
import type { AssetKind } from '../register/kinds.ts';

/**
 * The field check of an area (null: the whole region), the most deprived neighbourhoods first.
 * No kinds are all.
 */
export function fieldCheckQuery(place: string | null, kinds: readonly AssetKind[]): string {
	const parameters = [
		'part=check',
		...(kinds.length > 0 ? [`kinds=${kinds.join(',')}`] : []),
		...(place === null ? [] : [`place=${place}`]),
		'order=need'
	];
	return `?${parameters.join('&')}`;
}
