/** Births of 2023 by district, and beside them those of the years to mid-2019, another count. */
import { numbers } from '../../../src/lib/facts/table.ts';
import type { Status } from '../../../src/lib/facts/value.ts';
import type { FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import type { Interval } from '../../../src/lib/stats/interval.ts';
import { groupBirths } from '../../../src/lib/methods/births.ts';
import {
	births2023,
	BIRTHS_2023_DATASETS,
	birthsByDecile,
	englandBirths2023
} from '../../../src/lib/methods/births-2023.ts';
import { factsOf } from '../../../src/lib/server/facts.ts';
import type { PartBuilder } from '../part.ts';
import { PRINTED_DATASETS, printedStatements } from '../printed.ts';
import { ABOUT_BIRTHS } from './births.ts';

const DECILES = 'births-2023-imd-decile';
const BEFORE = 'births-lad20';
/** Years to 30 June of which the pack has births. */
const YEARS = Array.from({ length: 18 }, (_, i) => 2002 + i);
const LAST_YEAR = 2019;

const tenth = (value: number): number => Number(value.toFixed(1));

/** Live births of 2023 by district with England beside, and the series that ended at mid-2019. */
export const births2023Part: PartBuilder<FactsPart> = {
	part: 'births-2023',
	async build(context): Promise<FactsPart> {
		const { geodata, region, selection } = context;
		const facts = await factsOf(geodata, [
			...BIRTHS_2023_DATASETS,
			DECILES,
			BEFORE,
			'areas-lsoa11',
			'residents-2019-lsoa11',
			'residents-2020-lsoa11'
		]);
		const { items, vintage } = region.districts;
		const groups = (of: '2011' | '2021') => {
			const selected = selection[of];
			const listed = selected.listed(vintage);
			return items.map(({ code, name }) => ({
				code,
				name,
				lsoas: selected.codes.filter((_, i) => listed[i] === code)
			}));
		};
		const found = births2023(facts, groups('2021'));
		const estimated = found.map(({ estimate }) => estimate);
		const shared = found.find((one) => one.shared !== null)?.shared;
		const deciles = birthsByDecile(facts);
		return {
			kind: 'facts',
			part: 'births-2023',
			vintage: null,
			level: 'district',
			codes: items.map(({ code }) => code),
			datasets: [
				'births-2023',
				DECILES,
				BEFORE,
				'residents-2021-crosswalk',
				'residents-2019-lsoa11',
				...PRINTED_DATASETS
			],
			columns: {
				births: column(
					found.map(({ births }) => births),
					found.map(({ interval }) => interval),
					estimated
				),
				rate: column(
					found.map(({ rate }) => rate),
					found.map(({ rateInterval }) => rateInterval)
				),
				maternities: column(found.map(({ maternities }) => maternities)),
				home_births: column(found.map(({ homeBirths }) => homeBirths)),
				...Object.fromEntries(
					YEARS.map((year) => [`to_june_${year}`, before(facts, groups('2011'), year)])
				)
			},
			england: {
				...englandBirths2023(facts),
				...Object.fromEntries(
					YEARS.map((year) => [
						`to_june_${year}`,
						numbers(facts.table(BEFORE), `births_${year}`).reduce((sum, value) => sum + value, 0)
					])
				),
				...Object.fromEntries(
					deciles.flatMap(({ decile, births, stillbirthRate }) => [
						[`births_decile_${decile}`, births],
						[`stillbirth_rate_decile_${decile}`, stillbirthRate]
					])
				)
			},
			...(shared === undefined || shared === null ? {} : { region: { shared_births: shared } }),
			printed: await printedStatements(context, ({ what }) => ABOUT_BIRTHS.test(what))
		};
	}
};

/** Births of a year to June; of a part of a district for the last year alone, whose share is known. */
function before(
	facts: Parameters<typeof groupBirths>[0],
	groups: Parameters<typeof groupBirths>[1],
	year: number
): FactsColumn {
	const found = groupBirths(facts, groups, year);
	return column(
		found.map(({ births, estimate }) => (estimate && year !== LAST_YEAR ? null : births)),
		[],
		found.map(({ estimate }) => estimate)
	);
}

function column(
	values: readonly (number | null)[],
	intervals: readonly (Interval | null)[] = [],
	estimated: readonly boolean[] = []
): FactsColumn {
	const status: Record<number, Status> = {};
	values.forEach((value, i) => {
		if (value === null) status[i] = 'not-published';
		else if (estimated[i]) status[i] = 'estimate';
	});
	const bound = (end: keyof Interval) =>
		values.map((_, i) => {
			const interval = intervals[i];
			return interval ? tenth(interval[end]) : null;
		});
	return {
		values: values.map((value) => value && tenth(value)),
		...(intervals.length > 0 && { lower: bound('lower'), upper: bound('upper') }),
		...(Object.keys(status).length > 0 && { status })
	};
}
