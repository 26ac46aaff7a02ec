import { isCore20 } from '../../../src/lib/indicators/core20.ts';
import { DOMAINS } from '../../../src/lib/indicators/deprivation-measures.ts';
import { EDITIONS, type EditionId } from '../../../src/lib/facts/editions.ts';
import type { FactsPart } from '../../../src/lib/facts/parts.ts';
import { decileOfRank } from '../../../src/lib/facts/figures.ts';
import { indexBy, numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import type { PartBuilder } from '../part.ts';
import { rowsFor } from '../selection.ts';

/** IMD of one edition, with England's own share of people in Core20 areas. */
export function deprivationPart(id: EditionId): PartBuilder<FactsPart> {
	const edition = EDITIONS[id];
	return {
		part: `deprivation-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const selected = selection[edition.vintage];
			const table = await geodata.table(edition.dataset);
			const residents = await geodata.table(edition.residentsDataset);
			const rows = rowsFor(selected, table);
			const score = numbers(table, edition.scoreIsOfficial ? 'imd_score' : 'imd_score_recomputed');
			const rank = numbers(table, 'imd_rank');
			const decile = numbers(table, 'imd_decile');
			const pick = (values: readonly number[]) => ({
				values: rows.map((row) => values[row] ?? null)
			});

			const totals = numbers(residents, 'total');
			const residentsRow = indexBy(residents, selected.key);
			let core20Residents = 0;
			strings(table, selected.key).forEach((code, row) => {
				if (isCore20(decile[row] ?? NaN)) {
					core20Residents += totals[residentsRow.get(code) ?? -1] ?? NaN;
				}
			});
			return {
				kind: 'facts',
				part: `deprivation-${id}`,
				vintage: edition.vintage,
				level: 'lsoa',
				datasets: [edition.dataset, edition.residentsDataset],
				columns: {
					imd_score: pick(score),
					imd_rank: pick(rank),
					imd_decile: pick(decile)
				},
				england: {
					core20_residents: core20Residents,
					residents: totals.reduce((sum, value) => sum + value, 0)
				}
			};
		}
	};
}

/** Domains and supplementary indices of one edition: ranks, deciles and the scores there are. */
export function deprivationDomainsPart(id: EditionId): PartBuilder {
	const edition = EDITIONS[id];
	return {
		part: `deprivation-domains-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const table = await geodata.table(edition.dataset);
			const rows = rowsFor(selection[edition.vintage], table);
			const follow = DOMAINS.filter(({ column }) => decilesFollow(table, column));
			const names = DOMAINS.flatMap((domain) => [
				`${domain.column}_rank`,
				...(follow.includes(domain) ? [] : [`${domain.column}_decile`]),
				...(domain.scores.includes(id) ? [`${domain.column}_score`] : [])
			]);
			return {
				kind: 'facts',
				part: `deprivation-domains-${id}`,
				vintage: edition.vintage,
				level: 'lsoa',
				datasets: [edition.dataset],
				columns: Object.fromEntries(
					names.map((name) => {
						const values = numbers(table, name);
						return [name, { values: rows.map((row) => values[row] ?? null) }];
					})
				),
				deciles: Object.fromEntries(
					follow.map(({ column }) => [
						`${column}_decile`,
						{ ranks: `${column}_rank`, areas: table.rows }
					])
				),
				england: {}
			};
		}
	};
}

/** Whether every published decile of a domain is what its rank says, so that packs can do without. */
function decilesFollow(table: Table, column: string): boolean {
	const ranks = numbers(table, `${column}_rank`);
	return numbers(table, `${column}_decile`).every(
		(decile, row) => decile === decileOfRank(ranks[row] ?? NaN, table.rows)
	);
}
