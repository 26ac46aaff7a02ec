/** Rows of a file that say the same. */
import type { Asset } from '../asset.ts';

/** By row: an earlier row of the same name, place, address and times, or of the same id; -1 where there is none. */
export function twinsOf(assets: readonly (Asset | null)[]): Int32Array {
	const first = new Map<string, number>();
	const twins = new Int32Array(assets.length).fill(-1);
	assets.forEach((asset, row) => {
		if (!asset) return;
		const key = [asset.name, asset.postcode ?? asset.latitude, asset.address, asset.openingTimes]
			.join('|')
			.toLowerCase();
		const twin = first.get(key) ?? first.get(`id ${asset.id}`);
		if (twin === undefined) {
			first.set(key, row);
			first.set(`id ${asset.id}`, row);
		} else twins[row] = twin;
	});
	return twins;
}
