/**
 * The picture of a document, as data: a map that can be drawn in any size, and what its colours and
 * signs mean. It holds shapes on a plane, whatever writes them: SVG, pixels, the shapes of a slide.
 */

/** Points of a line, in units of the picture from its top left. */
export type Line = readonly (readonly [x: number, y: number])[];

export interface Size {
	width: number;
	height: number;
}

/** How closely lines are drawn: steps of a unit, and the smallest triangle kept at a corner. */
export interface Detail {
	steps: number;
	/** In square units. */
	triangle: number;
}

export interface Picture {
	/** Draws the map in a frame of this size, as closely as is asked. */
	draw: (size: Size, detail: Detail) => DrawnMap;
	keys: readonly Key[];
	/** What is to be seen, in words, for those who do not see it. */
	alt: string;
	/** What a text calls it in a heading; a map where it doesn't say. */
	heading?: string;
}

export interface DrawnMap extends Size {
	/** What lies under all marks. */
	sea: string;
	/** From the bottom up. */
	marks: readonly Mark[];
	/**
	 * The line of the scale: how long it is in units, and for how much it stands. Null where nothing
	 * of the ground is drawn, which has no north either.
	 */
	scale: { length: number; words: string } | null;
	/** Whose the ground is. */
	attribution: string;
}

/** How an area is filled: with a colour, with the pattern of no data, or with hatching. */
export type Fill = { colour: string } | 'no-data' | 'hatch';

export interface Stroke {
	colour: string;
	/** In units of the picture. */
	width: number;
	/** Dashes and gaps in widths of the line; null or absent is unbroken. */
	dashes?: readonly number[] | null;
	opacity?: number;
}

/** Something drawn. Each has a name, by which somebody who edits the file finds it. */
export type Mark =
	/** Rings of one area or more; a ring in another is a hole. */
	| { kind: 'area'; name: string; rings: readonly Line[]; fill: Fill; stroke: Stroke | null }
	| { kind: 'lines'; name: string; lines: readonly Line[]; stroke: Stroke }
	| {
			kind: 'points';
			name: string;
			/** The sign as a path (SVG) around the origin, in units of its radius. */
			path: string;
			colour: string;
			hollow: boolean;
			radius: number;
			at: Line;
	  }
	| { kind: 'circle'; name: string; x: number; y: number; radius: number; colour: string }
	/** A hub of a plan with its number. */
	| { kind: 'hub'; name: string; x: number; y: number; number: number; standing: boolean }
	| {
			kind: 'label';
			text: string;
			x: number;
			y: number;
			size: number;
			colour: string;
			/** Which end of it stands at `x`; the middle where it doesn't say. */
			anchor?: 'start' | 'end';
			/** In ordinary letters, without a light edge: for what stands on a plain ground. */
			plain?: true;
	  };

/** A sign of a legend. */
export type KeySymbol =
	| { kind: 'fill'; colour: string }
	| { kind: 'no-data' }
	| { kind: 'marking'; hatched: boolean; colour: string }
	| { kind: 'line'; colour: string; width: number; dashes: readonly number[] | null }
	| { kind: 'point'; path: string; colour: string; hollow: boolean }
	| { kind: 'circle'; colour: string; radius: number }
	| { kind: 'hub'; standing: boolean; number: number }
	| { kind: 'building' }
	| { kind: 'journey' }
	/** The outline of what is chosen. */
	| { kind: 'selected' };

export interface KeyRow {
	symbol: KeySymbol;
	label: string;
	/** How many there are, in words; null where nothing is counted. */
	count: string | null;
}

/** A table of colours: need across, provision down. */
export interface KeyGrid {
	columns: readonly string[];
	rows: readonly {
		label: string;
		about: string;
		cells: readonly { colour: string; count: string; isOutlined: boolean }[];
	}[];
}

/** Colours in an order; null is the pattern of no data. */
export interface KeyStrip {
	steps: readonly { short: string; colours: readonly (string | null)[]; count: string }[];
	ends: readonly [string, string] | null;
}

/** One legend: a strip of colours in an order, rows, or a table of colours. */
export interface Key {
	title: string;
	strip: KeyStrip | null;
	rows: readonly KeyRow[];
	grid: KeyGrid | null;
	note: string | null;
}
