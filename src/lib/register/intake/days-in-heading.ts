/** The days of the week that a heading names, for opening times in columns. */
import { formatNames } from '../../text/format.ts';
import { wordsOf } from './heading-phrases.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEKDAYS = /^weekdays?$/;
const WEEKEND = /^weekends?$/;

/**
 * The days that a heading names, in words: "Monday" of "opening_hours_monday", "Saturday and Sunday" of
 * "Sat/Sun" and "Weekend", "Monday to Friday" of "Mon-Fri"; null where it names none.
 */
export function daysInHeading(heading: string): string | null {
	const words = wordsOf(heading);
	const at = words.flatMap((word, place) => {
		const day = dayOf(word);
		return day === undefined ? [] : [{ day, place }];
	});
	const named = [...new Set(at.map(({ day }) => day))];
	const [first, second] = at;
	if (named.length === 0) {
		if (words.some((word) => WEEKDAYS.test(word))) return 'Monday to Friday';
		return words.some((word) => WEEKEND.test(word)) ? 'Saturday and Sunday' : null;
	}
	if (named.length !== 2 || !first || !second) return formatNames(named);
	const between = words.slice(first.place + 1, second.place);
	const isSpan =
		between.some((word) => /^(to|till?|until|through|thru)$/.test(word)) ||
		(between.length === 0 && /\p{L}\s{0,3}[-\u2010-\u2015]\s{0,3}\p{L}/u.test(heading));
	return isSpan && !isPair(first.day, second.day)
		? `${first.day} to ${second.day}`
		: formatNames(named);
}

const dayOf = (word: string): string | undefined =>
	word.length < 3
		? undefined
		: DAYS.find((day) =>
				day
					.toLowerCase()
					.startsWith(word.replace(/^(tue|thur|wed)s$/, '$1').replace(/days$/, 'day'))
			);

/** Two days of which one follows the other are no span. */
const isPair = (one: string, other: string): boolean =>
	DAYS.indexOf(other) - DAYS.indexOf(one) === 1;
