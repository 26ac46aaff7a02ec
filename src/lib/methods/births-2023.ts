/** Live births of 2023 by any groups of neighbourhoods: registrations, by the mother's district. */
import type { Facts } from '../facts/facts.ts';
import { numbersAlong, spineOf } from '../facts/along.ts';
import { indexBy, numbers, optionalNumbers, strings } from '../facts/table.ts';
import { groupRows } from '../stats/grouped.ts';
import type { Interval } from '../stats/interval.ts';
import { byarInterval } from '../stats/poisson.ts';

const BIRTHS = 'births-2023';
const DECILES = 'births-2023-imd-decile';
const AREAS = 'areas-lsoa21';
/** The code of England in the table by district. */
const ENGLAND = 'E92000001';
const AGED_0 = 'residents-2021-crosswalk';

/** The tables that {@link births2023} reads. */
export const BIRTHS_2023_DATASETS = [BIRTHS, AGED_0, AREAS] as const;

export interface GroupOfAreas {
	code: string;
	/** Codes of its 2021 LSOAs. */
	lsoas: readonly string[];
}

export interface Births2023 {
	code: string;
	/** Live births to residents; null where the publisher gives them only with another district. */
	births: number | null;
	/** 95% interval of a count of whole districts (Byar, exact below 10); an estimate has none. */
	interval: Interval | null;
	/** Whether births are the share of a district that lies in it in part. */
	estimate: boolean;
	/** General fertility rate as published, per 1,000 females aged 15 to 44: of one whole district alone. */
	rate: number | null;
	/** Its 95% interval: that of the count, in proportion. */
	rateInterval: Interval | null;
	/** Of one whole district alone. */
	maternities: number | null;
	homeBirths: number | null;
	/** Births of the districts whose one row it stands in, where it does. */
	shared: number | null;
}

/**
 * Births of 2023 by group. A group has all births of the districts (April 2024) that lie in it;
 * of a district that lies in it in part it has the part's share of the district's residents aged
 * 0 at mid-2020: an estimate, without interval, rate or births at home.
 */
export function births2023(facts: Facts, groups: readonly GroupOfAreas[]): Births2023[] {
	const table = facts.table(BIRTHS);
	const rows = indexBy(table, 'area');
	const cell = (name: string) => {
		const values = optionalNumbers(table, name);
		return (code: string): number | null => values[rows.get(code) ?? -1] ?? null;
	};
	const [birthsOf, rateOf, maternitiesOf, homeOf, sharedOf] = [
		cell('births'),
		cell('rate'),
		cell('maternities'),
		cell('home_births'),
		cell('shared_births')
	];
	const areas = facts.table(AREAS);
	const spine = spineOf(areas, 'lsoa21');
	const aged0 = numbersAlong(spine, facts.table(AGED_0), 'aged_0');
	const babies = (positions: readonly number[]) =>
		positions.reduce((sum, position) => sum + (aged0[position] ?? NaN), 0);
	const districtOf = strings(areas, 'lad24');
	const wholes = groupRows(districtOf);

	return groups.map(({ code, lsoas }): Births2023 => {
		const { positions } = spine.sliceOf(lsoas);
		const within = groupRows(positions.map((position) => districtOf[position] ?? ''));
		let births: number | null = 0;
		let estimate = false;
		for (const [district, rows] of within) {
			const part = rows.map((row) => positions[row] ?? -1);
			const whole = wholes.get(district) ?? [];
			const published = birthsOf(district);
			const isPart = part.length < whole.length;
			if (published === null || births === null) births = null;
			else births += isPart ? (published * babies(part)) / babies(whole) : published;
			estimate ||= isPart;
		}
		const [first, ...others] = within.keys();
		const only = !estimate && others.length === 0 ? (first ?? '') : null;
		const of = (read: (district: string) => number | null) => (only === null ? null : read(only));
		const rate = of(rateOf);
		const shared = of(sharedOf);
		const counted = births !== null && !estimate ? births : null;
		return {
			code,
			births,
			interval: counted === null ? null : byarInterval(counted),
			estimate,
			rate,
			rateInterval: rate === null ? null : inProportion(rate, counted ?? shared),
			maternities: of(maternitiesOf),
			homeBirths: of(homeOf),
			shared
		};
	});
}

/** The interval of a rate: that of its count, at the rate's level. */
function inProportion(rate: number, count: number | null): Interval | null {
	if (count === null || count === 0) return null;
	const { lower, upper } = byarInterval(count);
	return { lower: (rate * lower) / count, upper: (rate * upper) / count };
}

/** England in the same table: its figures of 2023 as published. */
export function englandBirths2023(
	facts: Facts
): Record<'births' | 'rate' | 'maternities' | 'home_births', number> {
	const table = facts.table(BIRTHS);
	const row = indexBy(table, 'area').get(ENGLAND) ?? -1;
	const of = (name: string) => optionalNumbers(table, name)[row] ?? NaN;
	return {
		births: of('births'),
		rate: of('rate'),
		maternities: of('maternities'),
		home_births: of('home_births')
	};
}

export interface BirthsDecile {
	/** 1 is the most deprived tenth of England's neighbourhoods, by IoD 2019. */
	decile: number;
	births: number;
	/** Stillbirths per 1,000 births, live and still. */
	stillbirthRate: number;
}

/** England's births of 2023 by decile of deprivation of the mother's neighbourhood. */
export function birthsByDecile(facts: Facts): BirthsDecile[] {
	const table = facts.table(DECILES);
	const births = numbers(table, 'births');
	const stillbirths = numbers(table, 'stillbirth_rate');
	return numbers(table, 'decile').map((decile, row) => ({
		decile,
		births: births[row] ?? NaN,
		stillbirthRate: stillbirths[row] ?? NaN
	}));
}
