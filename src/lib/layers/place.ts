import type { Edition } from '../facts/editions.ts';
import { ACCESS_MEASURES, ROAD_DISTANCES, RURAL_URBAN } from '../indicators/place.ts';
import type { Value } from '../facts/value.ts';
import { factNumbers } from '../facts/figures.ts';
import { groupOf, residentsOf, type GroupLevel, type RegionAreas } from '../areas/region.ts';
import {
	formatCount,
	formatDecimal,
	formatList,
	formatPercent,
	formatQuantity
} from '../text/format.ts';
import { weightedMean } from '../stats/weighted.ts';
import { categorical } from './categorical.ts';
import { indicesWhere } from './columns.ts';
import { continuous } from './continuous.ts';
import type { AreaLayer, Finding, LayerContext } from './layer.ts';
import { COAST_COLOURS, RURAL_URBAN_COLOURS } from './palettes.ts';

const FAMILY = {
	kind: 'areas',
	level: 'lsoa',
	family: 'place',
	question: 'How rural is it, and how well connected?',
	group: 'need'
} as const;

const all = (areas: RegionAreas): number[] => [...areas.codes.keys()];

const ruralUrbanPart = (edition: Edition) => `rural-urban-${edition.id}` as const;

const ruralUrban: AreaLayer = {
	...FAMILY,
	id: 'place-rural-urban',
	measure: 'Rural or urban',
	title: 'Rural or urban',
	about:
		'The official rural-urban class of a neighbourhood: of 2021 in edition 2025, of 2011 in edition 2019. The two are made differently and can’t be compared. A town in the country may be urban, and a rural neighbourhood may have a town’s shops at its edge.',
	ownBreaks: false,
	parts: (edition) => [ruralUrbanPart(edition)],
	build(context) {
		const { areas, edition, regionName } = context;
		const facts = context.facts(ruralUrbanPart(edition));
		const of = factNumbers(facts, 'class');
		const { classes, year } = RURAL_URBAN[edition.id];
		const isRural = (area: number) => classes[of[area] ?? -1]?.rural === true;
		const rural = all(areas).filter(isRural);
		const residents = residentsOf(areas, rural);
		const inEngland = (test: (rural: boolean) => boolean) =>
			classes.reduce(
				(sum, { code, rural: counts }) =>
					sum + (test(counts) ? (facts.england[`residents_${code}`] ?? 0) : 0),
				0
			);
		const english = inEngland((counts) => counts) / inEngland(() => true);
		const districts = byShare(areas, 'district', isRural);
		const [first] = districts;
		const last = districts.at(-1);
		const communities = areas.groups.msoa.filter(({ members }) => members.every(isRural)).length;
		return categorical(context, {
			id: 'rural_urban',
			title: `Rural or urban, classification of ${year}`,
			label: 'Rural or urban',
			categories: classes.map(({ label, code }) => ({
				label,
				colour: RURAL_URBAN_COLOURS[code] ?? '#000000'
			})),
			of,
			detailNote: `rural-urban classification of ${year}`,
			note: `England: ${formatPercent(english)} of residents live in rural neighbourhoods.`,
			findings: [
				{
					id: 'rural-residents',
					text: `${formatCount(residents)} people, ${formatPercent(residents / residentsOf(areas, all(areas)))} of residents of ${regionName} (England: ${formatPercent(english)}), live in rural neighbourhoods: ${formatCount(rural.length)} of ${formatCount(areas.count)}.`,
					area: null
				},
				...(first && last && first !== last
					? [
							{
								id: 'rural-district',
								text: `The share of residents in rural neighbourhoods is highest in ${first.name} (${formatPercent(first.share)}) and lowest in ${last.name} (${formatPercent(last.share)}).`,
								area: null
							}
						]
					: []),
				{
					id: 'rural-communities',
					text: `${formatCount(communities)} of the ${formatCount(areas.groups.msoa.length)} communities are rural throughout.`,
					area: null
				}
			],
			datasets: [...facts.datasets, edition.residentsDataset],
			period: `classification of ${year}`,
			caveats: [
				'The classes of 2011 and of 2021 are made differently: a change of class between the editions is not a change of place.'
			]
		});
	}
};

const coastPart = (edition: Edition) => `coast-${edition.id}` as const;

const coast: AreaLayer = {
	...FAMILY,
	id: 'place-coastal',
	measure: 'At the sea or not',
	title: 'At the sea or not',
	about:
		'Neighbourhoods whose edge touches the sea. There is no official list, so this is our own, worked out from the outline of the land: open water at least a kilometre across counts as the sea; tidal rivers, broads and narrow harbours do not. A neighbourhood a street from the beach that doesn’t touch it is not marked.',
	ownBreaks: false,
	parts: (edition) => [coastPart(edition)],
	build(context) {
		const { areas, edition, regionName } = context;
		const facts = context.facts(coastPart(edition));
		const of = factNumbers(facts, 'coastal').map((coastal) => (coastal === 1 ? 0 : 1));
		const isCoastal = (area: number) => of[area] === 0;
		const coastal = all(areas).filter(isCoastal);
		const residents = residentsOf(areas, coastal);
		const communities = new Set(coastal.map((area) => groupOf(areas, 'msoa', area).code)).size;
		const districts = areas.groups.district
			.map(({ name, members }) => ({ name, count: members.filter(isCoastal).length }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
		return categorical(context, {
			id: 'coastal',
			title: 'At the sea or not, our derivation',
			label: 'At the sea',
			categories: [
				{ label: 'At the sea', colour: COAST_COLOURS.coastal },
				{ label: 'Not at the sea', colour: COAST_COLOURS.inland }
			],
			of,
			detailNote: 'our derivation from the outline of the land; tidal rivers are not the sea',
			note: null,
			findings:
				coastal.length === 0
					? [
							{
								id: 'coastal-none',
								text: `No neighbourhood of ${regionName} is at the sea.`,
								area: null
							}
						]
					: [
							{
								id: 'coastal-residents',
								text: `${formatCount(residents)} people, ${formatPercent(residents / residentsOf(areas, all(areas)))} of residents of ${regionName}, live in the ${formatQuantity(coastal.length, 'neighbourhood')} that ${coastal.length === 1 ? 'is' : 'are'} at the sea, in ${formatQuantity(communities, 'community', 'communities')}.`,
								area: null
							},
							{
								id: 'coastal-districts',
								text: `By district: ${formatList(districts.map(({ name, count }) => `${name} ${count}`))}.`,
								area: null
							}
						],
			datasets: [...facts.datasets, edition.residentsDataset],
			period: `outlines of ${edition.vintage} and of May 2025`,
			caveats: [
				'Our own derivation, not an official class: an edge within 200 metres of open water in which a circle a kilometre across fits, joined to the open sea.',
				'People who live near the sea but in a neighbourhood that doesn’t touch it are not counted.'
			]
		});
	}
};

interface GroupShare {
	name: string;
	share: number;
}

/** Groups of a level by the share of their residents in LSOAs that pass a test. */
function byShare(
	areas: RegionAreas,
	level: GroupLevel,
	test: (area: number) => boolean
): GroupShare[] {
	return areas.groups[level]
		.map(({ name, members }) => ({
			name,
			share: residentsOf(areas, members.filter(test)) / residentsOf(areas, members)
		}))
		.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}

/** Groups of a level by the mean over their residents of a value of LSOAs, highest first. */
function byMean(areas: RegionAreas, level: GroupLevel, values: readonly number[]) {
	return areas.groups[level]
		.map(({ code, name, members }) => ({
			code,
			name,
			first: members[0] ?? 0,
			mean: meanOver(areas, members, values)
		}))
		.sort((a, b) => b.mean - a.mean || (a.name < b.name ? -1 : 1));
}

function meanOver(
	areas: RegionAreas,
	members: readonly number[],
	values: readonly number[]
): number {
	const pick = (list: readonly number[]) => members.map((area) => list[area] ?? NaN);
	return weightedMean(pick(values), pick(areas.residents)) ?? NaN;
}

/** "Worst on average: the community …", of communities and districts. */
function extremes(
	{ areas }: LayerContext,
	id: string,
	values: readonly number[],
	highestFirst: boolean,
	format: (value: number) => string,
	isWorst: string
): Finding[] {
	const order = <T>(list: T[]): T[] => (highestFirst ? list : [...list].reverse());
	const [community] = order(byMean(areas, 'msoa', values));
	const districts = order(byMean(areas, 'district', values));
	const [worst] = districts;
	const best = districts.at(-1);
	return [
		...(community
			? [
					{
						id: `${id}-community`,
						text: `Of the communities, ${isWorst} in ${community.name} (${groupOf(areas, 'district', community.first).name}): ${format(community.mean)}, as a mean over its residents.`,
						area: community.code
					}
				]
			: []),
		...(worst && best && worst !== best
			? [
					{
						id: `${id}-district`,
						text: `By district it goes from ${format(worst.mean)} in ${worst.name} to ${format(best.mean)} in ${best.name}.`,
						area: null
					}
				]
			: [])
	];
}

const accessLayers: AreaLayer[] = ACCESS_MEASURES.map((measure) => ({
	...FAMILY,
	id: `place-${measure.column.replaceAll('_', '-')}`,
	measure: measure.title,
	title: measure.title,
	about: measure.about,
	editions: ['2025'],
	ownBreaks: true,
	englandBreaks: true,
	parts: () => ['access-2025'],
	build(context) {
		const { areas, edition, regionName } = context;
		const { column, title, decimals, higherIsWorse } = measure;
		const facts = context.facts('access-2025');
		const values = factNumbers(facts, column);
		const england = (name: string) => facts.england[`${column}_${name}`] ?? NaN;
		const fifths = [1, 2, 3, 4].map((fifth) => england(`fifth_${fifth}`));
		const format = formats[decimals] ?? formatDecimal;
		const worst = higherIsWorse
			? indicesWhere(values, (value) => value >= (fifths[3] ?? NaN))
			: indicesWhere(values, (value) => value < (fifths[0] ?? NaN));
		const residents = residentsOf(areas, worst);
		return continuous(context, {
			id: column,
			title: `${title}, ${edition.short}`,
			label: title,
			unit: `${title.toLowerCase()}, ${edition.short}; higher is ${higherIsWorse ? 'worse' : 'better'}`,
			values: values.map((value): Value => ({ kind: 'value', value })),
			format,
			classes: { fixed: fifths },
			...(column === 'patients_per_gp'
				? { england: { value: england('median'), label: 'England’s middle neighbourhood' } }
				: { england: { value: england('mean'), label: 'England, mean over residents' } }),
			// Minus signs and dashes between numbers would run together.
			short: (low, high) => `${format(low)} to ${format(high)}`,
			legendNote: [
				`Higher is ${higherIsWorse ? 'worse' : 'better'}.`,
				...(context.breaks ? [] : ['Each class is a fifth of England’s neighbourhoods.'])
			].join(' '),
			findings: [
				{
					id: `${column}-worst`,
					text: `${formatCount(residents)} people, ${formatPercent(residents / residentsOf(areas, all(areas)))} of residents of ${regionName}, live in ${measure.worstFifth}: ${formatCount(worst.length)} of its ${formatCount(areas.count)} neighbourhoods, where ${formatCount(areas.count / 5)} would be a fifth.`,
					area: null
				},
				...extremes(context, column, values, higherIsWorse, format, measure.worst)
			],
			datasets: [...facts.datasets, edition.residentsDataset],
			period: `${edition.title}; indicators of 2021 to 2025`,
			caveats: [...measure.caveats],
			highestFirst: higherIsWorse
		});
	}
}));

const twoDecimals = (value: number): string => value.toFixed(2).replace('-', '−');
const formats: Record<number, (value: number) => string> = {
	0: formatCount,
	1: formatDecimal,
	2: twoDecimals
};
const kilometres = (value: number): string => `${formatDecimal(value)} km`;

const roadLayers: AreaLayer[] = ROAD_DISTANCES.map(({ column, to, far }) => ({
	...FAMILY,
	id: `place-${column.replaceAll('_', '-')}`,
	measure: `Road distance to a ${to}`,
	title: `Road distance to a ${to}`,
	about: `How far it is by road to the nearest ${to}, as a mean over a neighbourhood’s residents, in the Indices of Deprivation 2019. It is of 2016: some have opened or closed since, and it says nothing about buses.`,
	editions: ['2019'],
	ownBreaks: true,
	englandBreaks: true,
	parts: () => ['road-distances-2019'],
	build(context) {
		const { areas, edition, regionName } = context;
		const facts = context.facts('road-distances-2019');
		const values = factNumbers(facts, column);
		const distant = indicesWhere(values, (value) => value >= far);
		const residents = residentsOf(areas, distant);
		return continuous(context, {
			id: column,
			title: `Road distance to a ${to}, 2016 (${edition.short})`,
			label: `Km to a ${to}`,
			unit: `kilometres by road to the nearest ${to}, 2016`,
			values: values.map((value): Value => ({ kind: 'value', value })),
			format: kilometres,
			short: (low, high) => `${plain(low)}–${plain(high)}`,
			classes: { fixed: [1, 2, 3, 5, 8] },
			england: {
				value: facts.england[`${column}_mean`] ?? NaN,
				label: 'England, mean over residents'
			},
			legendNote: 'Kilometres by road.',
			findings: [
				{
					id: `${column}-far`,
					text: `${formatCount(residents)} people, ${formatPercent(residents / residentsOf(areas, all(areas)))} of residents of ${regionName} (England: ${formatPercent(facts.england[`${column}_far_share`] ?? NaN)}), live in neighbourhoods where a ${to} is on average ${far} km or more away by road.`,
					area: null
				},
				...extremes(context, column, values, true, kilometres, `the distance to a ${to} is longest`)
			],
			datasets: [...facts.datasets, edition.residentsDataset],
			period: '2016',
			caveats: [
				`Of 2016: a ${to} may have opened or closed since.`,
				'A mean over a neighbourhood hides who lives far out in it.'
			]
		});
	}
}));

const plain = (value: number): string =>
	Number.isInteger(value) ? String(value) : formatDecimal(value);

/** Rural-urban class, coast, connectivity, GPs and distances. */
export const placeLayers: readonly AreaLayer[] = [
	ruralUrban,
	coast,
	...accessLayers,
	...roadLayers
];
