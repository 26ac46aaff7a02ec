import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../checks/result.ts';
import { makeTable, type Cell, type ColumnType } from '../facts/table.ts';
import { dueInWords, planActions, plansSummary } from './plans.ts';
import { parsePrinted } from './spec.ts';
import { ethnicTable } from './tables.ts';
import { printedRows, themesOf } from './themes.ts';

const table = (columns: Record<string, readonly [ColumnType, ...Cell[]]>) =>
	makeTable(
		Object.fromEntries(
			Object.entries(columns).map(([name, [type, ...values]]) => [name, { type, values }])
		)
	);

const statements = table({
	statement_id: ['text', 'a', 'b', 'c'],
	document_id: ['text', 'plan', 'plan', 'other'],
	section: ['text', '2.1', '2.1', 'Foreword'],
	area: ['text', 'Here', 'Here', 'There'],
	what: ['text', 'births', 'the fewest births', 'births'],
	value: ['number', 1200, null, 5],
	unit: ['text', 'births', null, 'births'],
	period: ['text', '2020/21', null, null]
});
const result = (statementId: string, figure: string, why: string) =>
	({ statementId, figure, why, basis: 'births to residents' }) as CheckResult;
const results = [result('a', '1,190', ''), result('b', '–', 'No table has it.')];

describe('themes', () => {
	const themes = [{ id: 'births', title: 'Births', statements: ['b', 'a', 'c'] }];
	const said = themesOf(themes, printedRows(statements, results), ['plan'], results);

	it('hold what the documents asked for print, with ours beside or why there is none', () => {
		expect(said).toHaveLength(1);
		expect(said[0]?.rows.map(({ id, figure, ours }) => ({ id, figure, ours }))).toEqual([
			{ id: 'b', figure: null, ours: null },
			{ id: 'a', figure: '1,200 births', ours: { figure: '1,190', basis: 'Births to residents' } }
		]);
		expect(said[0]?.without).toEqual(['No table has it.']);
	});

	it('are left out where no document speaks of them', () => {
		expect(themesOf(themes, printedRows(statements, results), ['none'], results)).toEqual([]);
	});
});

describe('what plans ask for', () => {
	const actions = table({
		document_id: ['text', 'plan', 'plan'],
		section: ['text', '7', '7'],
		action: ['text', 'Count', 'Act'],
		by_when: ['text', '2026-02 and 2027-02', null],
		served_by: ['text', 'map', 'no']
	});
	const answer = (action: string, served: 'yes' | 'no') => ({
		document: 'plan',
		action,
		served,
		says: 'So it is.',
		links: []
	});

	it('has a date in words, an answer each, and says how many are served', () => {
		const said = planActions(actions, [answer('Count', 'yes'), answer('Act', 'no')], ['plan']);
		expect(said.map(({ byWhen }) => byWhen)).toEqual(['February 2026 and February 2027', null]);
		expect(plansSummary(said)).toBe(
			'Of the two actions that the documents ask for, this site helps with one and cannot help with one.'
		);
		expect(planActions(actions, [], ['other'])).toEqual([]);
	});

	it('refuses an action without an answer', () => {
		expect(() => planActions(actions, [], ['plan'])).toThrow(/no answer to “Count”/);
	});

	it('leaves what is no date as it is printed', () => {
		expect(dueInWords('within ten years')).toBe('within ten years');
		expect(dueInWords('2021-11-30')).toBe('November 2021');
	});
});

describe('ethnic groups as printed', () => {
	it('have our share beside a group that our table has, in an area that we know', () => {
		const printed = table({
			area: ['text', 'Here', 'There', 'Here', 'There'],
			ethnic_group: [
				'text',
				'White British',
				'White British',
				'Asian / Asian British',
				'Asian / Asian British'
			],
			percent: ['number', 90, 80, 0, 5]
		});
		const shares = { asian: 0.0123, black: 0, mixed: 0, other: 0, white: 0.9 };
		const { rows } = ethnicTable(printed, new Map([['Here', shares]]));
		expect(rows).toEqual([
			{
				name: 'Here',
				cells: [
					{ printed: '90.0%', ours: null },
					{ printed: '0.0%', ours: '1.2%' }
				]
			},
			{
				name: 'There',
				cells: [
					{ printed: '80.0%', ours: null },
					{ printed: '5.0%', ours: null }
				]
			}
		]);
	});
});

describe('the record put together by hand', () => {
	it('is refused with the field that is wrong', () => {
		const wrong = { format: 1, themes: [], tables: [], answers: [{ document: 'plan' }] };
		expect(() => parsePrinted('printed.json', wrong)).toThrow(/printed\.json, answers\.0/);
	});
});
