import type { Edition } from '../facts/editions.ts';
import { RURAL_URBAN } from '../indicators/place.ts';
import { PLACE_FAMILY } from '../indicators/stored-measures.ts';
import { factNumbers } from '../facts/figures.ts';
import { known } from '../facts/value.ts';
import { groupOf, residentsOf, type GroupLevel, type RegionAreas } from '../areas/region.ts';
import { formatCount, formatList, formatPercent, formatQuantity } from '../text/format.ts';
import type { AreaLayer } from './layer.ts';
import { measured } from './measured.ts';
import { COAST_COLOURS, RURAL_URBAN_COLOURS } from './palettes.ts';
import { endsOf, tiedWords } from './ties.ts';

const FAMILY = {
	...PLACE_FAMILY,
	kind: 'areas',
	level: 'lsoa',
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
		'The official rural-urban class of a neighbourhood: that of 2021 in edition 2025, and of 2011 in edition 2019. The two are made differently and can’t be compared. A country town may be urban, and a rural neighbourhood may have a town’s shops at its edge.',
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
		const ends = endsOf(byShare(areas, 'district', isRural), ({ share }) => share);
		const [first] = ends.first;
		const [last] = ends.last;
		const named = (tied: readonly GroupShare[]) =>
			tiedWords(
				tied.map(({ name }) => name),
				'district'
			);
		const communities = areas.groups.msoa.filter(({ members }) => members.every(isRural)).length;
		return measured(
			context,
			{
				id: 'rural_urban',
				title: `Rural or urban, classification of ${year}`,
				label: 'Rural or urban',
				unit: 'rural-urban class',
				values: known(of),
				scale: {
					kind: 'categories',
					categories: classes.map(({ label, code }) => ({
						label,
						// Of two classes that differ after a colon the darker one is further off.
						brief: label.split(':').slice(0, -1).join(':'),
						colour: RURAL_URBAN_COLOURS[code] ?? '#000000'
					})),
					ends: ['Darker: further from a major town', ''],
					detailNote: `rural-urban classification of ${year}`
				},
				datasets: [...facts.datasets, edition.residentsDataset],
				period: `classification of ${year}`,
				caveats: [
					'The classes of 2011 and 2021 are made differently. If the class differs between the editions, the place may not have changed.'
				]
			},
			{
				legendNote: `England: ${formatPercent(english)} of residents live in rural neighbourhoods.`,
				findings: [
					{
						id: 'rural-residents',
						text: `${formatCount(residents)} people, ${formatPercent(residents / residentsOf(areas, all(areas)))} of residents of ${regionName} (England: ${formatPercent(english)}), live in rural neighbourhoods: ${formatCount(rural.length)} of ${formatCount(areas.count)}.`,
						area: null
					},
					...(first && last && ends.apart
						? [
								{
									id: 'rural-district',
									text: `The share of residents in rural neighbourhoods is highest in ${named(ends.first)} (${formatPercent(first.share)}) and lowest in ${named(ends.last)} (${formatPercent(last.share)}).`,
									area: null
								}
							]
						: []),
					{
						id: 'rural-communities',
						text: `${formatCount(communities)} of the ${formatCount(areas.groups.msoa.length)} communities of ${regionName} are wholly rural.`,
						area: null
					}
				]
			}
		);
	}
};

const coastPart = (edition: Edition) => `coast-${edition.id}` as const;

const coast: AreaLayer = {
	...FAMILY,
	id: 'place-coastal',
	measure: 'At the sea or not',
	title: 'At the sea or not',
	about:
		'Neighbourhoods whose edge touches the sea. There is no official list, so we worked this out from the outline of the land. Open water at least a kilometre across counts as the sea; tidal rivers, broads and narrow harbours do not. A neighbourhood a street away from the beach is not marked.',
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
		return measured(
			context,
			{
				id: 'coastal',
				title: 'At the sea or not, worked out by us',
				label: 'At the sea',
				unit: 'at the sea or not',
				values: known(of),
				scale: {
					kind: 'categories',
					categories: [
						{ label: 'At the sea', colour: COAST_COLOURS.coastal },
						{ label: 'Not at the sea', colour: COAST_COLOURS.inland }
					],
					detailNote: 'worked out by us from the outline of the land; tidal rivers are not the sea'
				},
				datasets: [...facts.datasets, edition.residentsDataset],
				period: `outlines of ${edition.vintage} and of May 2025`,
				caveats: [
					'This is our own work, not an official class. A neighbourhood counts if its edge is within 200 metres of open water that is joined to the open sea and can hold a circle a kilometre across.',
					'People who live near the sea, but in a neighbourhood that does not touch it, are not counted.'
				]
			},
			{
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
							]
			}
		);
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

/** Rural-urban class and coast; what is measured of places stands in indicators/stored-measures.ts. */
export const placeLayers: readonly AreaLayer[] = [ruralUrban, coast];
