import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../src/lib/checks/result.ts';
import { countOutcomes, printJson, printText, wrap } from './print.ts';

const result = (change: Partial<CheckResult>): CheckResult => ({
	id: 'a',
	statement: 'Somewhere: people of some kind who live there: 164,000 people',
	document: 'A plan',
	expected: 164_000,
	value: 163_834,
	figure: '163,834',
	basis: 'residents, mid-2020, of 96 LSOAs in deciles 1 to 2',
	outcome: 'reproduced',
	why: '',
	datasets: ['one'],
	required: true,
	...change
});

describe('wrap', () => {
	it('never exceeds the width and loses nothing', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
				const lines = wrap(text, width);
				expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
				expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			})
		);
	});
});

describe('printText', () => {
	const results = [
		result({}),
		result({ id: 'b', document: 'This project’s own method', outcome: 'not reproduced' }),
		result({ id: 'c', document: 'Another', outcome: 'cannot be checked', required: false })
	];

	it('fits a hundred columns, without blanks at the ends of lines', () => {
		for (const line of printText(results).split('\n')) {
			expect(line.length).toBeLessThanOrEqual(100);
			expect(line).toBe(line.trimEnd());
		}
	});

	it('has a section a document, the project’s own last, and says what failed', () => {
		const text = printText(results);
		const at = ['A plan', 'Another', 'This project’s own method'].map((title) =>
			text.indexOf(title)
		);
		expect(at).toEqual([...at].sort((a, b) => a - b));
		expect(at).not.toContain(-1);
		expect(text).toContain('   1  not reproduced');
		expect(text).toContain("* must come out: 1 don't: b");
	});

	it('says when all is well', () => {
		expect(printText([result({})])).toContain('* must come out: all 1 do');
	});
});

it('printJson holds every result, the counts and the failures', () => {
	const results = [result({}), result({ id: 'b', outcome: 'not reproduced' })];
	expect(JSON.parse(printJson(results))).toEqual({
		outcomes: countOutcomes(results),
		failed: ['b'],
		results
	});
});
