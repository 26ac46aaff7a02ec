/** Rows of a file that say the same. */
import type { Asset } from '../asset.ts';

/** By row: an earlier row of the same name, place, address and times, or of the same id; -1 where there is none. */
export function twinsOf(assets: readonly (Asset | null)[]): Int32Array {
	const byId = new Map<string, number>();
	// Few names of a list stand in it twice: all that a row says is put together for those alone.
	const byName = new Map<string, number>();
	const whole = new Map<string, number>();
	const twins = new Int32Array(assets.length).fill(-1);
	const sameSaid = (asset: Asset, row: number): number | undefined => {
		const name = asset.name.toLowerCase();
		const named = byName.get(name);
		if (named === undefined) {
			byName.set(name, row);
			return undefined;
		}
		const first = assets[named];
		if (first && !whole.has(keyOf(first))) whole.set(keyOf(first), named);
		const key = keyOf(asset);
		const twin = whole.get(key);
		if (twin === undefined) whole.set(key, row);
		return twin;
	};
	assets.forEach((asset, row) => {
		if (!asset) return;
		const twin = sameSaid(asset, row) ?? byId.get(asset.id);
		if (twin === undefined) byId.set(asset.id, row);
		else twins[row] = twin;
	});
	return twins;
}

const keyOf = ({ name, postcode, latitude, address, openingTimes }: Asset): string =>
	[name, postcode ?? latitude, address, openingTimes].join('|').toLowerCase();
