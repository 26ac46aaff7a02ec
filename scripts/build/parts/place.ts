import { EDITIONS, type EditionId } from '../../../src/lib/facts/editions.ts';
import { ACCESS_MEASURES, ROAD_DISTANCES, RURAL_URBAN } from '../../../src/lib/indicators/place.ts';
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import { indexBy, numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { coastalLsoas } from '../coast.ts';
import type { PartBuilder } from '../part.ts';
import { rowsFor } from '../selection.ts';

/** The rural-urban class of each LSOA, and England's residents by class. */
export function ruralUrbanPart(id: EditionId): PartBuilder {
	const { vintage } = EDITIONS[id];
	const { classes } = RURAL_URBAN[id];
	const year = vintage.slice(2);
	return {
		part: `rural-urban-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const { areas, rows, key } = selection[vintage];
			const codes = strings(areas, `ruc${year}`);
			const names = strings(areas, `ruc${year}_name`);
			const position = new Map<string, number>(classes.map(({ code }, i) => [code, i]));
			const of = codes.map((code, row) => {
				const found = position.get(code);
				if (found === undefined || classes[found]?.label !== names[row]) {
					throw new Error(`rural-urban class ${code} “${names[row]}” is not one we know`);
				}
				return found;
			});
			const residents = await residentsBy(geodata, id, strings(areas, key));
			const england: Record<string, number> = {};
			of.forEach((found, row) => {
				const column = `residents_${classes[found]?.code}`;
				england[column] = (england[column] ?? 0) + (residents[row] ?? NaN);
			});
			return {
				kind: 'facts',
				part: `rural-urban-${id}`,
				vintage,
				level: 'lsoa',
				datasets: [`areas-lsoa${year}`],
				columns: { class: { values: rows.map((row) => of[row] ?? null) } },
				england
			};
		}
	};
}

/** Which LSOAs are at the sea (1) or not (0): derived from the outline of the land. */
export function coastPart(id: EditionId): PartBuilder {
	const { vintage } = EDITIONS[id];
	return {
		part: `coast-${id}`,
		async build(context): Promise<FactsPart> {
			const coastal = coastalLsoas(context, vintage);
			return {
				kind: 'facts',
				part: `coast-${id}`,
				vintage,
				level: 'lsoa',
				datasets: [`boundaries-lsoa${vintage.slice(2)}`, 'boundaries-basemap'],
				columns: {
					coastal: {
						values: context.selection[vintage].codes.map((code) => (coastal.has(code) ? 1 : 0))
					}
				},
				england: {}
			};
		}
	};
}

/** Indicators of access of IoD 2025, with England's mean and bounds of its fifths. */
export const accessPart: PartBuilder<FactsPart> = {
	part: 'access-2025',
	async build({ geodata, selection }): Promise<FactsPart> {
		const table = await geodata.table('underlying-2025');
		const rows = rowsFor(selection['2021'], table);
		const residents = await residentsBy(geodata, '2025', strings(table, 'lsoa21'));
		const columns: Record<string, FactsColumn> = {};
		const england: Record<string, number> = {};
		for (const { column, decimals } of ACCESS_MEASURES) {
			const values = numbers(table, column);
			columns[column] = { values: rows.map((row) => round(values[row] ?? NaN, decimals + 1)) };
			england[`${column}_mean`] = weightedMean(values, residents);
			const sorted = [...values].sort((a, b) => a - b);
			for (const fifth of [1, 2, 3, 4]) {
				// The first value of the next fifth, so that a fifth is below its bound.
				const bound = sorted[Math.round((fifth * sorted.length) / 5)] ?? NaN;
				england[`${column}_fifth_${fifth}`] = round(bound, decimals + 1);
			}
			england[`${column}_median`] = sorted[Math.floor(sorted.length / 2)] ?? NaN;
		}
		return {
			kind: 'facts',
			part: 'access-2025',
			vintage: '2021',
			level: 'lsoa',
			datasets: ['underlying-2025'],
			columns,
			england
		};
	}
};

/** Road distances of IoD 2019, with England's mean and its residents who live far. */
export const roadDistancesPart: PartBuilder<FactsPart> = {
	part: 'road-distances-2019',
	async build({ geodata, selection }): Promise<FactsPart> {
		const table = await geodata.table('underlying-2019');
		const rows = rowsFor(selection['2011'], table);
		const residents = await residentsBy(geodata, '2019', strings(table, 'lsoa11'));
		const all = residents.reduce((sum, count) => sum + count, 0);
		const columns: Record<string, FactsColumn> = {};
		const england: Record<string, number> = {};
		for (const { column, far } of ROAD_DISTANCES) {
			const values = numbers(table, column);
			columns[column] = { values: rows.map((row) => round(values[row] ?? NaN, 2)) };
			england[`${column}_mean`] = weightedMean(values, residents);
			england[`${column}_far_share`] =
				values.reduce((sum, km, row) => sum + (km >= far ? (residents[row] ?? NaN) : 0), 0) / all;
		}
		return {
			kind: 'facts',
			part: 'road-distances-2019',
			vintage: '2011',
			level: 'lsoa',
			datasets: ['underlying-2019'],
			columns,
			england
		};
	}
};

/** Residents of some LSOAs of an edition, in order. */
async function residentsBy(
	geodata: Geodata,
	id: EditionId,
	codes: readonly string[]
): Promise<number[]> {
	const { vintage, residentsDataset } = EDITIONS[id];
	const table: Table = await geodata.table(residentsDataset);
	const index = indexBy(table, `lsoa${vintage.slice(2)}`);
	const totals = numbers(table, 'total');
	return codes.map((code) => {
		const count = totals[index.get(code) ?? -1];
		if (count === undefined) throw new Error(`no residents for ${code}`);
		return count;
	});
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return values.reduce((sum, value, row) => sum + value * (weights[row] ?? NaN), 0) / total;
}

function round(value: number, decimals: number): number {
	return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
