import { BRING_OWN_LIST, COMPARE_AREAS, PAGE_NAMES } from '../text/names.ts';

/** The pages that every region has, in the order of its navigation. Adding one is a line here. */
export const REGION_PAGES = [
	{ route: '/[region]', title: PAGE_NAMES.map, place: 'bar' },
	{ route: '/[region]/gaps', title: PAGE_NAMES.gaps, place: 'bar' },
	{ route: '/[region]/siting', title: PAGE_NAMES.siting, place: 'bar' },
	{ route: '/[region]/assets', title: PAGE_NAMES.assets, place: 'bar' },
	{ route: '/[region]/compare', title: COMPARE_AREAS, place: 'more' },
	{ route: '/[region]/table', title: 'Table', place: 'more' },
	{ route: '/[region]/who-else', title: 'Who else', place: 'more' },
	{ route: '/[region]/changes', title: 'Changes', place: 'more' },
	{ route: '/[region]/news', title: 'What’s new', place: 'more' },
	{ route: '/[region]/documents', title: 'Documents', place: 'more' },
	{ route: '/[region]/checks', title: 'Checks', place: 'more' },
	{ route: '/[region]/assets/import', title: BRING_OWN_LIST, place: 'more' }
] as const satisfies readonly {
	route: `/[region]${string}`;
	title: string;
	/** In the bar itself, or under “More”. */
	place: 'bar' | 'more';
}[];
