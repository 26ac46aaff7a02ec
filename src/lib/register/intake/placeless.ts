/** Why an asset has no point: it is kept without one. */
import type { Remark } from './remark.ts';

/** Said of the point of an asset that has none, so that nobody wonders. */
export const PLACELESS = 'none: kept without a position';

/** An asset that was kept without a position before is kept so again. */
export const keptReason = (said: string | undefined): string | null =>
	said === PLACELESS ? said : null;

/** An asset that is kept without a position on purpose needs no look at it. */
export function soften(remarks: Remark[]): void {
	remarks.forEach((remark, i) => {
		if (remark.kind === 'look' && (remark.field === 'postcode' || remark.field === 'latitude')) {
			remarks[i] = { ...remark, kind: 'note' };
		}
	});
}
