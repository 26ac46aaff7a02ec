import { AGE_GROUPS, ETHNIC_MEASURES } from '../indicators/people.ts';
import type { Edition, EditionId } from '../facts/editions.ts';
import type { Value } from '../facts/value.ts';
import { factNumbers } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { groupOf, type GroupLevel } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatPercent,
	formatWholePercent
} from '../text/format.ts';
import { numberColumn, sumByUnit } from './columns.ts';
import type { AreaLayer, Contribution, DetailRow, LayerContext } from './layer.ts';
import { measured } from './measured.ts';
import { shareFindings } from './share-findings.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

const QUESTION = 'Who lives here?';
const CENSUS_CAVEAT =
	'The Census changes counts of small areas a little to protect people, so a share of a few people is not exact.';

interface ShareRequest {
	id: string;
	/** "Aged 65 and over". */
	title: string;
	/** Who they are, after a number of people: "aged 65 or over". */
	words: string;
	facts: FactsPart;
	/** Columns whose sum is counted. */
	columns: readonly string[];
	/** Bounds of the classes in per cent. */
	bounds: readonly number[];
	/** Whether it is of a group so small that areas stand in no order by it, and no count is of fewer people than a community has. */
	small?: boolean;
	period: string;
	caveats: string[];
}

/** The layer of a share of residents: `columns` of a part over its column `total`. */
function share(context: LayerContext, request: ShareRequest): Contribution {
	const { areas, units } = context;
	const { id, title, words, facts, period, small = false } = request;
	const parts = request.columns.map((column) => factNumbers(facts, column));
	const counts = [...areas.codes.keys()].map((area) =>
		parts.reduce((sum, column) => sum + (column[area] ?? 0), 0)
	);
	const totals = factNumbers(facts, 'total');
	const inEngland =
		request.columns.reduce((sum, column) => sum + (facts.england[column] ?? NaN), 0) /
		(facts.england['total'] ?? NaN);
	const sums = (members: readonly number[]) => ({
		count: members.reduce((sum, area) => sum + (counts[area] ?? 0), 0),
		total: members.reduce((sum, area) => sum + (totals[area] ?? 0), 0)
	});
	const values = units.members.map((members): Value => {
		const { count, total } = sums(members);
		return total > 0 ? { kind: 'value', value: perCent(count / total) } : { kind: 'missing' };
	});

	const details = ({ members }: { members: readonly number[] }): DetailRow[] => {
		const [first = -1, ...others] = members;
		const community = small && others.length === 0 ? groupOf(areas, 'msoa', first) : null;
		const { count, total } = sums(community?.members ?? members);
		const of = community ? ` of the community ${community.name}` : '';
		return [
			{
				label: title,
				value: total > 0 ? formatPercent(count / total) : 'no residents',
				note: `${formatCount(count)} of ${formatCount(total)} residents${of}, ${period}; England ${formatPercent(inEngland)}`
			}
		];
	};

	const made = measured(
		context,
		{
			id,
			title: `${title}: share of residents, ${period}`,
			label: title,
			unit: `per cent of residents, ${words}`,
			values,
			scale: {
				kind: 'amounts',
				format: (value) => `${formatDecimal(value)}%`,
				short: (low, high) => `${plain(low)}–${plain(high)}%`,
				classes: { fixed: request.bounds }
			},
			england: { value: 100 * inEngland, label: 'England' },
			datasets: [...facts.datasets],
			period,
			caveats: request.caveats
		},
		{
			columns: [
				numberColumn(
					{
						id: `${id}_people`,
						label: `${title}: people`,
						description: `Residents ${words}, ${period}`
					},
					sumByUnit(units.members, counts)
				)
			],
			findings: shareFindings(context, request, sums, inEngland),
			details
		}
	);
	return small ? { ...made, sortedBy: null } : made;
}

/** Per cent with enough digits that rounding it once more changes nothing. */
const perCent = (value: number): number => Math.round(value * 1_000_000) / 10_000;
/** A number without needless decimals: "10", "2.3". */
const plain = (value: number): string =>
	Number.isInteger(value) ? String(value) : formatDecimal(value);

const AGE_BOUNDS: Record<string, readonly number[]> = {
	aged_0_15: [10, 15, 20, 25],
	aged_16_24: [6, 9, 12, 18, 30],
	aged_65_over: [10, 15, 20, 25, 30, 40]
};

const agesPart = (edition: Edition) => `ages-${edition.id}` as const;

const ageLayers: AreaLayer[] = AGE_GROUPS.map(({ column, title, words }) => ({
	id: `people-${column.replaceAll('_', '-')}`,
	kind: 'areas',
	level: 'lsoa',
	family: 'people',
	measure: title,
	title: `People ${words}`,
	question: QUESTION,
	group: 'need',
	about: `The share of a neighbourhood’s residents who are ${words}. Edition 2025 uses Census 2021, and edition 2019 the estimate for mid-2020. It counts people who live there, not people who visit or study there by day.`,
	ownBreaks: true,
	englandBreaks: true,
	parts: (edition) => [agesPart(edition)],
	build: (context) =>
		share(context, {
			id: column,
			title,
			words,
			facts: context.facts(agesPart(context.edition)),
			columns: [column],
			bounds: AGE_BOUNDS[column] ?? [],
			period: context.edition.residentsPeriod,
			caveats: [
				context.edition.id === '2025'
					? CENSUS_CAVEAT
					: 'The estimates for mid-2020 were made before the Census of 2021 and were later corrected.',
				'Census 2021 and the estimates for mid-2020 are different sources for different neighbourhoods. A difference between the editions is not a change.'
			]
		})
}));

const femalesPart = (edition: Edition) => `females-15-44-${edition.id}` as const;

/** How the estimate of each edition was made. */
const FEMALES: Record<EditionId, { period: string; basis: string; caveats: string[] }> = {
	'2025': {
		period: 'Census 2021',
		basis:
			'residents of that age times the district’s female share, adjusted by how the neighbourhood’s share of females of all ages differs from it',
		caveats: [
			'We tested this on wards, where the truth is known. It is off by 2.5% on average, and by less than 6.6% for 95 wards in 100. For neighbourhoods it will be worse, and in inner London it is too low.'
		]
	},
	'2019': {
		period: 'mid-2020',
		basis: 'residents of that age times the female share of the ward or district',
		caveats: []
	}
};

const females: AreaLayer = {
	id: 'people-females-15-44',
	kind: 'areas',
	level: 'lsoa',
	family: 'people',
	measure: 'Females aged 15 to 44',
	title: 'Females aged 15 to 44',
	question: QUESTION,
	group: 'need',
	about:
		'How many females aged 15 to 44 live in a neighbourhood, for Census 2021 in edition 2025 and for mid-2020 in edition 2019. This is an estimate. Residents by age and sex are not published for neighbourhoods, so we multiply the residents of that age by a female share.',
	ownBreaks: true,
	englandBreaks: true,
	parts: (edition) => [femalesPart(edition)],
	build(context) {
		const { areas, units, edition, regionName } = context;
		const facts = context.facts(femalesPart(edition));
		const counts = factNumbers(facts, 'females_15_44');
		const sum = (members: readonly number[]) =>
			members.reduce((all, area) => all + (counts[area] ?? 0), 0);
		const { period, basis, caveats } = FEMALES[edition.id];
		const by = (level: GroupLevel) =>
			areas.groups[level]
				.map(({ code, name, members }) => ({
					code,
					name,
					count: sum(members),
					first: members[0] ?? 0
				}))
				.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
		const all = sum([...areas.codes.keys()]);
		const count = (one: { count: number }) => one.count;
		const communities = endsOf(by('msoa'), count).first;
		const districts = endsOf(by('district'), count).first;
		const [community] = communities;
		const [district] = districts;
		const average = (facts.england['females_15_44'] ?? NaN) / (facts.england['areas'] ?? NaN);
		return measured(
			context,
			{
				id: 'females_15_44',
				title: `Females aged 15 to 44, ${period}, estimate`,
				label: 'Females 15 to 44',
				unit: `females aged 15 to 44, ${period}, estimate`,
				values: units.members.map((members): Value => ({
					kind: 'estimate',
					value: Math.round(sum(members) * 10) / 10,
					basis
				})),
				scale: {
					kind: 'amounts',
					format: formatCount,
					classes: { fixed: [200, 250, 300, 400, 600] }
				},
				england: { value: average, label: 'Average of England’s neighbourhoods' },
				datasets: facts.datasets,
				period,
				caveats: [
					`${capitalise(basis)}. This is always an estimate, and a rough one where there are large student halls or barracks.`,
					...caveats,
					'A count, not a rate: neighbourhoods with more residents have more.'
				]
			},
			{
				findings: [
					{
						id: 'females-15-44-all',
						text: `About ${formatCount(all)} females aged 15 to 44 live in ${regionName} (estimate, ${period}). That is ${formatCount(all / areas.count)} in an average neighbourhood (England: ${formatCount(average)}).`,
						area: null
					},
					...(community
						? [
								{
									id: 'females-15-44-community',
									text: `${communities.length > 1 ? 'The communities with the most females aged 15 to 44 are' : 'The community with the most females aged 15 to 44 is'} ${tiedWords(
										communities.map(
											({ name, first }) => `${name} (${groupOf(areas, 'district', first).name})`
										),
										'community',
										'communities'
									)}, with about ${formatCount(community.count)}${communities.length > 1 ? ' each' : ''} (estimate).`,
									area: onlyOf(communities, ({ code }) => code)
								}
							]
						: []),
					...(district && areas.groups.district.length > 1
						? [
								{
									id: 'females-15-44-district',
									text: `${districts.length > 1 ? 'The districts with the most females aged 15 to 44 are' : 'The district with the most females aged 15 to 44 is'} ${tiedWords(
										districts.map(({ name }) => name),
										'district'
									)}: about ${formatCount(district.count)}${districts.length > 1 ? ' each' : ''} (estimate), ${formatWholePercent(district.count / all)} of those in ${regionName}.`,
									area: null
								}
							]
						: [])
				],
				details: ({ members }) => [
					{
						label: 'Females aged 15 to 44',
						value: `about ${formatCount(sum(members))} (estimate)`,
						note: `${period}; ${basis}`
					}
				]
			}
		);
	}
};

const ETHNIC_BOUNDS: Record<string, readonly number[]> = {
	together: [2, 5, 10, 20, 40],
	asian: [1, 2, 5, 10, 20],
	black: [1, 2, 5, 10],
	mixed: [1, 2, 3, 5],
	other: [0.5, 1, 2, 4],
	white: [60, 80, 90, 95, 98]
};

/** A group by itself is told of communities: of a neighbourhood it would be a handful of people. */
const isAlone = ({ groups }: { groups: readonly unknown[] }): boolean => groups.length === 1;

const ethnicLayers: AreaLayer[] = ETHNIC_MEASURES.map(({ id, groups, title, words }) => ({
	id: `people-ethnic-${id}`,
	kind: 'areas',
	level: isAlone({ groups }) ? 'msoa' : 'lsoa',
	family: 'people',
	measure: `Ethnic group: ${title}`,
	title: `Ethnic group: ${title}`,
	question: QUESTION,
	group: 'need',
	editions: ['2025'],
	about: `The share of a ${isAlone({ groups }) ? 'community' : 'neighbourhood'}’s residents who said in the Census of 2021 that they are ${words}. Our table adds the Census’s 19 groups up to five: “other white” is in White.`,
	ownBreaks: true,
	// England’s are of neighbourhoods.
	...(isAlone({ groups }) ? {} : { englandBreaks: true as const }),
	parts: () => ['ethnic-groups-2025'],
	build: (context) =>
		share(context, {
			id: `ethnic_${id}`,
			title,
			words,
			facts: context.facts('ethnic-groups-2025'),
			columns: groups,
			bounds: ETHNIC_BOUNDS[id] ?? [],
			small: isAlone({ groups }),
			period: 'Census 2021',
			caveats: [
				'Local needs assessments may count “other white” among minority ethnic groups.',
				CENSUS_CAVEAT
			]
		})
}));

/** Ages, females aged 15 to 44 and ethnic groups. */
export const peopleLayers: readonly AreaLayer[] = [...ageLayers, females, ...ethnicLayers];
