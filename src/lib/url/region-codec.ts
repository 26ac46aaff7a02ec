/**
 * What a link asks of a region that has it not: left out, and said in the sentence that the pages
 * say it in. The codecs alone know no region.
 */
import type { RegionSummary } from '../facts/manifest.ts';
import { whyEmpty } from '../facts/missing.ts';
import { whyNotHeld, type Held } from '../layers/available.ts';
import { layerById } from '../layers/index.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import { offeredProvisions, provisionsOf } from '../gaps/provisions.ts';
import { mismatch } from '../gaps/together.ts';
import { OWN_PART } from '../register/own-part.ts';
import { saidOnce, type Codec, type ReadState } from './codec.ts';
import { GAPS_CODEC, type GapsState } from './gaps-state.ts';
import { MAP_CODEC, type MapState } from './map-state.ts';

type Region = Pick<RegionSummary, 'name' | 'files' | 'missing'>;

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

/** What reads and writes the address of the page of gaps of a region. */
export function gapsCodecOf(region: Region): Codec<GapsState> {
	const held = heldIn(region);
	const offered = offeredProvisions(held);
	return {
		...GAPS_CODEC,
		read(query): ReadState<GapsState> {
			const { state, notes } = GAPS_CODEC.read(query);
			const kept = state.provision.filter((id) => offered.has(id));
			if (kept.length === state.provision.length) return { state, notes };
			const absent = provisionsOf(state.provision.filter((id) => !offered.has(id)));
			const why = absent.map(
				({ many, parts }) =>
					parts.flatMap((part) => whyEmpty(held.missing, part) ?? [])[0] ??
					`There are no data on ${many} for ${held.name}.`
			);
			const { provision, measure, level, bar } = DEFAULT_REQUEST;
			const asked = { ...state, provision: kept };
			const answered =
				kept.length > 0 && !mismatch(asked) ? asked : { ...state, provision, measure, level, bar };
			return { state: answered, notes: saidOnce([...notes, ...why.map(leftOut)]) };
		}
	};
}

const leftOut = (sentence: string): string => `Part of this link was left out. ${sentence}`;
