/** Why an asset has no point: it must not be found, or it is kept without one. */
import type { Asset } from '../asset.ts';
import type { Remark } from './remark.ts';

/** Said of the point of an asset that has none, so that nobody wonders. */
export const HELD_BACK = 'held back: a place that must not be found';
export const PLACELESS = 'none: kept without a position';

/** Without anything that would lead to it. */
export const heldBack = (asset: Asset): Asset => ({
	...asset,
	address: null,
	postcode: null,
	longitude: null,
	latitude: null,
	lsoa21: null,
	registeredAddress: null,
	registeredPostcode: null,
	pointSource: HELD_BACK
});

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
