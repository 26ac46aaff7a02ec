/** One thing that changed. */

/** What sort of difference it is. Only places and people can be progress. */
export const NEWS_KINDS = {
	places: 'Places',
	people: 'People',
	lists: 'Lists that were read',
	areas: 'Areas on the list of the most deprived',
	method: 'How we count'
} as const;
export type NewsKind = keyof typeof NEWS_KINDS;

export interface NewsEntry {
	/** The same whenever it is worked out again. */
	id: string;
	/** A day, month or year, as precise as is known. */
	date: string;
	kind: NewsKind;
	title: string;
	says: string;
	/** Dataset of the catalogue; null of an update, which may be of several. */
	dataset: string | null;
}
