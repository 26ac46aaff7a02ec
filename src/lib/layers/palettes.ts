import { ramp } from './ramp.ts';

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

/** From towards the most deprived to towards the least, in two hues; areas drawn anew are neither. */
export const CHANGE_COLOURS = {
	worse: ['#762a83', '#b68fc6'],
	same: '#f2f2f2',
	better: ['#7cc08a', '#1b7837'],
	redrawn: '#a8a8a8'
} as const;

/** Core20 outlines and hatches: far from every decile colour in hue and lightness. */
export const MARKING_COLOUR = '#ffab00';

export const POINT_COLOURS = {
	yours: '#5b1a8b',
	communityVenue: '#00695c',
	foodBank: '#b3261e',
	linkWorkers: '#8a0f5c',
	gpPractice: '#0b4f9e',
	maternity: '#a3245f',
	library: '#6b4300',
	pharmacy: '#1b6620',
	dentist: '#006078',
	school: '#5a5500',
	hospital: '#1f3a8a',
	office: '#4a4a4a'
} as const;

/** A line that can be told from others by colour, width and dashes, on land and over any fill. */
export interface LineStyle {
	colour: string;
	/** Pixels when the whole region is in sight; it grows with the zoom. */
	width: number;
	/** Dashes and gaps in widths of the line; null is unbroken. */
	dashes: readonly number[] | null;
}

/** Lines of boundary layers: different in hue, width and dashes. */
export const BORDER_LINES = {
	district: { colour: '#0b1f33', width: 2, dashes: null },
	place: { colour: '#8a0f5c', width: 2.4, dashes: [2.5, 1.2] },
	community: { colour: '#1f5a2b', width: 1, dashes: null },
	network: { colour: '#0b4f9e', width: 1.4, dashes: [2.4, 1.8] },
	ward: { colour: '#7a3b00', width: 1.1, dashes: [2, 1.6] }
} as const satisfies Record<string, LineStyle>;

/**
 * Rural-urban classes by code: urban in greys, rural in yellow to green; the further
 * from a major town, or the sparser, the darker of two.
 */
export const RURAL_URBAN_COLOURS: Readonly<Record<string, string>> = {
	UN1: '#8d8799',
	UF1: '#4a4458',
	RLN1: '#f3dc9b',
	RLF1: '#cf9a2e',
	RSN1: '#74b586',
	RSF1: '#22653a',
	A1: '#eceaf2',
	B1: '#bab5c6',
	C1: '#8d8799',
	C2: '#4a4458',
	D1: '#f3dc9b',
	D2: '#cf9a2e',
	E1: '#74b586',
	E2: '#22653a'
};

/** At the sea, or not. */
export const COAST_COLOURS = { coastal: '#0d5c91', inland: '#e6dfcf' } as const;

/** Circles in proportion to an amount: of no hue that a fill has. */
export const CIRCLE_COLOUR = '#c2185b';

/**
 * Need against provision, by {@link cellIndex} of gaps/classes.ts: rows from good provision
 * to little, in each from low need to high. Little provision turns brown, high need blue; the
 * last, where both meet, is the gap and stands apart from all others.
 */
export const NEED_PROVISION_COLOURS = [
	'#eef0ee',
	'#b8cbe0',
	'#5b8dc0',
	'#ead9c0',
	'#b59fa8',
	'#5f5f93',
	'#d9ae72',
	'#a8694f',
	'#5e1a2e'
] as const;

/**
 * Where an area stands in the answer of gaps; what is unknown has the pattern of no data. What is no
 * gap is most of a map: quiet on light ground, and not glaring on dark.
 */
export const GAP_COLOURS = { gap: '#3f2499', 'could-be': '#9a83e0', not: '#c4c1b7' } as const;

/** Areas that the reader has not asked to see, behind those that stand out. */
export const MUTED_COLOUR = '#f6f5f1';

/** Amounts from little to much, in one hue, by number of classes. */
export const sequentialColours = (classes: number): string[] =>
	ramp(['#e6f2ef', '#b3d8d2', '#6fb3ac', '#2f857f', '#0b5a57', '#053433'], classes);

/** Values around a meaningful middle: below it orange, above it blue. */
export const divergingColours = (below: number, above: number): string[] => [
	...ramp(['#7f2704', '#d0762c', '#f2cfa5'], below),
	...ramp(['#bfd3e6', '#5f93c3', '#0d3c73'], above)
];
