/** What a check says. */

/**
 * `reproduced`: our figure is the printed one, at the precision it was printed with.
 * `same size, other base`: it counts something a little different, and says what, and is
 * as large. `cannot be checked`: nothing here could contradict or confirm it.
 */
export const OUTCOMES = [
	'reproduced',
	'same size, other base',
	'not reproduced',
	'cannot be checked'
] as const;

export type Outcome = (typeof OUTCOMES)[number];

export interface CheckResult {
	/** Unique: the statement's id, or the check's own. */
	id: string;
	/** The row of the published statements this is about, where it is about one. */
	statementId?: string;
	/** The statement this works out a part of. */
	partOf?: string;
	/** In words, with the printed figure. */
	statement: string;
	/** Title of the document that says so. */
	document: string;
	/** The printed figure, or the one that must come out; null where there is none. */
	expected: number | null;
	/** Our figure; null where there is none, or more than one. */
	value: number | null;
	/** Our figure in words; an en dash where there is none. */
	figure: string;
	/** What our figure counts, of when, where from. */
	basis: string;
	outcome: Outcome;
	/** Why the outcome is what it is, where the figures alone don't say; else empty. */
	why: string;
	/** Catalogue ids of the tables that were used. */
	datasets: string[];
	/** Whether it must come out. */
	required: boolean;
}

/** Whether a result is reason enough to stop: it must come out and does not. */
export function fails({ required, outcome }: CheckResult): boolean {
	return required && (outcome === 'not reproduced' || outcome === 'cannot be checked');
}
