/**
 * Journeys by car held against published times: minutes from England's neighbourhoods to their
 * nearest acute stroke unit. The model (the straight line × {@link DETOUR}, at the speeds of
 * {@link MODES}.drive) is fitted on every second district and held against the others.
 */
import type { Facts } from '../facts/facts.ts';
import { numbers, optionalNumbers, strings, stringsBy } from '../facts/table.ts';
import {
	costOf,
	DETOUR,
	MODES,
	SETTLEMENTS,
	settlementOf,
	type Settlement,
	type Travel
} from './travel.ts';

export const CAR_MINUTES = 'car-minutes-lsoa11';

/** Minutes by car that are called far, as on the page of gaps. */
export const FAR = 30;

const DRIVING: Travel = { unit: 'minutes', mode: 'drive', detour: DETOUR };

/** A neighbourhood whose published time and straight line to the same place are known. */
export interface CarPair {
	district: string;
	districtName: string;
	settlement: Settlement;
	/** Whether its district is one of those that the speeds were not fitted on. */
	heldOut: boolean;
	/** Great-circle kilometres, mean over its output areas. */
	straightKm: number;
	/** Published minutes by car. */
	minutes: number;
}

/** How far the model is from the published times of some neighbourhoods. */
export interface Agreement {
	areas: number;
	/** Mean minutes, published and ours. */
	published: number;
	ours: number;
	/** All of our minutes over all published ones, less 1: −0.05 is five percent too fast. */
	bias: number;
	/** Mean size of the error by neighbourhood, in minutes. */
	meanError: number;
	/** Shares of neighbourhoods further than {@link FAR} minutes, published and by ours. */
	publishedFar: number;
	oursFar: number;
}

export interface DistrictAgreement extends Agreement {
	code: string;
	name: string;
	heldOut: boolean;
}

export interface CarModel {
	/** Speeds that the fit gives for the legs of the model, in km an hour, not yet rounded. */
	fitted: number[];
	heldOut: Agreement & { districts: number };
	bySettlement: Readonly<Record<Settlement, Agreement>>;
	/** All districts with a neighbourhood in it, by name. */
	districts: DistrictAgreement[];
}

/** All pairs. Every second district by code, of those of 2022, is held out of the fit. */
export function carPairs(facts: Facts): CarPair[] {
	const areas = facts.table('areas-lsoa11');
	const by = (column: string) => stringsBy(areas, 'lsoa11', column);
	const [district, name, ruc] = [by('lad22'), by('lad22_name'), by('ruc11')];
	const heldOut = new Set([...new Set(district.values())].sort().filter((_, at) => at % 2 === 1));
	const table = facts.table(CAR_MINUTES);
	const minutes = numbers(table, 'minutes');
	const straight = optionalNumbers(table, 'straight_km');
	return strings(table, 'lsoa11').flatMap((lsoa, row): CarPair[] => {
		const straightKm = straight[row] ?? null;
		const code = district.get(lsoa);
		if (straightKm === null || code === undefined) return [];
		return [
			{
				district: code,
				districtName: name.get(lsoa) ?? code,
				settlement: settlementOf(ruc.get(lsoa) ?? ''),
				heldOut: heldOut.has(code),
				straightKm,
				minutes: minutes[row] ?? NaN
			}
		];
	});
}

/** How the model agrees with some pairs. */
export function agreementOf(pairs: readonly CarPair[]): Agreement {
	let [published, ours, error, publishedFar, oursFar] = [0, 0, 0, 0, 0];
	for (const { minutes, settlement, straightKm } of pairs) {
		const one = costOf(DRIVING, settlement, straightKm);
		published += minutes;
		ours += one;
		error += Math.abs(one - minutes);
		if (minutes > FAR) publishedFar++;
		if (one > FAR) oursFar++;
	}
	const areas = pairs.length;
	return {
		areas,
		published: published / areas,
		ours: ours / areas,
		bias: ours / published - 1,
		meanError: error / areas,
		publishedFar: publishedFar / areas,
		oursFar: oursFar / areas
	};
}

/**
 * Speeds of the legs that end at `upTo` kilometres by road, in km an hour: ordinary least squares
 * of the published minutes on the kilometres that a way has in each leg, without a constant.
 * Throws where the ways don't tell the legs apart.
 */
export function fitSpeeds(
	pairs: readonly Pick<CarPair, 'straightKm' | 'minutes'>[],
	upTo: readonly number[]
): number[] {
	const size = upTo.length;
	// Normal equations, with the right-hand side as a last column.
	const rows = upTo.map(() => new Array<number>(size + 1).fill(0));
	for (const { straightKm, minutes } of pairs) {
		const road = straightKm * DETOUR;
		const known = [
			...upTo.map((end, leg) => Math.max(0, Math.min(road, end) - (upTo[leg - 1] ?? 0))),
			minutes
		];
		rows.forEach((row, i) => {
			known.forEach((value, j) => (row[j] = (row[j] ?? 0) + (known[i] ?? 0) * value));
		});
	}
	return solve(rows).map((minutesAKm) => 60 / minutesAKm);
}

/** Gauss and Jordan on a positive definite system, its right-hand side the last column. */
function solve(rows: number[][]): number[] {
	rows.forEach((row, i) => {
		const pivot = row[i] ?? 0;
		if (!(pivot > 1e-9)) throw new Error('the ways don’t tell the legs of a journey apart');
		row.forEach((value, j) => (row[j] = value / pivot));
		rows.forEach((other, k) => {
			const factor = other[i] ?? 0;
			if (k !== i) other.forEach((value, j) => (other[j] = value - factor * (row[j] ?? 0)));
		});
	});
	return rows.map((row) => row.at(-1) ?? NaN);
}

/** The fit, and how the model agrees: on the held-out districts together, by settlement, by district. */
export function carModel(facts: Facts): CarModel {
	const pairs = carPairs(facts);
	const held = pairs.filter(({ heldOut }) => heldOut);
	const byDistrict = new Map<string, CarPair[]>();
	for (const pair of pairs) {
		const those = byDistrict.get(pair.district);
		if (those) those.push(pair);
		else byDistrict.set(pair.district, [pair]);
	}
	return {
		fitted: fitSpeeds(
			pairs.filter(({ heldOut }) => !heldOut),
			MODES.drive.legs.map(({ upTo }) => upTo)
		),
		heldOut: {
			...agreementOf(held),
			districts: new Set(held.map(({ district }) => district)).size
		},
		bySettlement: Object.fromEntries(
			SETTLEMENTS.map((one) => [
				one,
				agreementOf(held.filter(({ settlement }) => settlement === one))
			])
		) as Record<Settlement, Agreement>,
		districts: [...byDistrict]
			.map(([code, those]) => ({
				code,
				name: those[0]?.districtName ?? code,
				heldOut: those[0]?.heldOut ?? false,
				...agreementOf(those)
			}))
			.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
	};
}
