/** What the register of the region, and the reader's own list, have by identifier. */
import type { RegionAreas } from '../../areas/region.ts';
import type { RegisterPart } from '../parts.ts';
import { makeDirectory } from '../directory/directory.ts';
import { pooled } from '../directory/field-check.ts';
import type { OwnAsset } from '../own-part.ts';
import { collectionsIn, unpackClaims } from '../register.ts';
import type { RegisterAsset } from './changes.ts';

/**
 * Looks an identifier up. What is found is as the directory shows it and the field check gives it
 * out: the claim with that identifier (the reader's own before the register's), filled in with what
 * the other claims about the place know. So a list that comes back unchanged has no changes.
 */
export function registerOf(
	register: RegisterPart,
	areas: RegionAreas,
	own: readonly OwnAsset[]
): (id: string) => RegisterAsset | null {
	const collections = collectionsIn(register);
	const { rows } = makeDirectory(unpackClaims(register), own, areas, collections);
	const ownById = new Map(own.map((one) => [one.asset.id, one]));
	const known = new Map<string, RegisterAsset>();
	for (const { id: row, claims } of rows) {
		const isRegistered = claims.some(({ yours }) => !yours);
		// The reader's own lead, so that they are found first.
		for (const { asset, yours } of claims) {
			if (known.has(asset.id)) continue;
			const { place, removed, was } = (yours ? ownById.get(asset.id) : undefined) ?? {};
			known.set(asset.id, {
				asset: pooled({ lead: asset, claims }),
				own: yours,
				place: isRegistered ? row : (place ?? null),
				...(removed && { removed }),
				...(was && { was })
			});
		}
	}
	return (id) => known.get(id) ?? null;
}
