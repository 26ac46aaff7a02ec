/** Which neighbourhoods of 2011 became which of 2021, as the Office for National Statistics links them. */
import type { Change, Link } from '../areas/crosswalk.ts';
import { strings, type Table } from './table.ts';

/** The table of the links. */
export const LINKS = 'lsoa11-lsoa21';

/** The links of the table, from 2011 to 2021, in its order. */
export function linksIn(table: Table): Link[] {
	const to = strings(table, 'lsoa21');
	const change = strings(table, 'change') as Change[];
	return strings(table, 'lsoa11').map((from, row) => ({
		from,
		to: to[row] ?? '',
		change: change[row] ?? 'X'
	}));
}

/** The neighbourhoods that are the same in both, with the same code. */
export const unchangedIn = (table: Table): ReadonlySet<string> =>
	new Set(linksIn(table).flatMap(({ to, change }) => (change === 'U' ? [to] : [])));
