/** Views prepared for people who come with a question. */
import { defaultState, writeQuery, type MapState } from './map-state.ts';

export interface PreparedView {
	question: string;
	/** What the reader will see, in a few words. */
	shows: string;
	/** How it differs from the plain view. */
	state: Partial<MapState>;
	/** Part of the page to begin at. */
	anchor: string | null;
}

export const PREPARED_VIEWS: readonly PreparedView[] = [
	{
		question: 'Where is deprivation highest?',
		shows: 'every neighbourhood by its decile in England, the most deprived fifth outlined',
		state: { layer: 'deprivation', overlays: ['core20'] },
		anchor: null
	},
	{
		question: 'Where do babies live?',
		shows: 'residents aged 0 by neighbourhood, and births by district',
		state: { layer: 'residents-aged-0', overlays: ['births-2023'] },
		anchor: null
	},
	{
		question: 'What is near me?',
		shows: 'a search by postcode, with venues, food banks, libraries and GP practices around it',
		state: {
			layer: 'deprivation',
			overlays: ['community-venues', 'food-banks', 'libraries', 'gp-practices']
		},
		anchor: 'find'
	}
];

/** The query and fragment of a prepared view. */
export function preparedAddress({ state, anchor }: PreparedView): string {
	return `${writeQuery({ ...defaultState(), ...state })}${anchor ? `#${anchor}` : ''}`;
}
