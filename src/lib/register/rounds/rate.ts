/**
 * How much of a list is right, by a random check. Only a random sample can say that: a check that
 * begins with the longest unchecked looks where the list is worst, and never feeds this.
 */
import type { Interval } from '../../stats/interval.ts';
import { wilsonInterval } from '../../stats/wilson.ts';
import { capitalise, formatCount, formatQuantity, formatWholePercent } from '../../text/format.ts';
import type { CheckedPlace } from './answers.ts';
import { isSameQuestion, roundText, type Round } from './round.ts';

export interface Rate {
	round: Round;
	/** Places of the sample on whose listing there is one answer. */
	checked: number;
	correct: number;
	/** Places on which teams disagree, and nobody has decided. */
	open: number;
	/** Places that came back and were not drawn; they are not counted. */
	strangers: number;
	/** Of the share that is listed correctly; null where nothing was checked. */
	interval: Interval | null;
}

/**
 * 95% interval of the share of a list that is correct, from a sample of it: Wilson's, within what
 * the checked ones leave possible. Of 15 places of which 12 of 14 are correct, between 12 and 13
 * are; and where all were checked there is nothing left to guess.
 */
export function shareInterval(correct: number, checked: number, frame: number): Interval {
	if (checked > frame) throw new Error(`${checked} cannot be checked of ${frame}`);
	const { lower, upper } = wilsonInterval(correct, checked);
	return {
		lower: Math.max(lower, correct / frame),
		upper: Math.min(upper, (frame - (checked - correct)) / frame)
	};
}

/**
 * The rate of a round; null where its places are no random sample.
 *
 * @param places what came back of that round alone
 * @param drawn the places of the sample; null where the register has changed and it cannot be
 * drawn again
 */
export function rateOf(
	round: Round,
	places: readonly CheckedPlace[],
	drawn: ReadonlySet<string> | null
): Rate | null {
	if (round.way !== 'random') return null;
	const own = drawn === null ? places : places.filter(({ id }) => drawn.has(id));
	const settled = own.flatMap(({ correct }) => correct?.holds ?? []);
	const open = own.filter(({ correct }) => correct !== undefined && correct.holds === null).length;
	const [checked, correct] = [settled.length, settled.filter((value) => value === 'yes').length];
	const tooMany = settled.length + open > round.asked;
	return {
		round,
		checked,
		correct,
		open,
		strangers: tooMany ? settled.length + open - round.asked : places.length - own.length,
		interval: checked === 0 || tooMany ? null : shareInterval(correct, checked, round.frame)
	};
}

/** The latest round before one that asked the same; null where none did. */
export function lastBefore(round: Round, rates: readonly Rate[]): Rate | null {
	const earlier = rates.filter(
		(rate) => rate.round.on < round.on && rate.checked > 0 && isSameQuestion(rate.round, round)
	);
	return (
		earlier.sort((a, b) =>
			a.round.on === b.round.on
				? roundText(a.round) < roundText(b.round)
					? -1
					: 1
				: b.round.on.localeCompare(a.round.on)
		)[0] ?? null
	);
}

/** In figures, as they stand beside others: "1 place". */
const places = (count: number) => `${formatCount(count)} ${count === 1 ? 'place' : 'places'}`;

/** Fewer checked places than this say so little that it is said. */
const FEW = 20;

/** What a round found, each in a sentence that can stand alone. */
export function rateSentences(rate: Rate, last: Rate | null): string[] {
	const { round, checked, correct, open, strangers, interval } = rate;
	const missing = round.asked - checked - open;
	const sentences: string[] = [];
	if (strangers > 0) {
		sentences.push(
			`${capitalise(formatQuantity(strangers, 'place'))} came back ${interval === null ? 'beyond the number that was drawn, so no share is worked out. Look which rows were added.' : `that ${strangers === 1 ? 'was' : 'were'} not drawn; ${strangers === 1 ? 'it is' : 'they are'} not counted.`}`
		);
	}
	if (interval !== null) {
		const before =
			last === null
				? ''
				: `; last round ${formatCount(last.correct)} of ${formatCount(last.checked)}`;
		const isAll = checked === round.frame;
		sentences.unshift(
			isAll
				? `All ${places(checked)} were checked, and ${formatCount(correct)} ${correct === 1 ? 'was' : 'were'} listed correctly${before}.`
				: `Of ${places(checked)} checked, ${formatCount(correct)} ${correct === 1 ? 'was' : 'were'} listed correctly (${formatWholePercent(interval.lower)} to ${formatWholePercent(interval.upper)})${before}.`,
			...(isAll
				? []
				: [
						`The range is where the share of all ${formatCount(round.frame)} listed places is likely to lie: in 95 of 100 samples drawn like this, the range holds the true share.`
					])
		);
		if (!isAll && checked < FEW) {
			sentences.push(
				`So few checks say little: the range is wide, and one place more or less moves it.`
			);
		}
	} else if (checked === 0 && strangers === 0) {
		sentences.push('No place of this random check has come back yet.');
	}
	if (open > 0) {
		sentences.push(
			`${capitalise(formatQuantity(open, 'place'))} ${open === 1 ? 'is' : 'are'} not counted until somebody decides: the answers on ${open === 1 ? 'it' : 'them'} differ.`
		);
	}
	if (interval !== null && missing > 0) {
		sentences.push(
			`${capitalise(formatQuantity(missing, 'place'))} of the ${formatCount(round.asked)} drawn ${missing === 1 ? 'was' : 'were'} not checked. If those are worse listed than the others, the true share is lower.`
		);
	}
	return sentences;
}
