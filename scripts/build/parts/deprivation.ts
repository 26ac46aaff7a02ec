import { isCore20 } from '../../../src/lib/indicators/core20.ts';
import { DOMAINS } from '../../../src/lib/indicators/deprivation-measures.ts';
import { EDITIONS, otherEdition, type EditionId } from '../../../src/lib/facts/editions.ts';
import type { FactsPart } from '../../../src/lib/facts/parts.ts';
import { numbersAlong } from '../../../src/lib/facts/along.ts';
import { decileOfRank } from '../../../src/lib/facts/figures.ts';
import { LINKS, unchangedIn } from '../../../src/lib/facts/links.ts';
import { numbers, numbersBy, type Table } from '../../../src/lib/facts/table.ts';
import type { PartBuilder } from '../part.ts';

/** IMD of one edition, with England's own share of people in Core20 areas. */
export function deprivationPart(id: EditionId): PartBuilder<FactsPart> {
	const edition = EDITIONS[id];
	return {
		part: `deprivation-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const selected = selection[edition.vintage];
			const table = await geodata.table(edition.dataset);
			const residents = await geodata.table(edition.residentsDataset);
			const { spine } = selected;
			const score = edition.scoreIsOfficial ? 'imd_score' : 'imd_score_recomputed';
			const deciles = numbersAlong(spine, table, 'imd_decile');
			const totals = numbersAlong(spine, residents, 'total');
			const inCore20 = totals.filter((_, area) => isCore20(deciles[area] ?? NaN));
			const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
			return {
				kind: 'facts',
				part: `deprivation-${id}`,
				vintage: edition.vintage,
				level: 'lsoa',
				datasets: [edition.dataset, edition.residentsDataset],
				columns: {
					imd_score: { values: selected.numbers(table, score) },
					imd_rank: { values: selected.numbers(table, 'imd_rank') },
					imd_decile: { values: selected.cut(deciles) }
				},
				england: {
					core20_residents: sum(inCore20),
					residents: sum(totals)
				}
			};
		}
	};
}

/**
 * Deciles of the other edition on the areas of this one, where both are the same area. Others were
 * drawn anew in between, and have no decile of their own in the other edition.
 */
export function deprivationOtherPart(id: EditionId): PartBuilder<FactsPart> {
	const edition = EDITIONS[id];
	const other = otherEdition(edition);
	return {
		part: `deprivation-other-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const [links, table] = await Promise.all([
				geodata.table(LINKS),
				geodata.table(other.dataset)
			]);
			const unchanged = unchangedIn(links);
			const deciles = numbersBy(table, `lsoa${other.vintage.slice(2)}`, 'imd_decile');
			return {
				kind: 'facts',
				part: `deprivation-other-${id}`,
				vintage: edition.vintage,
				level: 'lsoa',
				datasets: [other.dataset, LINKS],
				columns: {
					imd_decile: {
						values: selection[edition.vintage].codes.map((code) =>
							unchanged.has(code) ? (deciles.get(code) ?? null) : null
						)
					}
				},
				england: {}
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
			const selected = selection[edition.vintage];
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
					names.map((name) => [name, { values: selected.numbers(table, name) }])
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
