/**
 * A document against itself: its own parts, rates and tables. That can show a contradiction;
 * it can't confirm a figure.
 */
import { formatCount, formatDecimal, formatPercent } from '../text/format.ts';
import { residentsOf } from '../areas/region.ts';
import { numbers, strings } from '../facts/table.ts';
import { areasOf, boardAreas } from '../methods/areas.ts';
import type { Method } from './method.ts';
import { readStatements } from '../methods/statements.ts';

const ETHNIC_GROUPS = 'published-ethnic-group-by-district';

/** Everyone but one ethnic group, by the document's own table. */
export const ownEthnicRest: Method<'own-ethnic-rest'> = ({ facts }, { area, group }) => {
	const table = facts.table(ETHNIC_GROUPS);
	const areas = strings(table, 'area');
	const groups = strings(table, 'ethnic_group');
	const row = areas.findIndex((name, i) => name === area && groups[i] === group);
	const percent = numbers(table, 'percent')[row];
	if (percent === undefined) throw new Error(`${ETHNIC_GROUPS}: no ${group} in ${area}`);
	const rest = 100 - percent;
	return {
		value: rest,
		figure: `${formatPercent(rest / 100)} (its own table)`,
		basis: `100 less ${formatDecimal(percent)} ${group}, the document’s own table`,
		ownFigures: true
	};
};

/** The sum of other statements of the document. */
export const ownSum: Method<'own-sum'> = ({ facts }, { statements }) => {
	const printed = readStatements(facts);
	const parts = statements.map((id) => {
		const value = printed.find((statement) => statement.id === id)?.value;
		if (value === null || value === undefined) throw new Error(`statement ${id} has no figure`);
		return value;
	});
	const value = parts.reduce((sum, part) => sum + part, 0);
	return {
		value,
		figure: `${formatCount(value)} (its own parts)`,
		basis: `${parts.map(formatCount).join(' + ')}, as printed`,
		ownFigures: true
	};
};

/** A rate of the document applied to residents of mid-2020. */
export const ownRate: Method<'own-rate'> = ({ facts, expected }, { board, per1000 }) => {
	const areas = boardAreas(facts, board, '2019');
	const residents = residentsOf(areas, areasOf(areas));
	const value = (residents * per1000) / 1000;
	return {
		value,
		figure: `${formatCount(value)} (its own rate)`,
		basis: `${per1000} per 1,000 of ${formatCount(residents)} residents, mid-2020`,
		ownFigures: true,
		...(expected !== null && {
			why: `At that rate, ${formatCount(expected)} would need ${formatCount((expected / per1000) * 1000)} residents.`
		})
	};
};
