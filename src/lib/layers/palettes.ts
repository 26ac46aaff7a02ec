/**
 * Colours that mean something on the map. They are the same in light and dark, on
 * screen and on paper, so that a legend read once stays true.
 */

/** Deciles 1 (most deprived, darkest) to 10, in one hue. */
export const DECILE_COLOURS = [
	'#1e1240',
	'#32235f',
	'#473780',
	'#5d4e9f',
	'#7466b7',
	'#8c80c9',
	'#a59bd8',
	'#beb7e5',
	'#d8d3f0',
	'#f0eefa'
] as const;

/** Core20 outlines and hatches: far from every decile colour in hue and lightness. */
export const MARKING_COLOUR = '#ffab00';

export const POINT_COLOURS = {
	communityVenue: '#00695c',
	foodBank: '#b3261e'
} as const;
