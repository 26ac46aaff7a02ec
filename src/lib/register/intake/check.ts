/**
 * What becomes of one row: an asset, what was put right on the way, and what is wrong. A row
 * that is accepted or fixed has a point, or says why it has none.
 */
import type { Asset, AssetField } from '../asset.ts';
import type { AssetKind, VerifierRole } from '../kinds.ts';
import { isPostalOnly } from '../postal.ts';
import { shorten, tidied, type Cells } from './cells.ts';
import { changesOf, REMOVABLE, type Change, type RegisterAsset } from './changes.ts';
import { readContacts } from './contact-cells.ts';
import { reviewed } from './known-asset.ts';
import { keptReason, PLACELESS, soften } from './placeless.ts';
import { mayBeAHome, NOTHING_SAID, type AddressSaid, type HeldRow } from './privacy.ts';
import { placeRow } from './position.ts';
import { OF_SHAPE_REMARK, POINT_OF_SHAPE, withPositionApart } from './row-point.ts';
import type { Places } from './places.ts';
import { withoutPersons } from './note-persons.ts';
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
	/** It names no kind, and nobody has said what such rows are. */
	asksKind: boolean;
}

const NOTHING_BROUGHT = {
	asset: null,
	lsoa11: null,
	removed: [],
	was: null,
	asksKind: false
} as const;

/** What the reader has said of a row. */
export interface RowDecision {
	/** It is right as it is. */
	confirmed: boolean;
	/** Fields whose change is accepted; null while nothing was decided. */
	accepted: readonly AssetField[] | null;
	/** It may be found, though it reads otherwise. */
	released?: boolean;
}

export const UNDECIDED: RowDecision = { confirmed: false, accepted: null };

/** What becomes of a row that is held back: it is not read any further. */
export const heldRow = (
	{ words, reason }: HeldRow,
	heading: string,
	isRegistered: boolean
): CheckedRow => ({
	...NOTHING_BROUGHT,
	outcome: 'held',
	remarks: [
		{
			kind: 'held',
			field: null,
			text: `“${heading}” says “${words.slice(0, 60)}”. This may be ${reason}, so the row is not added, shown or exported. If it is not, you can release it.${isRegistered ? ' The register lists this place: report it on its page, so that it is taken out.' : ''}`
		}
	],
	changes: [],
	place: null
});

/** Check one row. Never throws. */
export function checkRow(
	raw: Cells,
	context: CheckContext,
	decision = UNDECIDED,
	said = NOTHING_SAID,
	/** What its format found to be looked at. */
	look?: string
): CheckedRow {
	const remarks: Remark[] = [];
	if (look !== undefined) remarks.push({ kind: 'look', field: 'latitude', text: look });
	const { cells, emptied } = tidied(raw, remarks);
	const row = readRow(withPositionApart(cells, remarks), said, context, remarks);
	if (row === null) {
		return { ...NOTHING_BROUGHT, outcome: 'refused', remarks, changes: [], place: null };
	}

	const { asset: read } = row;
	let { lsoa11 } = row;
	const base = context.register(read.id);
	const place = base?.place ?? null;
	// Of one's own place the kind that was chosen for the list is meant, too.
	const isChosen = base?.own === true && context.defaultKind !== null;
	const given = new Set([...Object.keys(cells), ...(isChosen ? ['kind', 'subkind'] : [])]);
	const changes = base ? changesOf(base, read, given, emptied) : [];
	let asset = read;
	if (base) {
		asset = reviewed(read, base, changes, decision.accepted, context, remarks);
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
			if (remark.kind === 'look' && remark.isWrong !== true)
				remarks[i] = { ...remark, kind: 'note' };
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
		was: registered === asset.kind ? null : registered,
		asksKind: base === null && cells.kind === undefined && context.defaultKind === null
	};
}

/** A text of several words without what it says of persons. */
function withoutPeople(
	field: 'note' | 'openingTimes',
	{ [field]: text }: Cells,
	remarks: Remark[]
): string | null {
	if (text === undefined) return null;
	const kept = withoutPersons(text);
	if (kept !== text) {
		const what = field === 'note' ? 'Its note' : 'What it says of its opening times';
		remarks.push({
			kind: 'fixed',
			field,
			text: `${what} had the name of a person, a mobile number or somebody’s e-mail address. That was left out.`
		});
	}
	return kept === '' ? null : kept;
}

function readRow(
	cells: Cells,
	said: AddressSaid,
	context: CheckContext,
	remarks: Remark[]
): { asset: Asset; lsoa11: string | null } | null {
	const name = readName(cells, remarks);
	if (name === null) return null;
	shorten(cells, remarks);
	const kind = readRowKind(cells, context, remarks);
	lookAtClosed(cells, remarks);
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
		openingTimes: withoutPeople('openingTimes', cells, remarks),
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
		note: withWord(withoutPeople('note', cells, remarks), kind.word)
	};
	let lsoa11: string | null = null;
	if (said.postal || isPostalOnly(cells.address)) {
		asset.address = null;
		remarks.push({
			kind: 'look',
			field: 'address',
			text: 'Its address is only one for post, such as a PO box, so it says nothing of where people go. Give the address of the place. If there is none, say that it is right: it is kept without a position.'
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
		lookAtHome(asset, cells, said, remarks);
	}
	if (asset.id === '') {
		asset.id = `yours-${shortHash([name, asset.postcode, asset.address, asset.longitude, asset.latitude].join('|').toLowerCase())}`;
	}
	return { asset, lsoa11 };
}

const CLOSED_NAME =
	/[([](?:now |permanently )?closed[)\]]|[-–:] ?(?:now |permanently )closed\b|^closed ?[-–:]/i;
const CLOSED_NOTE =
	/\b(?:permanently closed|closed (?:down|permanently)|has (?:now )?closed|no longer (?:running|open|operating|meeting|meets|runs|exists))\b/i;

/** A place whose name or note says that it has closed, where no status does. */
function lookAtClosed({ name = '', note = '', status }: Cells, remarks: Remark[]): void {
	if (status !== undefined) return;
	const field = CLOSED_NAME.test(name) ? 'name' : CLOSED_NOTE.test(note) ? 'note' : null;
	if (field === null) return;
	remarks.push({
		kind: 'look',
		field,
		text: `Its ${field} says that it has closed. Give it the status “closed”, or say that it is right to list it as it is.`
	});
}

/** The address of a charity, or of somebody to write to, may be where a trustee lives. */
function lookAtHome(
	{ kind, charityNumber, companyNumber, address, registeredAddress }: Asset,
	cells: Cells,
	{ contact }: AddressSaid,
	remarks: Remark[]
): void {
	// A hall that a charity runs is called a hall.
	const isCharity = kind === 'charity' || (charityNumber !== null && cells.kind === undefined);
	if (!isCharity && !contact) return;
	const given = [
		['address', address],
		// The office of a company is in a public register.
		['registeredAddress', isCharity && companyNumber === null ? registeredAddress : null]
	] as const;
	const field = given.find(([, text]) => text !== null && mayBeAHome(text))?.[0];
	if (field === undefined) return;
	remarks.push({
		kind: 'look',
		topic: 'home',
		field,
		text: `${field === 'address' ? 'Its address' : 'Its registered office'} may be somebody’s home: ${isCharity ? 'charities' : 'groups'} often give that of a trustee or secretary. Say that it is right if people go there. Else clear it, and its postcode.`
	});
}
