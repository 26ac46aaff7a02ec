import { describe, expect, it } from 'vitest';
import type { FactsPart } from '../facts/parts.ts';
import { carsSentence, CARS_PART, carsWords, isByCar, withoutCar } from './cars.ts';

const part = (no_car: number[], households_cars: number[]): FactsPart => ({
	kind: 'facts',
	part: CARS_PART,
	vintage: '2021',
	level: 'lsoa',
	datasets: [],
	columns: { no_car: { values: no_car }, households_cars: { values: households_cars } },
	england: { no_car_percent_mean: 23.5366 }
});

describe('households without a car', () => {
	const facts = part([10, 30, 0], [100, 100, 50]);

	it('are a share of all households of some neighbourhoods, not a mean of shares', () => {
		expect(withoutCar(facts)).toBe(16);
		expect(withoutCar(facts, [0, 2])).toBeCloseTo(100 / 15, 12);
	});

	it('are not known where there are no households', () => {
		expect(withoutCar(facts, [])).toBeNull();
		expect(carsSentence(part([0], [0]), 'Anytown')).toBeNull();
	});

	it('are told beside a figure, with England’s', () => {
		expect(carsSentence(facts, 'Anytown')).toBe(
			'In Anytown, 16.0% of households have no car or van (England: 23.5%; Census 2021). Times by car say little about them.'
		);
		expect(carsWords(12.34)).toBe('12.3% of its households have no car or van');
	});

	it('matter to minutes by car alone', () => {
		expect(isByCar({ mode: 'drive', unit: 'minutes' })).toBe(true);
		expect(isByCar({ mode: 'walk', unit: 'minutes' })).toBe(false);
		expect(isByCar({ mode: 'drive', unit: 'kilometres' })).toBe(false);
	});
});
