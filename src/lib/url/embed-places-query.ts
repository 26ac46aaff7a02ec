/** The query of an embed of places: which the page of places has, in its order. */
import { CHOSEN_FIELDS, type ChosenPlaces } from './places-chosen.ts';

/** Parameters that say which places are shown, by what they choose. */
const PARAMETERS: readonly (readonly [keyof ChosenPlaces, string])[] = [
	['kinds', 'kinds'],
	['place', 'place'],
	['statuses', 'status'],
	['ages', 'age'],
	['babies', 'baby'],
	['late', 'late'],
	['sort', 'sort'],
	['asset', 'asset']
];
/** Their names. */
export const CHOICE_OF_PLACES = PARAMETERS.map(([, parameter]) => parameter);

/** What the plain address chooses: everything, by name. */
export const allPlaces = (): ChosenPlaces => ({
	kinds: [],
	place: null,
	statuses: [],
	ages: [],
	babies: [],
	late: [],
	sort: 'name',
	asset: null
});

/** What an embed shows: null for the plain address; or in one sentence why it shows nothing. */
export function readPlacesEmbed(query: string): ChosenPlaces | { gone: string } | null {
	const given = new URLSearchParams(query);
	const asked = PARAMETERS.filter(([, parameter]) => given.has(parameter));
	if (asked.length === 0) return null;
	const chosen = allPlaces();
	for (const [key, parameter] of asked) {
		const complaint = take(chosen, key, given.get(parameter) ?? '');
		if (complaint !== undefined) return { gone: placesGone(complaint) };
	}
	return chosen;
}

function take<Key extends keyof ChosenPlaces>(
	chosen: ChosenPlaces,
	key: Key,
	text: string
): string | undefined {
	const { value, complaint } = CHOSEN_FIELDS[key].read(text);
	if (value !== undefined) chosen[key] = value;
	return complaint;
}

/** Why an embed of places shows nothing, in one sentence. */
export const placesGone = (why: string): string =>
	`What this frame showed is not there, or no longer is: ${why}.`;
