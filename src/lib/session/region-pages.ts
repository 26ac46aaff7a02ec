/** The pages that every region has, in the order of its navigation. Adding one is a line here. */
export const REGION_PAGES = [
	{ route: '/[region]', title: 'Map' },
	{ route: '/[region]/gaps', title: 'Gaps' },
	{ route: '/[region]/siting', title: 'Next hubs' },
	{ route: '/[region]/assets', title: 'Assets' },
	{ route: '/[region]/compare', title: 'Compare' },
	{ route: '/[region]/who-else', title: 'Who else' },
	{ route: '/[region]/checks', title: 'Published figures' }
] as const satisfies readonly { route: `/[region]${string}`; title: string }[];
