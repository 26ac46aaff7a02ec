import { describe, expect, it } from 'vitest';
import { GAPS_CODEC, requestOf } from '../url/gaps-state.ts';
import { analyseGaps } from './analysis.ts';
import { fixtureBench } from './fixture.ts';
import { listed } from './listed.ts';
import { MEASURE_IDS } from './measures.ts';
import { BAR_IDS } from './need-bar.ts';
import { answerLine, questionSentence } from './question.ts';
import { DEFAULT_REQUEST } from './request.ts';
import { standingCounts, standingOf } from './standing.ts';
import { mended } from './together.ts';
import type { AreaVariations, VariationsAnswer } from './variations.ts';

const analysis = analyseGaps({ ...DEFAULT_REQUEST, level: 'lsoa' }, fixtureBench());
const [first = -1] = analysis.gaps;
const codeOf = (unit: number) => analysis.units.codes[unit] ?? '';
const found = (code: string, times: number): [string, AreaVariations] => [
	code,
	{ code, asked: 3, found: times, flips: [] }
];
const other = analysis.areas.find(({ verdict }) => verdict !== 'gap');
const answer: VariationsAnswer = {
	areas: new Map([found(codeOf(first), 2), found(other?.code ?? '', 1)]),
	asked: ['a', 'b', 'c'],
	ranges: null,
	uneven: null
};

describe('the list of gaps', () => {
	it('has the gaps in their order, or by the people affected, and says which it is', () => {
		const byNear = listed(analysis, answer, 'near');
		expect(byNear.rows.map(({ unit }) => unit)).toEqual(analysis.gaps);
		expect(byNear.rows[0]).toMatchObject({ sure: '2 of 3' });
		expect(byNear.rows.slice(1).every(({ sure }) => sure === null)).toBe(true);
		const byPeople = listed(analysis, answer, 'people').rows.map(({ people }) => people ?? -1);
		expect(byPeople).toEqual([...byPeople].sort((a, b) => b - a));
		expect(byPeople).toHaveLength(analysis.gaps.length);
		expect(byNear.orders).toEqual({
			near: 'Fewest places near first',
			people: 'Most people in the most deprived fifth first'
		});
	});
});

describe('where areas stand', () => {
	it('every area stands somewhere, and only what was tried could be a gap', () => {
		const counts = standingCounts(analysis, answer);
		expect(counts.gap).toBe(analysis.gaps.length);
		expect(counts['could-be']).toBe(1);
		expect(Object.values(counts).reduce((a, b) => a + b)).toBe(analysis.areas.length);
		expect(standingCounts(analysis, null)['could-be']).toBe(0);
	});

	it('unknown is no gap, whatever a variation finds', () => {
		const area = { code: other?.code ?? '', need: { kind: 'missing' as const } };
		for (const verdict of ['not-surveyed', 'no-figure'] as const) {
			expect(standingOf({ ...area, verdict }, answer)).toBe('unknown');
		}
		expect(standingOf({ ...area, verdict: 'below' }, null)).toBe('unknown');
	});
});

describe('the question', () => {
	it('is one sentence whatever is asked, with what is counted in it', () => {
		for (const level of ['lsoa', 'msoa', 'place', 'district'] as const) {
			for (const measure of MEASURE_IDS) {
				for (const bar of BAR_IDS) {
					const asked = mended({ ...DEFAULT_REQUEST, level, measure, bar }, DEFAULT_REQUEST);
					const sentence = questionSentence(asked);
					expect(sentence).toMatch(/^In which [^?]+\?$/);
					expect(sentence).toContain('community venue');
				}
			}
		}
		const { state } = GAPS_CODEC.read('?provision=food-bank,library&reach=2km&measure=nearest');
		expect(questionSentence(requestOf(state))).toMatch(/more than 2 km by road from .*libraries/);
	});

	it('has an answer in a line: gaps, what could be one, and what is not known', () => {
		const above = analysis.areas.filter((area) => area.above).length;
		expect(answerLine(analysis, answer)).toMatch(
			new RegExp(
				`^${analysis.gaps.length} of the .+ with high need (is a gap|are gaps)( \\(\\d+ by recent listings\\))?\\. 1 more`
			)
		);
		const vouched = { gaps: above + 90, strengths: 0 };
		expect(answerLine({ ...analysis, vouched }, answer)).toContain(
			`(${above + 90} by recent listings).`
		);
		expect(above).toBeGreaterThanOrEqual(analysis.gaps.length);
		const only = analysis.areas.filter((area) => area.above).slice(0, 1);
		expect(answerLine({ ...analysis, areas: only }, null)).toMatch(
			/^The one neighbourhood with high need is (a|no) gap\./
		);
	});
});
