/** The model of journeys by car against published times, on the districts it was not fitted on. */
import { CAR_MINUTES, carModel as modelOf } from '../access/car-model.ts';
import { SETTLEMENTS } from '../access/travel.ts';
import { formatCount, formatList } from '../text/format.ts';
import type { Method } from './method.ts';
import { SETTLEMENT_WORDS, signedPercent } from './model-words.ts';

/** The largest bias allowed, of all together and of each settlement class, as shares. */
export const BIAS = 0.05;
export const CLASS_BIAS = 0.08;
/** The mean size of the error by neighbourhood stays below this, in minutes. */
export const MEAN_ERROR = 3;

export const carModel: Method<'car-model'> = ({ facts }) => {
	const { heldOut, bySettlement } = modelOf(facts);
	const { bias, meanError, areas, districts } = heldOut;
	const isRight =
		Math.abs(bias) <= BIAS &&
		meanError < MEAN_ERROR &&
		SETTLEMENTS.every((one) => Math.abs(bySettlement[one].bias) <= CLASS_BIAS);
	return {
		value: bias,
		outcome: isRight ? 'reproduced' : 'not reproduced',
		figure: `${signedPercent(bias)}, mean error ${meanError.toFixed(1)} minutes`,
		basis: `our minutes by car against the published ones (${CAR_MINUTES}), ${formatCount(areas)} neighbourhoods of ${formatCount(districts)} districts that the speeds were not fitted on`,
		why: `By settlement: ${formatList(
			SETTLEMENTS.map((one) => `${SETTLEMENT_WORDS[one]} ${signedPercent(bySettlement[one].bias)}`)
		)}.`
	};
};
