/** What an area is called that a region may be chosen by. */
import { strings } from '../../src/lib/facts/table.ts';
import { nationalAreas } from '../../src/lib/server/areas.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { AreaVintage } from '../../src/lib/server/regions.ts';

const WHAT: readonly [start: string, what: string][] = [
	['icb', 'the board '],
	['sicbl', 'the sub-board '],
	['ccg', 'the clinical commissioning group '],
	['lad', '']
];

/** "the board Surrey and Sussex", "Lewes". */
export const withWhat = (vintage: AreaVintage, name: string): string =>
	`${WHAT.find(([start]) => vintage.startsWith(start))?.[1] ?? ''}${name}`;

/** A name without what all names of its kind begin and end with. */
export const plainName = (name: string): string =>
	name.replace(/^NHS /, '').replace(/ (CCG|Integrated Care Board|ICB.*)$/, '');

/** Names of the areas of a vintage, by code. */
export async function namesOfAreas(
	geodata: Geodata,
	vintage: AreaVintage
): Promise<ReadonlyMap<string, string>> {
	const areas = await geodata.once(nationalAreas);
	const listed =
		vintage === 'icb26'
			? { table: await geodata.table('boards'), name: 'name' }
			: vintage === 'sicbl26'
				? { table: await geodata.table('sub-boards'), name: 'sicbl26_name' }
				: {
						table: Object.hasOwn(areas['2021'].columns, `${vintage}_name`)
							? areas['2021']
							: areas['2011'],
						name: `${vintage}_name`
					};
	const codes = strings(listed.table, vintage);
	return new Map(
		strings(listed.table, listed.name).map((name, row) => [codes[row] ?? '', plainName(name)])
	);
}
