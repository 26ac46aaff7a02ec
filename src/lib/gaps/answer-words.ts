/** How the figures of an answer are written, and what is to be said with them. */
import { VOUCHED_CAVEAT } from '../access/both-shares.ts';
import { MODES } from '../access/travel.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { measureOf } from './measures.ts';
import type { NeedMeasure } from './need.ts';
import { onlyVouched } from './provision.ts';
import { provisionsOf, provisionUnit, provisionWords } from './provisions.ts';
import type { GapsRequest } from './request.ts';
import { type Bounds, provisionClass } from './rule.ts';
import { isOfSome } from './served.ts';
import type { Workbench } from './workbench.ts';

/**
 * A format that does not contradict the rule: a figure on the wrong side of a bound that would read
 * like the bound itself is said to be near it. Of a bound of 1, 0.998 is "just under 1.0".
 */
export function besideBounds(
	format: (value: number) => string,
	bounds: Pick<Bounds, 'little' | 'good' | 'moreIsBetter'>
): (value: number) => string {
	const { little, good, moreIsBetter } = bounds;
	return (value) => {
		const found = provisionClass(value, { little, good, moreIsBetter });
		const short = [...(found === 0 ? [little] : []), ...(found === 0 || found === 1 ? [good] : [])];
		const words = format(value);
		return short.some((bound) => format(bound) === words)
			? `just ${moreIsBetter ? 'under' : 'over'} ${words}`
			: words;
	};
}

/** "15 minutes on foot", "2.0 km", "just over 15 minutes on foot" where the reach ends at 15. */
export function costFormat({ reach, mode }: GapsRequest): (cost: number) => string {
	const format = (cost: number) =>
		reach.unit === 'minutes'
			? `${cost < 10 && !Number.isInteger(cost) ? formatDecimal(cost) : formatCount(cost)} minutes ${MODES[mode].words}`
			: `${formatDecimal(cost)} km`;
	return besideBounds(format, { little: reach.cost, good: reach.cost, moreIsBetter: false });
}

/** "0.5 community venues", by what the measure is. */
export function provisionFormat(
	request: GapsRequest,
	formatCost: (cost: number) => string
): (value: number) => string {
	const unit = provisionUnit(request.provision);
	switch (request.measure) {
		case 'count':
			return (value) => `${formatDecimal(value)} ${unit}`;
		case 'nearest':
			return formatCost;
		case 'published-number':
			return (value) => `${formatCount(value)} ${unit}`;
		case 'published-income':
			return (value) => `£${formatDecimal(value / 1e6)} million`;
		case 'published-income-per-resident':
			return (value) => `£${formatCount(value)} per resident`;
		default:
			return (value) => `${formatDecimal(value)} per 10,000 residents`;
	}
}

/** What recent and verified mean, where not all is either, and that no register confirms a kind. */
function vouchedCaveats(bench: Workbench, request: GapsRequest): string[] {
	const { provision, verifiedOnly } = request;
	const unverified = provision.filter((one) => {
		const sites = bench.sites([one], verifiedOnly);
		return sites.length > 0 && sites.every(({ status }) => status !== 'verified');
	});
	return [
		...(onlyVouched(bench, request) ? [VOUCHED_CAVEAT] : []),
		...(unverified.length > 0
			? [
					`None of the ${provisionWords(unverified)} here counts as checked: no official register says that they are open as such. Counting only what is checked, nobody would have any.`
				]
			: [])
	];
}

/** What is to be said with the figures of an answer. */
export function caveatsOf(bench: Workbench, request: GapsRequest, need: NeedMeasure): string[] {
	const measure = measureOf(request.measure);
	const travel = bench.matrix
		? `Travel times come from ${bench.matrix.file}. It has no journeys of people who live outside the region, so places near the border are not shared with them (E2SFCA).`
		: `Journeys are estimates: the straight line times 1.3. ${MODES[request.mode].basis}`;
	return [
		...new Set([
			...need.caveats,
			...(isOfSome(request)
				? [
						'For an area with Core20 neighbourhoods, we count what their residents have near. Its other residents may have more or less. For an area without any, we count what all its residents have near.'
					]
				: []),
			...provisionsOf(request.provision).flatMap(({ caveats }) => caveats),
			...(measure.of === 'sites' ? vouchedCaveats(bench, request) : []),
			...(measure.byReach ? [travel] : []),
			...(measure.of === 'sites' && bench.coverage === null
				? ['Our data do not say which lists cover which districts.']
				: [])
		])
	];
}
