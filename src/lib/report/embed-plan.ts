/** What a frame on another site says of a plan of hubs. */
import type { NamedSource } from '../catalogue/notes.ts';
import { sourcesById } from '../catalogue/notes.ts';
import type { Key } from '../document/picture.ts';
import { isMissed } from '../siting/gains.ts';
import { questionSentence } from '../siting/question-words.ts';
import type { Choice } from '../siting/question.ts';
import type { SitingReading } from '../siting/reading.ts';
import type { View } from '../view/view.ts';
import { sourceLine } from './embed-gaps.ts';
import { planKeys } from './picture-of.ts';

/** The plan in words, and what its picture shows. */
export interface EmbedPlan {
	sentences: readonly string[];
	/** Where the figures are from, in a line a source. */
	sources: readonly string[];
	keys: readonly Key[];
}

/** What is asked, what the plan brings and whom next to nothing, how good it is, and how to take it. */
export const planSentences = (
	choice: Choice,
	{ total, gains, proof }: Pick<SitingReading, 'total' | 'gains' | 'proof'>
): string[] => [
	questionSentence(choice),
	[total, ...gains.filter(isMissed).map(({ sentence }) => sentence)].join(' '),
	proof,
	'These are areas to look in, not a decision. Journeys are estimates. Nobody has asked the owners of the buildings.'
];

/** What a frame says of a plan over a view; `sources` are all datasets by name. */
export const embedPlan = (
	choice: Choice,
	reading: SitingReading,
	view: View,
	sources: readonly NamedSource[]
): EmbedPlan => ({
	sentences: planSentences(choice, reading),
	sources: sourcesById(reading.datasets, sources).map(sourceLine),
	keys: planKeys(view, reading)
});
