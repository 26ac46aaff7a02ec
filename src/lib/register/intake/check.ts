/**
 * What becomes of one row: an asset, what was put right on the way, and what is wrong. A row
 * that is accepted or fixed has a point, or says why it has none.
 */
import {
	ASSET_FIELDS,
	VERIFIER_ROLES,
	type Asset,
	type AssetField,
	type VerifierRole
} from '../asset.ts';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	ASSET_SUBKINDS,
	type AssetKind,
	type AssetStatus
} from '../kinds.ts';
import { changesOf, mergeChanges, REMOVABLE, type Change, type RegisterAsset } from './changes.ts';
import { plainWords, type Target } from './columns.ts';
import type { KindReader, KindReading } from './kind-words.ts';
import { placeRow, POINT_OF_SHAPE } from './position.ts';
import type { Places } from './places.ts';
import { outcomeOf, type Outcome, type Remark } from './remark.ts';
import type { Said } from '../sensitive.ts';
import { readDay, readUrl, readYesNo, saysNone, saysNothing, shortHash, tidy } from './values.ts';

export interface CheckContext {
	places: Places;
	fileName: string;
	/** ISO day. */
	today: string;
	isSensitive: (row: Said) => boolean;
	/** What the register, or the reader's own list, says of an id; null where it has none such. */
	register: (id: string) => RegisterAsset | null;
	/** What words for a kind mean; see kind-words.ts. */
	readKind: KindReader;
	/** The reader's choices for words of kinds that are not known, by plain words. */
	kindChoices: ReadonlyMap<string, KindReading>;
	/** Kind of rows that name none. */
	defaultKind: KindReading;
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

/** Said of the point of an asset that has none, so that nobody wonders. */
export const HELD_BACK = 'held back: a place that must not be found';
export const PLACELESS = 'none: kept without a position';

const LONGEST_NAME = 300;
const LONGEST_TEXT = 4_000;

export type Cells = Partial<Record<Target, string>>;

/** Check one row. Never throws. */
export function checkRow(raw: Cells, context: CheckContext, decision = UNDECIDED): CheckedRow {
	const remarks: Remark[] = [];
	const { cells, emptied } = tidied(raw, remarks);
	const row = readRow(cells, context, remarks);
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
		asset = reviewed(read, base, changes, decision, context, remarks);
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

/** Without anything that would lead to it. */
const heldBack = (asset: Asset): Asset => ({
	...asset,
	address: null,
	postcode: null,
	longitude: null,
	latitude: null,
	lsoa21: null,
	registeredAddress: null,
	registeredPostcode: null,
	pointSource: HELD_BACK
});

/** Cells as text in one line each; empty ones are left out, and which of them say "none". */
function tidied(raw: Cells, remarks: Remark[]): { cells: Cells; emptied: ReadonlySet<AssetField> } {
	const cells: Cells = {};
	const emptied = new Set<AssetField>();
	let spaces = false;
	let invisible = false;
	for (const [target, cell] of Object.entries(raw) as [Target, string][]) {
		const read = tidy(cell, target === 'address' ? ', ' : ' ');
		if (read.invisible) invisible = true;
		else if (read.text !== cell) spaces = true;
		if (isField(target) && saysNone(read.text)) emptied.add(target);
		if (read.text === '' || (target !== 'name' && saysNothing(read.text))) continue;
		cells[target] = read.text;
	}
	if (spaces)
		remarks.push({ kind: 'fixed', field: null, text: 'Spaces and line breaks were tidied.' });
	if (invisible) {
		remarks.push({
			kind: 'fixed',
			field: null,
			text: 'Characters that cannot be seen were taken out.'
		});
	}
	return { cells, emptied };
}

function readRow(
	cells: Cells,
	context: CheckContext,
	remarks: Remark[]
): { asset: Asset; lsoa11: string | null } | null {
	const name = readName(cells, remarks);
	if (name === null) return null;
	for (const [target, text] of Object.entries(cells) as [Target, string][]) {
		if (text.length <= LONGEST_TEXT) continue;
		cells[target] = text.slice(0, LONGEST_TEXT);
		remarks.push({
			kind: 'fixed',
			field: isField(target) ? target : null,
			text: `${isField(target) ? ASSET_FIELDS[target].label : 'A cell'} has more than 4,000 characters; the rest was left out.`
		});
	}
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
		charityNumber: cells.charityNumber ?? null,
		companyNumber: cells.companyNumber ?? null,
		phone: cells.phone ?? null,
		email: cells.email ?? null,
		url: readWebAddress(cells, remarks),
		source: 'yours',
		sourceDetail: cells.sourceDetail ?? context.fileName,
		licence: cells.licence ?? null,
		collected: readDate('collected', cells, context, remarks) ?? context.today,
		firstSeen: readDate('firstSeen', cells, context, remarks),
		lastSeen: readDate('lastSeen', cells, context, remarks),
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
			text: 'This looks like a refuge or somebody’s home, which must not be found: its address, postcode and position were left out, and it is not shown on the map.'
		});
	} else {
		const position = placeRow(cells, context.places);
		remarks.push(...position.remarks);
		if (cells.pointSource === POINT_OF_SHAPE && position.place) {
			remarks.push({
				kind: 'fixed',
				field: 'latitude',
				text: 'It is a line or an area, which has no one position: a point on it or in it was taken.'
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

const isField = (target: Target): target is AssetField => Object.hasOwn(ASSET_FIELDS, target);

/** An asset that was kept without a position before is kept so again. */
const keptReason = (said: string | undefined): string | null => (said === PLACELESS ? said : null);

function soften(remarks: Remark[]): void {
	remarks.forEach((remark, i) => {
		if (remark.kind === 'look' && (remark.field === 'postcode' || remark.field === 'latitude')) {
			remarks[i] = { ...remark, kind: 'note' };
		}
	});
}

function readName(cells: Cells, remarks: Remark[]): string | null {
	const name = cells.name ?? cells.organisation;
	if (name === undefined) {
		remarks.push({
			kind: 'refused',
			field: 'name',
			text: 'It has no name. Say what the place or service is called.'
		});
		return null;
	}
	if (cells.name === undefined) {
		remarks.push({
			kind: 'fixed',
			field: 'name',
			text: 'It has no name of its own: that of its organisation was taken.'
		});
	}
	if (name.length > LONGEST_NAME) {
		remarks.push({
			kind: 'refused',
			field: 'name',
			text: `Its name has ${name.length} characters, more than a name has. Look whether the columns are the right ones.`
		});
		return null;
	}
	if (!/[\p{L}\p{N}]/u.test(name)) {
		remarks.push({
			kind: 'refused',
			field: 'name',
			text: `“${name.slice(0, 30)}” is not a name: it has no letters.`
		});
		return null;
	}
	return name;
}

/** The kind of a row, and the words for it where they say more than the kind. */
function readRowKind(
	cells: Cells,
	{ readKind, kindChoices, defaultKind }: CheckContext,
	remarks: Remark[]
): KindReading & { word: string | null } {
	const words = cells.kind;
	if (words === undefined) return { ...defaultKind, word: null };
	const chosen = kindChoices.size > 0 ? kindChoices.get(plainWords(words)) : undefined;
	const understood = chosen ? null : readKind(words);
	const found = chosen ?? understood;
	if (!found) {
		remarks.push({
			kind: 'look',
			field: 'kind',
			text: `“${words.slice(0, 40)}” is not a kind that is known here. Choose what it means above, or give another kind.`
		});
		return { ...defaultKind, word: words };
	}
	const { kind } = found;
	const subkind = readSubkind(kind, cells.subkind, readKind) ?? found.subkind;
	if (chosen) return { kind, subkind, word: words };
	if (understood && !understood.named) {
		remarks.push({
			kind: understood.exact ? 'note' : 'fixed',
			field: 'kind',
			text: `“${words.slice(0, 40)}” was read as ${kindLabel(kind, subkind)}.`
		});
	}
	return { kind, subkind, word: null };
}

/** "Community venue: Village hall". */
export function kindLabel(kind: AssetKind, subkind: string | null): string {
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	const label = subkind === null ? undefined : subkinds[kind]?.[subkind];
	return label ? `${ASSET_KINDS[kind].label}: ${label}` : ASSET_KINDS[kind].label;
}

function readSubkind(
	kind: AssetKind,
	words: string | undefined,
	readKind: KindReader
): string | null {
	if (words === undefined) return null;
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	const plain = plainWords(words);
	const found = Object.entries(subkinds[kind] ?? {}).find(
		([id, label]) => plainWords(id) === plain || plainWords(label) === plain
	);
	if (found) return found[0];
	const read = readKind(words);
	return read?.kind === kind ? read.subkind : null;
}

function withWord(note: string | null, word: string | null): string | null {
	if (word === null) return note;
	const said = `Described as “${word}”.`;
	return note?.includes(said) ? note : [note, said].filter(Boolean).join(' ');
}

function readCapacity({ capacity }: Cells, remarks: Remark[]): number | null {
	if (capacity === undefined) return null;
	const [digits] = /\d+(\.\d+)?/.exec(capacity.replaceAll(',', '')) ?? [];
	const value = digits === undefined ? NaN : Number(digits);
	if (!Number.isFinite(value) || value > 1e6) {
		remarks.push({
			kind: 'note',
			field: 'capacity',
			text: `“${capacity.slice(0, 30)}” is no number of people; it was left out.`
		});
		return null;
	}
	if (digits !== capacity) {
		remarks.push({
			kind: 'fixed',
			field: 'capacity',
			text: `“${capacity.slice(0, 30)}” was read as room for ${digits ?? ''}.`
		});
	}
	return value;
}

function readWebAddress({ url }: Cells, remarks: Remark[]): string | null {
	if (url === undefined) return null;
	const read = readUrl(url);
	if (read === null) {
		remarks.push({
			kind: 'fixed',
			field: 'url',
			text: `“${url.slice(0, 40)}” is no web address; it was left out.`
		});
	}
	return read;
}

function readDate(
	field: 'collected' | 'firstSeen' | 'lastSeen' | 'verified',
	cells: Cells,
	{ today }: CheckContext,
	remarks: Remark[]
): string | null {
	const given = cells[field];
	if (given === undefined) return null;
	const day = readDay(given);
	const { label } = ASSET_FIELDS[field];
	if (day === null) {
		remarks.push({
			kind: 'fixed',
			field,
			text: `${label}: “${given.slice(0, 30)}” is no date; it was left out.`
		});
		return null;
	}
	if (day > today && !today.startsWith(day)) {
		remarks.push({ kind: 'look', field, text: `${label}: ${day} has not come yet. Correct it.` });
	}
	return day;
}

const STATUS_WORDS: Readonly<Record<string, AssetStatus>> = {
	open: 'unverified',
	active: 'unverified',
	running: 'unverified',
	current: 'unverified',
	yes: 'unverified',
	closed: 'closed',
	'permanently closed': 'closed',
	'closed down': 'closed',
	defunct: 'closed',
	inactive: 'closed',
	ended: 'closed',
	no: 'closed'
};

function readVerified(cells: Cells, context: CheckContext, remarks: Remark[]) {
	const verified = readDate('verified', cells, context, remarks);
	const words = plainWords(cells.verifiedBy ?? '');
	const roles = Object.entries(VERIFIER_ROLES) as [VerifierRole, string][];
	const said =
		words === ''
			? null
			: (roles.find(
					([id, label]) => plainWords(id) === words || plainWords(label) === words
				)?.[0] ??
				roles.find(([, label]) =>
					plainWords(label)
						.split(' or ')
						.some((word) => word.includes(words) || words.includes(word))
				)?.[0] ??
				null);
	if (words !== '' && said === null) {
		remarks.push({
			kind: 'note',
			field: 'verifiedBy',
			text: `Who checked it is given as “${(cells.verifiedBy ?? '').slice(0, 30)}”; only a role is kept, never a person.`
		});
	}
	const verifiedBy = said ?? (verified === null ? null : context.role);
	const given = plainWords(cells.status ?? '');
	const checked: AssetStatus = verified !== null && verifiedBy !== null ? 'verified' : 'unverified';
	const status =
		given === ''
			? checked
			: Object.hasOwn(ASSET_STATUSES, given)
				? (given as AssetStatus)
				: STATUS_WORDS[given];
	if (status === undefined) {
		remarks.push({
			kind: 'look',
			field: 'status',
			text: `“${(cells.status ?? '').slice(0, 30)}” is no status. It is one of: open, ${Object.keys(ASSET_STATUSES).join(', ')}.`
		});
	}
	if (status === 'verified' && checked !== 'verified') {
		remarks.push({
			kind: 'fixed',
			field: 'status',
			text: 'It is called verified without the date and the role of who checked it: it stands as not checked.'
		});
		return { verified, verifiedBy, status: 'unverified' as const };
	}
	return { verified, verifiedBy, status: status === 'unverified' ? checked : (status ?? checked) };
}

function readConsent({ consent }: Cells, remarks: Remark[]): boolean | null {
	if (consent === undefined) return null;
	const read = readYesNo(consent);
	if (read === null) {
		remarks.push({
			kind: 'note',
			field: 'consent',
			text: `Consent: “${consent.slice(0, 30)}” is neither yes nor no; nobody was asked, as far as is known.`
		});
	}
	return read;
}

/** What a row says of an asset that the register has, as far as the reader accepted it. */
function reviewed(
	read: Asset,
	base: RegisterAsset,
	changes: readonly Change[],
	{ accepted }: RowDecision,
	{ today, role }: CheckContext,
	remarks: Remark[]
): Asset {
	if (changes.length > 0 && accepted === null) {
		remarks.push({
			kind: 'look',
			field: 'id',
			text: `It is “${base.asset.name}”, which ${base.own ? 'you have' : 'the register has'}, and differs from it: look at the changes.`
		});
		return read;
	}
	// The list carries the check that is known, which is no news of today.
	const isCheckedAnew = read.verified !== null && read.verified > (base.asset.verified ?? '');
	const isSeenAnew = base.own && (read.lastSeen ?? '') > (base.asset.lastSeen ?? '');
	if (changes.length === 0 && !isCheckedAnew && !isSeenAnew) {
		remarks.push({
			kind: 'same',
			field: 'id',
			text: `It is as ${base.own ? 'you have it' : 'the register has it'}, and not checked since: there is nothing to bring.`
		});
		return read;
	}
	if (changes.length > 0 && accepted?.length === 0 && !isCheckedAnew) {
		remarks.push({
			kind: 'same',
			field: 'id',
			text: `It stays as ${base.own ? 'you have it' : 'the register has it'}: you accepted none of the changes.`
		});
		return read;
	}
	const merged = mergeChanges(base, read, changes, accepted ?? []);
	if (base.own) return merged;
	const verifiedBy = isCheckedAnew ? (read.verifiedBy ?? role) : role;
	if (verifiedBy === null) {
		remarks.push({ kind: 'look', field: 'verifiedBy', text: 'Say above who checked these rows.' });
		return merged;
	}
	return {
		...merged,
		verified: isCheckedAnew ? read.verified : today,
		verifiedBy,
		status: merged.status === 'closed' ? 'closed' : 'verified'
	};
}
