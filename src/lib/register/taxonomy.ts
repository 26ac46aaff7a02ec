/**
 * The taxonomy of the register, published in the form of Open Referral UK: a term a kind, and a
 * term a subkind below it. Identifiers are written as the standard asks of local lists, a short
 * name and a colon ("assetgapmap:library/community-run").
 *
 * Version 3 of the standard prescribes no list of service types. Besides ours, services carry the
 * tag of OpenStreetMap that means the same, where there is one: {@link osmTagOf}. The list of the
 * Local Government Association that UK directories often use (`esdServiceTypes`,
 * `id.esd.org.uk/service/…`) could not be had: single numbers of it are quoted here and there, but
 * none of them for a kind of the register, so none is given. Open Eligibility was looked at and is
 * not used: its terms are services as another country has them (`human_services:food:food_pantry`),
 * not places. The way from other directories' terms to these kinds is by their names: {@link kindOfTerm}.
 */
import { ASSET_KINDS, ASSET_SUBKINDS, isAssetKind, subkindLabel, type AssetKind } from './kinds.ts';

export const TAXONOMY = {
	id: 'assetgapmap',
	name: 'Asset Gap Map kinds of community assets',
	description:
		'Kinds and more specific kinds of places and services that the asset register of Asset Gap Map holds.',
	version: '1'
} as const;

export interface TaxonomyTerm {
	/** "assetgapmap:charity/cic". */
	id: string;
	kind: AssetKind;
	subkind: string | null;
	name: string;
	description: string;
	/** Identifier of the kind's term, for a subkind. */
	parent: string | null;
}

/** Identifier of the term of a kind or subkind. */
export const termId = (kind: AssetKind, subkind: string | null = null): string =>
	`${TAXONOMY.id}:${kind}${subkind === null ? '' : `/${subkind}`}`;

/** All terms, each kind before its subkinds. */
export function taxonomyTerms(): TaxonomyTerm[] {
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	return Object.entries(ASSET_KINDS).flatMap(([kind, { label, about }]) =>
		isAssetKind(kind)
			? [
					{ id: termId(kind), kind, subkind: null, name: label, description: about, parent: null },
					...Object.entries(subkinds[kind] ?? {}).map(([subkind, name]) => ({
						id: termId(kind, subkind),
						kind,
						subkind,
						name,
						description: `${label}: ${name}`,
						parent: termId(kind)
					}))
				]
			: []
	);
}

/** A taxonomy that others keep, as far as kinds of the register have a term in it. */
export const OSM_TAXONOMY = {
	id: 'openstreetmap',
	name: 'OpenStreetMap tags',
	description:
		'Tags of OpenStreetMap that mean the same as a kind of the register. The tag is the code of the term.',
	uri: 'https://wiki.openstreetmap.org/wiki/Map_features',
	/** Where the tags were looked up. */
	version: '@openstreetmap/id-tagging-schema 6.19.2'
} as const;

/**
 * Tags by kind, or by kind and subkind, where one means the same. Kinds that two tags share
 * (hospitals and clinics), that say how a place came to be listed (sites named for maternity) or
 * that no tag describes (link workers) have none.
 */
const OSM_TAGS: Readonly<Record<string, string>> = {
	'community-venue/community-centre': 'amenity=community_centre',
	'community-venue/village-hall': 'community_centre=village_hall',
	'community-venue/place-of-worship': 'amenity=place_of_worship',
	'community-venue/library': 'amenity=library',
	'food-bank': 'social_facility=food_bank',
	'gp-practice': 'amenity=doctors',
	pharmacy: 'amenity=pharmacy',
	dentist: 'amenity=dentist',
	library: 'amenity=library',
	'school/nursery': 'amenity=kindergarten',
	'school/primary': 'amenity=school',
	'school/secondary': 'amenity=school',
	'school/all-through': 'amenity=school',
	'school/special': 'amenity=school',
	'school/independent': 'amenity=school',
	'maternity-unit/freestanding-midwifery': 'healthcare=birthing_centre',
	'charity/charity': 'office=charity',
	'family-hub': 'community_centre=family_centre'
};

/** All tags that kinds have, each once, in alphabetical order. */
export const OSM_TAG_IDS: readonly string[] = [...new Set(Object.values(OSM_TAGS))].sort();

/** The tag of OpenStreetMap that means the same as a kind and subkind; null where none does. */
export const osmTagOf = (kind: AssetKind, subkind: string | null): string | null =>
	(subkind === null ? undefined : OSM_TAGS[`${kind}/${subkind}`]) ?? OSM_TAGS[kind] ?? null;

/** Page about a tag; null for a value that is described on the page of its key alone. */
export const osmPageOf = (tag: string): string | null =>
	/^(amenity|social_facility)=/.test(tag)
		? `https://wiki.openstreetmap.org/wiki/Tag:${encodeURIComponent(tag)}`
		: null;

/** Words in the names of other taxonomies' terms, the more specific kinds first. */
const WORDS: readonly (readonly [RegExp, AssetKind])[] = [
	[/social prescri|link worker/i, 'link-worker'],
	[/food ?bank/i, 'food-bank'],
	[/family hub|children.?s cent(re|er)|sure start/i, 'family-hub'],
	[/maternity (unit|ward)|birth (centre|unit)/i, 'maternity-unit'],
	[/maternity|antenatal|midwi/i, 'maternity-hub-or-clinic'],
	[/\blibrar(y|ies)\b/i, 'library'],
	[/pharmac(y|ies)|\bchemist/i, 'pharmacy'],
	[/dentist|dental/i, 'dentist'],
	[/\bgp\b|general practi|doctor.?s surger/i, 'gp-practice'],
	[/hospital/i, 'hospital'],
	[/\b(primary|secondary|nursery|special)? ?schools?\b/i, 'school'],
	[/warm (space|hub|place)|village hall|community (centre|hall|venue|hub)/i, 'community-venue']
];

/** Kind and subkind of one of this taxonomy's own identifiers; null for any other text. */
export function ownTerm(id: string): { kind: AssetKind; subkind: string | null } | null {
	const [prefix, rest = ''] = id.split(':');
	const [kind = '', subkind = null] = rest.split('/');
	if (prefix !== TAXONOMY.id || !isAssetKind(kind)) return null;
	if (subkind === null) return { kind, subkind };
	return subkindLabel(kind, subkind) === undefined ? null : { kind, subkind };
}

/**
 * The kind that the name of another directory's taxonomy term speaks of; null where it speaks
 * of none.
 */
export function kindOfTerm(name: string): AssetKind | null {
	return ownTerm(name)?.kind ?? WORDS.find(([words]) => words.test(name))?.[1] ?? null;
}
