/** What a frame on another site says of the gaps, before its map is asked for. */
import type { NamedSource } from '../catalogue/notes.ts';
import { sourcesById } from '../catalogue/notes.ts';
import type { Key } from '../document/picture.ts';
import type { GapsAnalysis } from '../gaps/answer.ts';
import { answerLine, questionSentence } from '../gaps/question.ts';
import { STANDING_WORDS, standingOf } from '../gaps/standing.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { standingKey } from './picture-of.ts';

/** The answer in words, and what the colours of its picture mean. */
export interface EmbedGaps {
	sentences: readonly string[];
	/** Where the figures are from, in a line a source. */
	sources: readonly string[];
	keys: readonly Key[];
	/** Where each area of the answer stands, by its code: "gap". */
	standings: Readonly<Record<string, string>>;
}

/** A source in a line, as frames name it. */
export const sourceLine = ({ title, publisher, period }: NamedSource): string =>
	`${title}, ${publisher}, ${period}`;

/** The question, its answer, and how to take it; what would change it is null until that was asked. */
export const gapsSentences = (
	analysis: GapsAnalysis,
	answer: VariationsAnswer | null
): string[] => [
	questionSentence(analysis.request),
	answerLine(analysis, answer),
	'A gap is a place to look at, not proof that nothing is there: our lists may miss some.'
];

/** What a frame says of an answer; `sources` are all datasets by name. */
export const embedGaps = (
	analysis: GapsAnalysis,
	answer: VariationsAnswer,
	sources: readonly NamedSource[]
): EmbedGaps => ({
	sentences: gapsSentences(analysis, answer),
	sources: sourcesById(analysis.datasets, sources).map(sourceLine),
	keys: [standingKey(analysis, answer)],
	standings: Object.fromEntries(
		analysis.areas.map((area) => [area.code, STANDING_WORDS[standingOf(area, answer)]])
	)
});
