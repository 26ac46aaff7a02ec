import { levelsMayBePublished } from '../../../src/lib/catalogue/catalogue.ts';
import type { Facts } from '../../../src/lib/facts/facts.ts';
import {
	indexBy,
	numbersBy,
	optionalNumbers,
	strings,
	stringsBy,
	valueOf
} from '../../../src/lib/facts/table.ts';
import { excessByDistrict, holdsLevels } from '../../../src/lib/methods/life-expectancy.ts';
import { lsoaAreas, numbersFor } from '../../../src/lib/methods/areas.ts';
import {
	gapsBetween,
	standardErrorOf,
	type Community,
	type Gap,
	type Gaps
} from '../../../src/lib/indicators/life-expectancy-gaps.ts';
import type { Status } from '../../../src/lib/facts/value.ts';
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import { residentsOf, type RegionAreas } from '../../../src/lib/areas/region.ts';
import { mean } from '../../../src/lib/stats/spread.ts';
import { weightedMean } from '../../../src/lib/stats/weighted.ts';
import { factsOf } from '../../../src/lib/server/facts.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { PRINTED_DATASETS, printedStatements } from '../printed.ts';

const TABLE = 'life-expectancy-msoa11';
const LEVELS = 'health-index-lad21';
const SEXES = ['males', 'females'] as const;
type Sex = (typeof SEXES)[number];

/** First and last year of the Health Index; 2021 only repeats 2020. */
const [FIRST_YEAR, LAST_YEAR] = [2015, 2020] as const;

const round = (value: number): number => Number(value.toFixed(2));

/**
 * How life expectancy of communities differs from the region's mean, males and females:
 * differences and nothing else, since the table's levels may not be published. Codes are
 * those of the 2011 communities, and of the 2021 communities that are parts of one: these
 * have the value of the one they were part of, marked as an estimate.
 */
export const lifeExpectancyGapsPart: PartBuilder<FactsPart> = {
	part: 'life-expectancy-gaps',
	async build(context): Promise<FactsPart> {
		const { geodata, selection } = context;
		const facts = await factsOf(geodata, [
			'areas-lsoa11',
			'deprivation-2019',
			'residents-2020-lsoa11',
			LEVELS,
			TABLE
		]);
		const areas = lsoaAreas(facts, selection['2011'].codes, '2019');
		const parts = await partsOf2021(context);
		const old = areas.groups.msoa.map(({ code }) => code).sort();
		const codes = [...old, ...[...parts.keys()].sort()];
		const columns: Record<string, FactsColumn> = {};
		const regional: Record<string, number> = {};
		for (const sex of SEXES) {
			const gaps = gapsBetween(communities(facts, areas, sex));
			columns[sex] = differencesColumn(codes, parts, gaps);
			Object.assign(regional, regionalFigures(sex, gaps));
		}
		refuseLevels(geodata.dataset(TABLE), facts, columns);
		return {
			kind: 'facts',
			part: 'life-expectancy-gaps',
			vintage: null,
			level: 'msoa',
			codes,
			datasets: [
				TABLE,
				'deprivation-2019',
				'residents-2020-lsoa11',
				'lsoa11-lsoa21',
				LEVELS,
				...PRINTED_DATASETS
			],
			columns,
			england: { excess_over_districts: round(mean([...excessByDistrict(facts).values()])) },
			region: regional,
			printed: await printedStatements(context, ({ what }) => /life expectancy/.test(what))
		};
	}
};

/** The communities of a region that the table has a value for. */
function communities(facts: Facts, areas: RegionAreas, sex: Sex): Community[] {
	const ranks = numbersFor(facts, areas, '2019', {
		dataset: 'deprivation-2019',
		column: 'imd_rank'
	});
	const table = facts.table(TABLE);
	const rows = indexBy(table, 'msoa11');
	const cell = (column: string, code: string): number | null => {
		return optionalNumbers(table, `${sex}_${column}`)[rows.get(code) ?? -1] ?? null;
	};
	return areas.groups.msoa.flatMap(({ code, members }) => {
		const years = cell('value', code);
		const lower = cell('lower', code);
		const upper = cell('upper', code);
		if (years === null || lower === null || upper === null) return [];
		const averageRank = weightedMean(
			members.map((area) => ranks[area] ?? NaN),
			members.map((area) => areas.residents[area] ?? NaN)
		);
		if (averageRank === null) throw new Error(`${code} has no residents`);
		return [
			{
				code,
				years,
				standardError: standardErrorOf({ lower, upper }),
				residents: residentsOf(areas, members),
				averageRank
			}
		];
	});
}

/** The 2011 community of each 2021 community that has a new code; left out where it has several. */
export async function partsOf2021({
	geodata,
	selection
}: PartContext): Promise<Map<string, string>> {
	const before = selection['2011'].areas;
	const after = selection['2021'];
	const community11 = stringsBy(before, 'lsoa11', 'msoa11');
	const community21 = stringsBy(after.areas, 'lsoa21', 'msoa21');
	const known = new Set(community11.values());
	const links = await geodata.table('lsoa11-lsoa21');
	const lsoa11 = strings(links, 'lsoa11');
	const found = new Map<string, Set<string>>();
	strings(links, 'lsoa21').forEach((lsoa, row) => {
		const community = community21.get(lsoa) ?? '';
		if (!after.has(lsoa) || known.has(community)) return;
		const from = community11.get(lsoa11[row] ?? '') ?? '';
		found.set(community, (found.get(community) ?? new Set()).add(from));
	});
	return new Map(
		[...found].flatMap(([community, [first, ...others]]) =>
			first !== undefined && others.length === 0 ? [[community, first] as const] : []
		)
	);
}

function differencesColumn(
	codes: readonly string[],
	parts: ReadonlyMap<string, string>,
	{ differences }: Gaps
): FactsColumn {
	const gaps = codes.map((code) => differences.get(parts.get(code) ?? code) ?? null);
	const status: Record<number, Status> = {};
	codes.forEach((code, i) => {
		if (gaps[i] === null) status[i] = 'suppressed';
		else if (parts.has(code)) status[i] = 'estimate';
	});
	const pick = (bound: keyof Gap) => gaps.map((found) => found && round(found[bound]));
	return { values: pick('value'), lower: pick('lower'), upper: pick('upper'), status };
}

function regionalFigures(
	sex: Sex,
	{ slope, fifths, byFifth, range, rangeByChance }: Gaps
): Record<string, number> {
	const named = (name: string, { value, lower, upper }: Gap): [string, number][] => [
		[`${sex}_${name}`, round(value)],
		[`${sex}_${name}_lower`, round(lower)],
		[`${sex}_${name}_upper`, round(upper)]
	];
	return Object.fromEntries([
		...named('slope', slope),
		...named('fifths', fifths),
		...byFifth.map((years, at): [string, number] => [`${sex}_fifth_${at + 1}`, round(years)]),
		[`${sex}_range`, round(range)],
		[`${sex}_range_by_chance`, round(rangeByChance)]
	]);
}

/** Stop rather than write levels of a table that is registered for differences only. */
function refuseLevels(
	dataset: Parameters<typeof levelsMayBePublished>[0],
	facts: Facts,
	columns: Record<string, FactsColumn>
): void {
	if (levelsMayBePublished(dataset)) return;
	for (const [name, { values }] of Object.entries(columns)) {
		const levels = optionalNumbers(facts.table(TABLE), `${name}_value`).filter(
			(value) => value !== null
		);
		if (holdsLevels(values, levels)) {
			throw new Error(`"${name}" holds levels of ${TABLE}, which may not be published`);
		}
	}
}

/** The status of figures that are means of several; nothing where none is. */
function estimates(are: readonly boolean[]): Pick<FactsColumn, 'status'> {
	const status = Object.fromEntries(
		are.flatMap((is, i): [string, Status][] => (is ? [[String(i), 'estimate']] : []))
	);
	return Object.keys(status).length === 0 ? {} : { status };
}

/** Life expectancy of persons by whole district; a part of a district has none. */
export const lifeExpectancyLevelsPart: PartBuilder<FactsPart> = {
	part: 'life-expectancy-levels',
	async build({ geodata, region, selection }): Promise<FactsPart> {
		const facts = await factsOf(geodata, [LEVELS, 'residents-lad21']);
		const items = region.districts.items;
		const residents = numbersBy(facts.table('residents-lad21'), 'lad21', 'total');
		// The table has the districts of 2021: one made since is the mean of those it was made of.
		const here = selection['2011'];
		const [now, before] = [here.listed(region.districts.vintage), here.listed('lad22')];
		const madeOf = (code: string) => [...new Set(before.filter((_, i) => now[i] === code))];
		const levelOf = (values: ReadonlyMap<string, number>, code: string): number | undefined => {
			const own = values.get(code);
			if (own !== undefined) return own;
			const parts = madeOf(code);
			const levels = parts.flatMap((part) => values.get(part) ?? []);
			if (parts.length < 2 || levels.length < parts.length) return undefined;
			const weights = parts.map((part) => valueOf(residents, part, 'residents-lad21'));
			return weightedMean(levels, weights) ?? undefined;
		};
		const of = (year: number) => numbersBy(facts.table(LEVELS), 'lad21', `life_expectancy_${year}`);
		const column = (year: number): FactsColumn => ({
			values: items.map(({ code, partOf }) => {
				const value = partOf === undefined ? levelOf(of(year), code) : undefined;
				return value === undefined ? null : round(value);
			}),
			...estimates(items.map(({ code }) => !of(year).has(code) && madeOf(code).length > 1))
		});
		const last = [...of(LAST_YEAR)];
		const england = weightedMean(
			last.map(([, value]) => value),
			last.map(([code]) => valueOf(residents, code, 'residents-lad21'))
		);
		return {
			kind: 'facts',
			part: 'life-expectancy-levels',
			vintage: null,
			level: 'district',
			codes: items.map(({ code }) => code),
			datasets: [LEVELS, 'residents-lad21'],
			columns: {
				[`persons_${LAST_YEAR}`]: column(LAST_YEAR),
				[`persons_${FIRST_YEAR}`]: column(FIRST_YEAR)
			},
			england: { persons: round(england ?? NaN) }
		};
	}
};
