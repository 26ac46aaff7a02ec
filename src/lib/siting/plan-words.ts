/** Words that every part of the reading of a plan shares. */
import { formatCount, formatEstimate, formatWholePercent } from '../text/format.ts';
import { FOCUS, WHO } from './people.ts';
import type { Question } from './question.ts';

/** "23", "2.4". */
export const valueWords = (value: number): string =>
	value >= 10 ? formatCount(value) : String(Math.round(value * 10) / 10);

/** "23 minutes", "2.4 km". */
export const costWords = (value: number, unit: string): string => `${valueWords(value)} ${unit}`;

/** Estimates of people below this are not given as numbers. */
export const SMALL = 9.5;

/** "1,204 babies under one in mid-2020", "fewer than 10 babies under one in mid-2020 (estimate)". */
export function people(count: number, question: Pick<Question, 'choice'>): string {
	const { words } = WHO[question.choice.who];
	return count > 0 && count < SMALL
		? `fewer than 10 ${words} (estimate)`
		: `${formatCount(count)} ${words}`;
}

/** A number within brackets or a list, where that it is an estimate was said: "1,204", "fewer than 10". */
export const fewOr = (count: number): string =>
	count > 0 && count < SMALL ? 'fewer than 10' : formatCount(count);

/** A number of people with its share of others: "889 (17%)", "fewer than 10 (estimate)", "none". */
export function amountWords(count: number, of: number): string {
	if (count === 0) return 'none';
	return count < SMALL
		? formatEstimate(count)
		: `${formatCount(count)} (${formatWholePercent(count / of)})`;
}

/** " in rural neighbourhoods"; nothing where the question is about all. */
export const inFocus = ({ choice }: Question): string =>
	choice.focus === 'all' ? '' : ` in ${FOCUS[choice.focus].words}`;

/** What a hub of a plan is called beside its number: where to look, or the hub that stands there. */
export const hubLabel = ({
	standing,
	name,
	area,
	district
}: Readonly<{ standing: boolean; name: string; area: string; district: string }>): string =>
	standing ? `${name} (a hub today)` : `Around ${area}, ${district}`;
