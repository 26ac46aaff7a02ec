/**
 * What a link to the page of gaps asks of a region that has it not. Apart from the codec of the
 * map, whose page would else load the whole analysis of gaps to read its own address.
 */
import { whyEmpty } from '../facts/missing.ts';
import { offeredProvisions, provisionsOf } from '../gaps/provisions.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import { mismatch } from '../gaps/together.ts';
import { saidOnce, type Codec, type ReadState } from './codec.ts';
import { GAPS_CODEC, type GapsState } from './gaps-state.ts';
import { heldIn, leftOut, type Region } from './region-codec.ts';

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
