import { EDITIONS, type EditionId } from '../../../src/lib/facts/editions.ts';
import { AGE_GROUPS, ETHNIC_GROUPS } from '../../../src/lib/indicators/people.ts';
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import { numbersAlong } from '../../../src/lib/facts/along.ts';
import type { Table } from '../../../src/lib/facts/table.ts';
import type { PartBuilder } from '../part.ts';
import type { Selected } from '../selection.ts';

/** Residents of some ages, and of all, on the areas of an edition; England's beside. */
export function agesPart(id: EditionId): PartBuilder<FactsPart> {
	const edition = EDITIONS[id];
	return {
		part: `ages-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const table = await geodata.table(edition.residentsDataset);
			const columns = ['total', ...AGE_GROUPS.map(({ column }) => column)];
			return {
				kind: 'facts',
				part: `ages-${id}`,
				vintage: edition.vintage,
				level: 'lsoa',
				datasets: [edition.residentsDataset],
				...counts(selection[edition.vintage], table, columns)
			};
		}
	};
}

/** Where an edition's females aged 15 to 44 are from: always estimates. */
const FEMALES: Record<EditionId, string> = {
	'2025': 'females-15-44-lsoa21',
	'2019': 'females-15-44-lsoa11'
};

/** Females aged 15 to 44, estimated, on the areas of an edition: of Census 2021, or of mid-2020. */
export function femalesPart(id: EditionId): PartBuilder<FactsPart> {
	const { vintage } = EDITIONS[id];
	return {
		part: `females-15-44-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const table = await geodata.table(FEMALES[id]);
			const { columns, england } = counts(selection[vintage], table, ['females_15_44']);
			const { values = [] } = columns['females_15_44'] ?? {};
			const tenths = (value: number | null) =>
				value === null ? null : Math.round(value * 10) / 10;
			return {
				kind: 'facts',
				part: `females-15-44-${id}`,
				vintage,
				level: 'lsoa',
				datasets: [FEMALES[id]],
				columns: { females_15_44: { values: values.map(tenths) } },
				england: { ...england, areas: table.rows }
			};
		}
	};
}

/** Residents by ethnic group: Census 2021, so on the LSOAs of 2021 only. */
export const ethnicGroupsPart: PartBuilder<FactsPart> = {
	part: 'ethnic-groups-2025',
	async build({ geodata, selection }): Promise<FactsPart> {
		const table = await geodata.table('residents-2021-ethnic-group');
		return {
			kind: 'facts',
			part: 'ethnic-groups-2025',
			vintage: '2021',
			level: 'lsoa',
			datasets: ['residents-2021-ethnic-group'],
			...counts(selection['2021'], table, ['total', ...ETHNIC_GROUPS])
		};
	}
};

/** Children under 16 in low-income families, as the index of 2025 counts them; null where it has none. */
export const childrenIncomePart: PartBuilder<FactsPart> = {
	part: 'children-income-2025',
	async build({ geodata, selection }): Promise<FactsPart> {
		const table = await geodata.table('underlying-2025');
		return {
			kind: 'facts',
			part: 'children-income-2025',
			vintage: '2021',
			level: 'lsoa',
			datasets: ['underlying-2025'],
			columns: {
				idaci_children: { values: selection['2021'].optionalNumbers(table, 'idaci_children') }
			},
			england: {}
		};
	}
};

/** Columns of a national table for a selection, and their sums over England. */
function counts(
	selected: Selected,
	table: Table,
	names: readonly string[]
): { columns: Record<string, FactsColumn>; england: Record<string, number> } {
	const columns: Record<string, FactsColumn> = {};
	const england: Record<string, number> = {};
	for (const name of names) {
		const values = numbersAlong(selected.spine, table, name);
		columns[name] = { values: selected.cut(values) };
		england[name] = values.reduce((sum, value) => sum + value, 0);
	}
	return { columns, england };
}
