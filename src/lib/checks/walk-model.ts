/** The model of journeys on foot against isochrones on the network of paths. */
import { DETOUR, SETTLEMENTS } from '../access/travel.ts';
import {
	LIBRARY_WALKS,
	LIMITS,
	NETWORK_SPEED,
	walkModel as modelOf,
	type WalkAgreement
} from '../access/walk-model.ts';
import { formatCount, formatList } from '../text/format.ts';
import type { Method } from './method.ts';
import { SETTLEMENT_WORDS } from './model-words.ts';

/** Least shares of output areas: at most one band apart; the same yes or no; that by settlement. */
export const WITHIN_ONE = 0.99;
export const AGREE = 0.94;
export const CLASS_AGREE = 0.92;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const least = ({ agree }: WalkAgreement): number => Math.min(...agree);

export const walkModel: Method<'walk-model'> = ({ facts }) => {
	const { all, bySettlement } = modelOf(facts, DETOUR);
	const isRight =
		all.withinOne >= WITHIN_ONE &&
		least(all) >= AGREE &&
		SETTLEMENTS.every((one) => least(bySettlement[one]) >= CLASS_AGREE);
	return {
		value: least(all),
		outcome: isRight ? 'reproduced' : 'not reproduced',
		figure: `${percent(all.withinOne)} within one band; ${formatList(
			LIMITS.map((limit, at) => `${percent(all.agree[at] ?? NaN)} at ${limit} minutes`)
		)}`,
		basis: `straight line × ${DETOUR} at ${NETWORK_SPEED} km an hour against the network of paths (${LIBRARY_WALKS}), ${formatCount(all.areas)} output areas, nearest library`,
		why: `The lower of the two, by settlement: ${formatList(
			SETTLEMENTS.map((one) => `${SETTLEMENT_WORDS[one]} ${percent(least(bySettlement[one]))}`)
		)}.`
	};
};
