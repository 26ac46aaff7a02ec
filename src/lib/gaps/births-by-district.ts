/**
 * Births by district for the page of gaps: the registrations of 2023 and, apart from them, the
 * series of mid-years that ended in June 2019. The two are different counts and never one line.
 */
import type { RegionAreas } from '../areas/region.ts';
import { valuesOf } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { describe, describeInterval, numberOf, type Value } from '../facts/value.ts';
import { formatCount, formatDecimal, formatPercent } from '../text/format.ts';

export const BIRTHS_PART = 'births-2023' as const;
/** Years to 30 June that are shown of the former series. */
export const YEARS_BEFORE = [2015, 2016, 2017, 2018, 2019] as const;

export interface DistrictRow {
	code: string;
	name: string;
	/** By year of {@link YEARS_BEFORE}, in words. */
	before: string[];
	/** Registrations of 2023, in words, and their 95% interval where they have one. */
	births: string;
	interval: string | null;
	/** The general fertility rate as published. */
	rate: string;
	/** "33 (2.8%)" of maternities. */
	home: string;
	isEstimate: boolean;
}

export interface BirthsByDistrict {
	rows: DistrictRow[];
	/** England in the same columns. */
	england: { before: string[]; births: string; rate: string; home: string };
	/** England by decile of deprivation, the most deprived first. */
	deciles: { decile: number; births: number; share: number; stillbirthRate: number }[];
	datasets: string[];
}

/** What is known of births in each district of a region. */
export function birthsByDistrict(facts: FactsPart, { groups }: RegionAreas): BirthsByDistrict {
	const districts = groups.district;
	const codes = districts.map(({ code }) => code);
	const of = (column: string) => valuesOf(facts, column, codes);
	const [births, rates, home, maternities] = [
		of('births'),
		of('rate'),
		of('home_births'),
		of('maternities')
	];
	const before = YEARS_BEFORE.map((year) => of(`to_june_${year}`));
	const words = (value: Value | undefined, format = formatCount) =>
		describe(value ?? { kind: 'missing' }, format);
	const england = (name: string) => facts.england[name] ?? NaN;
	const all = england('births');
	return {
		rows: districts.map(({ code, name }, i): DistrictRow => {
			const [count, share] = [numberOfAt(home, i), shareAt(home, maternities, i)];
			return {
				code,
				name,
				before: before.map((values) => words(values[i])),
				births: words(births[i]),
				interval: births[i] ? describeInterval(births[i], formatCount) : null,
				rate: words(rates[i], formatDecimal),
				home:
					count === null || share === null
						? words(home[i])
						: `${formatCount(count)} (${formatPercent(share)})`,
				isEstimate: births[i]?.kind === 'estimate'
			};
		}),
		england: {
			before: YEARS_BEFORE.map((year) => formatCount(england(`to_june_${year}`))),
			births: formatCount(all),
			rate: formatDecimal(england('rate')),
			home: `${formatCount(england('home_births'))} (${formatPercent(england('home_births') / england('maternities'))})`
		},
		deciles: Array.from({ length: 10 }, (_, i) => {
			const decile = i + 1;
			const count = england(`births_decile_${decile}`);
			return {
				decile,
				births: count,
				share: count / all,
				stillbirthRate: england(`stillbirth_rate_decile_${decile}`)
			};
		}),
		datasets: facts.datasets
	};
}

const numberOfAt = (values: readonly Value[], at: number): number | null =>
	values[at] ? numberOf(values[at]) : null;

function shareAt(of: readonly Value[], all: readonly Value[], at: number): number | null {
	const [part, whole] = [numberOfAt(of, at), numberOfAt(all, at)];
	return part === null || whole === null || whole === 0 ? null : part / whole;
}
