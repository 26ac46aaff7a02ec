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
import { groupOf, residentsOf, type RegionAreas } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { indicesWhere, numberColumn } from './columns.ts';
import { deprivationChange } from './deprivation-change.ts';
import type { AreaLayer, Finding, LayerContext, TableColumn } from './layer.ts';
import { measured } from './measured.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

/** The part that holds an edition's domains and supplementary indices. */
const domainsPart = (edition: Edition) => `deprivation-domains-${edition.id}` as const;

/** IMD, the seven domains and the two supplementary indices, by decile in England; and the change between the two. */
export const deprivationLayers: readonly AreaLayer[] = [
	deprivationLayer(IMD),
	...DOMAINS.map(deprivationLayer),
	deprivationChange
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
						'Ranks and deciles are relative. A change between editions need not mean that an area got better or worse.',
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
	const { first: largest } = endsOf(byDistrict, ({ count, of }) => count / of);
	const [first] = largest;
	const share = ({ count, of }: { count: number; of: number }) =>
		`${formatCount(count)} of ${formatCount(of)}`;
	const { most, areAt } = mostDeprived(areas, ranks);
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
						text:
							largest.length > 1
								? `The largest share of such neighbourhoods is in ${formatList(largest.map((one) => `${one.name} (${share(one)})`))} alike.`
								: `The largest share of such neighbourhoods is in ${first.name}: ${share(first)}.`,
						area: null
					}
				]
			: []),
		{
			id: `${measure.column}-most`,
			text: `The most deprived by this measure ${areAt(most)}: rank ${formatCount(ranks[most[0] ?? -1] ?? 0)} of ${formatCount(edition.lsoasInEngland)}.`,
			area: onlyOf(most, (area) => areas.codes[area])
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
	const { most, areAt } = mostDeprived(areas, ranks);

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
	if (districts.length > 1) {
		const figure = (one: DistrictDeprivation) =>
			edition.scoreIsOfficial ? one.averageScore : one.averageRank;
		made.push({
			id: 'most-deprived-district',
			text: districtWords(
				districts,
				endsOf(districts, figure).first,
				edition.scoreIsOfficial ? 'score' : 'rank'
			),
			area: null
		});
	}
	const tenth = indicesWhere(deciles, (decile) => decile === 1).length;
	made.push({
		id: 'most-deprived-neighbourhood',
		text:
			`The most deprived ${most.length > 1 ? 'neighbourhoods' : 'neighbourhood'} ${areAt(most)}: ` +
			`rank ${formatCount(ranks[most[0] ?? -1] ?? 0)} of ${formatCount(edition.lsoasInEngland)}. ` +
			`${capitalise(formatQuantity(tenth, 'neighbourhood'))} of ${regionName} ${tenth === 1 ? 'is' : 'are'} in England’s most deprived tenth.`,
		area: onlyOf(most, (area) => areas.codes[area])
	});
	return made;
}

/** The neighbourhoods with the lowest rank, and how a sentence about them goes on: "is A, in B". */
function mostDeprived(areas: RegionAreas, ranks: readonly number[]) {
	const lowest = Math.min(...ranks);
	const most = indicesWhere(ranks, (rank) => rank === lowest);
	const areAt = (those: readonly number[]) =>
		`${those.length > 1 ? 'are' : 'is'} ${tiedWords(
			those.map((area) => `${areas.names[area] ?? ''}, in ${groupOf(areas, 'msoa', area).name}`),
			'neighbourhood'
		)}`;
	return { most, areAt };
}

/**
 * Where deprivation is highest, and what speaks against calling it so: every district with a larger
 * share of residents in Core20 neighbourhoods or with more of these, and those that tie.
 *
 * @param first the most deprived of all; several where they tie
 */
function districtWords(
	all: readonly DistrictDeprivation[],
	first: readonly DistrictDeprivation[],
	by: string
): string {
	const names = (those: readonly DistrictDeprivation[]) =>
		formatList(those.map(({ district }) => district.name));
	const [only, ...tied] = first;
	if (!only || tied.length > 0)
		return `Deprivation is highest in ${names(first)} alike, by average ${by}.`;
	const others = all.filter((one) => one !== only);
	const byShare = endsOf(
		[...all].sort((a, b) => b.core20Share - a.core20Share),
		(one) => one.core20Share
	).first;
	const [largest = only] = byShare;
	const alsoLargest = byShare.includes(only) ? byShare.filter((one) => one !== only) : [];
	const more = others
		.filter(({ core20Lsoas }) => core20Lsoas > only.core20Lsoas)
		.sort((a, b) => b.core20Lsoas - a.core20Lsoas);
	const same = others.filter(({ core20Lsoas }) => core20Lsoas === only.core20Lsoas);
	const counts = formatList(more.map(({ core20Lsoas }) => formatCount(core20Lsoas)));
	const own = formatCount(only.core20Lsoas);
	return (
		`Deprivation is highest in ${names([only])} by average ${by}; ${formatPercent(only.core20Share)} of its residents live in Core20 neighbourhoods` +
		(alsoLargest.length > 0 ? `, as in ${names(alsoLargest)}` : '') +
		(byShare.includes(only)
			? ''
			: ` (most in ${names(byShare)}: ${formatPercent(largest.core20Share)})`) +
		'. ' +
		(more.length > 0
			? `${names(more)} ${more.length > 1 ? 'have' : 'has'} more of these neighbourhoods: ${counts} against ${own}`
			: `No other district has more of these neighbourhoods: ${own}`) +
		(same.length > 0 ? `; ${names(same)} ${same.length > 1 ? 'have' : 'has'} ${own}, too.` : '.')
	);
}
