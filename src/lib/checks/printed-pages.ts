/** What is worked out for figures that public pages print: of a county, of a board, of who is where. */
import { EDITIONS } from '../facts/editions.ts';
import { numbersBy, strings } from '../facts/table.ts';
import { isCore20 } from '../indicators/core20.ts';
import { areasOf, boardAreas, numbersFor } from '../methods/areas.ts';
import { formatCount } from '../text/format.ts';
import { NO_FIGURE, type Method } from './method.ts';

/** Residents aged 0 of a board at mid-2020, who stand for births. */
export const residentsAged0: Method<'residents-aged-0'> = ({ facts }, { board }) => {
	const areas = boardAreas(facts, board, '2019');
	const aged0 = numbersFor(facts, areas, '2019', {
		dataset: 'residents-2020-lsoa11',
		column: 'aged_0'
	});
	const value = areasOf(areas).reduce((sum, area) => sum + (aged0[area] ?? NaN), 0);
	return { value, figure: `${formatCount(value)} aged 0`, basis: 'residents aged 0, mid-2020' };
};

/** Residents of the Core20 neighbourhoods (2019) of several districts, mid-2020. */
export const core20OfDistricts: Method<'core20-of-districts'> = ({ facts }, { districts }) => {
	const areas = facts.table('areas-lsoa11');
	const of = strings(areas, 'lad18');
	const { dataset, residentsDataset, short } = EDITIONS['2019'];
	const deciles = numbersBy(facts.table(dataset), 'lsoa11', 'imd_decile');
	const residents = numbersBy(facts.table(residentsDataset), 'lsoa11', 'total');
	const within = strings(areas, 'lsoa11').filter(
		(code, row) => districts.includes(of[row] ?? '') && isCore20(deciles.get(code) ?? NaN)
	);
	const value = within.reduce((sum, code) => sum + (residents.get(code) ?? NaN), 0);
	return {
		value,
		figure: formatCount(value),
		basis: `residents, mid-2020, of ${formatCount(within.length)} LSOAs in deciles 1 to 2 of ${short}, ${formatCount(districts.length)} districts`
	};
};

/** Whether all of a board of April 2024 is in a board of April 2026. */
export const boardBecame: Method<'board-became'> = ({ facts }, { board, became }) => {
	const before = facts.table('areas-lsoa21');
	const codes = strings(before, 'icb24');
	const now = facts.table('boards-lsoa21');
	const boards = strings(now, 'icb26');
	const boardNow = new Map(strings(now, 'lsoa21').map((code, row) => [code, boards[row]]));
	const here = strings(before, 'lsoa21').filter((_, row) => codes[row] === board);
	if (here.length === 0) throw new Error(`no LSOA belonged to ${board}`);
	const inside = here.filter((code) => boardNow.get(code) === became).length;
	return {
		outcome: inside === here.length ? 'reproduced' : 'not reproduced',
		figure: NO_FIGURE,
		basis: 'the list of boards of April 2026',
		why: `${formatCount(inside)} of the ${formatCount(here.length)} LSOAs of the former board are in the new one.`
	};
};
