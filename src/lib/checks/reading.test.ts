import { describe, expect, it } from 'vitest';
import { OUTCOME_WORDS, readingFor, summaryOf } from './reading.ts';
import { OUTCOMES, type CheckResult } from './result.ts';
import type { CheckList } from './spec.ts';

const result = (id: string, more: Partial<CheckResult> = {}): CheckResult => ({
	id,
	statementId: id,
	statement: `${id} in words`,
	document: 'The plan',
	expected: 1,
	value: 1,
	figure: '1',
	basis: 'counted',
	outcome: 'reproduced',
	why: '',
	datasets: [],
	required: false,
	...more
});
const unknown = { figure: '–', basis: '', outcome: 'cannot be checked', why: 'No table.' } as const;
const own = (id: string, more: Partial<CheckResult> = {}): CheckResult => {
	const made = result(id, { document: 'Own', ...more });
	delete made.statementId;
	return made;
};
const list = (region: string | null, ...ids: string[]): CheckList => ({
	format: 1,
	region,
	checks: ids.map((id) => ({
		claim: { id, says: id },
		method: 'not-in-open-data' as const,
		why: 'x'
	}))
});

const lists = [
	list('here', 'a', 'b', 'c', 'd', 'whole', 'part'),
	list('there', 'x'),
	list(null, 'e')
];
const results = [
	result('a'),
	result('b', unknown),
	result('c', unknown),
	result('d', { ...unknown, document: 'Another plan' }),
	result('whole', { outcome: 'not reproduced', statement: 'Everything' }),
	own('part', { partOf: 'whole' }),
	result('x'),
	own('e')
];

describe('what a region’s page of checks shows', () => {
	const reading = readingFor('here', lists, results);

	it('takes the region’s statements and England’s claims, and nothing of another region', () => {
		expect(reading.groups.map(({ outcome, count }) => [outcome, count])).toEqual([
			['reproduced', 1],
			['not reproduced', 1],
			['cannot be checked', 3]
		]);
		expect(reading.own.map(({ statements }) => statements[0]?.id)).toEqual(['e']);
		expect(JSON.stringify(reading)).not.toContain('x in words');
	});

	it('joins statements of one document that cannot be checked for the same reason', () => {
		const rows = reading.groups.at(-1)?.rows ?? [];
		expect(rows.map(({ statements }) => statements.map(({ id }) => id))).toEqual([
			['b', 'c'],
			['d']
		]);
		expect(rows[0]?.figure).toBeNull();
	});

	it('shows parts under the statement they are of, and counts only the statement', () => {
		expect(reading.parts).toHaveLength(1);
		expect(reading.parts[0]).toMatchObject({ of: 'Everything', rows: [{ outcome: 'reproduced' }] });
		expect(Object.values(reading.counts).reduce((a, b) => a + b)).toBe(5);
	});
});

describe('the summary', () => {
	const counts = {
		reproduced: 3,
		'same size, other base': 0,
		'not reproduced': 1,
		'cannot be checked': 15
	};

	it('says all counts that are not zero', () => {
		expect(summaryOf(counts)).toBe(
			'We looked into 19 statements of local documents and pages. For 3 we find the same figure, for 1 another figure and 15 cannot be checked with open data.'
		);
	});

	it('has words where there is nothing to say', () => {
		const none = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0]));
		expect(summaryOf(none as typeof counts)).toContain('no document');
		expect(summaryOf(none as typeof counts, 'We hold figures of a part.')).toBe(
			'We hold figures of a part. Where that is a region of this site, its page sets those that we looked into beside ours. Many cannot be checked with open data.'
		);
	});
});

it('tells outcomes apart by symbol and by word', () => {
	const words = Object.values(OUTCOME_WORDS);
	expect(new Set(words.map(({ symbol }) => symbol)).size).toBe(OUTCOMES.length);
	expect(new Set(words.map(({ title }) => title)).size).toBe(OUTCOMES.length);
});
