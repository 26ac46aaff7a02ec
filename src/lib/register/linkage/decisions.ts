/**
 * What a person decides on pairs that the record linkage leaves open: the same place, different
 * places, or not sure. Decisions are steps that can be taken back, and go out as a table.
 */
import { OWNER_COLUMN } from '../../document/document.ts';
import { rowsCsv } from '../export.ts';
import type { Claim } from '../register.ts';

export const VERDICTS = {
	same: 'The same place',
	different: 'Different places',
	unsure: 'Not sure'
} as const;
export type Verdict = keyof typeof VERDICTS;
export const VERDICT_IDS = Object.keys(VERDICTS) as Verdict[];

/** Two claims that are perhaps of one place. */
export interface Pair {
	key: string;
	a: Claim;
	b: Claim;
	/** Sum of weights; the higher, the likelier the same. */
	weight: number;
}

/** A pair's key by the ids of its claims, whichever stands first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The pairs of a register, the likeliest first. A position that no claim has is left out. */
export function pairsOf(
	claims: readonly Claim[],
	uncertain: readonly (readonly [number, number, number])[]
): Pair[] {
	return uncertain
		.flatMap(([first, second, weight]): Pair[] => {
			const [a, b] = [claims[first], claims[second]];
			return a && b ? [{ key: pairKey(a.id, b.id), a, b, weight }] : [];
		})
		.sort((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
}

/** What was decided on a pair. */
export interface Decision {
	key: string;
	verdict: Verdict;
}

/**
 * The steps in the order they were taken: one decision, or all of a file that was brought. The
 * last on a pair holds.
 */
export type Decisions = readonly (readonly Decision[])[];

export const decide = (decisions: Decisions, key: string, verdict: Verdict): Decisions => [
	...decisions,
	[{ key, verdict }]
];

/** Take over the decisions of a file, as one step. */
export const bring = (decisions: Decisions, brought: readonly Decision[]): Decisions =>
	brought.length === 0 ? decisions : [...decisions, brought];

/** Without a step that was taken; the last of those that are alike. Others may have come since. */
export function undo(decisions: Decisions, step: readonly Decision[]): Decisions {
	const taken = JSON.stringify(step);
	const at = decisions.findLastIndex((one) => JSON.stringify(one) === taken);
	return at === -1 ? decisions : decisions.toSpliced(at, 1);
}

/** What holds, by pair. */
export const verdicts = (decisions: Decisions): ReadonlyMap<string, Verdict> =>
	new Map(decisions.flat().map(({ key, verdict }) => [key, verdict]));

/** A table of decisions as the register keeps it: ids and what was decided, in the order of the ids. */
export const keptDecisionsCsv = (held: ReadonlyMap<string, Verdict>): string =>
	rowsCsv(
		DECISION_COLUMNS.slice(0, 3),
		[...held]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, verdict]) => [...key.split(' '), verdict])
	);

/** Columns of the file of decisions; the first three are read back, the others are for people. */
export const DECISION_COLUMNS = ['a', 'b', 'decision', 'name_a', 'name_b', 'weight'] as const;

/**
 * The decisions as CSV: ids, names, what was decided and who looks after the listings, a row a
 * decided pair.
 */
export function decisionsCsv(pairs: readonly Pair[], decisions: Decisions, owner: string): string {
	const held = verdicts(decisions);
	return rowsCsv(
		[...DECISION_COLUMNS, OWNER_COLUMN],
		pairs.flatMap(({ key, a, b, weight }) => {
			const verdict = held.get(key);
			return verdict === undefined
				? []
				: [[a.id, b.id, verdict, a.name, b.name, String(weight), owner]];
		})
	);
}
