/**
 * What becomes of one row: an asset, what was put right on the way, and what is wrong. A row
 * that is accepted or fixed has a point, or says why it has none.
 */
import type { Asset, AssetField } from '../asset.ts';
import type { AssetKind, VerifierRole } from '../kinds.ts';
import type { Said } from '../sensitive.ts';
import { shorten, tidied, type Cells } from './cells.ts';
import { changesOf, REMOVABLE, type Change, type RegisterAsset } from './changes.ts';
import type { Target } from './columns.ts';
import { readContacts } from './contact-cells.ts';
import { reviewed } from './known-asset.ts';
import { HELD_BACK, heldBack, keptReason, PLACELESS, soften } from './placeless.ts';
import { placeRow } from './position.ts';
import { OF_SHAPE_REMARK, POINT_OF_SHAPE, withPositionApart } from './row-point.ts';
import type { Places } from './places.ts';
import { outcomeOf, type Outcome, type Remark } from './remark.ts';
import { readCapacity, readConsent, readDate, readName, readWebAddress } from './row-fields.ts';
import { readRowKind, withWord, type KindContext } from './row-kind.ts';
import { readVerified } from './row-verified.ts';
import { shortHash } from './values.ts';

export interface CheckContext extends KindContext {
	places: Places;
	fileName: string;
	/** ISO day. */
	today: string;
	isSensitive: (row: Said) => boolean;
	/** What the register, or the reader's own list, says of an id; null where it has none such. */
	register: (id: string) => RegisterAsset | null;
	/** Who checked the rows that say a date and no role. */
	role: VerifierRole | null;
}

export interface CheckedRow {
	outcome: Outcome;
	remarks: Remark[];
	/** Null where the row is refused, or says what is known already. */
	asset: Asset | null;
	lsoa11: string | null;
	/** What differs from the register, where the row is of an asset that it has. */
	changes: Change[];
	/** Place of the register that the row is of; null where it is of none. */
	place: string | null;
	/** What is known of the asset and was taken away. */
	removed: readonly AssetField[];
	/** Kind that the register calls it, where the row's is another; else null. */
	was: AssetKind | null;
}

const NOTHING_BROUGHT = { asset: null, lsoa11: null, removed: [], was: null } as const;

/** What the reader has said of a row. */
export interface RowDecision {
	/** It is right as it is. */
	confirmed: boolean;
	/** Fields whose change is accepted; null while nothing was decided. */
	accepted: readonly AssetField[] | null;
}

export const UNDECIDED: RowDecision = { confirmed: false, accepted: null };

/** Check one row. Never throws. */
export function checkRow(raw: Cells, context: CheckContext, decision = UNDECIDED): CheckedRow {
	const remarks: Remark[] = [];
	const { cells, emptied } = tidied(raw, remarks);
	const row = readRow(withPositionApart(cells, remarks), context, remarks);
	if (row === null) {
		return { ...NOTHING_BROUGHT, outcome: 'refused', remarks, changes: [], place: null };
	}

	const { asset: read } = row;
	let { lsoa11 } = row;
	const base = context.register(read.id);
	const place = base?.place ?? null;
	const changes = base ? changesOf(base, read, new Set(Object.keys(cells)), emptied) : [];
	let asset = read;
	if (base) {
		asset = reviewed(read, base, changes, decision.accepted, context, remarks);
		// What the row or the register says may make it a place that must not be found.
		if (read.pointSource === HELD_BACK || context.isSensitive(asset)) asset = heldBack(asset);
		if (asset.longitude !== read.longitude || asset.latitude !== read.latitude) {
			const { longitude, latitude } = asset;
			lsoa11 =
				longitude === null || latitude === null
					? null
					: context.places.areas(longitude, latitude).lsoa11;
		}
	}

	if (decision.confirmed) {
		remarks.forEach((remark, i) => {
			if (remark.kind === 'look') remarks[i] = { ...remark, kind: 'note' };
		});
		if (outcomeOf(remarks) !== 'refused') {
			remarks.push({ kind: 'note', field: null, text: 'You said that it is right as it is.' });
		}
	}
	const outcome = outcomeOf(remarks);
	const placeless = asset.longitude === null || asset.latitude === null;
	if (outcome !== 'look' && placeless && asset.pointSource === null) {
		asset = { ...asset, pointSource: PLACELESS };
	}
	if (outcome === 'refused' || outcome === 'same') {
		return { ...NOTHING_BROUGHT, outcome, remarks, changes, place };
	}
	const registered = base && (base.own ? (base.was ?? null) : base.asset.kind);
	const gone = (field: AssetField) =>
		asset[field] === null &&
		((base?.removed?.includes(field) ?? false) ||
			changes.some((change) => change.field === field && change.after === null));
	return {
		outcome,
		remarks,
		asset,
		lsoa11,
		changes,
		place,
		removed: [...REMOVABLE].filter(gone),
		was: registered === asset.kind ? null : registered
	};
}

function readRow(
	cells: Cells,
	context: CheckContext,
	remarks: Remark[]
): { asset: Asset; lsoa11: string | null } | null {
	const name = readName(cells, remarks);
	if (name === null) return null;
	shorten(cells, remarks);
	const kind = readRowKind(cells, context, remarks);
	const asset: Asset = {
		id: cells.id ?? '',
		name,
		kind: kind.kind,
		subkind: kind.subkind,
		serves: cells.serves ?? null,
		address: cells.address ?? null,
		postcode: null,
		longitude: null,
		latitude: null,
		pointSource: null,
		lsoa21: null,
		registeredAddress: cells.registeredAddress ?? null,
		registeredPostcode: cells.registeredPostcode ?? null,
		areaOfOperation: cells.areaOfOperation ?? null,
		openingTimes: cells.openingTimes ?? null,
		capacity: readCapacity(cells, remarks),
		organisation: cells.organisation ?? null,
		...readContacts(cells, remarks),
		url: readWebAddress(cells, remarks),
		source: 'yours',
		sourceDetail: cells.sourceDetail ?? context.fileName,
		licence: cells.licence ?? null,
		collected: readDate('collected', cells, context.today, remarks) ?? context.today,
		firstSeen: readDate('firstSeen', cells, context.today, remarks),
		lastSeen: readDate('lastSeen', cells, context.today, remarks),
		...readVerified(cells, context, remarks),
		consent: readConsent(cells, remarks),
		note: withWord(cells.note ?? null, kind.word)
	};
	let lsoa11: string | null = null;
	if (context.isSensitive(asset)) {
		Object.assign(asset, heldBack(asset));
		const given = [
			'address',
			'postcode',
			'longitude',
			'latitude',
			'easting',
			'northing',
			'position'
		];
		remarks.push({
			kind: given.some((target) => cells[target as Target] !== undefined) ? 'fixed' : 'note',
			field: 'address',
			text: 'This looks like a refuge or somebody’s home, which nobody must be able to find. We left out its address, postcode and position, and it is not shown on the map.'
		});
	} else {
		const position = placeRow(cells, context.places);
		remarks.push(...position.remarks);
		if (cells.pointSource === POINT_OF_SHAPE && position.place) {
			remarks.push({
				kind: 'fixed',
				field: 'latitude',
				text: OF_SHAPE_REMARK
			});
		}
		asset.postcode = position.postcode;
		asset.pointSource = position.pointSource ?? keptReason(cells.pointSource);
		if (position.place) {
			asset.longitude = position.place.longitude;
			asset.latitude = position.place.latitude;
			asset.lsoa21 = position.place.lsoa21;
			lsoa11 = position.place.lsoa11;
		} else if (asset.pointSource !== null) soften(remarks);
	}
	if (asset.id === '') {
		asset.id = `yours-${shortHash([name, asset.postcode, asset.address, asset.longitude, asset.latitude].join('|').toLowerCase())}`;
	}
	return { asset, lsoa11 };
}
