/**
 * Journeys on foot held against a network of paths: isochrones of 5 to 30 minutes from England's
 * libraries at 5 km an hour. The model (the straight line × a detour) is asked at the same speed,
 * so that only the way is compared.
 */
import type { Facts } from '../facts/facts.ts';
import { numbers, optionalNumbers, strings } from '../facts/table.ts';
import { DETOUR, SETTLEMENTS, type Settlement } from './travel.ts';

export const LIBRARY_WALKS = 'library-walks';

/** Kilometres an hour of the isochrones. */
export const NETWORK_SPEED = 5;
/** The isochrones, in minutes. */
export const BANDS: readonly number[] = [5, 10, 15, 20, 25, 30];
/** Straight lines are counted in steps of so many metres, and together from the furthest on. */
export const STEP_M = 10;
export const FURTHEST_M = 4000;
/** Detours that the method page and the checks set side by side: the one that fits best, and ours. */
export const DETOURS_COMPARED = [1.2, DETOUR] as const;
/** Walks whose yes or no is compared, in minutes. */
export const LIMITS = [15, 30] as const;

export interface WalkAgreement {
	/** Output areas compared. */
	areas: number;
	/** Shares of them: the same band of minutes, and at most one band apart. */
	same: number;
	withinOne: number;
	/** For each of {@link LIMITS}: share with the same answer to "is a library within it?" … */
	agree: number[];
	/** … and the shares within it, on the network and by the model. */
	network: number[];
	ours: number[];
}

export interface WalkModel {
	detour: number;
	all: WalkAgreement;
	bySettlement: Readonly<Record<Settlement, WalkAgreement>>;
}

/** The band of a walk of some minutes, counted from 0; the last one is beyond all isochrones. */
function bandOf(minutes: number): number {
	const at = BANDS.findIndex((end) => minutes <= end);
	return at < 0 ? BANDS.length : at;
}

/** How straight lines × a detour agree with the network, of all and by settlement. */
export function walkModel(facts: Facts, detour: number): WalkModel {
	const table = facts.table(LIBRARY_WALKS);
	const settlement = strings(table, 'settlement');
	const network = optionalNumbers(table, 'network_minutes');
	const straight = numbers(table, 'straight_m');
	const count = numbers(table, 'output_areas');
	const of = (has: (row: number) => boolean): WalkAgreement => {
		let [areas, same, withinOne] = [0, 0, 0];
		const sums = LIMITS.map(() => ({ agree: 0, network: 0, ours: 0 }));
		count.forEach((number, row) => {
			if (!has(row)) return;
			// The middle of the step stands for those in it.
			const km = ((straight[row] ?? NaN) + STEP_M / 2) / 1000;
			const ours = (60 * km * detour) / NETWORK_SPEED;
			const theirs = network[row] ?? Infinity;
			const apart = Math.abs(bandOf(ours) - bandOf(theirs));
			areas += number;
			if (apart === 0) same += number;
			if (apart <= 1) withinOne += number;
			LIMITS.forEach((limit, at) => {
				const sum = sums[at];
				if (!sum) return;
				if (ours <= limit) sum.ours += number;
				if (theirs <= limit) sum.network += number;
				if (ours <= limit === theirs <= limit) sum.agree += number;
			});
		});
		return {
			areas,
			same: same / areas,
			withinOne: withinOne / areas,
			agree: sums.map((sum) => sum.agree / areas),
			network: sums.map((sum) => sum.network / areas),
			ours: sums.map((sum) => sum.ours / areas)
		};
	};
	return {
		detour,
		all: of(() => true),
		bySettlement: Object.fromEntries(
			SETTLEMENTS.map((one) => [one, of((row) => settlement[row] === one)])
		) as Record<Settlement, WalkAgreement>
	};
}
