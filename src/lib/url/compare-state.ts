/** Which areas stand beside each other, as query parameters. */
import { makeCodec, type Codec } from './codec.ts';
import { codesField } from './compare-codes.ts';
import { cameraField, type Camera } from './map-state.ts';

export interface CompareState {
	/** Codes of areas and of our towns, in the order of the columns. */
	codes: string[];
	/** There is no map: nothing is said of one in the address. */
	camera: Camera | null;
}

/** What reads and writes the address of a comparison. */
export const COMPARE_CODEC: Codec<CompareState> = makeCodec<CompareState>({
	defaults: () => ({ codes: [], camera: null }),
	fields: { codes: codesField, camera: cameraField },
	parameters: [['codes', 'with']],
	stated: []
});
