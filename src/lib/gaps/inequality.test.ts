import { expect, it } from 'vitest';
import { inequalityOf } from './inequality.ts';

const input = {
	amounts: [4, 2, 1, 1, 0],
	needs: [50, 40, 30, 20, 10],
	higherIsNeedier: true,
	residents: [10, 10, 10, 10, 10],
	shares: [1, 0.5, 0.5, 0, 0],
	of: 'halls in reach'
};

it('says who has more, and how much the neediest fifth have', () => {
	const found = inequalityOf(input);
	expect(found?.neediestFifth).toBeCloseTo(4 / 8, 12);
	// 2/μ Σ p (y − μ)(R − ½): −2·(2.4·0.4 + 0.4·0.2 + 0.6·0.2 + 1.6·0.4)/5/1.6 = −0.45.
	expect(found?.index.value).toBeCloseTo(-0.45, 12);
	expect(found?.sentence).toBe(
		'Counted for each resident, the fifth with the highest need have 50% of all halls in reach. An even share would be 20%. Over all residents the balance leans towards those with higher need (concentration index −0.45; 0 is even).'
	);
	expect(found?.bounded).toBeLessThan(0);
	expect(inequalityOf({ ...input, higherIsNeedier: false })?.index.value).toBeCloseTo(0.45, 12);
	expect(inequalityOf({ ...input, amounts: [1, 1, 1, 1, 1] })?.sentence).toContain('about even');
});

it('leaves out what is not known', () => {
	expect(inequalityOf({ ...input, amounts: [NaN, 2, NaN, NaN, NaN] })).toBeNull();
	expect(inequalityOf({ ...input, needs: [NaN, 40, 30, 20, 10] })?.neediestFifth).toBeGreaterThan(
		0
	);
});

it('tells both figures where places that nobody vouches for move a share by more than a point', () => {
	const moved = inequalityOf({ ...input, vouched: [4, 1, 1, 1, 1] })?.sentence;
	// Half, as before.
	expect(moved).toContain('50% of all halls in reach. An even share would be 20%');
	const more = inequalityOf({ ...input, vouched: [4, 0, 1, 1, 0] })?.sentence;
	expect(more).toContain(
		'have 50% of all halls in reach (67% by checked or recent listings alone). An even share'
	);
	expect(inequalityOf({ ...input, vouched: input.amounts })?.sentence).toBe(
		inequalityOf(input)?.sentence
	);
});
