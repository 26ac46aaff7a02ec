/** What a map is made of once it is drawn: shapes on the plane of a picture, whatever writes them. */
import type { PointShape } from '../layers/shapes.ts';
import type { Line, Size } from './plane.ts';

/** How an area is filled: with a colour, with the pattern of no data, or with the hatching. */
export type Fill = { colour: string } | 'no-data' | 'hatch';

export interface Stroke {
	colour: string;
	/** In units of the picture. */
	width: number;
	/** Dashes and gaps in widths of the line; null is unbroken. */
	dashes?: readonly number[] | null;
	opacity?: number;
}

/** From the bottom up. Each has a name, by which somebody who edits the file finds it. */
export type Mark =
	/** Rings of one area or more; a ring in another is a hole. */
	| { kind: 'area'; name: string; rings: readonly Line[]; fill: Fill; stroke: Stroke | null }
	| { kind: 'lines'; name: string; lines: readonly Line[]; stroke: Stroke }
	| {
			kind: 'points';
			name: string;
			shape: PointShape;
			colour: string;
			hollow: boolean;
			radius: number;
			at: Line;
	  }
	| { kind: 'circle'; name: string; x: number; y: number; radius: number; colour: string }
	/** A hub of a plan with its number. */
	| { kind: 'hub'; name: string; x: number; y: number; number: number; standing: boolean }
	| { kind: 'label'; text: string; x: number; y: number; size: number; colour: string };

export interface DrawnMap extends Size {
	/** What lies under all marks. */
	sea: string;
	marks: readonly Mark[];
	/** The line of the scale: how long it is in units, and for how much it stands. */
	scale: { length: number; words: string };
	/** Whose the ground is. */
	attribution: string;
}
