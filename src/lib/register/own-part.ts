/**
 * The reader's own assets as a part of a region's pack, so that layers, gaps and siting read
 * them as they read any other.
 */
import type { AssetsPart, Confirmation } from './parts.ts';
import type { Asset, AssetField } from './asset.ts';
import {
	ASSET_KINDS,
	subkindLabel,
	VERIFIER_ROLES,
	type AssetKind,
	type AssetStatus
} from './kinds.ts';

export const OWN_PART = 'yours' as const;
/** As far from the region's neighbourhoods as assets of the register are shown. */
const REACH_KM = 10;
const STATUSES: AssetStatus[] = ['unverified', 'verified', 'stale'];

/** An asset of the reader's with its neighbourhood of 2011. */
export interface OwnAsset {
	asset: Asset;
	lsoa11: string | null;
	/** Place of the register that it speaks of; see `place` of a claim. Absent where the register has none such. */
	place?: string;
	/**
	 * What the register says and they took away: empty because it is so, and not because nobody
	 * knows, so no other listing of the place fills it in. Absent where nothing was.
	 */
	removed?: readonly AssetField[];
	/**
	 * The kind that the register calls it, where they call it another: no listing of the place counts
	 * as that any more. Absent where they agree.
	 */
	was?: AssetKind;
	/** They looked at it and said that it may be shown, though it reads like a place that must not be found. */
	released?: true;
}

/** What was brought at once, from one file. */
export interface OwnBatch {
	id: string;
	fileName: string;
	/** When it was brought: an ISO instant. */
	brought: string;
	assets: readonly OwnAsset[];
}

/** All assets of some batches; where an id comes twice, the later batch has the word. */
export function ownAssets(batches: readonly OwnBatch[]): OwnAsset[] {
	const byId = new Map<string, OwnAsset>();
	const inOrder = batches.toSorted((a, b) => (a.brought < b.brought ? -1 : 1));
	for (const { assets } of inOrder) for (const one of assets) byId.set(one.asset.id, one);
	return [...byId.values()];
}

/** The part: assets that are open and have a point. Without any it is empty, collected today (an ISO day), and still a part. */
export function ownPart(batches: readonly OwnBatch[], today: string): AssetsPart {
	const shown = ownAssets(batches).filter(
		({ asset }) => asset.status !== 'closed' && asset.longitude !== null && asset.latitude !== null
	);
	const assets = shown.map(({ asset }) => asset);
	const kinds = [...new Map(assets.map((asset) => [kindId(asset), kindWords(asset)]))]
		.map(([id, label]) => ({ id, label }))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	const position = new Map(kinds.map(({ id }, i) => [id, i]));
	const files = [...new Set(assets.map(({ sourceDetail }) => sourceDetail ?? ''))];
	return {
		kind: 'assets',
		part: OWN_PART,
		datasets: [],
		collected:
			assets.reduce((last, { collected }) => (collected > last ? collected : last), '') || today,
		reachKm: REACH_KM,
		ids: assets.map(({ id }) => id),
		names: assets.map(({ name }) => name),
		kindOf: assets.map((asset) => position.get(kindId(asset)) ?? -1),
		kinds,
		status: assets.map(({ status }) => STATUSES.indexOf(status)),
		statuses: STATUSES,
		longitude: assets.map(({ longitude }) => longitude ?? NaN),
		latitude: assets.map(({ latitude }) => latitude ?? NaN),
		lsoa21: assets.map(({ lsoa21 }) => lsoa21),
		lsoa11: shown.map(({ lsoa11 }) => lsoa11),
		addresses: assets.map(({ address }) => address),
		postcodes: assets.map(({ postcode }) => postcode),
		lastSeen: assets.map(() => null),
		claims: assets.map(({ sourceDetail }) => [files.indexOf(sourceDetail ?? '')]),
		sources: files.map((file) => ({ id: file, title: file })),
		notes: assets.map(
			({ openingTimes, serves, organisation, note }) =>
				[
					openingTimes && `Open: ${openingTimes}`,
					serves && `For: ${serves}`,
					organisation,
					note
				].filter((line) => typeof line === 'string' && line !== '') as string[]
		),
		merged: shown.map(({ asset, place }) => place ?? asset.id)
	};
}

/** Said of what the reader changed, among the notes on it. */
export const CHANGED_NOTE = 'As your own list has it, in this browser alone';

/**
 * A part of the register as the reader's own list corrects it: what they brought about a place has
 * the last word, wherever in this browser the place is drawn or counted. A place that they closed,
 * or that must not be shown at a point, is left out; one that they call another kind is left out
 * where it stands as its first kind, and stands among the places of its new one; anything else has
 * their name, position, address and status. The same part where nothing of theirs is about it.
 */
export function asCorrected(part: AssetsPart, own: readonly OwnAsset[]): AssetsPart {
	if (own.length === 0 || part.part === OWN_PART) return part;
	const byPlace = new Map(own.map((one) => [one.place ?? one.asset.id, one]));
	// The register may have named the place otherwise when they brought it.
	const byId = new Map(own.map((one) => [one.asset.id, one]));
	const corrected = part.ids.map((id, at) => {
		const place = part.merged?.[at] ?? id;
		return byPlace.get(place) ?? byId.get(id) ?? byId.get(place);
	});
	const joining = joiningOf(part, own);
	if (joining.length === 0 && corrected.every((one) => one === undefined)) return part;

	const kept = [...part.ids.keys()].filter((at) => {
		const one = corrected[at];
		if (!one) return true;
		const { status, longitude, latitude, kind, id } = one.asset;
		if (status === 'closed' || longitude === null || latitude === null) return false;
		const listed = kindAt(part, at);
		// A list from before first kinds were kept is of the entry with its id.
		return listed === kind || (one.was === undefined ? id !== part.ids[at] : listed !== one.was);
	});
	const statuses = [...new Set([...part.statuses, ...STATUSES])];
	const pick = <T>(values: readonly T[]): T[] => kept.map((at) => values[at] as T);
	const said = <T>(values: readonly T[], read: (one: OwnAsset) => T | null): T[] =>
		kept.map((at) => {
			const one = corrected[at];
			return (one && read(one)) ?? (values[at] as T);
		});
	const placed = <T>(values: readonly T[], read: (one: OwnAsset) => T): T[] =>
		kept.map((at) => {
			const one = corrected[at];
			return one ? read(one) : (values[at] as T);
		});
	const { notes, figures, merged, members21, members11 } = part;
	const made: AssetsPart = {
		...part,
		ids: pick(part.ids),
		names: said(part.names, ({ asset }) => asset.name),
		kindOf: pick(part.kindOf),
		status: said(part.status, ({ asset }) => statuses.indexOf(asset.status)),
		statuses,
		longitude: said(part.longitude, ({ asset }) => asset.longitude),
		latitude: said(part.latitude, ({ asset }) => asset.latitude),
		lsoa21: placed(part.lsoa21, ({ asset }) => asset.lsoa21),
		lsoa11: placed(part.lsoa11, ({ lsoa11 }) => lsoa11),
		addresses: kept.map((at) => {
			const one = corrected[at];
			if (one?.removed?.includes('address')) return null;
			return one?.asset.address ?? part.addresses[at] ?? null;
		}),
		postcodes: said(part.postcodes, ({ asset }) => asset.postcode),
		lastSeen: said(part.lastSeen, ({ asset }) => asset.verified ?? asset.lastSeen),
		claims: pick(part.claims),
		...(part.confirmed && {
			confirmed: kept.map((at) => {
				const one = corrected[at];
				return (one && ownConfirmation(one)) ?? part.confirmed?.[at] ?? null;
			})
		}),
		notes: kept.map((at) => [
			...(notes?.[at] ?? []),
			...(corrected[at] === undefined ? [] : [CHANGED_NOTE])
		]),
		...(figures && {
			figures: Object.fromEntries(
				Object.entries(figures).map(([name, values]) => [name, pick(values)])
			)
		}),
		...(merged && { merged: pick(merged) }),
		...(members21 && { members21: pick(members21) }),
		...(members11 && { members11: pick(members11) })
	};
	return joining.length === 0 ? made : withJoining(made, joining);
}

/** What the reader's own list confirms: a place that a named role checked on a day. */
function ownConfirmation({ asset }: OwnAsset): Confirmation | null {
	const { status, verified, verifiedBy, sourceDetail } = asset;
	if (status !== 'verified' || verified === null || verifiedBy === null) return null;
	return {
		date: verified,
		source: sourceDetail ?? 'your own list',
		quotation: `checked by ${VERIFIER_ROLES[verifiedBy]}`
	};
}

/** The kind, without what is more specific, of an entry of a part. */
const kindAt = (part: AssetsPart, at: number): string =>
	(part.kinds[part.kindOf[at] ?? -1]?.id ?? '').split('/')[0] ?? '';

/** Places of the register that they call the kind of a part, which does not have them. */
function joiningOf(part: AssetsPart, own: readonly OwnAsset[]): OwnAsset[] {
	const changed = own.filter(
		({ asset, was }) =>
			was !== undefined &&
			asset.status !== 'closed' &&
			asset.longitude !== null &&
			asset.latitude !== null
	);
	if (changed.length === 0) return changed;
	const kinds = new Set(part.ids.map((_, at) => kindAt(part, at)));
	const places = new Set(part.ids.map((id, at) => part.merged?.[at] ?? id));
	return changed.filter(
		({ asset, place }) => kinds.has(asset.kind) && !places.has(place ?? asset.id)
	);
}

/** A part with entries of theirs after its own. */
function withJoining(part: AssetsPart, joining: readonly OwnAsset[]): AssetsPart {
	const { merged, notes, figures, members21, members11 } = part;
	const assets = joining.map(({ asset }) => asset);
	const kinds = [
		...new Map(
			[
				...part.kinds,
				...assets.map((asset) => ({ id: kindId(asset), label: kindWords(asset) }))
			].map((kind) => [kind.id, kind])
		).values()
	];
	const files = [...new Set(assets.map(({ sourceDetail }) => sourceDetail ?? ''))];
	const sources = [...part.sources, ...files.map((file) => ({ id: file, title: file }))];
	const none = <T>(value: T): T[] => assets.map(() => value);
	const { confirmed } = part;
	return {
		...part,
		ids: [...part.ids, ...assets.map(({ id }) => id)],
		names: [...part.names, ...assets.map(({ name }) => name)],
		kinds,
		kindOf: [
			...part.kindOf.map((at) => kinds.findIndex(({ id }) => id === part.kinds[at]?.id)),
			...assets.map((asset) => kinds.findIndex(({ id }) => id === kindId(asset)))
		],
		status: [...part.status, ...assets.map(({ status }) => part.statuses.indexOf(status))],
		longitude: [...part.longitude, ...assets.map(({ longitude }) => longitude ?? NaN)],
		latitude: [...part.latitude, ...assets.map(({ latitude }) => latitude ?? NaN)],
		...(confirmed && { confirmed: [...confirmed, ...joining.map(ownConfirmation)] }),
		lsoa21: [...part.lsoa21, ...assets.map(({ lsoa21 }) => lsoa21)],
		lsoa11: [...part.lsoa11, ...joining.map(({ lsoa11 }) => lsoa11)],
		addresses: [...part.addresses, ...assets.map(({ address }) => address)],
		postcodes: [...part.postcodes, ...assets.map(({ postcode }) => postcode)],
		lastSeen: [
			...part.lastSeen,
			...assets.map(({ verified, lastSeen, collected }) => verified ?? lastSeen ?? collected)
		],
		sources,
		claims: [
			...part.claims,
			...assets.map(({ sourceDetail }) => [part.sources.length + files.indexOf(sourceDetail ?? '')])
		],
		merged: [
			...(merged ?? part.ids.map(() => null)),
			...joining.map(({ asset, place }) => place ?? asset.id)
		],
		notes: [...(notes ?? part.ids.map(() => [])), ...none([CHANGED_NOTE])],
		...(figures && {
			figures: Object.fromEntries(
				Object.entries(figures).map(([name, values]) => [name, [...values, ...none(null)]])
			)
		}),
		...(members21 && { members21: [...members21, ...none([])] }),
		...(members11 && { members11: [...members11, ...none([])] })
	};
}

const kindId = ({ kind, subkind }: Asset): string =>
	subkind === null ? kind : `${kind}/${subkind}`;
const kindWords = ({ kind, subkind }: Asset): string =>
	(subkind === null ? undefined : subkindLabel(kind, subkind)) ?? ASSET_KINDS[kind].label;
