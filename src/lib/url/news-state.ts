/** Since when news are shown, as a query parameter. */
import { makeCodec, shorten, type Codec, type Field } from './codec.ts';
import { cameraField, type Camera } from './map-state.ts';

export interface NewsState {
	/** A day in ISO; null shows everything. */
	since: string | null;
	/** There is no map: nothing is said of one in the address. */
	camera: Camera | null;
}

/** Whether a text is a day that there is. */
const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) &&
	!Number.isNaN(Date.parse(text)) &&
	new Date(text).toISOString().startsWith(text);

const sinceField: Field<string | null> = {
	read: (text) =>
		isDay(text)
			? { value: text }
			: { complaint: `“${shorten(text)}” is not a date, such as 2026-06-30` },
	write: (since) => since ?? ''
};

/** What reads and writes the address of the page of news. */
export const NEWS_CODEC: Codec<NewsState> = makeCodec<NewsState>({
	defaults: () => ({ since: null, camera: null }),
	fields: { since: sinceField, camera: cameraField },
	parameters: [['since', 'since']],
	stated: []
});
