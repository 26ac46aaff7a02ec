/** What a row changes in an asset that is known already, field by field. */
import { ASSET_FIELDS, type Asset, type AssetField } from '../asset.ts';
import { kmBetween } from './places.ts';

/** An asset as the register on this page has it, which need not be all that is known of it. */
export interface RegisterAsset {
	asset: Partial<Asset> & Pick<Asset, 'id'>;
	/** Whether it is one that the reader brought before. */
	own: boolean;
}

export interface Change {
	/** A point is one field: its latitude. */
	field: AssetField;
	label: string;
	/** In words; null where the register says nothing. */
	before: string | null;
	after: string;
}

/** Fields that say how a row came here, and not what the asset is. */
const NOT_COMPARED: ReadonlySet<AssetField> = new Set([
	'id',
	'longitude',
	'pointSource',
	'lsoa21',
	'source',
	'sourceDetail',
	'licence',
	'collected',
	'firstSeen',
	'lastSeen',
	'verified',
	'verifiedBy'
]);
/** Positions nearer than this to each other are one: rounding, or another door. */
const SAME_KM = 0.1;

/** What a row says otherwise than the register. Only what is given, and what the register on this page knows of, is compared. */
export function changesOf(base: RegisterAsset, read: Asset, given: ReadonlySet<string>): Change[] {
	return (Object.keys(ASSET_FIELDS) as AssetField[]).flatMap((field): Change[] => {
		if (NOT_COMPARED.has(field) || !Object.hasOwn(base.asset, field)) return [];
		if (field === 'latitude') return moved(base, read, given);
		if (!given.has(field)) return [];
		const [before, after] = [base.asset[field] ?? null, read[field]];
		if (after === null || sameWords(before, after)) return [];
		// Open, unverified and stale all say that it is there: closing, or opening again, is the news.
		if (field === 'status' && (before === 'closed') === (after === 'closed')) return [];
		return [
			{
				field,
				label: ASSET_FIELDS[field].label,
				before: before === null ? null : String(before),
				after: String(after)
			}
		];
	});
}

function moved({ asset }: RegisterAsset, read: Asset, given: ReadonlySet<string>): Change[] {
	const isGiven = ['latitude', 'position', 'easting', 'postcode'].some((field) => given.has(field));
	const { longitude: x, latitude: y } = read;
	if (!isGiven || x === null || y === null) return [];
	// A postcode that is the same places nothing anew.
	if (!given.has('latitude') && read.postcode === asset.postcode) return [];
	const before = asset.longitude != null && asset.latitude != null;
	if (before && kmBetween(x, y, asset.longitude ?? NaN, asset.latitude ?? NaN) < SAME_KM) return [];
	const words = (longitude: number, latitude: number) =>
		`${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
	return [
		{
			field: 'latitude',
			label: 'Position (latitude, longitude)',
			before: before ? words(asset.longitude ?? NaN, asset.latitude ?? NaN) : null,
			after: words(x, y)
		}
	];
}

const plain = (value: unknown) =>
	String(value ?? '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');
const sameWords = (a: unknown, b: unknown) => a === b || plain(a) === plain(b);

/** The row's asset with the changes that were not accepted taken back. */
export function mergeChanges(
	{ asset }: RegisterAsset,
	read: Asset,
	changes: readonly Change[],
	accepted: readonly AssetField[]
): Asset {
	const merged: Record<string, unknown> = { ...read };
	for (const field of Object.keys(asset) as AssetField[]) {
		const isChanged = changes.some((change) => change.field === field);
		if (isChanged ? !accepted.includes(field) : read[field] === null) {
			merged[field] = asset[field];
			if (field === 'latitude') {
				merged['longitude'] = asset.longitude ?? null;
				merged['lsoa21'] = asset.lsoa21 ?? read.lsoa21;
			}
		}
	}
	return merged as Asset;
}
