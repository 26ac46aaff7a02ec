/** A comparison in a frame on another site: what is read for it, small enough to come before a press. */
import { compare, type Comparison } from '../compare/comparison.ts';
import { fromFile } from '../facts/part-file.ts';
import { PartReader } from '../facts/reader.ts';
import type { AssetsPart } from '../register/parts.ts';

/**
 * A list of places as far as places are counted by area: which are one, and where each is. Whatever
 * else is known of them is left out.
 */
export function countedAlone(part: AssetsPart): AssetsPart {
	const { kind, part: name, datasets, collected, reachKm, ids, merged, lsoa21 } = part;
	const places = new Map<string, string>();
	const inside = ids.flatMap((id, i) => {
		const code = lsoa21[i] ?? null;
		if (code === null) return [];
		const place = merged?.[i] ?? id;
		if (!places.has(place)) places.set(place, String(places.size));
		return [{ place: places.get(place) ?? '', code }];
	});
	return {
		kind,
		part: name,
		datasets,
		collected,
		reachKm,
		ids: inside.map(({ place }) => place),
		lsoa21: inside.map(({ code }) => code),
		names: [],
		kindOf: [],
		kinds: [],
		status: [],
		statuses: [],
		longitude: [],
		latitude: [],
		lsoa11: [],
		addresses: [],
		postcodes: [],
		lastSeen: [],
		claims: [],
		sources: []
	};
}

/** Areas side by side, of the parts as a file holds them. */
export function compareParts(files: readonly object[], codes: readonly string[]): Comparison {
	const parts = new Map(
		files.map((file) => {
			const part = fromFile(file);
			return [part.part as string, part] as const;
		})
	);
	return compare(new PartReader((name) => parts.get(name)), codes, (name) => parts.has(name));
}
