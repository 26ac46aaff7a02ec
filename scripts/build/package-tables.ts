/**
 * The tables of figures in a region's data package, beside deprivation and the lists of places: which
 * columns of which parts, under names that stay. Adding one is an entry here. What the licences do not
 * let us pass on as a table is not here: charities by district and some maternity sites are quoted
 * from documents.
 */
import type { NameOf } from '../../src/lib/facts/parts.ts';
import { ENGLISH, ENGLISH_PART } from '../../src/lib/indicators/english.ts';
import { AGE_GROUPS, ETHNIC_MEASURES } from '../../src/lib/indicators/people.ts';
import { PLUS_GROUPS } from '../../src/lib/indicators/plus-groups.ts';
import { STORED_MEASURES } from '../../src/lib/indicators/stored-measures.ts';

export interface FactsColumnOfPackage {
	part: NameOf<'facts'>;
	/** Name in the part. */
	column: string;
	/** Name in the file, where it is another. */
	name?: string;
	about: string;
	unit?: string;
	/** It has a 95% interval: two more columns, `_lower` and `_upper`. */
	interval?: true;
	/** Not all of it are plain values: one more column, `_status`. */
	status?: true;
}

export interface FactsTable {
	/** Name of its file, without the ending. */
	name: string;
	title: string;
	/** Which areas its rows are. */
	rows: 'lsoa21' | 'lsoa11' | 'msoa21' | 'msoa' | 'district';
	notes: readonly string[];
	columns: readonly FactsColumnOfPackage[];
}

/** Columns of one part. */
const of = (
	part: FactsColumnOfPackage['part'],
	columns: readonly Omit<FactsColumnOfPackage, 'part'>[]
): FactsColumnOfPackage[] => columns.map((column) => ({ part, ...column }));

/** A stored measure as its layer describes it, with what it is a share of. */
function measures(
	part: FactsColumnOfPackage['part'],
	more: Omit<FactsColumnOfPackage, 'part'>[] = []
) {
	return [
		...STORED_MEASURES.filter((measure) => measure.part === part).map(
			({ column, counts, of: whole, about, unit, nulls }): FactsColumnOfPackage => ({
				part,
				column: counts ?? column,
				about: counts ? `Number of ${whole?.words ?? 'them'}, not a share. ${about}` : about,
				unit: counts ? (whole?.words ?? '') : unit,
				...(nulls !== undefined && { status: true as const })
			})
		),
		...of(part, more)
	];
}

const RESIDENTS = { unit: 'residents' } as const;
const OUTPUT_AREAS = [
	{
		column: 'output_areas',
		about: 'Output areas in all, of which these are counted.',
		unit: 'output areas',
		status: true as const
	}
];
const YEARS = Array.from({ length: 18 }, (_, at) => 2002 + at);

export const FACTS_TABLES: readonly FactsTable[] = [
	{
		name: 'residents-2021',
		title: 'Residents by age and neighbourhood, Census 2021',
		rows: 'lsoa21',
		notes: [
			'Females aged 15 to 44 are an estimate from wider age groups. Residents aged 0 are of mid-2020, on neighbourhoods that were redrawn an estimate.'
		],
		columns: [
			...of('ages-2025', [
				{ column: 'total', name: 'residents', about: 'All usual residents', ...RESIDENTS },
				...AGE_GROUPS.map(({ column, title }) => ({ column, about: title, ...RESIDENTS }))
			]),
			...of('females-15-44-2025', [
				{ column: 'females_15_44', about: 'Females aged 15 to 44, estimated', unit: 'females' }
			]),
			...of('residents-aged-0-2025', [
				{ column: 'aged_0', about: 'Aged 0, mid-2020', status: true, ...RESIDENTS }
			])
		]
	},
	{
		name: 'ethnic-groups-2021',
		title: 'Residents by ethnic group and neighbourhood, Census 2021',
		rows: 'lsoa21',
		notes: [
			'Five groups. “White” includes other white groups, Gypsy or Irish Traveller, and Roma. ONS changes small counts to protect people.'
		],
		columns: of('ethnic-groups-2025', [
			{ column: 'total', name: 'residents', about: 'All usual residents', ...RESIDENTS },
			...ETHNIC_MEASURES.flatMap(({ groups: [column, ...more], title }) =>
				column !== undefined && more.length === 0 ? [{ column, about: title, ...RESIDENTS }] : []
			)
		])
	},
	{
		name: 'plus-groups-2021',
		title: 'People who may need more support by neighbourhood, Census 2021',
		rows: 'lsoa21',
		notes: [
			'Each number stands beside all households or residents of the same table: divide by those. ONS changes small counts to protect people.'
		],
		columns: PLUS_GROUPS.flatMap(({ part, column, all, title, of: whole }) =>
			of(part, [
				{ column, about: title, unit: whole },
				{ column: all, about: `All ${whole} of the same table`, unit: whole }
			])
		)
	},
	{
		name: 'english-2021',
		title: 'People who cannot speak English well by community, Census 2021',
		rows: 'msoa21',
		notes: ['It is about speaking, not reading.'],
		columns: of(ENGLISH_PART, [
			{ column: ENGLISH.column, about: ENGLISH.title, ...RESIDENTS },
			{ column: ENGLISH.all, about: `All ${ENGLISH.of}`, ...RESIDENTS }
		])
	},
	{
		name: 'children-income-2025',
		title: 'Children in income deprivation by neighbourhood, Indices of Deprivation 2025',
		rows: 'lsoa21',
		notes: ['A number, not a share. Empty is withheld by the publisher.'],
		columns: of('children-income-2025', [
			{
				column: 'idaci_children',
				about: 'Children under 16 in families on a low income, as the index counts them',
				unit: 'children'
			}
		])
	},
	{
		name: 'access-2025',
		title: 'Connectivity and patients per GP by neighbourhood, Indices of Deprivation 2025',
		rows: 'lsoa21',
		notes: [],
		columns: measures('access-2025')
	},
	{
		name: 'bus-stops-2026',
		title: 'Bus stops near by neighbourhood, July 2026',
		rows: 'lsoa21',
		notes: ['A stop is not a service. Empty is not surveyed.'],
		columns: measures('bus-stops-2025', OUTPUT_AREAS)
	},
	{
		name: 'library-walks-2023',
		title: 'Libraries within a walk by neighbourhood, libraries of 2023',
		rows: 'lsoa21',
		notes: [
			'Empty is not surveyed. Paths: © OpenStreetMap contributors, under the Open Database Licence.'
		],
		columns: measures('library-walks-2025', OUTPUT_AREAS)
	},
	{
		name: 'road-distances-2016',
		title: 'Road distances to services by neighbourhood of 2011, 2016',
		rows: 'lsoa11',
		notes: ['Places have opened and closed since 2016.'],
		columns: measures('road-distances-2019')
	},
	{
		name: 'births-2023',
		title: 'Live births by district, 2023',
		rows: 'district',
		notes: [
			'A district that lies only partly in the region has an estimate, without interval and rate.'
		],
		columns: of('births-2023', [
			{ column: 'births', about: 'Live births', unit: 'births', interval: true, status: true },
			{
				column: 'rate',
				about: 'Live births for every 1,000 females aged 15 to 44',
				unit: 'births for every 1,000 females aged 15 to 44',
				interval: true,
				status: true
			},
			{ column: 'maternities', about: 'Maternities', unit: 'maternities', status: true },
			{ column: 'home_births', about: 'Maternities at home', unit: 'maternities', status: true }
		])
	},
	{
		name: 'births-to-june-2019',
		title: 'Live births by district in years to 30 June, 2002 to 2019',
		rows: 'district',
		notes: ['Another count than that of calendar years.'],
		columns: of(
			'births-2023',
			YEARS.map((year) => ({
				column: `to_june_${year}`,
				name: `births_to_june_${year}`,
				about: `Live births in the year to 30 June ${year}`,
				unit: 'births',
				status: true as const
			}))
		)
	},
	{
		name: 'life-expectancy-2023',
		title: 'Life expectancy at birth by district, 2021 to 2023',
		rows: 'district',
		notes: ['Published for whole districts.'],
		columns: of(
			'life-expectancy-2023',
			['males', 'females'].map((column) => ({
				column,
				about: `Life expectancy at birth of ${column}`,
				unit: 'years',
				interval: true as const,
				status: true as const
			}))
		)
	},
	{
		name: 'life-expectancy-estimates',
		title: 'Life expectancy at birth by community, our estimate',
		rows: 'msoa',
		notes: [
			'Our estimate, of mixed periods: differences between communities of 2016 to 2020 around the district’s level of 2021 to 2023. Not an official statistic. Codes are those of 2011, and of the communities of 2021 that are parts of one.'
		],
		columns: of(
			'life-expectancy-estimates',
			['males', 'females'].map((column) => ({
				column,
				about: `Life expectancy at birth of ${column}, estimated`,
				unit: 'years',
				interval: true as const,
				status: true as const
			}))
		)
	},
	{
		name: 'life-expectancy-differences',
		title: 'Differences of life expectancy between communities, 2016 to 2020',
		rows: 'msoa',
		notes: [
			'Years above or below the region’s mean, weighted by residents. Codes are those of 2011, and of the communities of 2021 that are parts of one.'
		],
		columns: of(
			'life-expectancy-gaps',
			['males', 'females'].map((column) => ({
				column,
				about: `Difference from the region’s mean, ${column}`,
				unit: 'years',
				interval: true as const,
				status: true as const
			}))
		)
	},
	{
		name: 'venue-directories',
		title: 'Directories of community venues by district',
		rows: 'district',
		notes: [
			'How many lists look for venues in a district: counts of venues do not compare where that differs.'
		],
		columns: of(
			'venue-directories',
			[
				{ column: 'directories', about: 'Directories that look there', unit: 'directories' },
				{
					column: 'own_directories',
					about: 'Of them, other than national ones',
					unit: 'directories'
				},
				{ column: 'listings', about: 'Venues in them', unit: 'listings' },
				{
					column: 'newest_listing',
					about: 'Year and month of the newest listing: 202608 is August 2026'
				}
			].map((column) => ({ ...column, status: true as const }))
		)
	}
];
