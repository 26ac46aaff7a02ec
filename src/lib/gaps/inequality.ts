/** How evenly provision is spread over need, within the region. */
import { otherShareWords } from '../access/both-shares.ts';
import { concentrationIndex, type ConcentrationIndex } from '../stats/concentration.ts';
import { formatList, formatWholePercent } from '../text/format.ts';

export interface Inequality {
	index: ConcentrationIndex;
	/** What a unit of the curve is: "community venues in reach". */
	of: string;
	/** Share of all of it that the neediest fifth of residents have, from 0 to 1. */
	neediestFifth: number;
	/** The share of residents with at least k in reach, as Erreygers' index has it; null where reach doesn't matter. */
	bounded: number | null;
	sentence: string;
}

export interface InequalityInput {
	/** Amount by group, not below zero; groups where it isn't known are left out. */
	amounts: ArrayLike<number>;
	/** Need of each group, and whether more of it is needier. */
	needs: ArrayLike<number>;
	higherIsNeedier: boolean;
	residents: ArrayLike<number>;
	/** A share between 0 and 1 by group; null where there is none. */
	shares: ArrayLike<number> | null;
	/** "community venues in reach". */
	of: string;
	/** The amounts by places that are vouched for alone; null where that is all there is. */
	vouched?: ArrayLike<number> | null;
}

/** Null where fewer than two groups are known. */
export function inequalityOf(input: InequalityInput): Inequality | null {
	const groups = groupsOf(input, input.amounts);
	if (groups.length < 2) return null;
	const index = concentrationIndex(groups);
	const bounded =
		input.shares && groups.every(({ share }) => Number.isFinite(share))
			? concentrationIndex(
					groups.map(({ share, ...group }) => ({ ...group, amount: Math.min(1, share) })),
					[0, 1]
				).erreygers
			: null;
	const neediestFifth = along(index.curve, 0.2);
	const vouched = input.vouched ? concentrationIndex(groupsOf(input, input.vouched)) : null;
	return {
		index,
		of: input.of,
		neediestFifth,
		bounded,
		sentence: sentenceOf(
			index,
			fifthsOf(index),
			vouched && vouched.value !== null ? fifthsOf(vouched) : null,
			input.of
		)
	};
}

/** Groups with a place by need and an amount. */
const groupsOf = (input: InequalityInput, amounts: ArrayLike<number>) =>
	Array.from(amounts, (amount, i) => ({
		amount,
		order: input.higherIsNeedier ? -(input.needs[i] ?? NaN) : (input.needs[i] ?? NaN),
		population: input.residents[i] ?? 0,
		share: input.shares?.[i] ?? NaN
	})).filter(
		({ amount, order, population }) =>
			Number.isFinite(amount) && Number.isFinite(order) && population > 0
	);

/** What each fifth of the people has, the neediest first. */
const fifthsOf = ({ curve }: ConcentrationIndex): number[] =>
	FIFTHS.map((end) => along(curve, end) - along(curve, end - 0.2));

/** Where the curve is at a share of the people, on the straight line between its points. */
function along(curve: ConcentrationIndex['curve'], people: number): number {
	let before = curve[0] ?? { people: 0, share: 0 };
	for (const point of curve) {
		if (point.people >= people) {
			const width = point.people - before.people;
			const part = width > 0 ? (people - before.people) / width : 1;
			return before.share + part * (point.share - before.share);
		}
		before = point;
	}
	return 1;
}

/** Closer to zero than this is called even: within it, a single asset can turn the sign. */
const EVEN = 0.02;

const FIFTHS = [0.2, 0.4, 0.6, 0.8, 1];

/** `vouched`: the fifths by places that are vouched for alone; null where that is all there is. */
function sentenceOf(
	{ value }: ConcentrationIndex,
	fifths: readonly number[],
	vouched: readonly number[] | null,
	of: string
): string {
	const [fifth = 0] = fifths;
	if (value === null) return `Nobody has any ${of}, so there is nothing to compare.`;
	const other = otherShareWords([fifth], vouched?.slice(0, 1) ?? null, formatWholePercent);
	// What is in reach of several people counts for each of them: it is no share of the places.
	const share = `Counted for each resident, the fifth with the highest need have ${formatWholePercent(fifth)} of all ${of}${other}. An even share would be 20%.`;
	const sign = value < 0 ? '−' : '';
	const figure = `concentration index ${sign}${Math.abs(value).toFixed(2)}`;
	if (Math.abs(value) < EVEN) return `${share} Over all residents it is about even (${figure}).`;
	const towards = value < 0 ? 'higher' : 'lower';
	const isStepByStep = fifths.every(
		(one, at) =>
			at === 0 || (value < 0 ? one <= (fifths[at - 1] ?? 0) : one >= (fifths[at - 1] ?? 0))
	);
	const steps = isStepByStep
		? ''
		: `. It does not go step by step: from the fifth with the highest need to the fifth with the lowest, the shares are ${formatList(fifths.map(formatWholePercent))}${otherShareWords(fifths, vouched, formatWholePercent)}`;
	return `${share} Over all residents the balance leans towards those with ${towards} need (${figure}; 0 is even)${steps}.`;
}
