import { deprivationPart } from '../facts/parts.ts';
import { isCore20 } from '../indicators/core20.ts';
import { DOMAINS, IMD, type DeprivationMeasure } from '../indicators/deprivation-measures.ts';
import {
	districtDeprivation,
	type DistrictDeprivation
} from '../indicators/district-deprivation.ts';
import type { Edition } from '../facts/editions.ts';
import type { FactsPart } from '../facts/parts.ts';
import { factNumbers } from '../facts/figures.ts';
import { known } from '../facts/value.ts';
import { groupOf, residentsOf } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { indicesWhere, numberColumn } from './columns.ts';
import type { AreaLayer, Finding, LayerContext, TableColumn } from './layer.ts';
import { measured } from './measured.ts';

/** The part that holds an edition's domains and supplementary indices. */
const domainsPart = (edition: Edition) => `deprivation-domains-${edition.id}` as const;

/** IMD, the seven domains and the two supplementary indices, by decile in England. */
export const deprivationLayers: readonly AreaLayer[] = [
	deprivationLayer(IMD),
	...DOMAINS.map(deprivationLayer)
];

function deprivationLayer(measure: DeprivationMeasure): AreaLayer {
	const isImd = measure === IMD;
	const partOf = isImd ? deprivationPart : domainsPart;
	const title = isImd ? 'Deprivation' : `Deprivation: ${measure.title}`;
	return {
		id: isImd ? 'deprivation' : `deprivation-${measure.column}`,
		kind: 'areas',
		level: 'lsoa',
		family: 'deprivation',
		measure: measure.title,
		title,
		question: 'Where is deprivation highest?',
		group: 'need',
		about: measure.about,
		...(isImd
			? { alsoCalled: 'deprivation deciles IMD index of multiple deprivation poverty' }
			: {}),
		ownBreaks: false,
		parts: (edition) => [partOf(edition)],

		build(context) {
			const { areas, edition } = context;
			const facts = context.facts(partOf(edition));
			const column = (suffix: string) => factNumbers(facts, `${measure.column}_${suffix}`);
			const deciles = column('decile');
			const ranks = column('rank');
			const scores = measure.scores.includes(edition.id) ? column('score') : null;
			const name = isImd ? 'IMD' : measure.title;
			return measured(
				context,
				{
					id: `${measure.column}_decile`,
					title: `${isImd ? 'Deprivation' : measure.title} decile in England, ${edition.short}`,
					label: name,
					unit: `decile in England, ${edition.short}; 1 is most deprived`,
					values: known(deciles),
					scale: {
						kind: 'deciles',
						ranks,
						of: edition.lsoasInEngland,
						rankId: `${measure.column}_rank`,
						adjective: 'deprived',
						by: edition.short,
						name: title,
						prefix: isImd ? '' : `${measure.title}: `
					},
					datasets: [edition.dataset, ...areas.datasets],
					period: edition.title,
					caveats: [
						'Ranks and deciles are relative: a change between editions is not by itself an improvement or a decline.',
						'The index describes areas, not people. Many people who are deprived live outside the most deprived areas.',
						...(scores && !edition.scoreIsOfficial
							? [
									'Scores of 2019 are recomputed from the published domain scores; ranks and deciles are official.'
								]
							: [])
					]
				},
				{
					columns: scores ? [scoreColumn(edition, measure, name, scores)] : [],
					findings:
						isImd && scores
							? imdFindings(context, deciles, ranks, scores, facts)
							: domainFindings(context, measure, deciles, ranks)
				}
			);
		}
	};
}

function scoreColumn(
	{ scoreIsOfficial }: Edition,
	{ column }: DeprivationMeasure,
	name: string,
	scores: readonly number[]
): TableColumn {
	const description = scoreIsOfficial
		? `${name}: score; higher is more deprived`
		: `${name}: score recomputed from the published domain scores, not official; higher is more deprived`;
	return numberColumn(
		{ id: `${column}_score`, label: 'Score', description },
		scores,
		scoreFormat(scores)
	);
}

/** Rates between 0 and 1 and standardised scores need more digits than the IMD score. */
function scoreFormat(scores: readonly number[]): (value: number) => string {
	return Math.max(...scores.map(Math.abs)) < 10 ? (value) => value.toFixed(3) : formatDecimal;
}

function domainFindings(
	{ areas, edition, regionName }: LayerContext,
	measure: DeprivationMeasure,
	deciles: readonly number[],
	ranks: readonly number[]
): Finding[] {
	const worst = indicesWhere(deciles, isCore20);
	const byDistrict = areas.groups.district
		.map(({ name, members }) => ({
			name,
			count: members.filter((area) => isCore20(deciles[area] ?? NaN)).length,
			of: members.length
		}))
		.sort((a, b) => b.count / b.of - a.count / a.of || a.name.localeCompare(b.name));
	const [first] = byDistrict;
	const most = ranks.indexOf(Math.min(...ranks));
	return [
		{
			id: `${measure.column}-fifth`,
			text: `${measure.title}: ${formatCount(worst.length)} of the ${formatCount(areas.count)} neighbourhoods of ${regionName} (${formatPercent(worst.length / areas.count)}) are in England’s most deprived fifth.`,
			area: null
		},
		...(first && first.count > 0
			? [
					{
						id: `${measure.column}-district`,
						text: `The largest share of such neighbourhoods is in ${first.name}: ${formatCount(first.count)} of ${formatCount(first.of)}.`,
						area: null
					}
				]
			: []),
		{
			id: `${measure.column}-most`,
			text: `The most deprived by this measure is ${areas.names[most]}, in ${groupOf(areas, 'msoa', most).name}: rank ${formatCount(ranks[most] ?? 0)} of ${formatCount(edition.lsoasInEngland)}.`,
			area: areas.codes[most] ?? null
		}
	];
}

function imdFindings(
	{ areas, edition, regionName }: LayerContext,
	deciles: readonly number[],
	ranks: readonly number[],
	scores: readonly number[],
	facts: FactsPart
): Finding[] {
	const core20 = indicesWhere(deciles, isCore20);
	const core20Residents = residentsOf(areas, core20);
	const all = residentsOf(areas, [...areas.codes.keys()]);
	const communities = new Set(core20.map((area) => groupOf(areas, 'msoa', area).code)).size;
	const england = facts.england;
	const shareInEngland = (england['core20_residents'] ?? NaN) / (england['residents'] ?? NaN);

	const districts = districtDeprivation(areas, deciles, scores, ranks);
	if (!edition.scoreIsOfficial) districts.sort((a, b) => a.averageRank - b.averageRank);
	const [first] = districts;
	const most = ranks.indexOf(Math.min(...ranks));

	const made: Finding[] = [
		{
			id: 'core20-residents',
			text:
				`${formatCount(core20Residents)} people, ${formatPercent(core20Residents / all)} of residents (England: ${formatPercent(shareInEngland)}), ` +
				`live in Core20 neighbourhoods, the most deprived fifth of England’s neighbourhoods: ` +
				`${formatCount(core20.length)} here, in ${formatQuantity(communities, 'community', 'communities')}.`,
			area: null
		}
	];
	if (first && districts.length > 1) {
		const byCount = [...districts].sort((a, b) => b.core20Lsoas - a.core20Lsoas)[0] ?? first;
		const byShare = [...districts].sort((a, b) => b.core20Share - a.core20Share)[0] ?? first;
		const name = ({ district }: DistrictDeprivation) => district.name;
		made.push({
			id: 'most-deprived-district',
			text:
				`Deprivation is highest in ${name(first)} by average ${edition.scoreIsOfficial ? 'score' : 'rank'}; ${formatPercent(first.core20Share)} of its residents live in Core20 neighbourhoods` +
				(byShare === first
					? ''
					: ` (most in ${name(byShare)}: ${formatPercent(byShare.core20Share)})`) +
				'. ' +
				(byCount.core20Lsoas > first.core20Lsoas
					? `${name(byCount)} has more of these neighbourhoods: ${byCount.core20Lsoas} against ${first.core20Lsoas}.`
					: `No other district has more of these neighbourhoods: ${first.core20Lsoas}.`),
			area: null
		});
	}
	const tenth = indicesWhere(deciles, (decile) => decile === 1).length;
	made.push({
		id: 'most-deprived-neighbourhood',
		text:
			`The most deprived neighbourhood is ${areas.names[most]}, in ${groupOf(areas, 'msoa', most).name}: ` +
			`rank ${formatCount(ranks[most] ?? 0)} of ${formatCount(edition.lsoasInEngland)}. ` +
			`${capitalise(formatQuantity(tenth, 'neighbourhood'))} of ${regionName} ${tenth === 1 ? 'is' : 'are'} in England’s most deprived tenth.`,
		area: areas.codes[most] ?? null
	});
	return made;
}
