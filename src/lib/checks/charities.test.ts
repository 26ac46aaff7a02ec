import { describe, expect, it } from 'vitest';
import { charitiesTotal, compareWithPrinted } from './charities.ts';
import { factsFrom, type Columns } from './fixture.ts';

const PRINTED = {
	lad24: ['E07000001', 'E07000002'],
	registered_charities: [100, 300],
	total_income_gbp: [1, 2]
};
const SPEC = {
	claim: { statement: 'all-charities' },
	method: 'charities-total',
	column: 'registered_charities',
	claims: 'register'
} as const;

const run = (counted?: Columns[string]) =>
	charitiesTotal(
		{
			facts: factsFrom({
				'published-charities-by-district': PRINTED,
				...(counted && { 'charities-by-district': counted })
			}),
			expected: 400,
			catalogue: [],
			published: []
		},
		SPEC
	);
const counted = (codes: string[], counts: number[]) => ({
	lad24: codes,
	registered_charities: counts,
	total_income_gbp: counts
});
const all = ['E07000003', 'E07000002', 'E07000001'];

describe('the printed number of charities', () => {
	it('stands alone where no extract was imported', () => {
		expect(run()).toMatchObject({ value: 400, ownFigures: true });
	});

	it('is compared with the extract in the same districts', () => {
		expect(run(counted(all, [999, 301, 104]))).toMatchObject({
			value: 405,
			outcome: 'same size, other base'
		});
		expect(run(counted(all, [999, 350, 150]))).toMatchObject({
			value: 500,
			outcome: 'not reproduced'
		});
	});

	it('is not compared where a district is not counted as a whole', () => {
		expect(run(counted(['E07000001'], [100]))).toMatchObject({ value: 400, ownFigures: true });
	});

	it('stands beside the counted one, district by district', () => {
		const printed = [
			{ code: 'a', name: 'A', count: 100 },
			{ code: 'b', name: 'B', count: 50 }
		];
		expect(compareWithPrinted(printed, [{ code: 'a', name: 'A', count: 90 }])).toEqual([
			{ code: 'a', name: 'A', printed: 100, counted: 90, ratio: 0.9 },
			{ code: 'b', name: 'B', printed: 50, counted: null, ratio: null }
		]);
	});
});
