/** What lies over a map, in pixels from its right and from its foot. */
export interface Covered {
	right: number;
	bottom: number;
}

/** What a card and the legend cover of a map: what is chosen is seen whole, beside the one and over the other. */
export function coveredBeside(
	card: { width: number; height: number; isSheet: boolean },
	map: HTMLElement | undefined
): Covered {
	if (card.isSheet) return { right: 0, bottom: card.height };
	const legend = map?.querySelector('.legend');
	const bottom =
		map && legend ? map.getBoundingClientRect().bottom - legend.getBoundingClientRect().top : 0;
	return { right: card.width + 12, bottom };
}
