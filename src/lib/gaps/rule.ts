/**
 * The readable rule: above the need bar, and little provision. What is little has a bound
 * that means something: fewer than k in reach, none within reach, half of what the region
 * has, less than the region has.
 */
import type { MeasureId } from './measures.ts';
import type { GapsRequest } from './request.ts';

/** Bounds of little, some and good provision, in the unit of the measure. */
export interface Bounds {
	/** Worse than this is little. */
	little: number;
	/** This or better is good. */
	good: number;
	moreIsBetter: boolean;
	/** Little, some and good in words: "fewer than 3 in reach". */
	words: readonly [string, string, string];
}

type BoundsOf = (request: GapsRequest, region: number, format: (value: number) => string) => Bounds;

/** How much above the region's rate is good. */
const WELL_ABOVE = 1.25;

const byRate: BoundsOf = (_request, region, format) => ({
	little: region,
	good: WELL_ABOVE * region,
	moreIsBetter: true,
	words: [
		`fewer than the region’s ${format(region)}`,
		'as many as the region, or up to a quarter more',
		'at least a quarter more than the region'
	]
});

const BOUNDS: Readonly<Record<MeasureId, BoundsOf>> = {
	count: ({ k }) => ({
		little: k,
		good: 2 * k,
		moreIsBetter: true,
		words: [
			`fewer than ${k} in reach`,
			`${k} to under ${2 * k} in reach`,
			`${2 * k} or more in reach`
		]
	}),
	nearest: ({ reach }, _region, format) => ({
		little: reach.cost,
		good: reach.cost / 2,
		moreIsBetter: false,
		words: [
			`more than ${format(reach.cost)} to the nearest`,
			`over ${format(reach.cost / 2)} to the nearest, but within ${format(reach.cost)}`,
			`the nearest within ${format(reach.cost / 2)}`
		]
	}),
	e2sfca: (_request, region, format) => ({
		little: region / 2,
		good: region,
		moreIsBetter: true,
		words: [
			`less than half the region’s ${format(region)}`,
			'at least half the region’s, but less than the region’s',
			'as much as the region, or more'
		]
	}),
	rate: byRate,
	'published-rate': byRate,
	'published-number': byRate,
	'published-income': byRate,
	'published-income-per-resident': byRate
};

/** The bounds of a request, given what the region as a whole has. */
export const boundsOf = (
	request: GapsRequest,
	region: number,
	format: (value: number) => string = String
): Bounds => BOUNDS[request.measure](request, region, format);

const ROUNDING = 1e-9;

/** 0 little, 1 some, 2 good; null where it is not known. */
export function provisionClass(
	value: number,
	bounds: Pick<Bounds, 'little' | 'good' | 'moreIsBetter'>
): 0 | 1 | 2 | null {
	if (Number.isNaN(value)) return null;
	const { little, good, moreIsBetter } = bounds;
	// A mean of threes is three, whatever the last digit of a sum of shares says.
	const short = (bound: number) =>
		moreIsBetter ? value < bound * (1 - ROUNDING) : value > bound * (1 + ROUNDING);
	return short(little) ? 0 : short(good) ? 1 : 2;
}

/** What decides where an area stands in the list. */
export interface Ordered {
	code: string;
	/** Of how many of the chosen kinds there is little. */
	little: number;
	/** The chosen measure, of the kind that there is least of; NaN where not known. */
	value: number;
	moreIsBetter: boolean;
	count: number | null;
	e2sfca: number | null;
	core20Residents: number;
}

/**
 * The order of the list: where there is little of most kinds first, then least provision by the
 * chosen measure, then by count in reach and E2SFCA, then most Core20 residents, then by code.
 */
export function inOrder(a: Ordered, b: Ordered): number {
	const toward = (left: number, right: number) =>
		left === right || (Number.isNaN(left) && Number.isNaN(right))
			? 0
			: Number.isNaN(left)
				? 1
				: Number.isNaN(right)
					? -1
					: left - right;
	const least = a.moreIsBetter ? toward(a.value, b.value) : toward(-a.value, -b.value);
	return (
		b.little - a.little ||
		least ||
		toward(a.count ?? NaN, b.count ?? NaN) ||
		toward(a.e2sfca ?? NaN, b.e2sfca ?? NaN) ||
		b.core20Residents - a.core20Residents ||
		(a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
	);
}
