/**
 * What kinds of hub can be asked for, and which buildings suit each, and why. A building that suits
 * is one to visit; whether it has what a hub needs, nobody has looked.
 */
import type { BuildingId } from './buildings.ts';

export interface Suit {
	list: BuildingId;
	/** Why buildings of the list suit, in a sentence about their kind: nobody has looked at any of them. */
	why: string;
}

export interface HubKind {
	/** "Maternity and family hubs". */
	title: string;
	/** The same within a sentence, of several and of one. */
	words: string;
	word: string;
	/** Buildings that could host one, the best suited first. */
	suits: readonly Suit[];
	/** Lists of those there are; empty where nobody lists them. */
	known: readonly BuildingId[];
	/** What is counted as a hub of today unless the reader says otherwise. */
	standing: readonly BuildingId[];
	/** Said of today where nobody lists them. */
	unlisted: string;
}

/** Adding one is an entry here. The ids stand in addresses. */
export const HUB_KINDS = {
	family: {
		title: 'Maternity and family hubs',
		words: 'maternity and family hubs',
		word: 'maternity and family hub',
		suits: [
			{
				list: 'family-hubs',
				why: 'Listed as a place for families with small children, who may know it already.'
			},
			{
				list: 'maternity-hubs',
				why: 'A list names it as a place of maternity care, so a midwife may be there already.'
			},
			{ list: 'gp', why: 'A GP practice may have a room for private conversations.' },
			{ list: 'libraries', why: 'A library is open to all, and families may go there already.' },
			{ list: 'community-centres', why: 'A community centre may have rooms to book.' },
			{
				list: 'open-schools',
				why: 'A school may be near to families, though its rooms may be free only at some hours.'
			}
		],
		known: ['maternity-hubs'],
		standing: ['confirmed-hubs'],
		unlisted: ''
	},
	online: {
		title: 'Places to get online with help',
		words: 'places to get online with help',
		word: 'place to get online with help',
		suits: [
			{ list: 'libraries', why: 'A library is open to all, and may have computers.' },
			{ list: 'community-centres', why: 'A community centre may have rooms to book.' },
			{ list: 'village-halls', why: 'It may be the one public building of its village.' },
			{
				list: 'family-hubs',
				why: 'Listed as a place for families with small children, who may know it already.'
			}
		],
		known: [],
		standing: [],
		unlisted: 'We hold no list of places that help people to get online.'
	}
} as const satisfies Record<string, HubKind>;
export type HubKindId = keyof typeof HUB_KINDS;
export const HUB_KIND_IDS = Object.keys(HUB_KINDS) as HubKindId[];

/** The lists that suit a kind of hub, the best suited first. */
export const listsFor = (kind: HubKindId): BuildingId[] =>
	HUB_KINDS[kind].suits.map(({ list }) => list);
