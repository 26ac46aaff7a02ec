/** Which areas stand beside each other, as query parameters. */
import { MOST } from '../compare/areas.ts';
import { makeCodec, shorten, type Codec, type Field } from './codec.ts';
import { cameraField, type Camera } from './map-state.ts';

export interface CompareState {
	/** Codes of areas and of our towns, in the order of the columns. */
	codes: string[];
	/** There is no map: nothing is said of one in the address. */
	camera: Camera | null;
}

const CODE = /^(?:[EW]\d{8}|town-\d{1,9})$/;

/** Codes that are separated by commas, each once. */
const codesField: Field<string[]> = {
	read(text) {
		const asked = [...new Set(text.split(',').filter(Boolean))];
		const codes = asked.filter((code) => CODE.test(code));
		const odd = asked.find((code) => !CODE.test(code));
		const complaint =
			odd !== undefined
				? `“${shorten(odd)}” is not the code of an area, such as E07000145`
				: codes.length > MOST
					? `no more than ${MOST} areas stand side by side`
					: null;
		return { value: codes.slice(0, MOST), ...(complaint === null ? {} : { complaint }) };
	},
	write: (codes) => codes.join(',')
};

/** What reads and writes the address of a comparison. */
export const COMPARE_CODEC: Codec<CompareState> = makeCodec<CompareState>({
	defaults: () => ({ codes: [], camera: null }),
	fields: { codes: codesField, camera: cameraField },
	parameters: [['codes', 'with']],
	stated: []
});
