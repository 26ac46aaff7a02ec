/**
 * What the asset register calls things: kinds, subkinds and verification, with the words
 * shown for them. The register (`geodata/assets/`) holds no others.
 */

/** Kinds of assets, in the order lists show them. */
export const ASSET_KINDS = {
	'community-venue': {
		label: 'Community venue',
		plural: 'Community venues',
		about: 'A place listed in a directory of warm spaces: open to all, free of charge.'
	},
	'food-bank': {
		label: 'Food bank',
		plural: 'Food banks',
		about: 'A food bank at its main or office address, not each place of distribution.'
	},
	'gp-practice': {
		label: 'GP practice',
		plural: 'GP practices',
		about: 'The main site of a general practice. We do not know its branch surgeries.'
	},
	pharmacy: {
		label: 'Pharmacy',
		plural: 'Pharmacies',
		about: 'A dispensary; may include appliance contractors and distance sellers.'
	},
	dentist: {
		label: 'Dental practice',
		plural: 'Dental practices',
		about: 'A dental practice known to the NHS. It may not take new NHS patients.'
	},
	library: {
		label: 'Library',
		plural: 'Libraries',
		about: 'A static public library, run by the council or by the community.'
	},
	school: {
		label: 'School or college',
		plural: 'Schools and colleges',
		about: 'An establishment that the Department for Education lists as open.'
	},
	hospital: {
		label: 'Hospital or clinic',
		plural: 'Hospitals and clinics',
		about: 'A hospital or clinic with paediatric services; not all hospitals.'
	},
	'maternity-unit': {
		label: 'Maternity unit',
		plural: 'Maternity units',
		about: 'A place of birth: an obstetric unit or a freestanding midwifery unit.'
	},
	'maternity-hub-or-clinic': {
		label: 'Maternity hub or clinic',
		plural: 'Maternity hubs and clinics',
		about: 'A place of care before and after birth, without births.'
	},
	charity: {
		label: 'Charity or community organisation',
		plural: 'Charities and community organisations',
		about: 'A registered charity, community interest company or community society.'
	},
	'family-hub': {
		label: 'Family hub or children’s centre',
		plural: 'Family hubs and children’s centres',
		about: 'A place for families with young children, run by or for the council.'
	},
	'link-worker': {
		label: 'Social prescribing link worker',
		plural: 'Social prescribing link workers',
		about: 'A place where a social prescribing link worker sees people.'
	},
	'other-service': {
		label: 'Other community service',
		plural: 'Other community services',
		about: 'A service for the community that no other kind describes.'
	},
	'maternity-named-site': {
		label: 'Site named for maternity',
		plural: 'Sites named for maternity',
		about: 'An NHS site whose name mentions maternity. It may not be a place of birth.'
	}
} as const satisfies Record<string, { label: string; plural: string; about: string }>;

export type AssetKind = keyof typeof ASSET_KINDS;

/** Subkinds by kind. A kind that is not here has none. */
export const ASSET_SUBKINDS = {
	// Guessed from words in the venue's name by those who compiled the list.
	'community-venue': {
		'community-centre': 'Community centre',
		'village-hall': 'Village hall',
		'place-of-worship': 'Place of worship',
		library: 'Library',
		'cafe-or-pub': 'Café or pub',
		'leisure-or-sport': 'Leisure or sport',
		'children-and-families': 'Children and families',
		'museum-or-arts': 'Museum or arts',
		advice: 'Advice',
		'food-bank-or-pantry': 'Food bank or pantry',
		other: 'Other venue'
	},
	'food-bank': {
		trussell: 'Trussell',
		ifan: 'Independent Food Aid Network',
		independent: 'Independent'
	},
	library: {
		'council-run': 'Run by the council',
		commissioned: 'Commissioned by the council',
		'community-run': 'Community-run',
		other: 'Run by others'
	},
	school: {
		nursery: 'Nursery school',
		primary: 'Primary school',
		secondary: 'Secondary school',
		'all-through': 'All-through school',
		special: 'Special school',
		independent: 'Independent school',
		'college-or-university': 'College or university',
		other: 'Other establishment'
	},
	hospital: {
		nhs: 'NHS',
		independent: 'Independent',
		'not-stated': 'Not stated'
	},
	charity: {
		charity: 'Registered charity',
		cic: 'Community interest company',
		'community-society': 'Community benefit society or co-operative'
	},
	'maternity-unit': {
		obstetric: 'Obstetric unit',
		'freestanding-midwifery': 'Freestanding midwifery unit'
	},
	'maternity-hub-or-clinic': {
		hub: 'Maternity hub',
		clinic: 'Clinic before and after birth',
		'midwife-base': 'Base of community midwives'
	},
	'maternity-named-site': {
		'birth-centre': 'Birth centre by name',
		department: 'Maternity department by name',
		clinic: 'Hub or clinic by name',
		'name-alone': 'Named for births, not known to hold any'
	}
} as const satisfies Partial<Record<AssetKind, Record<string, string>>>;

/** What is known about whether an asset is there. */
export const ASSET_STATUSES = {
	verified: 'listed as open by an official register when it was collected',
	unverified: 'listed by its source, not checked',
	stale: 'not seen or checked for a year',
	closed: 'its source says that it has closed, or lists it at another address now'
} as const;

export type AssetStatus = keyof typeof ASSET_STATUSES;

/** What people read of a status; files have its id. */
export const STATUS_NAMES: Readonly<Record<AssetStatus, string>> = {
	verified: 'checked',
	unverified: 'listed, not checked',
	stale: 'not seen for a year',
	closed: 'closed or moved'
};

/** Roles that may check an asset; a person is never named. */
export const VERIFIER_ROLES = {
	register: 'official register',
	organisation: 'the organisation itself',
	'social-prescriber': 'social prescriber or link worker',
	council: 'council officer',
	nhs: 'NHS staff',
	volunteer: 'volunteer or resident'
} as const;
export type VerifierRole = keyof typeof VERIFIER_ROLES;

/** Is this a kind of asset? */
export function isAssetKind(kind: string): kind is AssetKind {
	return Object.hasOwn(ASSET_KINDS, kind);
}

/** Words for a subkind; undefined where the kind has no such subkind. */
export function subkindLabel(kind: AssetKind, subkind: string): string | undefined {
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	const found = subkinds[kind];
	return found && Object.hasOwn(found, subkind) ? found[subkind] : undefined;
}
