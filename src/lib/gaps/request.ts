/** What is asked of the analysis of gaps: everything that changes its answer. */
import { DEFAULT_MODE, type ModeId } from '../access/travel.ts';
import { DEFAULT_EDITION, type EditionId } from '../facts/editions.ts';
import type { Level } from '../areas/region.ts';
import type { BarId } from './need-bar.ts';
import type { MeasureId } from './measures.ts';

export interface Reach {
	cost: number;
	unit: 'minutes' | 'kilometres';
}

export interface GapsRequest {
	edition: EditionId;
	/** Id of a need (needs.ts). */
	need: string;
	/** Ids of provisions (provisions.ts): kinds of assets, or one published figure alone. */
	provision: readonly string[];
	measure: MeasureId;
	level: Level;
	/** From where on need counts as high. */
	bar: BarId;
	mode: ModeId;
	/** How far people go; kilometres are by road. */
	reach: Reach;
	/** Fewer than this many in reach is little. */
	k: number;
	/** Count only what an official register lists as open. */
	verifiedOnly: boolean;
}

export const MAX_K = 20;
/** Kilometres by road that a reader may ask for, least and most. */
export const KILOMETRES = [0.5, 40] as const;

/** What the page opens with. */
export const DEFAULT_REQUEST: GapsRequest = {
	edition: DEFAULT_EDITION,
	need: 'imd',
	provision: ['community-venue'],
	measure: 'count',
	level: 'msoa',
	bar: 'core20',
	mode: DEFAULT_MODE,
	reach: { cost: 15, unit: 'minutes' },
	k: 3,
	verifiedOnly: false
};

/** A reach as it is written: "15" minutes, "2km". Null where it is neither. */
export function readReach(text: string): Reach | null {
	const [, cost = '', km = ''] = /^(\d{1,3}(?:\.\d{1,2})?)(km)?$/.exec(text.trim()) ?? [];
	return cost === '' ? null : { cost: Number(cost), unit: km === '' ? 'minutes' : 'kilometres' };
}

/** {@link readReach} turned round. */
export const writeReach = ({ cost, unit }: Reach): string =>
	unit === 'kilometres' ? `${cost}km` : String(cost);
