import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClaim } from './directory-fixture.ts';
import { decide, decisionsCsv, pairsOf, undo, VERDICT_IDS, verdicts } from './decisions.ts';

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
		expect(verdicts(undo(made)).get('a b')).toBe('same');
		expect(undo(undo(undo(made)))).toEqual([]);
	});

	it('goes out as a table of what is decided; a formula stays text', () => {
		const rows = parse(decisionsCsv(pairs, decide([], 'b c', 'unsure')));
		expect(rows).toEqual([
			['a', 'b', 'decision', 'name_a', 'name_b', 'weight'],
			['b', 'c', 'unsure', 'b', "'=1+1", '1.2']
		]);
	});

	it('undoing takes back exactly the last step', () => {
		const step = fc.record({
			key: fc.constantFrom('a b', 'b c'),
			verdict: fc.constantFrom(...VERDICT_IDS)
		});
		fc.assert(
			fc.property(fc.array(step), step, (before, { key, verdict }) => {
				expect(undo(decide(before, key, verdict))).toEqual(before);
			})
		);
	});
});
