/** Whether a reader took their own places out of the answers of a region: on every page of this tab. */

/** Start of the names in the tab's storage. */
export const LEFT_OUT_NAMES = 'asset-gap-map/own-left-out/';

/** Whether they are left out; false where the browser keeps nothing, and where there is none. */
export function isOwnLeftOut(region: string): boolean {
	try {
		return sessionStorage.getItem(LEFT_OUT_NAMES + region) !== null;
	} catch {
		return false;
	}
}

/** Leaves them out from now on, or no longer. Where the browser keeps nothing, it lasts as long as the page. */
export function leaveOwnOut(region: string, isOut: boolean): void {
	try {
		if (isOut) sessionStorage.setItem(LEFT_OUT_NAMES + region, 'yes');
		else sessionStorage.removeItem(LEFT_OUT_NAMES + region);
	} catch {
		// Forbidden or full.
	}
}
