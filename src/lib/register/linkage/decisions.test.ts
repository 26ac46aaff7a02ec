import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClaim } from '../fixture.ts';
import {
	bring,
	decide,
	decisionsCsv,
	pairKey,
	pairsOf,
	undo,
	VERDICT_IDS,
	verdicts,
	type Decisions
} from './decisions.ts';
import { readDecisions } from '../intake/decisions-file.ts';
import { ImportError } from '../intake/import-error.ts';
import { NO_OWNER } from '../../catalogue/owner.ts';

const claims = ['a', 'b', 'c'].map((id) => aClaim({ id, name: id === 'c' ? '=1+1' : id }));
const pairs = pairsOf(claims, [
	[0, 1, -0.5],
	[1, 2, 1.2],
	[0, 9, 1]
]);

describe('decisions on pairs', () => {
	it('puts the likeliest first, and leaves out a pair whose claim is not there', () => {
		expect(pairs.map(({ key }) => key)).toEqual(['b c', 'a b']);
	});

	it('the last decision on a pair holds, and taking it back brings the one before', () => {
		const made = decide(decide([], 'a b', 'same'), 'a b', 'different');
		expect(verdicts(made).get('a b')).toBe('different');
		const [first = [], last = []] = made;
		expect(verdicts(undo(made, last)).get('a b')).toBe('same');
		expect(undo(undo(undo(made, last), first), first)).toEqual([]);
	});

	it('goes out as a table of what is decided; a formula stays text', () => {
		const rows = parse(decisionsCsv(pairs, decide([], 'b c', 'unsure'), NO_OWNER));
		expect(rows).toEqual([
			['a', 'b', 'decision', 'name_a', 'name_b', 'weight', 'looked_after_by'],
			['b', 'c', 'unsure', 'b', "'=1+1", '1.2', NO_OWNER]
		]);
	});

	it('undoing takes back exactly one step, whatever another tab decided since', () => {
		const steps = fc.array(fc.array(decision));
		fc.assert(
			fc.property(steps, decision, steps, (before, step, since) => {
				const isOther = (one: readonly unknown[]) => JSON.stringify(one) !== JSON.stringify([step]);
				const later = since.filter(isOther);
				for (const made of [decide(before, step.key, step.verdict), bring(before, [step])]) {
					expect(undo([...made, ...later], [step])).toEqual([...before, ...later]);
				}
			})
		);
		expect(bring([], [])).toEqual([]);
	});

	it('a pair has one key, whichever of the two comes first', () => {
		expect(pairKey('b', 'a')).toBe(pairKey('a', 'b'));
	});
});

const decision = fc.record({
	key: fc.constantFrom('a b', 'b c'),
	verdict: fc.constantFrom(...VERDICT_IDS)
});
const keys = new Set(pairs.map(({ key }) => key));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file of decisions', () => {
	it('what goes out comes back as it was', () => {
		fc.assert(
			fc.property(fc.array(fc.array(decision, { minLength: 1 }), { minLength: 1 }), (steps) => {
				const file = bytes(`\ufeff${decisionsCsv(pairs, steps, NO_OWNER)}`);
				const back: Decisions = bring([], readDecisions(file, keys).decisions);
				expect(new Map(verdicts(back))).toEqual(new Map(verdicts(steps)));
			})
		);
	});

	it('counts pairs that are not here, and reads columns in any order', () => {
		const file = bytes('Decision;B;A\nsame;b;a\nDifferent;y;x\n');
		expect(readDecisions(file, keys)).toEqual({
			decisions: [{ key: 'a b', verdict: 'same' }],
			unknown: 1
		});
	});

	it.each([
		['another table', 'name,postcode\nA hall,BA1 1AA\n', /no column “a”, “b”, “decision”/],
		['an unknown decision', 'a,b,decision\na,b,perhaps\n', /Row 2 .*“perhaps”/],
		['half a pair', 'a,b,decision\na,,same\n', /Row 2 .*two listings/],
		['a contradiction', 'a,b,decision\na,b,same\nb,a,different\n', /Row 3 .*otherwise/],
		['headings alone', 'a,b,decision\n', /no decisions/],
		['a spreadsheet', 'PK\u0003\u0004', /This file is not text/],
		['quotation marks in heaps', '"'.repeat(500_001), /far too many quotation marks/],
		['cells without end', ','.repeat(5_000_001), /far too large/]
	])('%s is refused with what to do', (_, text, problem) => {
		const read = () => readDecisions(bytes(text), keys);
		expect(read).toThrow(problem);
		expect(read).toThrow(ImportError);
	});
});
