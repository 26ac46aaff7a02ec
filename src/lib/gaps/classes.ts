/** Need against provision, three by three: what the map shows. */
import { numberOf } from '../facts/value.ts';
import type { NeedMeasure } from './need.ts';

/** 0 below the region's figure, 1 above it but not above the bar, 2 above the bar; null: no figure. */
export type NeedClass = 0 | 1 | 2;
/** 0 little, 1 some, 2 good. */
export type ProvisionClass = 0 | 1 | 2;

/** Where an area stands: need by column, provision by row. */
export interface Cell {
	need: NeedClass;
	provision: ProvisionClass;
}

export const NEED_CLASSES: readonly NeedClass[] = [0, 1, 2];
export const PROVISION_CLASSES: readonly ProvisionClass[] = [0, 1, 2];

/** The one cell that matters: high need, little provision. */
export const GAP_CELL: Cell = { need: 2, provision: 0 };

/** The class of need of a unit, by whether it is above the bar and what the region has. */
export function needClass(measure: NeedMeasure, unit: number, above: boolean): NeedClass | null {
	if (above) return 2;
	const { region, higherIsNeedier } = measure;
	const value = measure.values[unit];
	const number = value ? numberOf(value) : null;
	if (number === null || region === null) return null;
	return (higherIsNeedier ? number > region : number < region) ? 1 : 0;
}

/** Position of a cell in a list of nine: rows of provision, good first; columns of need, low first. */
export const cellIndex = ({ need, provision }: Cell): number => (2 - provision) * 3 + need;
