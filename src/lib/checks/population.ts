/** Residents and localities of a board. */
import { residentsOf } from '../areas/region.ts';
import { formatCount } from '../text/format.ts';
import { areasOf, boardAreas } from '../methods/areas.ts';
import type { Method } from './method.ts';

/** Residents at mid-2020: what the local documents of 2021-22 could know. */
export const residents: Method<'residents'> = ({ facts }, { board }) => {
	const areas = boardAreas(facts, board, '2019');
	const all = areasOf(areas);
	const value = residentsOf(areas, all);
	return {
		value,
		figure: formatCount(value),
		basis: `residents of ${formatCount(all.length)} LSOAs (2011), mid-2020`
	};
};

export const places: Method<'places'> = ({ facts }, { board }) => {
	const found = boardAreas(facts, board, '2025').groups.place;
	return {
		value: found.length,
		figure: `${formatCount(found.length)} places`,
		basis: 'clinical commissioning groups of 2019 within the board'
	};
};
