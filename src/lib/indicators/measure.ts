/**
 * A measure: what is known of every unit of a map, and how to read it. Pure data; whatever shows
 * one (colours, classes, legend, table, details, label, download) is derived from it in one
 * place, layers/measured.ts.
 */
import type { Value } from '../facts/value.ts';
import type { MethodChoice } from './classes.ts';

export interface Measure {
	/** Id of the table's column and of the measure in a download. */
	id: string;
	/** In full: "Births per 1,000 females aged 15 to 44, year to mid-2019". */
	title: string;
	/** Where there is little room: the heading of the table's column. */
	label: string;
	/** What a value is of, in words, with direction: "births per 1,000 females aged 15 to 44". */
	unit: string;
	/**
	 * One by unit of the map, in its order: a number in `unit` (of deciles 1 to 10, of categories a
	 * position from 0) with its 95% interval, an estimate, or why there is none.
	 */
	values: readonly Value[];
	scale: Scale;
	/** Which values come first in the table: the highest, if it doesn't say. */
	first?: 'highest' | 'lowest';
	/** Headings of the columns of bounds, where values have intervals. */
	interval?: Readonly<Record<'lower' | 'upper', Heading>>;
	/** England's value and what it is, where there is one to compare with. */
	england?: { value: number; label: string };
	/** Catalogue ids, first the one that matters most. */
	datasets: string[];
	/** What period the figures are of, in words. */
	period: string;
	caveats: string[];
}

export interface Heading {
	id: string;
	label: string;
	/** Spelled out, for the header's description and the download. */
	description: string;
}

export type Scale = Amounts | Deciles | Categories;

/** Numbers that are divided into classes, by the layer's own bounds unless the reader chooses. */
export interface Amounts {
	kind: 'amounts';
	/** A number as people read it: "12.5", "£1,200", "+0.4". */
	format: (value: number) => string;
	/** What stands under a bar of the histogram; default: "10–20". */
	short?: (lower: number, upper: number) => string;
	/** Fixed bounds at meaningful values, ascending, or a method. */
	classes: { fixed: readonly number[] } | Pick<MethodChoice, 'method' | 'classes'>;
	/** The colours diverge around it. */
	middle?: number;
	/** What the two ends of the histogram mean. */
	ends?: [string, string];
}

/** Tenths of England's neighbourhoods in an order: 1 has most of what the order goes by. */
export interface Deciles {
	kind: 'deciles';
	/** By unit, from 1 to `of`. */
	ranks: readonly number[];
	/** How many England ranks. */
	of: number;
	/** Id of the column of ranks. */
	rankId: string;
	/** "deprived", after "most" and "least". */
	adjective: string;
	/** What ranks them: "IoD 2025". */
	by: string;
	/** What it is called in the details of an area. */
	name: string;
	/** Stands before a value on the map, where more than one thing is ranked: "Income: ". */
	prefix: string;
}

/** One of some categories each; those that no unit is of are left out of the legend. */
export interface Categories {
	kind: 'categories';
	/** In the order of the legend. */
	categories: readonly { label: string; colour: string; brief?: string }[];
	/** What the two ends of the small legend mean, where all categories have a brief name. */
	ends?: [string, string];
	/** What the details say beside the value. */
	detailNote: string;
}

/** A measure on one kind of scale. */
export type MeasureOn<S extends Scale> = Measure & { scale: S };
