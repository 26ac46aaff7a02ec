/** Words that every part of the reading of a plan shares. */
import { formatCount } from '../text/format.ts';
import { FOCUS, WHO } from './people.ts';
import type { Question } from './question.ts';

/** "23", "2.4". */
export const valueWords = (value: number): string =>
	value >= 10 ? formatCount(value) : String(Math.round(value * 10) / 10);

/** "23 minutes", "2.4 km". */
export const costWords = (value: number, unit: string): string => `${valueWords(value)} ${unit}`;

/** "1,204 babies under one". */
export const people = (count: number, question: Question): string =>
	`${formatCount(count)} ${WHO[question.choice.who].words}`;

/** " in Core20 neighbourhoods"; nothing where the question is about all. */
export const inFocus = ({ choice }: Question): string =>
	choice.focus === 'all' ? '' : ` in ${FOCUS[choice.focus].words}`;
