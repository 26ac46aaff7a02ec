/** What the views of the page of gaps are called in its links. */
import type { GapsViewId } from '$lib/url/gaps-state.ts';

export const VIEW_TITLES: Readonly<Record<GapsViewId, string>> = {
	list: 'Gaps',
	areas: 'All areas',
	districts: 'Districts',
	inequality: 'Inequality',
	maternity: 'Births and maternity',
	'link-workers': 'Link workers',
	documents: 'Local documents'
};
