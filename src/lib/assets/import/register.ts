/** What the register on this page, and the reader's own list, have by identifier. */
import type { Asset } from '../asset.ts';
import { isAssetKind } from '../kinds.ts';
import type { OwnAsset } from '../own-part.ts';
import type { AssetsPart } from '../../region/pack.ts';
import type { RegisterAsset } from './changes.ts';

/** Looks an identifier up: the reader's own first, then the parts of the pack. */
export function registerOf(
	parts: readonly AssetsPart[],
	own: readonly OwnAsset[]
): (id: string) => RegisterAsset | null {
	const mine = new Map(own.map(({ asset }) => [asset.id, asset]));
	const theirs = new Map(
		parts.flatMap((part) => part.ids.map((id, at) => [id, { part, at }] as const))
	);
	return (id) => {
		const asset = mine.get(id);
		if (asset) return { asset, own: true };
		const found = theirs.get(id);
		return found ? { asset: assetAt(found.part, found.at), own: false } : null;
	};
}

/** An asset of a part, as far as parts tell. */
function assetAt(part: AssetsPart, at: number): RegisterAsset['asset'] {
	const [kind = '', subkind = null] = (part.kinds[part.kind[at] ?? -1]?.id ?? '').split('/');
	const known: Partial<Asset> = isAssetKind(kind) ? { kind, subkind } : {};
	return {
		id: part.ids[at] ?? '',
		name: part.names[at] ?? '',
		...known,
		address: part.addresses[at] ?? null,
		postcode: part.postcodes[at] ?? null,
		longitude: part.longitude[at] ?? null,
		latitude: part.latitude[at] ?? null,
		lsoa21: part.lsoa21[at] ?? null,
		status: part.statuses[part.status[at] ?? -1] ?? 'unverified'
	};
}
