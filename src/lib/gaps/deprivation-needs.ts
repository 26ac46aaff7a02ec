/** Needs that are deprivation: the indices and their domains, and who lives in Core20 neighbourhoods. */
import { type Edition, EDITION_IDS } from '../facts/editions.ts';
import { factNumbers, factsColumn } from '../facts/figures.ts';
import { deprivationPart, type NameOf } from '../facts/parts.ts';
import type { Value } from '../facts/value.ts';
import { isCore20 } from '../indicators/core20.ts';
import { type DeprivationMeasure, DOMAINS } from '../indicators/deprivation-measures.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { ALL, averages, type Need, type NeedContext } from './need.ts';

/** Core20 or not, by neighbourhood. */
export function core20Of({ edition, facts }: Pick<NeedContext, 'edition' | 'facts'>): boolean[] {
	return factNumbers(facts(deprivationPart(edition)), 'imd_decile').map(isCore20);
}

/** A measure of the indices: its score where that is official, else its rank in England. */
export function indexNeed(
	measure: DeprivationMeasure,
	id: string,
	title: string,
	part: (edition: Edition) => NameOf<'facts'>
): Need {
	return {
		id,
		title,
		group: 'deprivation',
		about: measure.about,
		editions: EDITION_IDS,
		levels: ALL,
		parts: (edition) => [part(edition)],
		build(context) {
			const { edition, units } = context;
			const facts = context.facts(part(edition));
			const name = measure.column === 'imd' ? 'IMD' : measure.title;
			const byScore = edition.scoreIsOfficial && measure.scores.includes(edition.id);
			const average = units.level === 'lsoa' ? '' : 'average ';
			const common = { people: null, datasets: facts.datasets, period: edition.title };
			if (byScore) {
				return {
					...common,
					...averages(context, factNumbers(facts, `${measure.column}_score`)),
					label: `${average}${name} score`,
					higherIsNeedier: true,
					format: measure.column === 'imd' ? formatDecimal : (value) => value.toFixed(2),
					caveats:
						units.level === 'lsoa'
							? []
							: ['The score of a larger area is the average of its neighbourhoods, by residents.']
				};
			}
			return {
				...common,
				...averages(context, factNumbers(facts, `${measure.column}_rank`)),
				label: `${average}${name} rank in England`,
				higherIsNeedier: false,
				format: formatCount,
				caveats: [
					`Rank 1 is the most deprived of ${formatCount(edition.lsoasInEngland)} neighbourhoods${measure.scores.includes(edition.id) ? '; scores of this edition are not official, so we use ranks' : '; we have only ranks and deciles'}.`
				]
			};
		}
	};
}

/** How many people something is true of, where a neighbourhood's count may be withheld. */
export const childrenInIncomeDeprivation: Need = {
	id: 'children-income',
	title: 'Children in income deprivation',
	group: 'deprivation',
	about:
		'How many children under 16 live in families on a low income, as counted by the Indices of Deprivation 2025.',
	editions: ['2025'],
	levels: ALL,
	parts: () => ['children-income-2025'],
	build({ units, facts, edition }) {
		const part = facts('children-income-2025');
		const byArea = factsColumn(part, 'idaci_children').values;
		const values = units.members.map((members): Value => {
			const counts = members.map((area) => byArea[area] ?? null);
			const value = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
			return counts.includes(null) ? { kind: 'suppressed' } : { kind: 'value', value };
		});
		const known = values.flatMap((value) => (value.kind === 'value' ? [value.value] : []));
		return {
			label: 'children in income deprivation',
			values,
			byArea: byArea.map((count) => count ?? NaN),
			region: known.reduce((sum, count) => sum + count, 0) / known.length,
			higherIsNeedier: true,
			format: formatCount,
			people: null,
			datasets: part.datasets,
			period: edition.title,
			caveats: ['A number, not a share: large areas have more.']
		};
	}
};

/** How many live in Core20 neighbourhoods. */
export const core20Residents: Need = {
	id: 'core20-residents',
	title: 'Core20 residents',
	group: 'deprivation',
	about:
		'How many residents live in neighbourhoods of deciles 1 and 2 of the Index of Multiple Deprivation.',
	editions: EDITION_IDS,
	levels: ALL,
	parts: (edition) => [deprivationPart(edition)],
	build(context) {
		const { areas, units, edition } = context;
		const core20 = core20Of(context);
		const byArea = areas.residents.map((count, area) => (core20[area] ? count : 0));
		const counts = units.members.map((members) =>
			members.reduce((sum, area) => sum + (byArea[area] ?? 0), 0)
		);
		return {
			label: 'Core20 residents',
			values: counts.map((value): Value => ({ kind: 'value', value })),
			byArea,
			region: counts.reduce((sum, count) => sum + count, 0) / units.count,
			higherIsNeedier: true,
			format: formatCount,
			people: { label: 'Core20 residents', counts },
			datasets: context.facts(deprivationPart(edition)).datasets,
			period: `${edition.short}, residents of ${edition.residentsPeriod}`,
			caveats: ['A number, not a share: large areas have more.']
		};
	}
};

/** The seven domains of the indices. */
export const domains = DOMAINS.map((measure) =>
	indexNeed(
		measure,
		measure.column,
		measure.title,
		(edition) => `deprivation-domains-${edition.id}`
	)
);
