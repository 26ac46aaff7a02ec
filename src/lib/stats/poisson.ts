/** Intervals of counts and of rates made from counts. */
import type { Interval } from './interval.ts';

/** The 97.5% point of the standard normal distribution: half a 95% interval. */
export const Z95 = 1.959963984540054;
/** Counts below this get the exact interval. */
const EXACT_BELOW = 10;

/**
 * 95% interval of a count of independent events: Byar's approximation (Breslow & Day 1987)
 * from 10, the exact Poisson interval below, as `phe_rate` of PHEindicatormethods. Throws on
 * anything but a whole number not below zero.
 */
export function byarInterval(count: number): Interval {
	if (!(Number.isInteger(count) && count >= 0)) throw new Error(`${count} is no count of events`);
	return count < EXACT_BELOW ? exact(count) : byar(count);
}

/** 95% interval of a rate: that of its count, over the population, times a multiplier. */
export function rateInterval(count: number, population: number, multiplier: number): Interval {
	const { lower, upper } = byarInterval(count);
	return {
		lower: (lower / population) * multiplier,
		upper: (upper / population) * multiplier
	};
}

function byar(count: number): Interval {
	const above = count + 1;
	return {
		lower: count * (1 - 1 / (9 * count) - Z95 / (3 * Math.sqrt(count))) ** 3,
		upper: above * (1 - 1 / (9 * above) + Z95 / (3 * Math.sqrt(above))) ** 3
	};
}

/** The means with which this many events or more, or this many or fewer, have 2.5%. */
function exact(count: number): Interval {
	return {
		lower: count === 0 ? 0 : meanWhere((mean) => 1 - atMost(count - 1, mean) < 0.025),
		upper: meanWhere((mean) => atMost(count, mean) > 0.025)
	};
}

/** Probability of at most `count` events where `mean` are expected. */
function atMost(count: number, mean: number): number {
	let term = Math.exp(-mean);
	let sum = term;
	for (let events = 1; events <= count; events++) {
		term *= mean / events;
		sum += term;
	}
	return sum;
}

/** The mean up to which a test holds, by halving. */
function meanWhere(holds: (mean: number) => boolean): number {
	let low = 0;
	let high = 100;
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (holds(middle)) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
