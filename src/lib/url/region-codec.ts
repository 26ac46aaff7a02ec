/**
 * What a link asks of a region that has it not: left out, and said in the sentence that the pages
 * say it in. The codecs alone know no region.
 */
import type { RegionSummary } from '../facts/manifest.ts';
import { whyNotHeld, type Held } from '../layers/available.ts';
import { layerById } from '../layers/index.ts';
import { OWN_PART } from '../register/own-part.ts';
import { saidOnce, type Codec, type ReadState } from './codec.ts';
import { MAP_CODEC, type MapState } from './map-state.ts';

export type Region = Pick<RegionSummary, 'name' | 'files' | 'missing'>;

/** What a region's pack has, and the reader's own part, which every region has. */
export const heldIn = ({ name, files, missing }: Region): Held => ({
	name,
	parts: new Set([...files.map(({ part }) => part), OWN_PART]),
	missing
});

/** What reads and writes the address of the map page of a region. */
export function mapCodecOf(region: Region): Codec<MapState> {
	const held = heldIn(region);
	return {
		...MAP_CODEC,
		read(query): ReadState<MapState> {
			const { state, notes } = MAP_CODEC.read(query);
			const why = (id: string) => whyNotHeld(layerById(id), state.edition, held);
			const absent = state.overlays.flatMap((id) => why(id) ?? []);
			return {
				// The area layer stays: that nothing is held is what the map then says.
				state: { ...state, overlays: state.overlays.filter((id) => why(id) === null) },
				notes: saidOnce([...notes, ...absent.map((sentence) => leftOut(sentence))])
			};
		}
	};
}

/** Why something of a link is not shown, given the sentence about the region. */
export const leftOut = (sentence: string): string => `Part of this link was left out. ${sentence}`;
