import { describe, expect, it } from 'vitest';
import {
	arrivalsSentence,
	gypsyTravellerRomaSentence,
	homelessnessSentences,
	type HomelessQuarter
} from './plus-districts.ts';

describe('Gypsy, Irish Traveller and Roma residents', () => {
	it('are one sentence a district, rounded, and “fewer than 100” where there are', () => {
		expect(gypsyTravellerRomaSentence('Anytown', { gypsyOrIrishTraveller: 1210, roma: null })).toBe(
			'In Anytown, about 1,210 people said in the Census of 2021 that they are Gypsy or Irish Traveller, and fewer than 100 that they are Roma.'
		);
		expect(gypsyTravellerRomaSentence('Anytown', { gypsyOrIrishTraveller: null, roma: null })).toBe(
			'In Anytown, fewer than 100 people said in the Census of 2021 that they are Gypsy or Irish Traveller, and fewer than 100 that they are Roma.'
		);
	});
});

describe('recent arrivals', () => {
	it('are a share of all residents', () => {
		expect(arrivalsSentence('Anytown', { residents: 143_911, under5: 8675, under2: 4356 })).toBe(
			'In Anytown, 8,675 of 143,911 residents (6.0%) at the Census of March 2021 had come to live in the UK in the five years before it. Of these, 4,356 came in the last two.'
		);
	});
});

describe('homelessness', () => {
	const quarters = (
		owed: readonly (number | null)[],
		temporary: readonly (number | null)[]
	): HomelessQuarter[] =>
		['2025-01', '2025-04', '2025-07', '2025-10'].map((quarter, at) => ({
			quarter,
			owed: owed[at] ?? null,
			temporary: temporary[at] ?? null
		}));

	it('adds the flow up over quarters, and takes the last stock', () => {
		expect(homelessnessSentences('Anytown', quarters([1, 2, 3, 4], [50, 60, 70, 80]))).toEqual([
			'In Anytown, 10 households were owed help to prevent or end homelessness in 2025.',
			'At the end of December 2025, 80 households of Anytown were in temporary accommodation.'
		]);
	});

	it('says what was not reported: it is not 0', () => {
		expect(
			homelessnessSentences('Anytown', quarters([100, null, 3, 4], [50, 0, null, null]))
		).toEqual([
			'In Anytown, 107 households were owed help to prevent or end homelessness in three of the four quarters of 2025. It did not report the rest.',
			'At the end of June 2025, no households of Anytown were in temporary accommodation.'
		]);
		expect(homelessnessSentences('Anytown', quarters([], []))).toEqual([
			'Anytown did not report how many households were owed help to prevent or end homelessness in 2025.',
			'Anytown did not report how many households were in temporary accommodation in 2025.'
		]);
	});

	it('does not hang on the order of the quarters', () => {
		const some = quarters([1, 2, 3, 4], [5, 6, 7, 8]);
		expect(homelessnessSentences('Anytown', [...some].reverse())).toEqual(
			homelessnessSentences('Anytown', some)
		);
	});
});
