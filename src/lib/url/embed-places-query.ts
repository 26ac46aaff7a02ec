/** The query of an embed of places: which the page of places has, in its order. */
import { frameGone } from './frame-gone.ts';
import { allPlaces, CHOSEN_FIELDS, CHOSEN_PARAMETERS, type ChosenPlaces } from './places-chosen.ts';

const PARAMETERS = Object.entries(CHOSEN_PARAMETERS) as [keyof ChosenPlaces, string][];
/** Names of the parameters that say which places are shown. */
export const CHOICE_OF_PLACES = Object.values(CHOSEN_PARAMETERS);

/** What an embed shows: null for the plain address; or in one sentence why it shows nothing. */
export function readPlacesEmbed(query: string): ChosenPlaces | { gone: string } | null {
	const given = new URLSearchParams(query);
	const asked = PARAMETERS.filter(([, parameter]) => given.has(parameter));
	if (asked.length === 0) return null;
	const chosen = allPlaces();
	for (const [key, parameter] of asked) {
		const complaint = take(chosen, key, given.get(parameter) ?? '');
		if (complaint !== undefined) return { gone: frameGone(complaint) };
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
