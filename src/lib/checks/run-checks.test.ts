import { describe, expect, it } from 'vitest';
import { BOARD_1, BOARD_2, NORTH, SPLIT, tinyEngland, tinyInput } from './fixture.ts';
import { fails } from './result.ts';
import { OWN_CLAIM, runChecks } from './run-checks.ts';
import type { CheckSpec } from './spec.ts';

const people: CheckSpec = {
	claim: { statement: 'people' },
	method: 'residents-in-deciles',
	board: BOARD_1,
	edition: '2019',
	deciles: 2,
	required: true
};
const charities: CheckSpec = {
	claim: { statement: 'charities' },
	method: 'charities-total',
	column: 'registered_charities',
	claims: 'sum',
	required: true
};

/** The only result of a check of the project's own. */
function resultOf(check: CheckSpec, tables = tinyEngland()) {
	const results = runChecks(tinyInput([people, charities, check], tables));
	const found = results[2];
	if (!found) throw new Error('no result');
	return found;
}
const own = (expected?: number) => ({
	claim: { id: 'own', says: 'Own', ...(expected !== undefined && { expected }) }
});

describe('runChecks', () => {
	it('says what is printed, by whom, and from which tables ours comes', () => {
		const [first] = runChecks(tinyInput([people, charities]));
		expect(first).toEqual({
			id: 'people',
			statementId: 'people',
			statement: 'Board 1: people in decile 1 or 2: 300 people',
			document: 'The plan',
			expected: 300,
			value: 300,
			figure: '300',
			basis: 'residents, mid-2020, of 3 LSOAs in deciles 1 to 2 of IoD 2019, 2011 LSOAs',
			outcome: 'reproduced',
			why: '',
			datasets: [
				'areas-lsoa11',
				'deprivation-2019',
				'published-statements',
				'residents-2020-lsoa11'
			],
			required: true
		});
	});

	it('fails a required check whose table has another total', () => {
		const tables = tinyEngland();
		tables['published-charities-by-district'] = {
			...tables['published-charities-by-district'],
			registered_charities: [4, 7]
		};
		const [first, second] = runChecks(tinyInput([people, charities], tables));
		expect(first && fails(first)).toBe(false);
		expect(second).toMatchObject({ outcome: 'not reproduced', figure: '11' });
		expect(second && fails(second)).toBe(true);
	});

	it('does not fail what need not come out', () => {
		const result = resultOf({
			...own(4),
			method: 'lsoas-in-deciles',
			board: BOARD_1,
			edition: '2025',
			deciles: 2
		});
		expect(result).toMatchObject({ outcome: 'not reproduced', value: 3, document: OWN_CLAIM });
		expect(fails(result)).toBe(false);
	});

	it('fails a required check that cannot be made', () => {
		const result = resultOf({
			...own(),
			method: 'not-in-open-data',
			why: 'No table.',
			required: true
		});
		expect(fails(result)).toBe(true);
	});

	it('refuses lists that leave a statement out, name it twice or name an unknown one', () => {
		expect(() => runChecks(tinyInput([people]))).toThrow('no check for the statement charities');
		expect(() => runChecks(tinyInput([people, charities, people]))).toThrow(
			'two checks are called "people"'
		);
		const unknown: CheckSpec = { ...charities, claim: { statement: 'nobody-said' } };
		expect(() => runChecks(tinyInput([people, charities, unknown]))).toThrow('nobody-said');
	});

	it('refuses a table or column that is not there, and a figure without a counterpart', () => {
		const tables = tinyEngland();
		delete tables['deprivation-2019'];
		expect(() => runChecks(tinyInput([people, charities], tables))).toThrow('"deprivation-2019"');
		expect(() => resultOf({ ...own(), method: 'residents', board: BOARD_1 })).toThrow(
			'own: nothing to compare'
		);
		expect(() => resultOf({ ...own(1), method: 'residents', board: 'E54000009' })).toThrow(
			'E54000009'
		);
	});
});

describe('methods on a tiny England', () => {
	it('counts areas, communities and people of a board or a district of it', () => {
		const board = { board: BOARD_1, edition: '2025', deciles: 2 } as const;
		expect(resultOf({ ...own(2), method: 'communities-in-deciles', ...board }).value).toBe(2);
		expect(
			resultOf({ ...own(1), method: 'lsoas-in-deciles', ...board, district: SPLIT })
		).toMatchObject({ value: 1, figure: '1 LSOA', outcome: 'reproduced' });
		const females = resultOf({
			...own(61),
			method: 'females-in-deciles',
			board: BOARD_1,
			deciles: 2,
			rounding: 1
		});
		expect(females).toMatchObject({ value: 60.75, outcome: 'reproduced' });
		const newborns = resultOf({
			...own(75),
			method: 'newborns-in-deciles',
			board: BOARD_1,
			deciles: 4
		});
		expect(newborns).toMatchObject({ value: 75, figure: '75.0%' });
		expect(resultOf({ ...own(2), method: 'places', board: BOARD_2 }).outcome).toBe('reproduced');
	});

	it('shares out the births of a district that lies in two boards', () => {
		// 5 of North and half of the 8 of Split.
		const births = resultOf({ ...own(9), method: 'births', board: BOARD_1 });
		expect(births).toMatchObject({ value: 9, outcome: 'reproduced' });
		expect(births.basis).toContain('Split estimated');
		const share = resultOf({
			...own(56),
			method: 'births-share',
			board: BOARD_1,
			district: NORTH,
			rounding: 1
		});
		expect(share).toMatchObject({ outcome: 'reproduced' });
		expect(share.value).toBeCloseTo((5 / 9) * 100, 9);
	});

	it('says fewest only where births and residents aged 0 agree', () => {
		const tables = tinyEngland();
		tables['residents-2020-lsoa11'] = {
			...tables['residents-2020-lsoa11'],
			aged_0: [2, 2, 1, 2, 2, 2, 2, 2]
		};
		const check = (district: string): CheckSpec => ({
			...own(),
			method: 'fewest-births',
			board: BOARD_1,
			district
		});
		expect(resultOf(check(SPLIT), tables).outcome).toBe('same size, other base');
		expect(resultOf(check(NORTH), tables).outcome).toBe('not reproduced');
	});

	it('names the measure by which a district comes first', () => {
		const leads = (
			district: string,
			...measures: (
				| 'average-score'
				| 'average-rank'
				| 'charities'
				| 'charity-income-per-resident'
			)[]
		) =>
			resultOf({
				...own(),
				method: 'district-leads',
				board: BOARD_1,
				district,
				measures,
				inItsWords: ['average-score', 'charities']
			});
		expect(leads(NORTH, 'average-score')).toMatchObject({ outcome: 'reproduced', value: 75 });
		expect(leads(NORTH, 'average-rank')).toMatchObject({ outcome: 'reproduced', value: 1.5 });
		// £1,000 for 200 residents against £500 for the 200 of Split inside the board.
		expect(leads(NORTH, 'charity-income-per-resident')).toMatchObject({
			outcome: 'not reproduced',
			value: 5,
			figure: 'North £5; lowest: Split £3'
		});
		const mixed = leads(NORTH, 'average-score', 'charities', 'charity-income-per-resident');
		expect(mixed).toMatchObject({
			outcome: 'same size, other base',
			figure: 'North comes first by 2 of 3 measures'
		});
		expect(mixed.why).toContain('Not by charity income per resident (Split)');
		expect(leads(SPLIT, 'average-score', 'charities').outcome).toBe('not reproduced');
	});

	it('leaves out of the order a district whose charities are unknown', () => {
		const check: CheckSpec = {
			...own(),
			method: 'district-leads',
			board: BOARD_2,
			district: SPLIT,
			measures: ['charities']
		};
		expect(resultOf(check).basis).toContain('unknown for South');
	});

	it('compares averages with the official summary, to a bound', () => {
		const summary = (
			figure: 'share-in-decile-1' | 'average-score' | 'order-by-score' | 'average-rank',
			within?: number
		): CheckSpec => ({
			...own(),
			method: 'official-summary',
			level: 'board',
			figure,
			...(within !== undefined && { within })
		});
		expect(resultOf(summary('share-in-decile-1'))).toMatchObject({
			outcome: 'reproduced',
			value: 0
		});
		expect(resultOf(summary('average-score', 0.1)).outcome).toBe('reproduced');
		expect(resultOf(summary('average-score', 0.09))).toMatchObject({ outcome: 'not reproduced' });
		expect(resultOf(summary('average-rank', 0.1)).value).toBeCloseTo(0, 9);
		expect(resultOf(summary('order-by-score'))).toMatchObject({ outcome: 'reproduced' });

		const tables = tinyEngland();
		const official = tables['deprivation-2025-icb-summaries'];
		tables['deprivation-2025-icb-summaries'] = {
			...official,
			imd_rank_of_average_score: [2, 1],
			imd_share_decile_1: [0.2501, 0]
		};
		expect(resultOf(summary('order-by-score'), tables).outcome).toBe('not reproduced');
		expect(resultOf(summary('share-in-decile-1'), tables).outcome).toBe('not reproduced');
		tables['deprivation-2025-icb-summaries'] = { ...official, icb24: [BOARD_1, 'E54000009'] };
		expect(() => resultOf(summary('order-by-score'), tables)).toThrow('not of the same areas');
	});

	it('sees a hundredth of a person lost between 2011 and 2021', () => {
		const check: CheckSpec = { ...own(), method: 'crosswalk-total', column: 'females_15_44' };
		expect(resultOf(check)).toMatchObject({ outcome: 'reproduced', value: 162 });
		const tables = tinyEngland();
		tables['residents-2021-crosswalk'] = {
			...tables['residents-2021-crosswalk'],
			females_15_44: [20.24, 20.25, 20.25, 20.25, 20.25, 20.25, 20.25, 20.25]
		};
		expect(resultOf(check, tables)).toMatchObject({
			outcome: 'not reproduced',
			why: 'The totals differ by -0.01.'
		});
	});

	it('gives gaps in life expectancy, never levels', () => {
		const gap = resultOf({
			...own(2),
			method: 'life-expectancy-gap',
			board: BOARD_1,
			from: ['E02000001'],
			to: 'E02000002',
			rounding: 0.1,
			otherBase: 'Another period.'
		});
		expect(gap).toMatchObject({
			outcome: 'same size, other base',
			value: 2,
			figure: '2.0 years (males)'
		});
		expect(gap.why).toContain('persons 2.0 from Ay');
		const level = resultOf({
			...own(78),
			method: 'life-expectancy-level',
			communities: ['E02000001'],
			rounding: 0.1
		});
		expect(level).toMatchObject({ outcome: 'reproduced', value: null, figure: '–' });
		const other = resultOf({
			...own(77),
			method: 'life-expectancy-level',
			communities: ['E02000001'],
			rounding: 0.1
		});
		expect(other.outcome).toBe('not reproduced');
		for (const { why, basis } of [gap, level, other])
			expect(`${why} ${basis}`).not.toMatch(/\b(78|80|82)\b/);
	});

	it('holds a document against its own rate and its own parts', () => {
		const rate = resultOf({ ...own(3), method: 'own-rate', board: BOARD_1, per1000: 7.5 });
		expect(rate).toMatchObject({ outcome: 'cannot be checked', value: 3 });
		const sum = (expected: number) =>
			resultOf({ ...own(expected), method: 'own-sum', statements: ['people', 'charities'] });
		expect(sum(310).outcome).toBe('cannot be checked');
		expect(sum(311).outcome).toBe('not reproduced');
	});
});
