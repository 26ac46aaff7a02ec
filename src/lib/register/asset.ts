/**
 * The one schema of the asset register: what is said of an asset, whoever says it. A row of
 * `geodata/assets`, a row that a reader brings, and a service given back as Open Referral UK
 * are all this; the tables' columns and the headings of CSV files are named below.
 */
import * as v from 'valibot';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	VERIFIER_ROLES,
	type AssetKind,
	type AssetStatus,
	type VerifierRole
} from './kinds.ts';

const text = v.nullable(v.pipe(v.string(), v.nonEmpty()));
/** A day, month or year, as precise as is known: "2026-08-17", "2024-05", "2023". */
const day = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));

const keysOf = <Key extends string>(of: Record<Key, unknown>) => Object.keys(of) as Key[];

export const AssetSchema = v.strictObject({
	id: v.pipe(v.string(), v.nonEmpty()),
	name: v.pipe(v.string(), v.nonEmpty()),
	kind: v.picklist(keysOf<AssetKind>(ASSET_KINDS)),
	/** More specific; see ASSET_SUBKINDS. */
	subkind: text,
	/** Who it is for, in words. */
	serves: text,
	/** Where people go: the delivery point. Never the registered office, unless people go there. */
	address: text,
	postcode: text,
	longitude: v.nullable(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
	latitude: v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
	/** How the point was found: "postcode centroid", "given". */
	pointSource: text,
	/** 2021 LSOA of the point; null outside England or without a point. */
	lsoa21: text,
	/** Where the organisation is registered, kept apart: people need not be served there. */
	registeredAddress: text,
	registeredPostcode: text,
	/** Where it says that it works, in words. */
	areaOfOperation: text,
	openingTimes: text,
	/** People it has room for at a time. */
	capacity: v.nullable(v.pipe(v.number(), v.minValue(0))),
	organisation: text,
	charityNumber: text,
	companyNumber: text,
	phone: text,
	email: text,
	url: text,
	/** Dataset of the catalogue, or "yours". */
	source: v.pipe(v.string(), v.nonEmpty()),
	/** Directory within the dataset, or name of the file brought. */
	sourceDetail: text,
	/** Licence id of the source as in the catalogue; null where none is stated. */
	licence: text,
	/** When the source was read. */
	collected: day,
	firstSeen: v.nullable(day),
	lastSeen: v.nullable(day),
	/** When somebody last checked that it is so, and who by role. */
	verified: v.nullable(day),
	verifiedBy: v.nullable(v.picklist(keysOf<VerifierRole>(VERIFIER_ROLES))),
	status: v.picklist(keysOf<AssetStatus>(ASSET_STATUSES)),
	/** Whether the organisation agreed that this is published; null where nobody asked. */
	consent: v.nullable(v.boolean()),
	note: text
});

/** An asset, or one source's claim about one. */
export type Asset = v.InferOutput<typeof AssetSchema>;
export type AssetField = keyof Asset;

/** An asset's fields as long as nobody knows anything but that it is there. */
export const NOTHING_KNOWN = {
	subkind: null,
	serves: null,
	address: null,
	postcode: null,
	longitude: null,
	latitude: null,
	pointSource: null,
	lsoa21: null,
	registeredAddress: null,
	registeredPostcode: null,
	areaOfOperation: null,
	openingTimes: null,
	capacity: null,
	organisation: null,
	charityNumber: null,
	companyNumber: null,
	phone: null,
	email: null,
	url: null,
	sourceDetail: null,
	firstSeen: null,
	lastSeen: null,
	verified: null,
	verifiedBy: null,
	consent: null,
	note: null
} as const satisfies Partial<Asset>;

/**
 * Name of every field in tables of `geodata/assets` and in CSV files, in their order, with the
 * words for it on the page.
 */
export const ASSET_FIELDS: Readonly<Record<AssetField, { column: string; label: string }>> = {
	id: { column: 'id', label: 'Identifier' },
	name: { column: 'name', label: 'Name' },
	kind: { column: 'kind', label: 'Kind' },
	subkind: { column: 'subkind', label: 'More specific kind' },
	serves: { column: 'serves', label: 'Who it is for' },
	address: { column: 'address', label: 'Address' },
	postcode: { column: 'postcode', label: 'Postcode' },
	longitude: { column: 'longitude', label: 'Longitude' },
	latitude: { column: 'latitude', label: 'Latitude' },
	pointSource: { column: 'point_source', label: 'How its point was found' },
	lsoa21: { column: 'lsoa21', label: 'Neighbourhood (LSOA 2021)' },
	registeredAddress: { column: 'registered_address', label: 'Registered office' },
	registeredPostcode: { column: 'registered_postcode', label: 'Postcode of the registered office' },
	areaOfOperation: { column: 'area_of_operation', label: 'Area it works in' },
	openingTimes: { column: 'opening_times', label: 'Opening times' },
	capacity: { column: 'capacity', label: 'Room for how many' },
	organisation: { column: 'organisation', label: 'Organisation' },
	charityNumber: { column: 'charity_number', label: 'Charity number' },
	companyNumber: { column: 'company_number', label: 'Company number' },
	phone: { column: 'phone', label: 'Telephone' },
	email: { column: 'email', label: 'E-mail' },
	url: { column: 'url', label: 'Web address' },
	source: { column: 'source', label: 'Source' },
	sourceDetail: { column: 'source_detail', label: 'Directory or file' },
	licence: { column: 'licence', label: 'Licence' },
	collected: { column: 'collected', label: 'Collected' },
	firstSeen: { column: 'first_seen', label: 'First seen' },
	lastSeen: { column: 'last_seen', label: 'Last seen' },
	verified: { column: 'verified', label: 'Last verified' },
	verifiedBy: { column: 'verified_by', label: 'Verified by' },
	status: { column: 'status', label: 'Status' },
	consent: { column: 'consent', label: 'Consent to publish' },
	note: { column: 'note', label: 'Note' }
};
