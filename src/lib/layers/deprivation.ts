import { isCore20 } from '../indicators/core20.ts';
import type { Edition } from '../indicators/editions.ts';
import type { FactsPart } from '../region/pack.ts';
import { groupOf, residentsOf, type Group, type RegionAreas } from '../region/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatPercent,
	formatQuantity
} from '../report/format.ts';
import { weightedMean } from '../stats/weighted.ts';
import type { AreaLayer, Finding, LayerContext, TableValue } from './layer.ts';
import { DECILE_COLOURS } from './palettes.ts';

/** The part of a region's pack that holds an edition's deprivation figures. */
export const deprivationPart = (edition: Edition): string => `deprivation-${edition.id}`;

/** A column without gaps: deprivation is published for every LSOA. */
export function deprivationColumn(facts: FactsPart, name: string): number[] {
	const column = facts.columns[name];
	if (!column) throw new Error(`${facts.part} has no column ${name}`);
	return column.values.map((value, i) => {
		if (value === null) throw new Error(`${facts.part}, ${name}: no value for area ${i}`);
		return value;
	});
}

export const deprivation: AreaLayer = {
	id: 'deprivation',
	kind: 'areas',
	title: 'Deprivation',
	question: 'Where is deprivation highest?',
	group: 'need',
	about:
		'The Index of Multiple Deprivation puts every neighbourhood of England in order, from the most deprived tenth (decile 1) to the least (decile 10). It describes areas: not everyone in a deprived area is deprived.',
	parts: (edition) => [deprivationPart(edition)],

	build(context) {
		const { areas, edition } = context;
		const facts = context.facts(deprivationPart(edition));
		const deciles = deprivationColumn(facts, 'imd_decile');
		const ranks = deprivationColumn(facts, 'imd_rank');
		const scores = deprivationColumn(facts, 'imd_score');
		const inEngland = formatCount(edition.lsoasInEngland);
		const rankText = (area: number) => `rank ${formatCount(ranks[area] ?? 0)} of ${inEngland}`;
		const members = DECILE_COLOURS.map((_, i) =>
			indicesWhere(deciles, (decile) => decile === i + 1)
		);

		return {
			drawing: {
				kind: 'fill',
				colours: deciles.map((decile) => DECILE_COLOURS[decile - 1] ?? null)
			},
			legend: {
				title: `Deprivation decile in England, ${edition.short}`,
				counted: 'neighbourhoods',
				classes: DECILE_COLOURS.map((colour, i) => ({
					label: decileLabel(i + 1),
					short: String(i + 1),
					symbol: { kind: 'fill', colour },
					count: members[i]?.length ?? 0,
					areas: new Set(members[i])
				})),
				note: null,
				reference: {
					count: areas.count / 10,
					label: `${formatDecimal(areas.count / 10)}: a tenth of the neighbourhoods, as in England`
				},
				histogram: true,
				ends: ['most deprived', 'least deprived']
			},
			columns: [
				numberColumn(
					'imd_decile',
					'Decile',
					`IMD decile in England, ${edition.short}; 1 is most deprived`,
					deciles
				),
				numberColumn(
					'imd_rank',
					'Rank',
					`IMD rank of ${inEngland} in England; 1 is most deprived`,
					ranks
				),
				numberColumn(
					'imd_score',
					'Score',
					edition.scoreIsOfficial
						? 'IMD score; higher is more deprived'
						: 'IMD score recomputed from the published domain scores, not official; higher is more deprived',
					scores,
					formatDecimal
				)
			],
			findings: findings(context, deciles, ranks, scores, facts),
			details: (area) => [
				{
					label: 'Deprivation decile in England',
					value: `${deciles[area]} of 10`,
					note: `${rankText(area)}, where 1 is most deprived (${edition.short})`
				}
			],
			label: (area) => `Decile ${deciles[area]}, ${rankText(area)}`,
			datasets: [edition.dataset, ...areas.datasets],
			period: edition.title,
			caveats: [
				'Ranks and deciles are relative: a change between editions is not by itself an improvement or a decline.',
				'The index describes areas, not people. Many people who are deprived live outside the most deprived areas.',
				...(edition.scoreIsOfficial
					? []
					: [
							'Scores of 2019 are recomputed from the published domain scores; ranks and deciles are official.'
						])
			]
		};
	}
};

function decileLabel(decile: number): string {
	if (decile === 1) return '1, most deprived';
	if (decile === 10) return '10, least deprived';
	return String(decile);
}

function indicesWhere(values: readonly number[], test: (value: number) => boolean): number[] {
	return values.flatMap((value, i) => (test(value) ? [i] : []));
}

function numberColumn(
	id: string,
	label: string,
	description: string,
	values: number[],
	format: (value: number) => string = formatCount
) {
	return {
		id,
		label,
		description,
		align: 'end' as const,
		values,
		format: (value: TableValue) => (typeof value === 'number' ? format(value) : '')
	};
}

export interface DistrictDeprivation {
	district: Group;
	residents: number;
	/** Population-weighted mean of LSOA scores. */
	averageScore: number;
	core20Lsoas: number;
	core20Share: number;
}

/** Deprivation of each district (or part of one) in the region, most deprived first by score. */
export function districtDeprivation(
	areas: RegionAreas,
	deciles: readonly number[],
	scores: readonly number[]
): DistrictDeprivation[] {
	return areas.groups.district
		.map((district) => {
			const { members } = district;
			const core20 = members.filter((area) => isCore20(deciles[area] ?? NaN));
			const residents = residentsOf(areas, members);
			const average = weightedMean(
				members.map((area) => scores[area] ?? NaN),
				members.map((area) => areas.residents[area] ?? NaN)
			);
			return {
				district,
				residents,
				averageScore: average ?? NaN,
				core20Lsoas: core20.length,
				core20Share: residentsOf(areas, core20) / residents
			};
		})
		.sort(
			(a, b) => b.averageScore - a.averageScore || a.district.code.localeCompare(b.district.code)
		);
}

function findings(
	{ areas, edition, regionName }: LayerContext,
	deciles: number[],
	ranks: number[],
	scores: number[],
	facts: FactsPart
): Finding[] {
	const core20 = indicesWhere(deciles, isCore20);
	const core20Residents = residentsOf(areas, core20);
	const all = residentsOf(areas, [...areas.codes.keys()]);
	const communities = new Set(core20.map((area) => groupOf(areas, 'msoa', area).code)).size;
	const england = facts.england;
	const shareInEngland = (england['core20_residents'] ?? NaN) / (england['residents'] ?? NaN);

	const districts = districtDeprivation(areas, deciles, scores);
	const [first] = districts;
	const most = ranks.indexOf(Math.min(...ranks));

	const made: Finding[] = [
		{
			id: 'core20-residents',
			text:
				`${formatCount(core20Residents)} people, ${formatPercent(core20Residents / all)} of residents (England: ${formatPercent(shareInEngland)}), ` +
				`live in Core20 neighbourhoods, the most deprived fifth of England: ` +
				`${formatCount(core20.length)} neighbourhoods in ${formatQuantity(communities, 'community', 'communities')}.`,
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
				`Deprivation is highest in ${name(first)} by average score; ${formatPercent(first.core20Share)} of its residents live in Core20 neighbourhoods` +
				(byShare === first
					? ''
					: ` (most in ${name(byShare)}: ${formatPercent(byShare.core20Share)})`) +
				'. ' +
				(byCount.core20Lsoas > first.core20Lsoas
					? `${name(byCount)} has more of these neighbourhoods: ${byCount.core20Lsoas} against ${first.core20Lsoas}.`
					: `It has the most of these neighbourhoods: ${first.core20Lsoas}.`),
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
