import { makeTable, strings } from '../../../src/lib/facts/table.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { column } from '../tables.ts';

/** One level of areas in the vintages that the sources have, oldest first. */
const LEVELS: Record<string, { table: string; column: string }[]> = {
	district: [
		{ table: 'areas-lsoa21', column: 'lad18' },
		{ table: 'areas-lsoa21', column: 'lad24' },
		{ table: 'boards-lsoa21', column: 'lad26' }
	],
	board: [
		{ table: 'areas-lsoa21', column: 'icb24' },
		{ table: 'boards-lsoa21', column: 'icb26' }
	],
	'sub-board': [
		{ table: 'areas-lsoa21', column: 'sicbl24' },
		{ table: 'boards-lsoa21', column: 'sicbl26' }
	]
};

/**
 * Areas that got another code and kept their ground: the same LSOAs under another code in the
 * next vintage. Tables use either; they are recoded before they are joined. An area that also
 * changed its ground is another area and stands nowhere here.
 */
export const recodes: DatasetReader = {
	id: 'recodes',
	after: ['areas-lsoa21', 'boards-lsoa21'],
	read(context) {
		const rows: { level: string; before: string; after: string; since: string }[] = [];
		for (const [level, vintages] of Object.entries(LEVELS)) {
			vintages.slice(1).forEach((next, i) => {
				const previous = vintages[i];
				if (!previous) return;
				const now = new Map([...groundOf(context, next)].map(([code, ground]) => [ground, code]));
				for (const [before, ground] of groundOf(context, previous)) {
					const after = now.get(ground);
					if (after !== undefined && after !== before) {
						rows.push({ level, before, after, since: next.column });
					}
				}
			});
		}
		rows.sort((a, b) => (a.level + a.before < b.level + b.before ? -1 : 1));
		return makeTable({
			before: column(
				'code',
				rows.map(({ before }) => before)
			),
			after: column(
				'code',
				rows.map(({ after }) => after)
			),
			level: column(
				'code',
				rows.map(({ level }) => level)
			),
			since: column(
				'code',
				rows.map(({ since }) => since)
			)
		});
	}
};

/** The LSOAs of each area, as one text. */
function groundOf(
	context: ReadContext,
	{ table, column: name }: { table: string; column: string }
): Map<string, string> {
	const found = context.table(table);
	const lsoas = strings(found, 'lsoa21');
	const members = new Map<string, string[]>();
	strings(found, name).forEach((code, row) => {
		const list = members.get(code) ?? [];
		members.set(code, list);
		list.push(lsoas[row] ?? '');
	});
	return new Map([...members].map(([code, list]) => [code, list.sort().join()]));
}
