/**
 * The query of an embed: what the map page's has, read without knowing any layer, as an embed is small
 * until its map is asked for. What is not here any more is never replaced by something else: whoever
 * put the embed on a page wrote about what they chose.
 */
import { DEFAULT_EDITION, EDITION_IDS, EDITIONS, type EditionId } from '../facts/editions.ts';
import { areaCode, shorten } from './codec.ts';

/** What a region's embeds can show. */
export interface EmbedKnows {
	name: string;
	/** Ids of the area layers that there are, by edition. */
	layers: Readonly<Record<EditionId, readonly string[]>>;
	/** What the plain address shows. */
	plain: { layer: string; over: readonly string[] };
	/** Titles of what may lie over the areas, by id. */
	overlays: Readonly<Record<string, string>>;
}

/** What an embed shows. */
export interface EmbedAsked {
	layer: string;
	edition: EditionId;
	/** Ids of what lies over the areas. */
	over: readonly string[];
	area: string | null;
	/** Whether the reader's own classes are asked for, which the still picture has not. */
	ownClasses: boolean;
}

/** What an embed with this query shows, or in one sentence why it shows nothing. */
export function readEmbed(query: string, knows: EmbedKnows): EmbedAsked | { gone: string } {
	const given = new URLSearchParams(query);
	const { name, layers, plain, overlays } = knows;
	const year = given.get('edition');
	const edition = year === null ? DEFAULT_EDITION : EDITION_IDS.find((id) => id === year);
	if (!edition)
		return { gone: `There is no edition “${shorten(year ?? '')}” on the map of ${name}.` };
	const layer = given.get('layer') ?? plain.layer;
	if (!layers[edition].includes(layer)) {
		return {
			gone: `What this frame showed is not on the map of ${name}, or no longer is: there is no layer “${shorten(layer)}” with the ${EDITIONS[edition].title}.`
		};
	}
	const code = given.get('area');
	const area = code === null ? { value: null } : areaCode.read(code);
	if (area.value === undefined) {
		return {
			gone: `What this frame showed is not on the map of ${name}: ${area.complaint ?? ''}.`
		};
	}
	const asked = given.get('with');
	const over = asked === null ? plain.over : asked.split(',').filter((id) => id in overlays);
	return { layer, edition, over, area: area.value, ownClasses: given.has('breaks') };
}

/** Why an embed shows nothing whose area is not there, in one sentence. */
export const areaGone = (
	code: string,
	{ name }: Pick<EmbedKnows, 'name'>,
	edition: EditionId
): string =>
	`What this frame showed is not on the map of ${name}, or no longer is: there is no area ${code} among those of the ${EDITIONS[edition].title}.`;
