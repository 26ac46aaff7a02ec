/** What a measure's scale makes of its values, before it becomes a contribution (measured.ts). */
import type { Contribution, DetailRow, Finding, Legend, TableColumn } from './layer.ts';
import type { Selection } from '../areas/region.ts';

/** What a layer says beside its measure. */
export interface Said {
	findings: Finding[];
	/** Further columns after the measure's own. */
	columns?: TableColumn[];
	/** A note in a unit's details beside its value: an interval, a denominator. */
	noteOf?: (unit: number) => string | null;
	/** Rows about an area of any level; default: the value of the unit that it is or lies in. */
	details?: (area: Selection) => DetailRow[];
	/** A sentence under the legend, after that on England. */
	legendNote?: string;
}

/** A class of a measure: what the legend says of it, and which units it colours. */
export interface MeasureClass {
	label: string;
	/** The label under a bar of the histogram. */
	short: string;
	brief?: string;
	/** Null is drawn as "no data". */
	colour: string | null;
	members: readonly number[];
}

export interface Scaled
	extends
		Pick<Legend, 'note' | 'reference' | 'histogram' | 'ends' | 'edges'>,
		Pick<Contribution, 'columns' | 'sortedBy' | 'details'> {
	/** Every unit is in one. */
	classes: MeasureClass[];
	/** The value of a unit in a few words. */
	label: (unit: number) => string;
	/** Whether the values are numbers to take away as such. */
	isNumeric: boolean;
}
