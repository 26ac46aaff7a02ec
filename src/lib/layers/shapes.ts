/**
 * The shapes of points: each kind of point has one of its own, so that kinds are told
 * apart without colour. One definition for the map and the legend.
 */

import { POINT_COLOURS } from './palettes.ts';

/** Paths (SVG) around the origin, in units of a point's radius. */
export const POINT_SHAPES = {
	circle: 'M1 0A1 1 0 1 1-1 0 1 1 0 1 1 1 0z',
	diamond: 'M0-1.25 1.25 0 0 1.25-1.25 0z',
	square: 'M-.92-.92H.92V.92H-.92z',
	triangle: 'M0-1.2 1.25.95H-1.25z',
	'triangle-down': 'M0 1.2-1.25-.95H1.25z',
	cross: 'M-.45-1.2H.45V-.45H1.2V.45H.45V1.2H-.45V.45H-1.2V-.45H-.45z',
	house: 'M0-1.3 1.1-.3V1.05H-1.1V-.3z',
	star: 'M0-1.4 .43-.6 1.33-.43 .7.23 .82 1.13 0 .74-.82 1.13-.7.23-1.33-.43-.43-.6z',
	bar: 'M-1.35-.62H1.35V.62H-1.35z',
	drop: 'M0-1.45C.35-.75 1 -.35 1 .35A1 1 0 0 1-1 .35C-1-.35-.35-.75 0-1.45z',
	pin: 'M0 1.4-1.1-.3A1.25 1.25 0 0 1 0-1.4 1.25 1.25 0 0 1 1.1-.3z',
	half: 'M-1.25.6A1.25 1.25 0 0 1 1.25.6z',
	hexagon: 'M1.2 0 .6 1.05H-.6L-1.2 0-.6-1.05H.6z',
	pentagon: 'M0-1.25 1.2-.35 .75 1.05H-.75L-1.2-.35z',
	heart: 'M0 1.3-1.15 .1C-1.45-.6-.65-1.3 0-.7 .65-1.3 1.45-.6 1.15 .1z',
	bowtie: 'M-1.2-1 0-.25 1.2-1V1L0 .25-1.2 1z'
} as const;

export type PointShape = keyof typeof POINT_SHAPES;

export interface PointSymbol {
	shape: PointShape;
	colour: string;
}

/** How each kind of point is drawn. */
export const POINT_SYMBOLS = {
	yours: { shape: 'pin', colour: POINT_COLOURS.yours },
	communityVenue: { shape: 'circle', colour: POINT_COLOURS.communityVenue },
	foodBank: { shape: 'diamond', colour: POINT_COLOURS.foodBank },
	linkWorkers: { shape: 'star', colour: POINT_COLOURS.linkWorkers },
	gpPractice: { shape: 'house', colour: POINT_COLOURS.gpPractice },
	maternityUnit: { shape: 'drop', colour: POINT_COLOURS.maternity },
	maternityHub: { shape: 'half', colour: POINT_COLOURS.maternity },
	familyHub: { shape: 'heart', colour: POINT_COLOURS.maternity },
	library: { shape: 'square', colour: POINT_COLOURS.library },
	pharmacy: { shape: 'cross', colour: POINT_COLOURS.pharmacy },
	dentist: { shape: 'triangle-down', colour: POINT_COLOURS.dentist },
	school: { shape: 'triangle', colour: POINT_COLOURS.school },
	hospital: { shape: 'bar', colour: POINT_COLOURS.hospital },
	charityOffice: { shape: 'hexagon', colour: POINT_COLOURS.office },
	cicOffice: { shape: 'pentagon', colour: POINT_COLOURS.office },
	societyOffice: { shape: 'bowtie', colour: POINT_COLOURS.office }
} as const satisfies Record<string, PointSymbol>;
