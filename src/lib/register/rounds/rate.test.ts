import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../stats/wilson.ts';
import { checkedPlaces, type Answer } from './answers.ts';
import { anAnswer, CHOSEN } from './fixture.ts';
import { lastBefore, rateOf, rateSentences, shareInterval, type Rate } from './rate.ts';
import type { Round } from './round.ts';

const round: Round = {
	...CHOSEN,
	frame: 412,
	mark: 'abc',
	asked: 30,
	seed: 4711
};
const answers = (yes: number, no: number): Answer[] =>
	Array.from({ length: yes + no }, (_, at) =>
		anAnswer({ id: `p${at}`, correct: at < yes ? 'yes' : 'no' })
	);
const places = (some: readonly Answer[]) => checkedPlaces(some, () => null);
const rate = (of: Round, yes: number, no: number): Rate =>
	rateOf(of, places(answers(yes, no)), null) ?? expect.fail();

describe('how much of a list is right', () => {
	it('is said with its range and the last round', () => {
		const last = rate({ ...round, on: '2026-05-04', seed: 3 }, 18, 12);
		const now = rate(round, 24, 6);
		expect(rateSentences(now, lastBefore(round, [now, last]))).toEqual([
			'Of 30 places checked, 24 were listed correctly (63% to 90%); last round 18 of 30.',
			'The range is where the share of all 412 listed places is likely to lie: in 95 of 100 samples drawn like this, the range holds the true share.'
		]);
	});

	it('never comes from a check that began with the longest unchecked or the most deprived', () => {
		for (const way of ['stalest', 'need'] as const) {
			expect(rateOf({ ...round, way, seed: null }, places(answers(24, 6)), null)).toBeNull();
		}
	});

	it('has Wilson’s range in a large list, and none that what is known rules out in a small one', () => {
		expect(shareInterval(24, 30, 1e9)).toEqual(wilsonInterval(24, 30));
		expect(shareInterval(12, 15, 15)).toEqual({ lower: 0.8, upper: 0.8 });
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 300 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(frame, part, right) => {
					const checked = Math.max(1, Math.round(frame * part));
					const correct = Math.round(checked * right);
					const { lower, upper } = shareInterval(correct, checked, frame);
					expect(lower).toBeLessThanOrEqual(correct / checked + 1e-12);
					expect(upper).toBeGreaterThanOrEqual(correct / checked - 1e-12);
					expect(lower * frame).toBeGreaterThanOrEqual(correct - 1e-9);
					expect(upper * frame).toBeLessThanOrEqual(frame - (checked - correct) + 1e-9);
				}
			)
		);
	});

	it('says that few say little, that all is no sample, and what did not come back', () => {
		const few = rateSentences(rate({ ...round, asked: 5 }, 4, 1), null);
		expect(few[0]).toBe('Of 5 places checked, 4 were listed correctly (38% to 96%).');
		expect(few.at(-1)).toMatch(/^So few checks say little/);
		const all = rateSentences(rate({ ...round, frame: 30 }, 24, 6), null);
		expect(all).toEqual(['All 30 places were checked, and 24 were listed correctly.']);
		expect(rateSentences(rate(round, 20, 6), null).at(-1)).toBe(
			'Four places of the 30 drawn were not checked. If those are worse listed than the others, the true share is lower.'
		);
		expect(rateSentences(rate(round, 0, 0), null)).toEqual([
			'No place of this random check has come back yet.'
		]);
	});

	it('counts no place on which teams disagree, and none that was not drawn', () => {
		const both = [...answers(3, 0), anAnswer({ id: 'p0', team: 'B', correct: 'no' })];
		const drawn = new Set(['p0', 'p1']);
		const found = rateOf({ ...round, asked: 2 }, places(both), drawn) ?? expect.fail();
		expect(found).toMatchObject({ checked: 1, correct: 1, open: 1, strangers: 1 });
		expect(rateSentences(found, null)).toContain(
			'One place came back that was not drawn; it is not counted.'
		);
		expect(rateSentences(found, null)).toContain(
			'One place is not counted until somebody decides: the answers on it differ.'
		);
	});

	it('is not worked out where more places came back than were drawn, and it cannot be drawn again', () => {
		const found = rate({ ...round, asked: 2 }, 3, 0);
		expect(found.interval).toBeNull();
		expect(rateSentences(found, null)[0]).toMatch(/^One place came back beyond the number/);
	});

	it('stands beside the latest earlier round that asked the same, and no other', () => {
		const at = (on: string, more: Partial<Round> = {}) => rate({ ...round, on, ...more }, 5, 5);
		const rates = [
			at('2026-01-10'),
			at('2026-06-10'),
			at('2026-08-10', { place: 'E07000145' }),
			at('2026-12-01')
		];
		expect(lastBefore(round, rates)?.round.on).toBe('2026-06-10');
		expect(lastBefore({ ...round, on: '2026-01-01' }, rates)).toBeNull();
	});
});
