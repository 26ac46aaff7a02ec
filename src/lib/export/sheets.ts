/** The sheets that a picture comes on. */
import type { Size } from '../document/picture.ts';

export interface Sheet extends Size {
	/** What it is for, in words. */
	words: string;
	/** How many pixels it is across as an image. */
	pixels: number;
	/** Pixels to an inch, where it is made for paper. */
	dpi: number | null;
	/** How large letters are. */
	unit: number;
	/** Whether what explains the map stands below it. */
	below: boolean;
	/** Map and legend alone, for where all else is said around it. */
	bare?: true;
}

export const SHEETS = {
	wide: {
		words: 'wide, 16:9',
		width: 1280,
		height: 720,
		pixels: 1920,
		dpi: null,
		unit: 1,
		below: false
	},
	square: {
		words: 'square, 1:1',
		width: 1080,
		height: 1080,
		pixels: 1620,
		dpi: null,
		unit: 1.1,
		below: true
	},
	// 297 by 210 mm at 300 pixels to an inch.
	a4: {
		words: 'A4, for print',
		width: 1122.56,
		height: 793.6,
		pixels: 3508,
		dpi: 300,
		unit: 0.95,
		below: false
	},
	// 17 cm across in a text: its letters are 8 points high there.
	figure: {
		words: 'a figure in a text',
		width: 760,
		height: 430,
		pixels: 1920,
		dpi: null,
		unit: 1,
		below: false,
		bare: true
	},
	// As wide as what a slide says; as tall as there is room on it.
	slide: {
		words: 'a map on a slide',
		width: 900,
		height: 420,
		pixels: 1920,
		dpi: null,
		unit: 1,
		below: false,
		bare: true
	}
} as const satisfies Record<string, Sheet>;

export type SheetId = keyof typeof SHEETS;
