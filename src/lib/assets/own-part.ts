/**
 * The reader's own assets as a part of a region's pack, so that layers, gaps and siting read
 * them as they read any other.
 */
import type { AssetsPart } from '../region/pack.ts';
import type { Asset } from './asset.ts';
import { ASSET_KINDS, subkindLabel, type AssetStatus } from './kinds.ts';

export const OWN_PART = 'yours';
/** As far from the region's neighbourhoods as assets of the register are shown. */
const REACH_KM = 10;
const STATUSES: AssetStatus[] = ['unverified', 'verified', 'stale'];

/** An asset of the reader's with its neighbourhood of 2011. */
export interface OwnAsset {
	asset: Asset;
	lsoa11: string | null;
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
		part: OWN_PART,
		datasets: [],
		collected:
			assets.reduce((last, { collected }) => (collected > last ? collected : last), '') || today,
		reachKm: REACH_KM,
		ids: assets.map(({ id }) => id),
		names: assets.map(({ name }) => name),
		kind: assets.map((asset) => position.get(kindId(asset)) ?? -1),
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
		merged: assets.map(({ id }) => id)
	};
}

const kindId = ({ kind, subkind }: Asset): string =>
	subkind === null ? kind : `${kind}/${subkind}`;
const kindWords = ({ kind, subkind }: Asset): string =>
	(subkind === null ? undefined : subkindLabel(kind, subkind)) ?? ASSET_KINDS[kind].label;
