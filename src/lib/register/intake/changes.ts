/** What a row changes in an asset that is known already, field by field. */
import { ASSET_FIELDS, type Asset, type AssetField } from '../asset.ts';
import { ASSET_KINDS, isAssetKind, type AssetKind } from '../kinds.ts';
import { openingLines } from '../opening-times.ts';
import { kmBetween } from './places.ts';

/** An asset as the register has it, or the reader. */
export interface RegisterAsset {
	asset: Asset;
	/** Whether it is one that the reader brought before. */
	own: boolean;
	/** Place of the register that it is of; null where the register has none such. */
	place: string | null;
	/** What the reader took away before, of their own. */
	removed?: readonly AssetField[];
	/** Kind that the register calls one of the reader's own, where that is another. */
	was?: AssetKind;
}

export interface Change {
	/** A point is one field: its latitude. */
	field: AssetField;
	label: string;
	/** In words; null where the register says nothing. */
	before: string | null;
	/** In words; null where the row takes away what is known. */
	after: string | null;
}

/** Fields that a row may empty. A place keeps a name, a kind, a status and where it is. */
export const REMOVABLE: ReadonlySet<AssetField> = new Set([
	'serves',
	'address',
	'registeredAddress',
	'registeredPostcode',
	'areaOfOperation',
	'openingTimes',
	'capacity',
	'organisation',
	'charityNumber',
	'companyNumber',
	'phone',
	'email',
	'url',
	'consent',
	'note'
]);

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

/**
 * What a row says otherwise than the register: every field that says what the asset is. Only what is
 * given is compared: an empty cell, or a column that the file does not have, changes nothing.
 *
 * @param emptied fields of which the row says that there is none
 */
export function changesOf(
	base: RegisterAsset,
	read: Asset,
	given: ReadonlySet<string>,
	emptied: ReadonlySet<AssetField>
): Change[] {
	return (Object.keys(ASSET_FIELDS) as AssetField[]).flatMap((field): Change[] => {
		if (NOT_COMPARED.has(field)) return [];
		if (field === 'latitude') return moved(base, read, given);
		const [before, after] = [base.asset[field], read[field]];
		if (emptied.has(field) && REMOVABLE.has(field) && before !== null && after === null) {
			const { label } = ASSET_FIELDS[field];
			return [{ field, label, before: inWords(field, before), after: null }];
		}
		if (!given.has(field)) return [];
		if (after === null || sameWords(before, after)) return [];
		// Open, unverified and stale all say that it is there: closing, or opening again, is the news.
		if (field === 'status' && (before === 'closed') === (after === 'closed')) return [];
		return [
			{
				field,
				label: ASSET_FIELDS[field].label,
				before: before === null ? null : inWords(field, before),
				after: inWords(field, after)
			}
		];
	});
}

/** A value as the directory says it. */
function inWords(field: AssetField, value: string | number | boolean): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	const text = String(value);
	if (field === 'openingTimes') return openingLines(text).join('; ') || text;
	return field === 'kind' && isAssetKind(text) ? ASSET_KINDS[text].label : text;
}

function moved({ asset }: RegisterAsset, read: Asset, given: ReadonlySet<string>): Change[] {
	const isGiven = ['latitude', 'position', 'easting', 'postcode'].some((field) => given.has(field));
	const { longitude: x, latitude: y } = read;
	if (!isGiven || x === null || y === null) return [];
	// A postcode that is the same places nothing anew.
	if (!given.has('latitude') && read.postcode === asset.postcode) return [];
	const before = asset.longitude !== null && asset.latitude !== null;
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

/** Fields that say where the point is: they go together, by whether its move is accepted. */
const POINT: readonly AssetField[] = ['longitude', 'latitude', 'pointSource', 'lsoa21'];

/**
 * The row's asset with the changes that were not accepted taken back: it then says of itself what
 * the register says, to the letter.
 */
export function mergeChanges(
	{ asset }: RegisterAsset,
	read: Asset,
	changes: readonly Change[],
	accepted: readonly AssetField[]
): Asset {
	const isAccepted = (field: AssetField) =>
		accepted.includes(field) && changes.some((change) => change.field === field);
	const merged: Record<string, unknown> = { ...read };
	for (const field of Object.keys(ASSET_FIELDS) as AssetField[]) {
		if (POINT.includes(field)) {
			if (!isAccepted('latitude')) merged[field] = asset[field];
		} else if (NOT_COMPARED.has(field)) merged[field] = read[field] ?? asset[field];
		else if (field === 'status') {
			const isNews = changes.some((change) => change.field === field);
			if (isNews && !isAccepted(field)) merged[field] = asset[field];
		} else if (!isAccepted(field)) merged[field] = asset[field];
	}
	return merged as Asset;
}
