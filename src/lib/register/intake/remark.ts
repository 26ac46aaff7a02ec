/** What is said of a row that is brought. */
import type { AssetField } from '../asset.ts';

export const OUTCOMES = {
	accepted: { title: 'Accepted', about: 'Right as it is.' },
	fixed: { title: 'Fixed', about: 'Something small was put right. The row says what.' },
	same: {
		title: 'Unchanged',
		about: 'You or the register have it already. There is nothing to add, and nothing is wrong.'
	},
	look: {
		title: 'Needs a look',
		about: 'Added once you have corrected it or said that it is right.'
	},
	refused: { title: 'Refused', about: 'Cannot be added as it is. The row says why.' },
	held: {
		title: 'Held back',
		about:
			'Reads like a place that must not be found, such as a refuge or somebody’s home. It is not added, shown or exported unless you release it.'
	}
} as const;
export type Outcome = keyof typeof OUTCOMES;
export const OUTCOME_IDS = Object.keys(OUTCOMES) as Outcome[];

/** A note changes nothing; the others make a row what they are called. */
export interface Remark {
	kind: 'note' | Exclude<Outcome, 'accepted'>;
	/** The field to look at. */
	field: AssetField | null;
	text: string;
	/** A look at what cannot be right as it is, such as half a postcode: it has to be corrected. */
	isWrong?: boolean;
	/** What many rows of a list have alike, so that it is answered once for all of them. */
	topic?: 'home';
}

/** The gravest of what is said of a row. */
export function outcomeOf(remarks: readonly Remark[]): Outcome {
	const has = (kind: Remark['kind']) => remarks.some((remark) => remark.kind === kind);
	if (has('held')) return 'held';
	if (has('refused')) return 'refused';
	if (has('look')) return 'look';
	if (has('same')) return 'same';
	return has('fixed') ? 'fixed' : 'accepted';
}
