/** What became of the rows of a file, counted. */
import type { KindReading } from './kind-words.ts';
import type { Outcome } from './remark.ts';

export interface Summary {
	rows: number;
	counts: Record<Outcome, number>;
	/** Rows that differ from the register and are not decided on. */
	undecided: number;
	/** Rows that are of assets that the register or the reader has. */
	known: number;
	/** Words of kinds that are not known, with the choice made for each. */
	kindWords: { word: string; rows: number; kind: KindReading | null }[];
	/** Rows that name no kind. */
	withoutKind: number;
	/** Of them, those that come in only once somebody says what they are. */
	asksKind: number;
	/** Rows of which all that is asked is whether their address is somebody's home. */
	homes: number;
	/** Why rows are held back, and how many for each reason. */
	held: { reason: string; rows: number }[];
}
