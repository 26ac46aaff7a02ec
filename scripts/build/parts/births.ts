import { numbers, numbersBy } from '../../../src/lib/facts/table.ts';
import type { Status } from '../../../src/lib/facts/value.ts';
import { EDITIONS, type EditionId } from '../../../src/lib/facts/editions.ts';
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import { groupBirths } from '../../../src/lib/methods/births.ts';
import { rateInterval } from '../../../src/lib/stats/poisson.ts';
import { numbersAlong } from '../../../src/lib/facts/along.ts';
import { factsOf } from '../../../src/lib/server/facts.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { PRINTED_DATASETS, printedStatements } from '../printed.ts';

const DATASETS = [
	'births-lad20',
	'residents-lad21',
	'females-15-44-lsoa11',
	'residents-2019-lsoa11',
	'general-fertility-england',
	...PRINTED_DATASETS
];
/** Rates are per this many females. */
const PER = 1000;
/** Calendar year of England's published rate that overlaps the year to mid-2019. */
const ENGLAND_YEAR = 2019;

/** Statements on how many births there are and where; other wordings have other measures. */
export const ABOUT_BIRTHS =
	/^(births$|people giving birth$|share of .* births|.* number of births$|babies born in .* quintiles$)/;

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

interface DistrictFigures {
	births: number;
	females: number;
	/** Births or females are an estimate, and so the rate. */
	birthsEstimated: boolean;
	femalesEstimated: boolean;
}

/**
 * Live births, females aged 15 to 44 and the rate by district of a region. A district only
 * partly inside has estimates, without interval.
 */
export const birthsPart: PartBuilder<FactsPart> = {
	part: 'births',
	async build(context): Promise<FactsPart> {
		const { geodata, region } = context;
		const found = await figures(context);
		const items = region.districts.items.map(({ code }) => found.get(code) ?? null);
		const fertility = await geodata.table('general-fertility-england');
		const year = numbers(fertility, 'year').indexOf(ENGLAND_YEAR);
		const births = numbers(await geodata.table('births-lad20'), 'births_2019');
		const females = numbers(await geodata.table('residents-lad21'), 'females_15_44');
		const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
		return {
			kind: 'facts',
			part: 'births',
			vintage: null,
			level: 'district',
			codes: region.districts.items.map(({ code }) => code),
			datasets: DATASETS,
			columns: {
				births: column(
					items.map((item) => item && round(item.births, 1)),
					items.map((item) => item?.birthsEstimated === true)
				),
				females_15_44: column(
					items.map((item) => item && round(item.females, 1)),
					items.map((item) => item?.femalesEstimated === true)
				),
				rate: rateColumn(items)
			},
			england: {
				births: sum(births),
				females_15_44: sum(females),
				general_fertility_rate: round(numbers(fertility, 'rate')[year] ?? NaN, 2)
			},
			printed: await printedStatements(context, ({ what }) => ABOUT_BIRTHS.test(what))
		};
	}
};

async function figures({ geodata, region, selection }: PartContext) {
	const facts = await factsOf(geodata, [
		'areas-lsoa11',
		'births-lad20',
		'residents-2019-lsoa11',
		'residents-2020-lsoa11'
	]);
	const byDistrict = numbersBy(await geodata.table('residents-lad21'), 'lad21', 'females_15_44');
	const selected = selection['2011'];
	const table = await geodata.table('females-15-44-lsoa11');
	const females = selected.numbers(table, 'females_15_44');
	const districts = selected.listed(region.districts.vintage);
	const sumOf = (code: string): number =>
		females.reduce((sum, count, i) => (districts[i] === code ? sum + count : sum), 0);
	const groups = region.districts.items.map(({ code, name }) => ({
		code,
		name,
		lsoas: selected.codes.filter((_, i) => districts[i] === code)
	}));
	return new Map(
		groupBirths(facts, groups).map(({ code, births, estimate }) => {
			const official = estimate ? undefined : byDistrict.get(code);
			const figure: DistrictFigures = {
				births,
				females: official ?? sumOf(code),
				birthsEstimated: estimate,
				femalesEstimated: official === undefined
			};
			return [code, figure];
		})
	);
}

function column(values: (number | null)[], estimated: boolean[]): FactsColumn {
	const status: Record<number, Status> = {};
	estimated.forEach((is, i) => {
		if (is) status[i] = 'estimate';
	});
	return { values, status };
}

function rateColumn(items: (DistrictFigures | null)[]): FactsColumn {
	const intervals = items.map((item) =>
		item && !item.birthsEstimated && !item.femalesEstimated
			? rateInterval(item.births, item.females, PER)
			: null
	);
	return {
		...column(
			items.map((item) => item && round((item.births / item.females) * PER, 2)),
			items.map((item) => item !== null && (item.birthsEstimated || item.femalesEstimated))
		),
		lower: intervals.map((interval) => interval && round(interval.lower, 2)),
		upper: intervals.map((interval) => interval && round(interval.upper, 2))
	};
}

/** Residents aged 0 at mid-2020 by LSOA: on 2021 LSOAs as taken across, partly estimates. */
export function residentsAged0Part(id: EditionId): PartBuilder<FactsPart> {
	const { vintage } = EDITIONS[id];
	const dataset = vintage === '2021' ? 'residents-2021-crosswalk' : 'residents-2020-lsoa11';
	return {
		part: `residents-aged-0-${id}`,
		async build({ geodata, selection }): Promise<FactsPart> {
			const selected = selection[vintage];
			const table = await geodata.table(dataset);
			const all = numbersAlong(selected.spine, table, 'aged_0');
			const statuses = vintage === '2021' ? selected.strings(table, 'aged_0_status') : null;
			return {
				kind: 'facts',
				part: `residents-aged-0-${id}`,
				vintage,
				level: 'lsoa',
				datasets: [...new Set([dataset, 'residents-2020-lsoa11'])],
				columns: {
					aged_0: column(
						selected.cut(all),
						selected.codes.map((_, i) => statuses?.[i] === 'estimate')
					)
				},
				england: {
					aged_0: round(
						all.reduce((sum, value) => sum + value, 0),
						0
					),
					lsoas: all.length
				}
			};
		}
	};
}
