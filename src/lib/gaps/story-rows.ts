/** By which measures a district is at the front of its region, and by which it is not. */
import type { Group } from '../areas/region.ts';
import { type EditionId, EDITIONS } from '../facts/editions.ts';
import { factNumbers } from '../facts/figures.ts';
import { deprivationPart } from '../facts/parts.ts';
import {
	type DistrictDeprivation,
	districtDeprivation
} from '../indicators/district-deprivation.ts';
import { formatCount, formatDecimal, formatList, formatPercent } from '../text/format.ts';
import { analyseGaps } from './analysis.ts';
import { type MeasureId, measureOf } from './measures.ts';
import { provisionsOf } from './provisions.ts';
import type { GapsRequest } from './request.ts';
import { VENUES } from './story-communities.ts';
import { haveOneSetOfDirectories } from './survey.ts';
import type { Workbench } from './workbench.ts';

/** A measure, and where the district stands by it. */
export interface StoryRow {
	id: string;
	/** "Average IMD score, IoD 2025". */
	label: string;
	/** The district's own figure. */
	own: string;
	/** Its place among the districts that have a figure: 1 is the most deprived, or has least. */
	place: number;
	of: number;
	/** Names of the districts that have no figure. */
	without: string[];
	/** Names of the districts that have the very same figure. */
	ties: string[];
	/** The district at the front, and its figure. */
	leader: string;
	leaderValue: string;
}

/** The deprivation of a region's districts in an edition, the most deprived first. */
export function deprivationOf(bench: Workbench, id: EditionId): DistrictDeprivation[] {
	const { areas, edition } = bench.edition(id);
	const facts = bench.facts(deprivationPart(edition));
	return districtDeprivation(
		areas,
		factNumbers(facts, 'imd_decile'),
		factNumbers(facts, 'imd_score'),
		factNumbers(facts, 'imd_rank')
	);
}

/** The district's place among those with a figure; null where it has none. `figures` are of all districts. */
export function row(
	id: string,
	label: string,
	figures: readonly { district: Group; value: number }[],
	district: Group,
	format: (value: number) => string,
	front: 'most' | 'least'
): StoryRow | null {
	const known = figures.filter(({ value }) => Number.isFinite(value));
	const own = known.find((one) => one.district.code === district.code);
	if (!own) return null;
	const ahead = (value: number, than: number) => (front === 'most' ? value > than : value < than);
	const leader = known.reduce((a, b) => (ahead(b.value, a.value) ? b : a));
	return {
		id,
		label,
		own: format(own.value),
		place: known.filter(({ value }) => ahead(value, own.value)).length + 1,
		of: known.length,
		without: figures.flatMap(({ district: other, value }) =>
			Number.isFinite(value) ? [] : [other.name]
		),
		ties: known.flatMap(({ district: other, value }) =>
			value === own.value && other.code !== district.code ? [other.name] : []
		),
		leader: formatList(
			known.flatMap(({ district: other, value }) => (value === leader.value ? [other.name] : []))
		),
		leaderValue: format(leader.value)
	};
}

/** Where a district stands by each measure of an edition. */
export function deprivationRows(
	all: readonly DistrictDeprivation[],
	id: EditionId,
	district: Group
): StoryRow[] {
	const { short } = EDITIONS[id];
	const measures: {
		id: string;
		label: string;
		of: (one: DistrictDeprivation) => number;
		format: (value: number) => string;
		front: 'most' | 'least';
	}[] = [
		{
			id: 'average-score',
			label: 'Average IMD score',
			of: (one) => one.averageScore,
			format: formatDecimal,
			front: 'most'
		},
		{
			id: 'average-rank',
			label: 'Average IMD rank (1 is the most deprived)',
			of: (one) => one.averageRank,
			format: formatCount,
			front: 'least'
		},
		{
			id: 'core20-share',
			label: 'Share of residents in Core20 neighbourhoods',
			of: (one) => one.core20Share,
			format: formatPercent,
			front: 'most'
		},
		{
			id: 'core20-lsoa-share',
			label: 'Share of neighbourhoods that are Core20',
			of: (one) => one.core20Lsoas / one.district.members.length,
			format: formatPercent,
			front: 'most'
		},
		{
			id: 'core20-lsoas',
			label: 'Number of Core20 neighbourhoods',
			of: (one) => one.core20Lsoas,
			format: formatCount,
			front: 'most'
		}
	];
	return measures.flatMap(
		(measure) =>
			row(
				`${measure.id}-${id}`,
				`${measure.label}, ${short}`,
				all.map((one) => ({ district: one.district, value: measure.of(one) })),
				district,
				measure.format,
				measure.front
			) ?? []
	);
}

/** What is published of charities by district. */
export const CHARITY_MEASURES: readonly {
	id: MeasureId;
	label: string;
	format: (value: number) => string;
}[] = [
	{ id: 'published-number', label: 'Registered charities', format: formatCount },
	{
		id: 'published-rate',
		label: 'Registered charities per 10,000 residents',
		format: formatDecimal
	},
	{
		id: 'published-income',
		label: 'Total income of charities',
		format: (value) => `£${formatDecimal(value / 1e6)} million`
	},
	{
		id: 'published-income-per-resident',
		label: 'Income of charities per resident',
		format: (value) => `£${formatCount(value)}`
	}
];

/**
 * Venues per 10,000 residents by district; null where different directories look in them, as an
 * order of their counts says nothing then.
 */
export function perHeadRow(bench: Workbench, district: Group): StoryRow | null {
	const request: GapsRequest = { ...VENUES, level: 'district', measure: 'rate', bar: 'region' };
	const { areas, regionAreas } = analyseGaps(request, bench);
	const members = areas.map(({ unit }) => regionAreas.groups.district[unit]?.members ?? []);
	const kinds = provisionsOf(request.provision).flatMap(({ kind }) => kind ?? []);
	if (!haveOneSetOfDirectories(regionAreas, members, kinds, bench.coverage)) return null;
	return row(
		'venues-rate',
		`Community venues ${measureOf('rate').title.toLowerCase()}`,
		areas.map(({ unit, provision }) => ({
			district: regionAreas.groups.district[unit] ?? district,
			value: provision.kind === 'value' || provision.kind === 'estimate' ? provision.value : NaN
		})),
		district,
		formatDecimal,
		'least'
	);
}
