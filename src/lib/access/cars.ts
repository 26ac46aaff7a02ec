/**
 * What stands beside every figure of journeys by car: how many households have none. For them the
 * figure says nothing.
 */
import type { EditionId } from '../facts/editions.ts';
import { factsColumn } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { CARS_PART } from '../indicators/plus-groups.ts';
import { percentOf } from '../indicators/stored-measures.ts';
import { formatPercentage } from '../text/format.ts';

export { CARS_PART };

/** The same households on the areas of the edition of 2019. */
export const CARS_BEFORE_PART = 'cars-2019' as const;

/** The part with households without a car on the areas of an edition. */
export const carsPart = (edition: EditionId): typeof CARS_PART | typeof CARS_BEFORE_PART =>
	edition === '2025' ? CARS_PART : CARS_BEFORE_PART;

/** Whether journeys are measured by car: minutes of that mode. Kilometres are of every mode. */
export const isByCar = (of: { mode: string; unit: string }): boolean =>
	of.mode === 'drive' && of.unit === 'minutes';

/**
 * Households with no car or van in some neighbourhoods of a part, in percent of all households there
 * (Census 2021); all of the part's where none are named. Null where there are no households.
 */
export function withoutCar(facts: FactsPart, members?: readonly number[]): number | null {
	const sum = (name: string) => {
		const { values } = factsColumn(facts, name);
		const of = members ?? [...values.keys()];
		return of.reduce((total, area) => total + (values[area] ?? 0), 0);
	};
	return percentOf(sum('no_car'), sum('households_cars'));
}

/** "17.7%". */
export const percentWords = (share: number): string => formatPercentage(share);

/** That some households have no car, in a sentence after a figure by car; null where nothing is known. */
export function carsSentence(facts: FactsPart, where: string): string | null {
	const share = withoutCar(facts);
	const england = facts.england['no_car_percent_mean'];
	if (share === null || england === undefined) return null;
	return `In ${where}, ${percentWords(share)} of households have no car or van (England: ${percentWords(england)}; Census 2021). Times by car say little about them.`;
}

/** The same of an area within a region: "12.3% of its households have no car or van". */
export const carsWords = (share: number): string =>
	`${percentWords(share)} of its households have no car or van`;
